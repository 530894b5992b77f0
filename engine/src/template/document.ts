/**
 * One version of one template, and what the features ask of it: its resources, and the documents of other languages that
 * are embedded in it.
 */
import type { DocumentOptions } from "../editor/recognition.ts";
import type { BaseDocument } from "../editor/types.ts";
import type { ParsedText, TextLanguage } from "../text/parsed.ts";
import { buildTemplate } from "./build.ts";
import { type EmbeddedDocuments, embeddedIn } from "./embedded.ts";
import type { Template } from "./model.ts";
import { type Part, partsOf } from "./parts.ts";

export interface TemplateDocument extends BaseDocument {
  readonly kind: "template";
  readonly options: DocumentOptions;
  /** Undefined where the text holds nothing like a template. */
  readonly template: Template | undefined;
  /** Where other languages stand, and the files that resources are made from. */
  readonly embedded: EmbeddedDocuments;
  /** The embedded documents of languages that Sluice knows, opened. */
  readonly parts: readonly Part[];
}

export function openTemplate(parsed: ParsedText, options: DocumentOptions = {}): TemplateDocument {
  return new LazyTemplate(parsed, options);
}

const NOTHING: EmbeddedDocuments = { documents: [], files: [] };

class LazyTemplate implements TemplateDocument {
  readonly kind = "template";
  readonly text: string;
  readonly language: TextLanguage;
  readonly parsed: ParsedText;
  readonly options: DocumentOptions;
  #template: { readonly template: Template | undefined } | undefined;
  #embedded: EmbeddedDocuments | undefined;
  #parts: readonly Part[] | undefined;

  constructor(parsed: ParsedText, options: DocumentOptions) {
    this.text = parsed.text;
    this.language = parsed.language;
    this.parsed = parsed;
    this.options = options;
  }

  get template(): Template | undefined {
    this.#template ??= { template: buildTemplate(this.parsed.root) };
    return this.#template.template;
  }

  get embedded(): EmbeddedDocuments {
    this.#embedded ??= this.template === undefined ? NOTHING : embeddedIn(this.template, this.parsed);
    return this.#embedded;
  }

  get parts(): readonly Part[] {
    this.#parts ??= partsOf(this.embedded.documents, this.parsed);
    return this.#parts;
  }
}
