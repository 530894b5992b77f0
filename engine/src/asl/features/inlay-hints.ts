/** What holds without being written down: defaults of retriers, the query language, what a state's input has. */
import { isAliasCopy } from "../../editor/string-edit.ts";
import { NOTHING_AROUND } from "../../editor/surroundings.ts";
import type { InlayHint, Surroundings } from "../../editor/types.ts";
import { fieldDoc } from "../../schema/docs.ts";
import { property, valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { inputOf } from "../flow/data-flow.ts";
import type { Payload } from "../flow/payload.ts";
import type { State } from "../model.ts";
import { flowOf } from "./payload-at.ts";

const RETRIER_DEFAULTS = ["IntervalSeconds", "MaxAttempts", "BackoffRate"];
const SHOWN_FIELDS = 6;

/** Those of a range of offsets, in document order. */
export function inlayHints(
  document: AslDocument,
  range: { readonly start: number; readonly end: number },
  surroundings: Surroundings = NOTHING_AROUND,
): readonly InlayHint[] {
  const { machine } = document;
  if (machine === undefined) return [];
  const hints: InlayHint[] = [];
  const flow = flowOf(machine, surroundings);
  const isMixed = machine.states.some(({ queryLanguage }) => queryLanguage !== machine.queryLanguage);
  for (const state of machine.states) {
    if (state.nameNode.start > range.end || state.node.end < range.start) continue;
    if (isAliasCopy(document, state.nameNode)) continue;
    const label = fieldsLabel(inputOf(flow, state));
    if (label !== "")
      hints.push({ offset: state.nameNode.end, label, tooltip: "What its input has, as far as is known" });
    if (isMixed) hints.push(...languageHint(state));
    hints.push(...retrierHints(state));
  }
  return hints.filter(({ offset }) => offset >= range.start && offset <= range.end).sort((a, b) => a.offset - b.offset);
}

/** "{ order, items[] }" */
function fieldsLabel({ fields, item }: Payload): string {
  if (fields === undefined) return item === undefined ? "" : `[ ${fieldsLabel(item) || "…"} ]`;
  const names = [...fields].map(([name, field]) => (field.item === undefined ? name : `${name}[]`));
  const shown = names.length > SHOWN_FIELDS ? [...names.slice(0, SHOWN_FIELDS), "…"] : names;
  return shown.length === 0 ? "{}" : `{ ${shown.join(", ")} }`;
}

/** Where a machine has states of both languages, each says its own. */
function languageHint({ node, queryLanguage }: State): readonly InlayHint[] {
  const type = valueNode(node, "Type");
  if (type === undefined || property(node, "QueryLanguage") !== undefined) return [];
  return [{ offset: type.end, label: queryLanguage, tooltip: "The machine's QueryLanguage" }];
}

function retrierHints({ node }: State): readonly InlayHint[] {
  const retry = valueNode(node, "Retry");
  if (retry?.kind !== "array") return [];
  return retry.items.flatMap((retrier: Node): InlayHint[] => {
    const errors = valueNode(retrier, "ErrorEquals");
    const missing = RETRIER_DEFAULTS.filter((name) => property(retrier, name) === undefined);
    const defaults = missing.flatMap((name) => {
      const value = fieldDoc("retrier", name)?.default;
      return value === undefined ? [] : [`${name} ${value}`];
    });
    if (errors === undefined || defaults.length === 0) return [];
    return [{ offset: errors.end, label: defaults.join(", "), tooltip: "Defaults of this retrier" }];
  });
}
