/** What can be done to a pattern: fixes of its problems, and what one often wants of a key. */
import { styleOf } from "../../editor/compose.ts";
import { addItem } from "../../editor/object-edits.ts";
import { fixActions, ownFixes, wants } from "../../editor/quick-fixes.ts";
import type { CodeAction, CodeActionOptions, Selection } from "../../editor/types.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { ParsedText } from "../../text/parsed.ts";
import type { ArrayNode, Node } from "../../text/tree.ts";
import type { PatternDocument } from "../types.ts";
import { placeInPattern } from "./place.ts";
import { fieldName } from "./words.ts";

/** In the order in which an editor shows them. */
export function codeActions(
  { parsed }: PatternDocument,
  selection: Selection,
  options: CodeActionOptions,
): readonly CodeAction[] {
  const fixes = fixActions(selection, options, ownFixes);
  const list = listAround(nodeAt(parsed.root, selection.start));
  if (list === undefined || !wants("refactor.rewrite", options)) return fixes;
  return [...fixes, ...alsoAbsent(list, parsed), ...insteadOf(list, parsed.text)];
}

/** The list of alternatives that a node is the key of, or lies in. */
function listAround(node: Node | undefined): ArrayNode | undefined {
  for (let at = node; at !== undefined; at = at.parent?.kind === "property" ? at.parent.parent : at.parent) {
    const value = at.parent?.kind === "property" && at.parent.key === at ? at.parent.value : at;
    if (value.kind === "array" && placeInPattern(value).role === "alternatives") return value;
    if (value !== at) return undefined;
  }
  return undefined;
}

/** Most operators want the key to be there, `anything-but` above all. */
function alsoAbsent(list: ArrayNode, parsed: ParsedText): readonly CodeAction[] {
  const hasExists = list.items.some((item) => item.kind === "object" && item.properties[0]?.key.value === "exists");
  const edit = hasExists ? undefined : addItem(list, { exists: false }, styleOf(parsed));
  if (edit === undefined) return [];
  const title = `Also match where ${fieldName(placeInPattern(list).path)} is not there`;
  return [{ title, kind: "refactor.rewrite", edits: [edit] }];
}

/** Plain values of one type are the other way round with one `anything-but`. */
function insteadOf({ items, start, end }: ArrayNode, text: string): readonly CodeAction[] {
  const [first] = items;
  const isPlain = first?.kind === "string" || first?.kind === "number";
  if (text[start] !== "[" || !isPlain || items.some(({ kind }) => kind !== first.kind)) return [];
  const newText = `[{ "anything-but": ${text.slice(start, end)} }]`;
  return [{ title: "Match anything but these values", kind: "refactor.rewrite", edits: [{ start, end, newText }] }];
}
