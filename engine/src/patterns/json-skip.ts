/**
 * Reads over JSON that nobody asks for, and still sees whether it is JSON. Every function answers the offset behind what it
 * has read, or -1. This is the innermost loop of matching: letters take one comparison.
 */
import { MAX_NESTING_DEPTH } from "../limits.ts";

const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const UPPER_E = 69;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const LOWER_E = 101;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

/**
 * The character there; 0, which no JSON has outside of strings, behind the end. A single `charCodeAt` behind the end of a
 * text makes V8 take every character for a float from then on: nothing here ever asks there.
 */
export function codeAt(text: string, at: number): number {
  return at < text.length ? text.charCodeAt(at) : 0;
}

/** Whether `part` stands there; there is room for it. Faster than startsWith, since most differ in their first letter. */
export function standsIn(text: string, start: number, part: string): boolean {
  for (let i = 0; i < part.length; i++) if (text.charCodeAt(start + i) !== part.charCodeAt(i)) return false;
  return true;
}

/** The offset of the next character that is no white space: mostly the very next one. */
export function skipSpace(text: string, start: number): number {
  return start < text.length && text.charCodeAt(start) > SPACE ? start : skipSpaces(text, start);
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code > SPACE || (code !== SPACE && code !== 10 && code !== 13 && code !== 9)) break;
    at++;
  }
  return at;
}

/** A string from its first quote on. */
export function skipString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > BACKSLASH) continue;
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH) {
      const length = escapeLength(text, at);
      if (length === 0) return -1;
      at += length - 1;
    } else if (code < SPACE) {
      return -1;
    }
  }
  return -1;
}

/** The same; the offset is negative where an escape is in the string, or the given character. */
export function skipPlainString(text: string, start: number, other: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > BACKSLASH) continue;
    if (code === QUOTE) return at + 1;
    if (code === BACKSLASH || code === other) {
      const end = skipString(text, at - 1);
      return end < 0 ? -1 : -end;
    }
    if (code < SPACE) return -1;
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
export function skipScalar(text: string, at: number, code: number): number {
  if (code === QUOTE) return skipString(text, at);
  if (code <= NINE) return code >= ZERO || code === MINUS ? skipNumber(text, at) : -1;
  if (text.startsWith("true", at) || text.startsWith("null", at)) return at + 4;
  return text.startsWith("false", at) ? at + 5 : -1;
}

function skipDigits(text: string, start: number): number {
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code < ZERO || code > NINE) break;
    at++;
  }
  return at;
}

function skipNumber(text: string, start: number): number {
  const first = codeAt(text, start) === MINUS ? start + 1 : start;
  let at = skipDigits(text, first);
  // One digit at least, and no other behind a zero.
  if (at === first || (at > first + 1 && text.charCodeAt(first) === ZERO)) return -1;
  let code = codeAt(text, at);
  if (code === DOT) {
    const end = skipDigits(text, at + 1);
    if (end === at + 1) return -1;
    at = end;
    code = codeAt(text, at);
  }
  if (code !== LOWER_E && code !== UPPER_E) return at;
  const sign = codeAt(text, at + 1);
  const digits = sign === PLUS || sign === MINUS ? at + 2 : at + 1;
  const end = skipDigits(text, digits);
  return end === digits ? -1 : end;
}

/** Any value that begins with the given character. */
export function skipValue(text: string, at: number, code: number, depth: number): number {
  if (code === QUOTE) return skipString(text, at);
  if (code === OPEN_BRACE) return skipObject(text, at, depth + 1);
  if (code === OPEN_BRACKET) return skipArray(text, at, depth + 1);
  return skipScalar(text, at, code);
}

function skipObject(text: string, start: number, depth: number): number {
  if (depth > MAX_NESTING_DEPTH) return -1;
  let at = skipSpace(text, start + 1);
  if (codeAt(text, at) === CLOSE_BRACE) return at + 1;
  for (;;) {
    if (codeAt(text, at) !== QUOTE) return -1;
    at = skipString(text, at);
    if (at < 0) return -1;
    at = skipColon(text, at);
    if (at < 0) return -1;
    at = skipValue(text, at, codeAt(text, at), depth);
    if (at < 0) return -1;
    at = nextMember(text, at, CLOSE_BRACE);
    if (at <= 0) return behind(at);
  }
}

function skipArray(text: string, start: number, depth: number): number {
  if (depth > MAX_NESTING_DEPTH) return -1;
  let at = skipSpace(text, start + 1);
  if (codeAt(text, at) === CLOSE_BRACKET) return at + 1;
  for (;;) {
    at = skipValue(text, at, codeAt(text, at), depth);
    if (at < 0) return -1;
    at = nextMember(text, at, CLOSE_BRACKET);
    if (at <= 0) return behind(at);
  }
}

/** The colon behind a key, and the space around it; answers where the value begins. */
export function skipColon(text: string, start: number): number {
  if (codeAt(text, start) === COLON) return skipSpace(text, start + 1);
  const at = skipSpaces(text, start);
  return codeAt(text, at) === COLON ? skipSpace(text, at + 1) : -1;
}

/**
 * What stands behind a member or element: answers where the next one begins behind a comma; behind the closing bracket
 * the negated offset; 0, where none can be, for anything else.
 */
export function nextMember(text: string, start: number, close: number): number {
  let at = start;
  let code = codeAt(text, at);
  if (code <= SPACE) {
    at = skipSpaces(text, start);
    code = codeAt(text, at);
  }
  if (code === COMMA) return skipSpace(text, at + 1);
  return code === close ? -(at + 1) : 0;
}

/** From what `nextMember` says where it found no other. */
export function behind(next: number): number {
  return next < 0 ? -next : -1;
}
