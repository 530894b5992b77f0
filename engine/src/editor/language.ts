/**
 * What a language is: one plain object of functions over its documents; what it lacks it leaves out. Documents are told
 * apart by `kind`. The shells know neither: they ask `languages/features.ts`, which looks the language up in
 * `languages/table.ts`.
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
import type { Problem } from "../problem.ts";
import type { RuleInfo } from "../rules/types.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { DocumentOptions } from "./recognition.ts";
import type { SemanticToken } from "./semantic-tokens.ts";
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
} from "./types.ts";

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
