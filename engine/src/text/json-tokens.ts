/**
 * The tokens of JSON text: jsonc-parser's, and bare `${Name}` placeholders. White space is skipped and comments, which
 * AWS refuses, are reported.
 */
import { createScanner } from "jsonc-parser";
import { MAX_TEXT_PROBLEMS } from "../limits.ts";
import type { Problem } from "../problem.ts";
import { PLACEHOLDER, syntaxProblem } from "./parsed.ts";

// jsonc-parser's SyntaxKind and ScanError, which are const enums and so do not exist at run time.
export const OPEN_BRACE = 1;
export const CLOSE_BRACE = 2;
export const OPEN_BRACKET = 3;
export const CLOSE_BRACKET = 4;
export const COMMA = 5;
export const COLON = 6;
export const NULL = 7;
export const TRUE = 8;
export const FALSE = 9;
export const STRING = 10;
export const NUMBER = 11;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
export const UNKNOWN = 16;
export const EOF = 17;
/** Ours: a bare `${Name}`. */
export const PLACEHOLDER_TOKEN = 18;

/** A cursor over the tokens; it stands on one. */
export class JsonTokens {
  readonly problems: Problem[];
  readonly text: string;
  token = EOF;
  /** Of the token; `end` is exclusive. */
  start = 0;
  end = 0;
  /** Where the token before ends. */
  lastEnd = 0;
  readonly #scanner;

  constructor(text: string, problems: Problem[]) {
    this.text = text;
    this.problems = problems;
    this.#scanner = createScanner(text, false);
  }

  next(): void {
    this.lastEnd = Math.max(this.lastEnd, this.end);
    let position = this.end;
    for (;;) {
      position = skipSpace(this.text, position);
      if (this.text.charCodeAt(position) === 36 && this.#placeholder(position)) return;
      this.#scanner.setPosition(position);
      this.token = this.#scanner.scan();
      this.start = this.#scanner.getTokenOffset();
      // An open comment ends behind the text, by the scanner's count.
      this.end = Math.min(this.#scanner.getPosition(), this.text.length);
      if (this.token !== LINE_COMMENT && this.token !== BLOCK_COMMENT) return;
      if (this.problems.length < MAX_TEXT_PROBLEMS) {
        const message = "JSON has no comments: AWS refuses this text. A `Comment` field can say it.";
        this.problems.push(syntaxProblem("json-comment", this.start, this.end, message));
      }
      position = this.end;
    }
  }

  /** Nothing more is read. */
  stop(): void {
    this.token = EOF;
  }

  isValue(): boolean {
    const { token } = this;
    return (
      token === OPEN_BRACE ||
      token === OPEN_BRACKET ||
      (token >= NULL && token <= NUMBER) ||
      token === PLACEHOLDER_TOKEN
    );
  }

  /** `"Next":` then a line `"End": true`: the string is the next key, not the value. */
  followedByColon(): boolean {
    return this.token === STRING && this.text.charCodeAt(skipSpace(this.text, this.end)) === 58;
  }

  /** A string's value, with escapes resolved. */
  value(): string {
    return this.#scanner.getTokenValue();
  }

  /** jsonc-parser's ScanError; 0 where there is none. */
  error(): number {
    return this.#scanner.getTokenError();
  }

  /** The token as messages quote it. */
  word(): string {
    return `\`${this.text.slice(this.start, Math.min(this.end, this.start + 30))}\``;
  }

  #placeholder(position: number): boolean {
    PLACEHOLDER.lastIndex = position;
    if (!PLACEHOLDER.test(this.text)) return false;
    this.token = PLACEHOLDER_TOKEN;
    this.start = position;
    this.end = PLACEHOLDER.lastIndex;
    return true;
  }
}

export function skipSpace(text: string, offset: number): number {
  for (let at = offset; ; at++) {
    const code = text.charCodeAt(at);
    // A byte order mark is no mistake: editors write it, and AWS's tools drop it.
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && !(code === 0xfeff && at === 0)) return at;
  }
}

export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
