/**
 * What the text of a scalar says: line folding, escapes, the core schema.
 * https://yaml.org/spec/1.2.2/#chapter-7-flow-style-productions, https://yaml.org/spec/1.2.2/#103-core-schema
 */
import { booleanNode, nullNode, numberNode, placeholderNode, stringNode } from "../build.ts";
import { wholePlaceholder } from "../parsed.ts";
import type { Node } from "../tree.ts";

const NULL = /^(?:~|[Nn]ull|NULL)?$/;
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const INTEGER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const NOT_FINITE = /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/;

/** A plain scalar by the core schema; a whole `${Name}` stands for what a deployment tool puts there. */
export function plainNode(start: number, end: number, text: string): Node {
  // Most plain scalars begin with a letter that none of these begins with.
  if (!/^[-+.0-9~nNtTfF$]/.test(text) && text !== "") return stringNode(start, end, text, true);
  if (NULL.test(text)) return nullNode(start, end);
  if (BOOLEAN.test(text)) return booleanNode(start, end, /^t/i.test(text));
  if (INTEGER.test(text) || FLOAT.test(text)) return numberNode(start, end, Number(text));
  if (NOT_FINITE.test(text)) return numberNode(start, end, notFinite(text));
  return textNode(start, end, text);
}

/** A plain scalar that is text whatever it looks like. */
export function textNode(start: number, end: number, text: string): Node {
  const name = wholePlaceholder(text);
  return name === undefined ? stringNode(start, end, text, true) : placeholderNode(start, end, name);
}

function notFinite(text: string): number {
  if (/nan/i.test(text)) return Number.NaN;
  return text.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Lines of a flow scalar as one: a line end becomes a blank, empty lines become line ends. */
export function foldLines(source: string): string {
  if (!source.includes("\n")) return source;
  const lines = source.split(/\r?\n/);
  let folded = (lines[0] as string).replace(/[ \t]+$/, "");
  let empty = 0;
  for (const [index, line] of lines.entries()) {
    if (index === 0) continue;
    const isLast = index === lines.length - 1;
    const text = line.replace(/^[ \t]+/, "");
    const content = isLast ? text : text.replace(/[ \t]+$/, "");
    if (content === "" && !isLast) {
      empty++;
      continue;
    }
    folded += (empty === 0 ? " " : "\n".repeat(empty)) + content;
    empty = 0;
  }
  return folded;
}

/** What stands between single quotes. */
export function singleQuoted(source: string): string {
  return foldLines(source).replaceAll("''", "'");
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  "\t": "\t",
};

const DOUBLE_QUOTED = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|[\s\S])|[ \t]*\r?\n[ \t\r\n]*/g;

/** What stands between double quotes; `refuse` is told of escapes that YAML does not have, by their index. */
export function doubleQuoted(source: string, refuse: (index: number, length: number) => void): string {
  if (!source.includes("\\") && !source.includes("\n")) return source;
  return source.replace(DOUBLE_QUOTED, (part: string, index: number) => {
    if (!part.startsWith("\\")) return foldedBreak(part);
    const kind = part[1] as string;
    if (kind === "\n" || kind === "\r") return "";
    const known = ESCAPES[kind];
    if (known !== undefined) return known;
    const code = part.length > 2 ? Number.parseInt(part.slice(2), 16) : Number.NaN;
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    refuse(index, part.length);
    return part;
  });
}

function foldedBreak(blank: string): string {
  const breaks = blank.split("\n").length - 1;
  return breaks === 1 ? " " : "\n".repeat(breaks - 1);
}
