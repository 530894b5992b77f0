/**
 * One version of one definition, and everything that the editor features ask of it: read once, when first asked.
 * Features are functions of a document and an offset; they keep no state of their own.
 */
import type { DocumentOptions } from "../editor/recognition.ts";
import type { BaseDocument } from "../editor/types.ts";
import type { ParsedText, TextLanguage } from "../text/parsed.ts";
import { buildMachine } from "./build.ts";
import { type DocumentIndex, indexMachine } from "./document-index.ts";
import type { Machine } from "./model.ts";

export interface AslDocument extends BaseDocument {
  readonly kind: "asl";
  readonly options: DocumentOptions;
  /** Undefined where the text holds nothing like a state machine. */
  readonly machine: Machine | undefined;
  /** Which node is which state, scope or transition. */
  readonly index: DocumentIndex;
}

export function openAsl(parsed: ParsedText, options: DocumentOptions = {}): AslDocument {
  return new LazyDocument(parsed, options);
}

class LazyDocument implements AslDocument {
  readonly kind = "asl";
  readonly text: string;
  readonly language: TextLanguage;
  readonly parsed: ParsedText;
  readonly options: DocumentOptions;
  #machine: { readonly machine: Machine | undefined } | undefined;
  #index: DocumentIndex | undefined;

  constructor(parsed: ParsedText, options: DocumentOptions) {
    this.text = parsed.text;
    this.language = parsed.language;
    this.parsed = parsed;
    this.options = options;
  }

  get machine(): Machine | undefined {
    this.#machine ??= { machine: buildMachine(this.parsed.root) };
    return this.#machine.machine;
  }

  get index(): DocumentIndex {
    this.#index ??= indexMachine(this.machine);
    return this.#index;
  }
}
