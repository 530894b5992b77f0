/** What is known of a document before it is read, and how a file is known to hold one. */
import type { PatternDialect } from "../patterns/types.ts";
import type { TextLanguage } from "../text/parsed.ts";
import type { DocumentKind, MachineType } from "../vocabulary.ts";

/** What is known of a document from outside of its text: from its name, from settings, from the template around it. */
export interface DocumentOptions {
  /** Of a state machine. Left out: what only concerns Express workflows is not reported. */
  readonly machineType?: MachineType;
  /** Where a pattern is used. Left out, a filter policy's scope follows from its text, and a pattern is a rule's. */
  readonly dialect?: PatternDialect;
  /** What a redrive policy is an attribute of; left out: a queue. */
  readonly redriveOf?: "queue" | "subscription";
}

/** What a file holds, and what its name says about that. */
export interface Recognized {
  readonly kind: DocumentKind;
  readonly options: DocumentOptions;
}

/** How a file is known to hold a document of one kind. Kept apart from the languages, so that to ask it loads none. */
export interface Recognition {
  readonly kind: DocumentKind;
  /** What a person calls one: "state machine". */
  readonly title: string;
  /** An editor's language ids that are for this kind alone. */
  readonly languageIds: readonly string[];
  /** Of the files that are so by their names. */
  readonly fileName: RegExp;
  /** What else a name says. */
  readonly optionsOf?: (name: string) => DocumentOptions;
  /** Others use the same names: whether the head of a text speaks against it. */
  readonly isNot?: (text: string) => boolean;
  /** By what the head of a text holds; left out where content tells nothing. */
  readonly looksLike?: (text: string, language: TextLanguage) => boolean;
}
