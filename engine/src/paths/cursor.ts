/** Reading a short text from left to right: what the parsers of paths, filters and intrinsic functions share. */
import type { TextMistake } from "./types.ts";

/** Thrown inside a parser and caught at its entry; never leaves the folder that parses. */
export class ParseFailure {
  readonly mistake: TextMistake;

  constructor(message: string, index: number, length: number) {
    this.mistake = { message, index, length };
  }
}

export class Cursor {
  readonly text: string;
  at: number;

  constructor(text: string, at = 0) {
    this.text = text;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** The character here, or "" at the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.at + ahead);
  }

  startsWith(part: string): boolean {
    return this.text.startsWith(part, this.at);
  }

  /** Passes `part` if it stands here. */
  accept(part: string): boolean {
    if (!this.startsWith(part)) return false;
    this.at += part.length;
    return true;
  }

  skipBlanks(): void {
    while (this.peek() === " " || this.peek() === "\t" || this.peek() === "\n" || this.peek() === "\r") this.at += 1;
  }

  /** The match of a sticky expression here, passed over. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text)?.[0];
    if (match !== undefined) this.at += match.length;
    return match;
  }

  expect(part: string, message: string): void {
    if (!this.accept(part)) this.fail(message);
  }

  /** Gives up; marks from `index` (here) to the end, or `length` characters of it. */
  fail(message: string, index = this.at, length = this.text.length - index): never {
    throw new ParseFailure(message, index, Math.max(length, 0));
  }
}

/**
 * What `read` makes of the whole of `text`, or the mistake it found. Anything else that is thrown is a programmer's
 * error and goes on.
 */
export function parseWhole<T>(text: string, read: (cursor: Cursor) => T): T | TextMistake {
  const cursor = new Cursor(text);
  try {
    return read(cursor);
  } catch (error) {
    if (error instanceof ParseFailure) return error.mistake;
    throw error;
  }
}
