/**
 * One version of one open text, and everything that the editor features ask of it: read once, when first asked.
 * Features are functions of a document and an offset; they keep no state of their own.
 */

import type { Problem } from "../../problem.ts";
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
 * Opens a text for the editor features. `previous` is the version before: where the text is the same, it is answered
 * again, so that nothing is read twice.
 */
export function openDocument(text: string, language: TextLanguage, previous?: AslDocument): AslDocument {
  if (previous !== undefined && previous.text === text && previous.language === language) return previous;
  return new LazyDocument(text, language);
}

class LazyDocument implements AslDocument {
  readonly text: string;
  readonly language: TextLanguage;
  #parsed: ParsedText | undefined;
  #machine: { readonly machine: Machine | undefined } | undefined;
  #index: DocumentIndex | undefined;
  #problems: readonly Problem[] | undefined;

  constructor(text: string, language: TextLanguage) {
    this.text = text;
    this.language = language;
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
