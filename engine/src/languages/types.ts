/**
 * What Sluice knows how to read, and what a language is. A document is a member of a union told apart by `kind`; a
 * language is one plain object of functions over its documents (`table.ts` lists them all); what a language lacks it
 * leaves out. The shells know neither: they ask `features.ts`, which looks the language up.
 *
 * A document need not be a file of its own. What is embedded in a template is an ordinary document of its own kind:
 *
 * - An object in the template's own tree: `open` takes a ParsedText whose `text` is the template's and whose `root` is a
 *   tree of its own, without a parent, with the template's offsets. So every answer is right as it stands. `reread` says
 *   how completion, which asks what the text would be with one word more, finds the root again.
 * - Text in a string of the template: `open` takes the string's value, read as a text of its own. Answers speak of that
 *   text; the template maps their places, and writes their edits with the escapes of its string.
 *
 * What the template knows of it beyond its text (the type of the machine, the scope of a filter policy) goes along as
 * `DocumentOptions`. `problems` of a language are neither silenced nor set to other severities: that is done once, for
 * the file as a whole, by who shows them.
 */
import type { AslDocument } from "../asl/document.ts";
import type { SemanticToken } from "../editor/semantic-tokens.ts";
import type {
  BaseDocument,
  CodeAction,
  CodeActionOptions,
  CompletionEntry,
  DefinitionPlace,
  DocumentLink,
  DocumentSymbol,
  Explanation,
  HoverText,
  InlayHint,
  Lens,
  Place,
  Renamed,
  RenameTarget,
  Selection,
  SignatureHelp,
  Surroundings,
} from "../editor/types.ts";
import type { PatternDialect } from "../patterns/types.ts";
import type { PolicyDocument } from "../policies/types.ts";
import type { Problem } from "../problem.ts";
import type { RuleInfo } from "../rules/types.ts";
import type { MachineType } from "../run/types.ts";
import type { ScenarioDocument } from "../scenario/document.ts";
import type { TemplateDocument } from "../template/document.ts";
import type { ParsedText, TextLanguage } from "../text/parsed.ts";

export type Document = AslDocument | TemplateDocument | PolicyDocument | ScenarioDocument;

export type DocumentKind = Document["kind"];

export type DocumentOf<K extends DocumentKind> = Extract<Document, { readonly kind: K }>;

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

export interface Language<D extends BaseDocument> {
  readonly kind: D["kind"];
  /** Its own rules, and those that it shares with others. */
  readonly rules: readonly RuleInfo[];
  /** Makes a document of a text that has been read; the rest is found out when it is asked for. */
  open(parsed: ParsedText, options?: DocumentOptions): D;
  /** Sorted by place, one for each mistake, the text's own among them. */
  problems(document: D, surroundings: Surroundings): readonly Problem[];
  /** What is known under a name, apart from rules. */
  explain?(name: string): readonly Explanation[];
  /** The names that `explain` knows. */
  names?(): readonly string[];
  /** Addresses of the files that belong to a document at an address, by what they are to it. */
  filesBeside?(document: D, uri: string): Readonly<Record<string, string>>;

  codeActions?(
    document: D,
    selection: Selection,
    options: CodeActionOptions,
    surroundings: Surroundings,
  ): readonly CodeAction[];
  complete?(document: D, offset: number, surroundings: Surroundings): readonly CompletionEntry[];
  definition?(document: D, offset: number, surroundings: Surroundings): readonly DefinitionPlace[];
  documentLinks?(document: D, surroundings: Surroundings): readonly DocumentLink[];
  hover?(document: D, offset: number, surroundings: Surroundings): HoverText | undefined;
  inlayHints?(document: D, range: Place, surroundings: Surroundings): readonly InlayHint[];
  lenses?(document: D, surroundings: Surroundings): readonly Lens[];
  /** Text for a new file of sample messages, to be put at the address that `filesBeside` calls "messages". */
  newSamples?(document: D, surroundings: Surroundings): string;
  references?(document: D, offset: number, includeDeclaration: boolean): readonly Place[];
  rename?(document: D, offset: number, newName: string): Renamed;
  renameTarget?(document: D, offset: number): RenameTarget | undefined;
  /** Ranges around an offset inside of a string, from the innermost outwards; those of the tree follow by themselves. */
  rangesInString?(document: D, offset: number): readonly Place[];
  semanticTokens?(document: D, range?: Place): readonly SemanticToken[];
  signatureHelp?(document: D, offset: number): SignatureHelp | undefined;
  symbols?(document: D): readonly DocumentSymbol[];
}
