/** Where the cursor stands in a scenario. */
import { type CompletionSite, jsonSite } from "../../editor/completion-site.ts";
import { yamlSite } from "../../editor/completion-site-yaml.ts";
import { placeOf } from "../../schema/docs.ts";
import { parseText } from "../../text/parse.ts";
import type { ScenarioDocument } from "../document.ts";

export function scenarioSite(document: ScenarioDocument, offset: number): CompletionSite<ScenarioDocument> | undefined {
  if (document.language === "json") return jsonSite(document, offset);
  const reopen = (text: string) => ({ ...document, text, parsed: parseText(text, "yaml") });
  return yamlSite(document, offset, {
    reopen,
    // Lists of names, not of objects.
    isItem: ({ parent }) => parent?.kind === "array" && placeOf(parent, "scenario").items === undefined,
  });
}
