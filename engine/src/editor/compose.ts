/**
 * Text for what an edit puts into a document, in the document's own language, indentation and line ends. What is kept is
 * copied as it stands, comments included; only what is new is written.
 */
import { isObject, type JsonValue } from "../json.ts";
import type { TextEdit } from "../problem.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { ArrayNode, Node, ObjectNode, Property } from "../text/tree.ts";
import { yamlScalar } from "./yaml-text.ts";

/** A value to be written: a node kept as it is, new data, or a container of both. */
export type Draft =
  | { readonly keep: Node }
  | { readonly moved: Moved }
  | { readonly value: JsonValue }
  | ObjectDraft
  | ArrayDraft;

/** A value that is taken to another place: with edits inside of it, and indented as that place wants it. */
export interface Moved {
  readonly node: Node;
  readonly edits: readonly TextEdit[];
}

export interface ObjectDraft {
  readonly members: readonly Member[];
  /** Lends its layout: on one line or several, with braces or without. */
  readonly of?: ObjectNode;
}

export interface ArrayDraft {
  readonly items: readonly Draft[];
  readonly of?: ArrayNode;
}

export interface Member {
  readonly key: string;
  readonly draft: Draft;
  /** The property that it was: keeps the spelling of its key and its comments. */
  readonly from?: Property;
  /** Comments before it that stand outside of the object that `from` is the first property of. */
  readonly before?: readonly string[];
}

export interface Style {
  readonly parsed: ParsedText;
  /** One level of indentation. */
  readonly unit: string;
  readonly lineEnd: string;
}

/** New containers up to this length without containers inside stand on one line. */
const SHORT = 60;

export function styleOf(parsed: ParsedText): Style {
  const { text, language } = parsed;
  const unit = language === "json" ? /\n([ \t]+)\S/.exec(text)?.[1] : yamlUnit(text);
  return { parsed, unit: unit ?? "  ", lineEnd: text.includes("\r\n") ? "\r\n" : "\n" };
}

/** How much deeper than its key the first block of a mapping stands. */
function yamlUnit(text: string): string | undefined {
  return /^( *)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?: *#[^\n]*\n)*\1( +)[^\s#-]/m.exec(text)?.[2];
}

/** White space up to the column of an offset. */
export function columnOf({ parsed: { text } }: Style, offset: number): string {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return text.slice(start, offset).replace(/[^\t]/g, " ");
}

/** White space at the start of the line that an offset lies on. */
export function indentOf({ parsed: { text } }: Style, offset: number): string {
  return /^[ \t]*/.exec(text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset))?.[0] ?? "";
}

/** True where an object or array is written with its brackets. */
export function isBracketed(node: Node, { text }: ParsedText): boolean {
  return text[node.start] === "{" || text[node.start] === "[";
}

/** The text that stands in the place of an object or array. */
export function replacementText(draft: ObjectDraft | ArrayDraft, style: Style): string {
  const { of } = draft;
  if (of === undefined) throw new Error("only what stands in the document can be replaced");
  if (isBlock(draft, style, false)) return blockText(draft, columnOf(style, of.start), style);
  return flowText(draft, indentOf(style, of.start), style, false);
}

/** `key: value` for an object whose members are indented by `indent`; `inline` where they share one line. */
export function memberText(member: Member, indent: string, style: Style, inline: boolean, flow: boolean): string {
  const { key, draft, from } = member;
  const { text, language } = style.parsed;
  const same = from !== undefined && from.key.value === key;
  const quoted = language === "json" || (from !== undefined && text[from.key.start] === '"');
  const name = same ? text.slice(from.key.start, from.key.end) : quoted ? JSON.stringify(key) : yamlScalar(key);
  if ("keep" in draft && from !== undefined && draft.keep === from.value) {
    return `${name}${text.slice(from.key.end, from.end).trimEnd()}`;
  }
  const opened = open(draft);
  const comment = from === undefined || flow ? "" : (/^:([ \t]+#[^\r\n]*)/.exec(text.slice(from.key.end))?.[1] ?? "");
  if ("moved" in opened) return `${name}:${comment}${movedText(opened.moved, indent, style)}`;
  if (("members" in opened || "items" in opened) && !flow && isBlock(opened, style, inline)) {
    const inner = opened.of === undefined ? indent + style.unit : columnOf(style, opened.of.start);
    return `${name}:${comment}${style.lineEnd}${inner}${blockText(opened, inner, style)}`;
  }
  return `${name}: ${valueText(opened, indent, style, inline)}`;
}

/** What follows `key:`. A block of YAML begins on a line of its own. */
function movedText({ node, edits }: Moved, indent: string, style: Style): string {
  const { parsed, lineEnd, unit } = style;
  const isBlock = parsed.language === "yaml" && node.kind === "object" && !isBracketed(node, parsed);
  const text = applyEdits(parsed.text.slice(node.start, node.end).trimEnd(), edits, -node.start);
  if (!isBlock) return ` ${reindented(text, indentOf(style, node.start), indent)}`;
  return lineEnd + indent + unit + reindented(text, columnOf(style, node.start), indent + unit);
}

/** The text after edits, whose offsets are moved by `shift`. */
export function applyEdits(text: string, edits: readonly TextEdit[], shift = 0): string {
  const last = edits.toSorted((a, b) => b.start - a.start || b.end - a.end);
  return last.reduce(
    (so, { start, end, newText }) => so.slice(0, start + shift) + newText + so.slice(end + shift),
    text,
  );
}

/** All lines but the first, which is put where it belongs. */
function reindented(text: string, from: string, to: string): string {
  return text.replaceAll(/\n([ \t]*)(?=\S)/g, (_, lead: string) => {
    return `\n${lead.startsWith(from) ? to + lead.slice(from.length) : lead}`;
  });
}

/** A value that begins where the text is put: data in brackets, `inline` where they share one line. */
export function valueText(draft: Draft, indent: string, style: Style, inline: boolean): string {
  const opened = open(draft);
  if ("moved" in opened) return movedText(opened.moved, indent, style).trimStart();
  if ("keep" in opened) return style.parsed.text.slice(opened.keep.start, opened.keep.end).trimEnd();
  if (!("value" in opened)) return flowText(opened, indent, style, inline);
  const { value } = opened;
  return style.parsed.language === "yaml" && typeof value === "string" ? yamlScalar(value) : JSON.stringify(value);
}

/** Data as a draft of what it is made of. */
function open(draft: Draft): Draft {
  if (!("value" in draft)) return draft;
  const { value } = draft;
  if (Array.isArray(value)) return { items: value.map((item: JsonValue) => ({ value: item })) };
  if (isObject(value)) return { members: Object.entries(value).map(([key, of]) => ({ key, draft: { value: of } })) };
  return draft;
}

function isBlock(draft: ObjectDraft | ArrayDraft, { parsed }: Style, inline: boolean): boolean {
  if (parsed.language === "json" || inline) return false;
  if ((("members" in draft ? draft.members : draft.items) as readonly unknown[]).length === 0) return false;
  return draft.of === undefined || !isBracketed(draft.of, parsed);
}

/** YAML without brackets. The first line stands where the text is put, the others are indented. */
function blockText(draft: ObjectDraft | ArrayDraft, indent: string, style: Style): string {
  const separator = style.lineEnd + indent;
  if ("items" in draft) return draft.items.map((item) => `- ${itemText(item, `${indent}  `, style)}`).join(separator);
  return draft.members
    .map((member) => {
      const { before: own, behind } = commentsOf(member, style);
      const before = [...(member.before ?? []), ...own];
      return [...before, `${memberText(member, indent, style, false, false)}${behind}`].join(separator);
    })
    .join(separator);
}

/** What stands behind the dash of an item, whose further lines are indented by `indent`. */
export function itemText(item: Draft, indent: string, style: Style): string {
  const opened = open(item);
  const isContainer = "members" in opened || "items" in opened;
  if (isContainer && isBlock(opened, style, false)) return blockText(opened, indent, style);
  return valueText(opened, indent, style, false);
}

/** Comments on the lines before a property and at the end of its last line. */
function commentsOf(
  { from }: Member,
  { parsed: { text } }: Style,
): { readonly before: readonly string[]; readonly behind: string } {
  if (from === undefined) return { before: [], behind: "" };
  const { properties } = from.parent;
  const previous = properties[properties.indexOf(from) - 1];
  const gap = previous === undefined ? "" : text.slice(previous.end, from.start);
  // What stands behind the previous value on its own line is that one's comment.
  const lines = gap.split("\n").slice(gap.startsWith("\n") || text[(previous?.end ?? 0) - 1] === "\n" ? 0 : 1);
  const behind = text[from.end - 1] === "\n" ? "" : (/^[ \t]+#[^\r\n]*/.exec(text.slice(from.end))?.[0] ?? "");
  return { before: lines.map((line) => line.trim()).filter((line) => line.startsWith("#")), behind };
}

/** JSON, and YAML in brackets. `indent` is that of the line on which it begins. */
function flowText(draft: ObjectDraft | ArrayDraft, indent: string, style: Style, inline: boolean): string {
  const isArray = "items" in draft;
  const [opening, closing] = isArray ? ["[", "]"] : ["{", "}"];
  const parts = isArray ? draft.items : draft.members;
  if (parts.length === 0) return `${opening}${closing}`;
  const part = (one: Draft | Member, inner: string, onOneLine: boolean): string =>
    "key" in one ? memberText(one, inner, style, onOneLine, true) : valueText(one, inner, style, onOneLine);
  if (inline || isOnOneLine(draft, style)) {
    const space = draft.of === undefined ? spaceIn(style, isArray) : spaceAfter(draft.of, style);
    return `${opening}${space}${parts.map((one) => part(one, indent, true)).join(", ")}${space}${closing}`;
  }
  const firstPart = draft.of === undefined ? undefined : firstOf(draft.of);
  const inner = firstPart === undefined ? indent + style.unit : indentOf(style, firstPart.start);
  const lines = parts.map((one) => inner + part(one, inner, false)).join(`,${style.lineEnd}`);
  const last = draft.of === undefined ? indent : indentOf(style, draft.of.end - 1);
  return `${opening}${style.lineEnd}${lines}${style.lineEnd}${last}${closing}`;
}

function firstOf(node: ObjectNode | ArrayNode): { readonly start: number } | undefined {
  return node.kind === "object" ? node.properties[0] : node.items[0];
}

function isOnOneLine(draft: ObjectDraft | ArrayDraft, style: Style): boolean {
  const { text, language } = style.parsed;
  const first = draft.of === undefined ? undefined : firstOf(draft.of);
  if (draft.of !== undefined && first !== undefined) return !text.slice(draft.of.start, first.start).includes("\n");
  if (language === "yaml") return true;
  if (!text.includes("\n")) return true;
  const drafts = "items" in draft ? draft.items : draft.members.map((member) => member.draft);
  if (drafts.some((one) => !("value" in one) || (typeof one.value === "object" && one.value !== null))) return false;
  const length = drafts.reduce((sum, one) => sum + JSON.stringify((one as { value: JsonValue }).value).length + 2, 0);
  return "items" in draft && length <= SHORT;
}

function spaceAfter(node: ObjectNode | ArrayNode, { parsed: { text } }: Style): string {
  return text[node.start + 1] === " " ? " " : "";
}

/** New objects are spaced as the document's first object that stands on one line; arrays have no spaces inside. */
function spaceIn({ parsed: { text, language } }: Style, isArray: boolean): string {
  if (isArray) return "";
  return /\{( ?)["\w]/.exec(text)?.[1] ?? (language === "yaml" ? " " : "");
}
