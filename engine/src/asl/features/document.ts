/**
 * One version of one open text, and everything that the editor features ask of it: read once, when first asked.
 * Features are functions of a document and an offset; they keep no state of their own.
 */

import type { Problem, TextEdit } from "../../problem.ts";
import { editText } from "../../text/edit.ts";
import { parseText } from "../../text/parse.ts";
import type { ParsedText, TextLanguage } from "../../text/parsed.ts";
import { buildMachine } from "../build.ts";
import { checkParsed } from "../check.ts";
import type { Machine } from "../model.ts";
import { type DocumentIndex, indexMachine } from "./document-index.ts";

export interface AslDocument {
  readonly text: string;
  readonly language: TextLanguage;
  readonly parsed: ParsedText;
  /** Undefined where the text holds nothing like a state machine. */
  readonly machine: Machine | undefined;
  /** As `check` answers them. */
  readonly problems: readonly Problem[];
  /** Which node is which state, scope or transition. */
  readonly index: DocumentIndex;
}

/**
 * Opens a text for the editor features. `previous` is the version before, which must not be asked any more: what did
 * not change is taken over from it.
 */
export function openDocument(text: string, language: TextLanguage, previous?: AslDocument): AslDocument {
  if (previous === undefined || previous.language !== language) return new LazyDocument(text, language);
  if (previous.text === text) return previous;
  return new LazyDocument(text, language, editText(previous.parsed, difference(previous.text, text), text));
}

/** One edit that makes `after` of `before`: what lies between their common beginning and their common end. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const start = sameLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const ends = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  const same = sameLength(shorter - start, (from, to) => ends(before, from, to) === ends(after, from, to));
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}

/** Long pieces are compared at once: that is hundreds of times faster than character by character. */
const PIECE_LENGTH = 8_192;

/** How far, up to `limit`, everything is the same; `isSame` compares what lies between two distances. */
function sameLength(limit: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  for (let step = PIECE_LENGTH; step >= 1; step = step === 1 ? 0 : Math.ceil(step / 8)) {
    while (known + step <= limit && isSame(known, known + step)) known += step;
  }
  return known;
}

class LazyDocument implements AslDocument {
  readonly text: string;
  readonly language: TextLanguage;
  #parsed: ParsedText | undefined;
  #machine: { readonly machine: Machine | undefined } | undefined;
  #index: DocumentIndex | undefined;
  #problems: readonly Problem[] | undefined;

  constructor(text: string, language: TextLanguage, parsed?: ParsedText) {
    this.text = text;
    this.language = language;
    this.#parsed = parsed;
  }

  get parsed(): ParsedText {
    this.#parsed ??= parseText(this.text, this.language);
    return this.#parsed;
  }

  get machine(): Machine | undefined {
    this.#machine ??= { machine: buildMachine(this.parsed.root) };
    return this.#machine.machine;
  }

  get problems(): readonly Problem[] {
    this.#problems ??= checkParsed(this.parsed);
    return this.#problems;
  }

  get index(): DocumentIndex {
    this.#index ??= indexMachine(this.machine);
    return this.#index;
  }
}
