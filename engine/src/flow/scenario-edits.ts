/** Changes of a scenario's or template's text: only what is changed is written, a person's own lines stay as they are. */
import { applyEdits, columnOf, isBracketed, type Style, styleOf } from "../editor/compose.ts";
import { addItem, addProperty } from "../editor/object-edits.ts";
import { yamlScalar } from "../editor/yaml-text.ts";
import { isObject, type JsonValue } from "../json.ts";
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

/** JSON on one line is YAML, too, so that any value fits in the place of any other. */
function replaced(node: Node, value: JsonValue, style: Style): TextEdit {
  const { text, language } = style.parsed;
  const isMissing = node.kind === "missing";
  const end = isMissing ? node.end : node.start + text.slice(node.start, node.end).trimEnd().length;
  const isBlock =
    language === "yaml" && (node.kind === "object" || node.kind === "array") && !isBracketed(node, style.parsed);
  const written = language === "yaml" && typeof value === "string" ? yamlScalar(value) : inline(value, language);
  // What stood on lines of its own is one line now: its key's.
  if (isBlock && node.parent?.kind === "property") return { start: node.parent.key.end, end, newText: `: ${written}` };
  if (isBlock) return { start: node.start, end, newText: written.replaceAll("\n", `\n${columnOf(style, node.start)}`) };
  return { start: node.start, end, newText: isMissing ? ` ${written}` : written };
}

function inline(value: JsonValue, language: ParsedText["language"]): string {
  if (language === "json") return JSON.stringify(value);
  if (typeof value === "string") return yamlScalar(value);
  if (Array.isArray(value)) return `[${value.map((item) => inline(item, language)).join(", ")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, inner]) => `${yamlScalar(key)}: ${inline(inner, language)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
