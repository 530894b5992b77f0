/** Small edits of one object: a property added, taken away or given another value, in JSON and in both forms of YAML. */
import type { JsonValue } from "../json.ts";
import type { TextEdit } from "../problem.ts";
import type { ArrayNode, Node, ObjectNode, Property } from "../text/tree.ts";
import {
  columnOf,
  indentOf,
  isBracketed,
  itemText,
  type Member,
  memberText,
  replacementText,
  type Style,
  valueText,
} from "./compose.ts";

/** Adds `key: value` behind `after`, or behind the last property; undefined where the object cannot be added to. */
export function addProperty(
  object: ObjectNode,
  key: string,
  value: JsonValue,
  style: Style,
  after: Property | undefined = object.properties.at(-1),
): TextEdit | undefined {
  const { text, language } = style.parsed;
  const member: Member = { key, draft: { value } };
  if (isAlias(object, style) || after?.value.kind === "missing") return undefined;
  if (after === undefined) {
    if (!isBracketed(object, style.parsed)) return undefined;
    return { start: object.start, end: object.end, newText: replacementText({ members: [member], of: object }, style) };
  }
  if (language === "yaml" && !isBracketed(object, style.parsed)) {
    const indent = columnOf(style, object.start);
    const end = endOfLine(text, after);
    return { start: end, end, newText: style.lineEnd + indent + memberText(member, indent, style, false, false) };
  }
  const { end } = after;
  const first = object.properties[0] as Property;
  const inline = !text.slice(object.start, first.start).includes("\n");
  const indent = indentOf(style, first.start);
  const separator = inline ? ", " : `,${style.lineEnd}${indent}`;
  return { start: end, end, newText: separator + memberText(member, indent, style, inline, true) };
}

/** Adds a value behind the last item of a list that has one, as that item is written: in a block of its own or in brackets. */
export function addItem(list: ArrayNode, value: JsonValue, style: Style): TextEdit | undefined {
  const [first, last] = [list.items[0], list.items.at(-1)];
  if (first === undefined || last === undefined || isAlias(list, style)) return undefined;
  const { text } = style.parsed;
  if (isBracketed(list, style.parsed)) {
    const isOnOneLine = !text.slice(list.start, first.start).includes("\n");
    const separator = isOnOneLine ? ", " : `,${style.lineEnd}${indentOf(style, first.start)}`;
    return { start: last.end, end: last.end, newText: separator + valueText({ value }, "", style, true) };
  }
  const end = endOfLine(text, last);
  const indent = columnOf(style, list.start);
  const item = isBracketed(last, style.parsed)
    ? valueText({ value }, indent, style, true)
    : itemText({ value }, `${indent}  `, style);
  return { start: end, end, newText: `${style.lineEnd}${indent}- ${item}` };
}

/** Where the last line of a part of a block ends, comments included; a block scalar already holds its line ends. */
export function endOfLine(text: string, part: Pick<Node, "start" | "end">): number {
  const end = part.start + text.slice(part.start, part.end).trimEnd().length;
  const lineEnd = text.indexOf("\n", end);
  const found = lineEnd < 0 ? text.length : lineEnd;
  return text[found - 1] === "\r" ? found - 1 : found;
}

/** Takes a property away: its line in YAML, its comma in brackets. */
export function removeProperty(property: Property, style: Style): TextEdit {
  const { text, language } = style.parsed;
  const { properties } = property.parent;
  const index = properties.indexOf(property);
  const [before, next] = [properties[index - 1], properties[index + 1]];
  if (language === "yaml" && !isBracketed(property.parent, style.parsed)) {
    if (before === undefined && next !== undefined) return { start: property.start, end: next.start, newText: "" };
    if (before === undefined) return { start: property.start, end: property.end, newText: "{}" };
    const lineStart = text.lastIndexOf("\n", property.start - 1);
    const start = text[lineStart - 1] === "\r" ? lineStart - 1 : lineStart;
    return { start, end: endOfLine(text, property), newText: "" };
  }
  const start = before === undefined ? property.start : before.end;
  const end = before === undefined && next !== undefined ? next.start : property.end;
  return { start, end, newText: "" };
}

/** A node that stands for an alias elsewhere in YAML has no text of its own to change. */
export function isAlias(node: Node, { parsed: { text, language } }: Style): boolean {
  return language === "yaml" && text[node.start] === "*";
}
