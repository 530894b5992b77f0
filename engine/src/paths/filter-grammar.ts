/**
 * The condition of a filter, `[?( ... )]`, as Jayway reads it.
 * https://github.com/json-path/JsonPath#filter-operators
 */
import type { JsonValue } from "../json.ts";
import { FILTER_OPERATORS, type Filter, type FilterOperand, type FilterOperator } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { readFilterPath, readLiteral } from "./grammar.ts";

/** Parentheses and negations inside one filter. */
const MAX_NESTING = 50;

const WORD = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const PATTERN = /\/((?:[^/\\]|\\.)*)\/([a-zA-Z]*)/y;
/** Java's flags that JavaScript has too; the others change nothing that JSON text can show. */
const PATTERN_FLAGS: Readonly<Record<string, string>> = { i: "i", m: "m", s: "s", u: "", d: "", U: "" };

/** Behind the `?`: `( condition )`. */
export function readFilter(cursor: Cursor, depth: number): Filter {
  cursor.skipBlanks();
  if (cursor.peek() !== "(") cursor.fail("A filter is written [?( condition )].");
  return readOr(cursor, depth, 0);
}

function readOr(cursor: Cursor, depth: number, nesting: number): Filter {
  return readChain(cursor, "||", "or", () => readAnd(cursor, depth, nesting));
}

function readAnd(cursor: Cursor, depth: number, nesting: number): Filter {
  return readChain(cursor, "&&", "and", () => readUnary(cursor, depth, nesting));
}

function readChain(cursor: Cursor, sign: string, kind: "and" | "or", read: () => Filter): Filter {
  const first = read();
  const parts = [first];
  cursor.skipBlanks();
  while (cursor.accept(sign)) {
    parts.push(read());
    cursor.skipBlanks();
  }
  return parts.length === 1 ? first : { kind, parts };
}

function readUnary(cursor: Cursor, depth: number, nesting: number): Filter {
  if (nesting > MAX_NESTING) cursor.fail(`Filters may not nest more than ${MAX_NESTING} levels deep.`);
  cursor.skipBlanks();
  if (cursor.peek() === "!" && cursor.peek(1) !== "=") {
    cursor.at += 1;
    return { kind: "not", part: readUnary(cursor, depth, nesting + 1) };
  }
  if (!cursor.accept("(")) return readComparison(cursor, depth);
  const inner = readOr(cursor, depth, nesting + 1);
  cursor.skipBlanks();
  cursor.expect(")", "Expected ) here.");
  return inner;
}

function readComparison(cursor: Cursor, depth: number): Filter {
  const start = cursor.at;
  const left = readOperand(cursor, depth);
  cursor.skipBlanks();
  const operator = readOperator(cursor);
  if (operator === undefined) {
    if (left.kind === "path") return { kind: "exists", path: left };
    return cursor.fail("Expected a comparison.", start, cursor.at - start);
  }
  cursor.skipBlanks();
  return { kind: "comparison", operator, left, right: readOperand(cursor, depth) };
}

function readOperator(cursor: Cursor): FilterOperator | undefined {
  for (const operator of FILTER_OPERATORS) {
    if (
      !cursor.text
        .slice(cursor.at, cursor.at + operator.length)
        .toLowerCase()
        .startsWith(operator)
    )
      continue;
    const wordGoesOn = /^[a-z]/.test(operator) && /[\w$]/.test(cursor.peek(operator.length));
    if (wordGoesOn) continue;
    cursor.at += operator.length;
    return operator;
  }
  return undefined;
}

function readOperand(cursor: Cursor, depth: number): FilterOperand {
  const next = cursor.peek();
  if (next === "@" || next === "$") return readFilterPath(cursor, depth);
  if (next === "/") return { kind: "pattern", pattern: readPattern(cursor) };
  if (next === "[" || next === "{") return { kind: "literal", value: readJson(cursor) };
  return { kind: "literal", value: readLiteralOrWord(cursor) };
}

/** AWS takes a bare word for a text: `[?(@.Name == Receipt)]`. */
function readLiteralOrWord(cursor: Cursor): JsonValue {
  const word = cursor.take(WORD);
  if (word === undefined) return readLiteral(cursor);
  return word === "true" ? true : word === "false" ? false : word === "null" ? null : word;
}

function readPattern(cursor: Cursor): RegExp {
  const start = cursor.at;
  PATTERN.lastIndex = start;
  const [text, source = "", javaFlags = ""] = PATTERN.exec(cursor.text) ?? [];
  if (text === undefined) return cursor.fail("The regular expression is not closed: expected /.");
  cursor.at += text.length;
  const flags = [...javaFlags].map(
    (flag) => PATTERN_FLAGS[flag] ?? cursor.fail(`Unknown flag '${flag}'.`, start, text.length),
  );
  try {
    // Jayway asks for the whole text to match, not for a part of it.
    return new RegExp(`^(?:${source})$`, [...new Set(flags.join(""))].join(""));
  } catch {
    return cursor.fail("This is not a regular expression.", start, text.length);
  }
}

/** A list or an object in JSON's spelling, or in single quotes as Jayway allows: `['a', 'b']`. */
function readJson(cursor: Cursor): JsonValue {
  const start = cursor.at;
  const text = cursor.text.slice(start, endOfJson(cursor));
  for (const candidate of [text, withDoubleQuotes(text)]) {
    try {
      const value: JsonValue = JSON.parse(candidate);
      cursor.at = start + text.length;
      return value;
    } catch {
      // The other spelling, or the mistake below.
    }
  }
  return cursor.fail("This is not a JSON value.", start, text.length);
}

/** Index behind the bracket that closes the one here; brackets inside strings do not count. */
function endOfJson(cursor: Cursor): number {
  let depth = 0;
  let quote = "";
  for (let at = cursor.at; at < cursor.text.length; at++) {
    const character = cursor.text.charAt(at);
    if (quote !== "") {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (character === "[" || character === "{") depth += 1;
    else if (character === "]" || character === "}") {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return cursor.fail("The brackets are not closed.");
}

function withDoubleQuotes(text: string): string {
  return text.replace(/'((?:[^'\\]|\\.)*)'/g, (_all, inner: string) => JSON.stringify(inner.replace(/\\'/g, "'")));
}
