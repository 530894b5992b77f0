/**
 * Finds fields in the JSON text of an event in one pass, without building anything of what nobody asked for. Every
 * function answers the offset behind what it has read, or -1 where the text is no JSON.
 * https://www.rfc-editor.org/rfc/rfc8259
 */
import { MAX_NESTING_DEPTH } from "../limits.ts";
import { childFor } from "./fields.ts";
import type { LeafSink, Membership } from "./found.ts";
import { behind, codeAt, nextMember, skipColon, skipPlainString, skipSpace, skipValue, standsIn } from "./json-skip.ts";
import { type NumberRules, readNumberIn } from "./numbers.ts";
import type { FieldNode, Scalar } from "./types.ts";

const QUOTE = 34;
const MINUS = 45;
const DOT = 46;
const NINE = 57;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const LOWER_N = 110;
const LOWER_T = 116;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/** What is the same for the whole text. */
interface Task {
  readonly text: string;
  readonly numbers: NumberRules;
  readonly leaves: LeafSink;
}

/** Puts what the text holds into `leaves`; false where it is no JSON object. */
export function scanEvent(text: string, fields: FieldNode, numbers: NumberRules, leaves: LeafSink): boolean {
  const start = skipSpace(text, 0);
  if (codeAt(text, start) !== OPEN_BRACE) return false;
  const end = scanObject({ text, numbers, leaves }, start, fields, undefined, 0);
  return end >= 0 && skipSpace(text, end) === text.length;
}

/** Gives the values of a JSON text to `leaf`: those of its lists, or the one that it is; nothing of what is no JSON. */
export function scanLeaves(text: string, numbers: NumberRules, leaf: (value: Scalar) => void): void {
  const start = skipSpace(text, 0);
  const end = skipValue(text, start, codeAt(text, start), 0);
  if (end < 0 || skipSpace(text, end) !== text.length) return;
  const leaves: LeafSink = { arrays: 0, add: (_, value) => leaf(value) };
  scanValue({ text, numbers, leaves }, start, LEAF, undefined, 0);
}

const LEAF: FieldNode = { step: "", quoted: "", field: 0, children: [], byStep: undefined };

/** An object whose brace stands at `start`. */
function scanObject(
  task: Task,
  start: number,
  parent: FieldNode,
  membership: Membership | undefined,
  depth: number,
): number {
  const { text } = task;
  if (depth > MAX_NESTING_DEPTH) return -1;
  let at = skipSpace(text, start + 1);
  if (codeAt(text, at) === CLOSE_BRACE) return at + 1;
  for (;;) {
    if (codeAt(text, at) !== QUOTE) return -1;
    let child = standingChild(parent, text, at + 1);
    if (child === undefined) {
      const keyEnd = skipPlainString(text, at, DOT);
      if (keyEnd === -1) return -1;
      child = keyEnd > 0 ? childByStep(parent, text, at, keyEnd) : childFor(parent, unescaped(text, at, -keyEnd));
      at = skipColon(text, Math.abs(keyEnd));
    } else {
      at = skipColon(text, at + 1 + child.quoted.length);
    }
    if (at < 0) return -1;
    if (child === undefined) at = skipValue(text, at, codeAt(text, at), depth);
    else at = scanValue(task, at, child, membership, depth);
    if (at < 0) return -1;
    at = nextMember(text, at, CLOSE_BRACE);
    if (at <= 0) return behind(at);
  }
}

/** The child whose name, and the quote behind it, stands there: found without looking for the end of the key first. */
function standingChild({ byStep, children }: FieldNode, text: string, start: number): FieldNode | undefined {
  if (byStep !== undefined) return undefined;
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as FieldNode;
    const { quoted } = child;
    const fits = quoted !== "" && start + quoted.length <= text.length;
    if (fits && standsIn(text, start, quoted)) return child;
  }
  return undefined;
}

/** What lies behind a key without dots and escapes where children are many; of few each has been looked at. */
function childByStep({ byStep }: FieldNode, text: string, start: number, end: number): FieldNode | undefined {
  return byStep?.get(text.slice(start + 1, end - 1));
}

function scanValue(
  task: Task,
  at: number,
  field: FieldNode,
  membership: Membership | undefined,
  depth: number,
): number {
  const { text } = task;
  const code = codeAt(text, at);
  if (code === QUOTE && field.field >= 0) return scanString(task, at, field, membership);
  if (code === OPEN_BRACE && field.children.length > 0) return scanObject(task, at, field, membership, depth + 1);
  if (code === OPEN_BRACKET) return scanArray(task, at, field, membership, depth + 1);
  const end = skipValue(text, at, code, depth);
  if (end >= 0 && code !== OPEN_BRACE && field.field >= 0) {
    task.leaves.add(field.field, scalarAt(task, at, end, code), membership);
  }
  return end;
}

function scanString(
  { text, leaves }: Task,
  start: number,
  { field }: FieldNode,
  membership: Membership | undefined,
): number {
  const end = skipPlainString(text, start, QUOTE);
  if (end === -1) return -1;
  if (end > 0 && leaves.addText !== undefined) leaves.addText(field, text, start + 1, end - 1, membership);
  else leaves.add(field, end > 0 ? text.slice(start + 1, end - 1) : unescaped(text, start, -end), membership);
  return end > 0 ? end : -end;
}

function scanArray(task: Task, start: number, field: FieldNode, outer: Membership | undefined, depth: number): number {
  const { text, leaves } = task;
  if (depth > MAX_NESTING_DEPTH) return -1;
  const array = leaves.arrays++;
  let at = skipSpace(text, start + 1);
  if (codeAt(text, at) === CLOSE_BRACKET) return at + 1;
  for (let index = 0; ; index++) {
    const code = codeAt(text, at);
    const nested = code === OPEN_BRACE || code === OPEN_BRACKET;
    at = scanValue(task, at, field, nested ? { array, index, outer } : outer, depth);
    if (at < 0) return -1;
    at = nextMember(text, at, CLOSE_BRACKET);
    if (at <= 0) return behind(at);
  }
}

function scalarAt({ text, numbers }: Task, start: number, end: number, code: number): Scalar {
  if (code <= NINE && code >= MINUS) return readNumberIn(text, start, end, numbers);
  return code === LOWER_N ? null : code === LOWER_T;
}

/** The string between two quotes; its escapes have been checked. */
function unescaped(text: string, start: number, end: number): string {
  return JSON.parse(text.slice(start, end)) as string;
}
