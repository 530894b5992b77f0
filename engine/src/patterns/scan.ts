/**
 * Finds fields in the JSON text of an event in one pass, without building anything of what nobody asked for. Every
 * function answers the offset behind what it has read, or -1 where the text is no JSON.
 * https://www.rfc-editor.org/rfc/rfc8259
 */
import { MAX_NESTING_DEPTH } from "../limits.ts";
import { childFor } from "./fields.ts";
import { addFound, type FoundFields, type Membership } from "./found.ts";
import { type NumberRules, readNumber } from "./numbers.ts";
import type { FieldNode, Scalar } from "./types.ts";

const QUOTE = 34;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const SPACE = 32;

/** Puts what the text holds into `found`; false where it is no JSON object. */
export function scanEvent(text: string, fields: FieldNode, numbers: NumberRules, found: FoundFields): boolean {
  const start = skipSpace(text, 0);
  if (text.charCodeAt(start) !== OPEN_BRACE) return false;
  const end = new Scan(text, numbers, found).object(start, fields, undefined, 0);
  return end >= 0 && skipSpace(text, end) === text.length;
}

class Scan {
  private readonly text: string;
  private readonly numbers: NumberRules;
  private readonly found: FoundFields;

  constructor(text: string, numbers: NumberRules, found: FoundFields) {
    this.text = text;
    this.numbers = numbers;
    this.found = found;
  }

  /** An object whose brace stands at `start`. */
  object(start: number, parent: FieldNode, membership: Membership | undefined, depth: number): number {
    const { text } = this;
    if (depth > MAX_NESTING_DEPTH) return -1;
    let at = skipSpace(text, start + 1);
    if (text.charCodeAt(at) === CLOSE_BRACE) return at + 1;
    for (;;) {
      if (text.charCodeAt(at) !== QUOTE) return -1;
      const keyEnd = skipString(text, at);
      if (keyEnd < 0) return -1;
      const child = this.childAt(parent, at, keyEnd);
      at = skipSpace(text, keyEnd);
      if (text.charCodeAt(at) !== COLON) return -1;
      at = skipSpace(text, at + 1);
      at = child === undefined ? skipValue(text, at, depth) : this.value(at, child, membership, depth);
      if (at < 0) return -1;
      at = skipSpace(text, at);
      const code = text.charCodeAt(at);
      if (code === CLOSE_BRACE) return at + 1;
      if (code !== COMMA) return -1;
      at = skipSpace(text, at + 1);
    }
  }

  /** What lies behind the key between two quotes. */
  private childAt(parent: FieldNode, start: number, end: number): FieldNode | undefined {
    const { text } = this;
    const length = end - start - 2;
    if (parent.byStep === undefined) {
      const { children } = parent;
      for (let i = 0; i < children.length; i++) {
        const child = children[i] as FieldNode;
        if (child.step.length === length && text.startsWith(child.step, start + 1)) return child;
      }
      if (!isUnusual(text, start + 1, end - 1)) return undefined;
    }
    return childFor(parent, stringAt(text, start, end));
  }

  private value(at: number, field: FieldNode, membership: Membership | undefined, depth: number): number {
    const { text } = this;
    const code = text.charCodeAt(at);
    if (code === OPEN_BRACE) {
      return field.children.length === 0 ? skipValue(text, at, depth) : this.object(at, field, membership, depth + 1);
    }
    if (code === OPEN_BRACKET) return this.array(at, field, membership, depth + 1);
    const end = skipScalar(text, at, code);
    if (end >= 0 && field.field >= 0) addFound(this.found, field.field, this.scalar(at, end, code), membership);
    return end;
  }

  private array(start: number, field: FieldNode, outer: Membership | undefined, depth: number): number {
    const { text, found } = this;
    if (depth > MAX_NESTING_DEPTH) return -1;
    const array = found.arrays++;
    let at = skipSpace(text, start + 1);
    if (text.charCodeAt(at) === CLOSE_BRACKET) return at + 1;
    for (let index = 0; ; index++) {
      const code = text.charCodeAt(at);
      const nested = code === OPEN_BRACE || code === OPEN_BRACKET;
      at = this.value(at, field, nested ? { array, index, outer } : outer, depth);
      if (at < 0) return -1;
      at = skipSpace(text, at);
      const next = text.charCodeAt(at);
      if (next === CLOSE_BRACKET) return at + 1;
      if (next !== COMMA) return -1;
      at = skipSpace(text, at + 1);
    }
  }

  private scalar(start: number, end: number, code: number): Scalar {
    const { text } = this;
    if (code === QUOTE) return stringAt(text, start, end);
    if (code === MINUS || (code >= ZERO && code <= NINE)) return readNumber(text.slice(start, end), this.numbers);
    return code === 110 ? null : code === 116;
  }
}

/** A key with a dot or an escape in it. */
function isUnusual(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT || code === BACKSLASH) return true;
  }
  return false;
}

/** The string between two quotes; its escapes have been checked. */
function stringAt(text: string, start: number, end: number): string {
  const value = text.slice(start + 1, end - 1);
  return value.includes("\\") ? (JSON.parse(text.slice(start, end)) as string) : value;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== SPACE && code !== 10 && code !== 13 && code !== 9) return at;
    at++;
  }
}

function skipString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at + 1;
    if (code < SPACE) return -1;
    if (code === BACKSLASH) {
      const length = escapeLength(text, at);
      if (length === 0) return -1;
      at += length - 1;
    }
  }
  return -1;
}

/** Of the escape at a backslash; 0 where JSON has none such. */
function escapeLength(text: string, at: number): number {
  const char = text.charAt(at + 1);
  if (char === "u") return /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : 0;
  return char !== "" && '"\\/bfnrt'.includes(char) ? 2 : 0;
}

/** A string, a number, true, false or null that begins with the given character. */
function skipScalar(text: string, at: number, code: number): number {
  if (code === QUOTE) return skipString(text, at);
  if (code === MINUS || (code >= ZERO && code <= NINE)) return skipNumber(text, at);
  for (const word of ["true", "false", "null"]) if (text.startsWith(word, at)) return at + word.length;
  return -1;
}

function skipDigits(text: string, start: number): number {
  let at = start;
  for (let code = text.charCodeAt(at); code >= ZERO && code <= NINE; code = text.charCodeAt(at)) at++;
  return at;
}

function skipNumber(text: string, start: number): number {
  const first = text.charCodeAt(start) === MINUS ? start + 1 : start;
  let at = skipDigits(text, first);
  // One digit at least, and no other behind a zero.
  if (at === first || (at > first + 1 && text.charCodeAt(first) === ZERO)) return -1;
  if (text.charCodeAt(at) === DOT) {
    const end = skipDigits(text, at + 1);
    if (end === at + 1) return -1;
    at = end;
  }
  const code = text.charCodeAt(at);
  if (code !== 101 && code !== 69) return at;
  const sign = text.charCodeAt(at + 1);
  const digits = sign === 43 || sign === MINUS ? at + 2 : at + 1;
  const end = skipDigits(text, digits);
  return end === digits ? -1 : end;
}

/** Any value that nobody asks for. */
function skipValue(text: string, at: number, depth: number): number {
  const code = text.charCodeAt(at);
  if (code === OPEN_BRACE) return skipMembers(text, at, depth + 1, CLOSE_BRACE);
  if (code === OPEN_BRACKET) return skipMembers(text, at, depth + 1, CLOSE_BRACKET);
  return skipScalar(text, at, code);
}

function skipMembers(text: string, start: number, depth: number, close: number): number {
  if (depth > MAX_NESTING_DEPTH) return -1;
  let at = skipSpace(text, start + 1);
  if (text.charCodeAt(at) === close) return at + 1;
  for (;;) {
    if (close === CLOSE_BRACE) {
      at = text.charCodeAt(at) === QUOTE ? skipString(text, at) : -1;
      if (at < 0) return -1;
      at = skipSpace(text, at);
      if (text.charCodeAt(at) !== COLON) return -1;
      at = skipSpace(text, at + 1);
    }
    at = skipValue(text, at, depth);
    if (at < 0) return -1;
    at = skipSpace(text, at);
    const code = text.charCodeAt(at);
    if (code === close) return at + 1;
    if (code !== COMMA) return -1;
    at = skipSpace(text, at + 1);
  }
}
