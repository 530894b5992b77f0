/** Changes of a scenario's or template's text: only what is changed is written, a person's own lines stay as they are. */
import {
  applyEdits,
  columnOf,
  indentOf,
  isBracketed,
  itemText,
  memberText,
  type Style,
  styleOf,
  valueText,
} from "../editor/compose.ts";
import { addItem, addProperty } from "../editor/object-edits.ts";
import type { JsonValue } from "../json.ts";
import type { TextEdit } from "../problem.ts";
import { property } from "../text/navigate.ts";
import { parseText } from "../text/parse.ts";
import { breaksOf, type ParsedText } from "../text/parsed.ts";
import type { Node } from "../text/tree.ts";

export type Path = readonly (string | number)[];

/** The text with a value at a path, whose objects are made where they are missing. Undefined: it cannot be written there. */
export function setIn(
  text: string,
  language: ParsedText["language"],
  path: Path,
  value: JsonValue,
): string | undefined {
  const edit = editOf(text, language, path, value);
  return edit && applyEdits(text, [edit]);
}

/** The same as an edit. */
export function editOf(
  text: string,
  language: ParsedText["language"],
  path: Path,
  value: JsonValue,
): TextEdit | undefined {
  const parsed = parseText(text, language);
  if (breaksOf(parsed).length > 0) return undefined;
  const style = styleOf(parsed);
  let at: Node = parsed.root;
  for (const [depth, step] of path.entries()) {
    const next =
      at.kind === "object"
        ? property(at, String(step))?.value
        : at.kind === "array"
          ? at.items[Number(step)]
          : undefined;
    if (next !== undefined && next.kind !== "missing" && next.kind !== "null") {
      at = next;
      continue;
    }
    const rest = nested(path.slice(depth + 1), value);
    if (next !== undefined) return replaced(next, rest, style);
    return at.kind === "object" ? addProperty(at, String(step), rest, style) : undefined;
  }
  return replaced(at, value, style);
}

/** The text with one more item in a list of its root, which is made where it is missing. */
export function addTo(text: string, language: ParsedText["language"], path: Path, item: JsonValue): string | undefined {
  const parsed = parseText(text, language);
  const list = path.reduce<Node | undefined>((at, step) => {
    return at?.kind === "array" ? at.items[Number(step)] : at && property(at, String(step))?.value;
  }, parsed.root);
  if (list?.kind !== "array" || list.items.length === 0) return setIn(text, language, path, [item]);
  const edit = addItem(list, item, styleOf(parsed));
  return edit && applyEdits(text, [edit]);
}

function nested(path: Path, value: JsonValue): JsonValue {
  return path.reduceRight<JsonValue>((inner, step) => ({ [step]: inner }), value);
}

/** What stands in brackets stays on its line; elsewhere YAML is written in blocks, as what is around it. */
function replaced(node: Node, value: JsonValue, style: Style): TextEdit {
  const { text, language } = style.parsed;
  const isMissing = node.kind === "missing";
  const end = isMissing ? node.end : node.start + text.slice(node.start, node.end).trimEnd().length;
  const draft = { value };
  if (language === "json" || isInBrackets(node, style.parsed)) {
    const newText = valueText(draft, indentOf(style, node.start), style, language === "yaml");
    return { start: node.start, end, newText: isMissing ? ` ${newText}` : newText };
  }
  const { parent } = node;
  if (parent?.kind !== "property") {
    return { start: node.start, end, newText: itemText(draft, columnOf(style, node.start), style) };
  }
  const member = { key: parent.key.value, draft, from: parent };
  return { start: parent.start, end, newText: memberText(member, columnOf(style, parent.start), style, false, false) };
}

function isInBrackets(node: Node, parsed: ParsedText): boolean {
  for (let at: Node | undefined = node; at !== undefined; at = containerOf(at))
    if (isBracketed(at, parsed)) return true;
  return false;
}

function containerOf({ parent }: Node): Node | undefined {
  return parent?.kind === "property" ? parent.parent : parent;
}
