/** Completion of keys: the fields that the schemas allow right there, and names that transitions wait for. */
import { fieldEntry, withoutKey } from "../../editor/field-entries.ts";
import { escapeSnippet } from "../../editor/snippet.ts";
import type { CompletionEntry } from "../../editor/types.ts";
import { yamlScalar } from "../../editor/yaml-text.ts";
import { fieldsAt, placeOf } from "../../schema/docs.ts";
import type { FieldCompletion } from "../../schema/types.ts";
import { stateAround } from "../document-index.ts";
import { parameterEntries } from "./complete-resources.ts";
import type { AslKeySite } from "./completion-site.ts";

const COMMON = new Set(["Comment", "QueryLanguage"]);

/** Required fields first, then in the schemas' order; what every object has comes last. */
export function completeKey(site: AslKeySite): readonly CompletionEntry[] {
  const object = withoutKey(site);
  if (placeOf(object).members === "state") return missingStates(site);
  const parameters = parameterEntries(site, stateAround(site.document.index, site.object));
  if (parameters !== undefined) return parameters;
  const rank = ({ name, required }: FieldCompletion): number => (required ? 0 : COMMON.has(name) ? 2 : 1);
  const fields = [...fieldsAt(object)].sort((a, b) => rank(a) - rank(b));
  return fields.map((field) => fieldEntry(site, field));
}

const JSON_STATE = ` { "Type": "\${1:Pass}", "End": true }`;
const YAML_STATE = "\n  Type: $1\n  End: true";

/** Names that some transition of the scope leads to and no state has yet. */
function missingStates(site: AslKeySite): readonly CompletionEntry[] {
  const { index, language } = site.document;
  const { object, property } = site;
  const scope = [...index.scopes.values()].find(({ statesNode }) => statesNode === object);
  if (scope === undefined) return [];
  const names = new Set<string>();
  for (const target of index.targets.values()) if (target.scope === scope) names.add(target.node.value);
  for (const { name, nameNode } of scope.states) if (nameNode !== property?.key) names.delete(name);
  names.delete("");
  return [...names].map((name) => {
    const key = language === "yaml" ? yamlScalar(name) : JSON.stringify(name);
    const state = language === "yaml" ? YAML_STATE : JSON_STATE;
    return {
      kind: "state",
      label: name,
      detail: "a transition leads to it",
      start: site.start,
      end: site.end,
      newText: site.needsValue ? `${escapeSnippet(key)}:${state}` : key,
      snippet: site.needsValue,
      filterText: key,
    };
  });
}
