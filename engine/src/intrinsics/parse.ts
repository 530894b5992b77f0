/**
 * Text to CompiledIntrinsic, with a place for every part and a mistake for whatever AWS refuses.
 * https://states-language.net/spec.html#intrinsic-functions
 */
import { MAX_INTRINSIC_NESTING } from "../limits.ts";
import { type Cursor, parseWhole } from "../paths/cursor.ts";
import { readPathPrefix } from "../paths/parse.ts";
import type { TextMistake } from "../paths/types.ts";
import { remember } from "../text/remember.ts";
import type { CompiledIntrinsic, IntrinsicArgument, IntrinsicCall } from "./ast.ts";
import { INTRINSIC_FUNCTIONS, type IntrinsicFunction } from "./table.ts";

export type { CompiledIntrinsic } from "./ast.ts";

const NAME = /[A-Za-z_][\w.]*/y;
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /[A-Za-z_]\w*/y;
const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);
const ESCAPABLE = "'{}\\";

/** The same object for the same text, as long as it is remembered. Never throws. */
export const parseIntrinsic: (text: string) => CompiledIntrinsic | TextMistake = remember((text) =>
  parseWhole(text, readIntrinsic),
);

export function isIntrinsicMistake(parsed: CompiledIntrinsic | TextMistake): parsed is TextMistake {
  return "message" in parsed;
}

function readIntrinsic(cursor: Cursor): CompiledIntrinsic {
  const call = readCall(cursor, 1);
  cursor.skipBlanks();
  if (!cursor.done) cursor.fail("The function call ends before this.");
  return { text: cursor.text, call };
}

function readCall(cursor: Cursor, depth: number): IntrinsicCall {
  const start = cursor.at;
  const name = cursor.take(NAME) ?? cursor.fail("Expected an intrinsic function, such as States.Format('{}', $.name).");
  const known = INTRINSIC_FUNCTIONS.get(name) ?? cursor.fail(unknownName(name), start, name.length);
  if (depth > MAX_INTRINSIC_NESTING) {
    cursor.fail(
      `Intrinsic functions may stand at most ${MAX_INTRINSIC_NESTING} deep inside each other.`,
      start,
      name.length,
    );
  }
  cursor.skipBlanks();
  cursor.expect("(", `Expected ( behind ${name}.`);
  const given = readArguments(cursor, depth);
  if (given.length < known.minArguments || given.length > known.maxArguments) {
    cursor.fail(`${name} takes ${arity(known)}, not ${given.length}.`, start, cursor.at - start);
  }
  return { kind: "call", name, arguments: given, start, end: cursor.at };
}

function unknownName(name: string): string {
  const wanted = name.replace(/^states\.?/i, "").toLowerCase();
  const close = [...INTRINSIC_FUNCTIONS.keys()].find((known) => known.toLowerCase() === `states.${wanted}`);
  return close === undefined
    ? `Unknown intrinsic function '${name}'. AWS has ${[...INTRINSIC_FUNCTIONS.keys()].join(", ")}.`
    : `Unknown intrinsic function '${name}'. Did you mean ${close}?`;
}

function arity({ minArguments: min, maxArguments: max }: IntrinsicFunction): string {
  const count = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `${min} or more` : `${min} to ${max}`;
  return `${count} argument${count === "1" ? "" : "s"}`;
}

function readArguments(cursor: Cursor, depth: number): readonly IntrinsicArgument[] {
  const given: IntrinsicArgument[] = [];
  cursor.skipBlanks();
  if (cursor.accept(")")) return given;
  for (;;) {
    cursor.skipBlanks();
    given.push(readArgument(cursor, depth));
    cursor.skipBlanks();
    if (cursor.accept(")")) return given;
    cursor.expect(",", "Expected , or ) here.");
  }
}

function readArgument(cursor: Cursor, depth: number): IntrinsicArgument {
  const start = cursor.at;
  if (cursor.peek() === "'") return { kind: "literal", ...readText(cursor), start, end: cursor.at };
  if (cursor.peek() === "$") return { kind: "path", path: readPathPrefix(cursor), start, end: cursor.at };
  if (cursor.peek() === '"') cursor.fail("Texts stand in single quotes here.", start);
  const number = cursor.take(NUMBER);
  if (number !== undefined) return { kind: "literal", value: Number(number), start, end: cursor.at };
  const word = cursor.take(WORD);
  const value = word === undefined ? undefined : WORDS.get(word);
  if (value !== undefined) return { kind: "literal", value, start, end: cursor.at };
  cursor.at = start;
  if (word !== undefined) return readCall(cursor, depth + 1);
  return cursor.fail("Expected a text in single quotes, a number, true, false, null, a path or a function call.");
}

/** Only `\'`, `\{`, `\}` and `\\` are escapes; AWS refuses any other at creation. */
function readText(cursor: Cursor): { readonly value: string; readonly raw: string } {
  const open = cursor.at;
  cursor.at += 1;
  let value = "";
  while (!cursor.done) {
    const character = cursor.peek();
    if (character === "'") {
      const raw = cursor.text.slice(open + 1, cursor.at);
      cursor.at += 1;
      return { value, raw };
    }
    if (character === "\\") {
      const escaped = cursor.peek(1);
      if (escaped === "" || !ESCAPABLE.includes(escaped)) {
        cursor.fail("A backslash may stand only before ' { } and another backslash.", cursor.at, 2);
      }
      value += escaped;
      cursor.at += 2;
    } else {
      value += character;
      cursor.at += 1;
    }
  }
  return cursor.fail("The text is not closed: expected '.", open);
}
