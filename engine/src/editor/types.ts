/** What the editor features of every language are asked and what they answer: plain data, places as UTF-16 offsets. */
import type { Problem, TextEdit } from "../problem.ts";
import type { ParsedText, TextLanguage } from "../text/parsed.ts";
import type { Recognized } from "./recognition.ts";

/**
 * One version of one open document. It need not be a whole file: `text` is what offsets count in, `parsed.root` the
 * document's own value.
 */
export interface BaseDocument {
  /** Tells the languages apart. */
  readonly kind: string;
  readonly text: string;
  readonly language: TextLanguage;
  readonly parsed: ParsedText;
}

/** A place in the document that was asked. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A selection, or a cursor where both are the same. */
export type Selection = Place;

/**
 * The files around a document that belong to it, as its language has named them (`filesBeside`) and the shell has read
 * them. The same object for as long as no text in it changes, so that what is found out about it can be kept.
 */
export interface Surroundings {
  /** By what they are to the document: "input", "mocks", "messages", ... A file that does not exist is missing. */
  readonly files: Readonly<Record<string, FileBeside>>;
}

export interface FileBeside {
  readonly uri: string;
  readonly text: string;
  /** What it has been recognised as; undefined for a file that is none of ours. */
  readonly holds?: Recognized | undefined;
}

export interface HoverText extends Place {
  readonly markdown: string;
}

export interface DefinitionPlace extends Place {
  /** The document that the place is in; left out: the one that was asked. */
  readonly uri?: string;
  /** What was clicked. */
  readonly origin: Place;
  /** The name itself, within the whole. */
  readonly nameStart: number;
  readonly nameEnd: number;
}

export interface DocumentLink extends Place {
  readonly target: string;
  readonly tooltip: string;
}

export interface FoldingRange extends Place {
  readonly kind: "region" | "comment";
}

export interface FormatOptions {
  /** One level of indentation, for a document that has none yet. */
  readonly indent: string;
  /** Add a line end behind the last line. Default false. */
  readonly finalNewline?: boolean;
}

/** What an entry is; editors have an icon for each. */
export type CompletionKind = "field" | "value" | "state" | "error" | "function" | "variable" | "member";

/** What completion offers, as edits of the document. */
export interface CompletionEntry {
  readonly kind: CompletionKind;
  readonly label: string;
  /** One line beside the label. */
  readonly detail?: string;
  readonly markdown?: string;
  /** What is replaced, as offsets. */
  readonly start: number;
  readonly end: number;
  /** An LSP snippet where `snippet` says so, else plain text. */
  readonly newText: string;
  readonly snippet: boolean;
  /** What the text between `start` and the cursor is matched with. */
  readonly filterText: string;
  /** Commas that are missing around it. */
  readonly extraEdits?: readonly TextEdit[];
}

/** What the editor lets the user change, and the name as it is. */
export interface RenameTarget extends Place {
  readonly name: string;
}

export type Renamed = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

export interface InlayHint {
  /** Shown behind this offset. */
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
  /** What a pattern says to a sample message: shown also where other hints are not wanted. */
  readonly isVerdict?: true;
}

/** A line of words above a place. */
export interface Lens extends Place {
  readonly title: string;
  /** What a click does; left out: nothing, the words are all. */
  readonly action?: LensAction;
  /** Of `open`: the address of the file. */
  readonly target?: string;
}

/**
 * `tryMessage` tries messages on the pattern, `tryRedrive` a message that fails on the queue, `open` opens a file, `simulate`
 * shows the flow of messages.
 */
export type LensAction = "run" | "step" | "tryMessage" | "tryRedrive" | "open" | "simulate";

export interface SignatureHelp {
  /** "States.MathRandom(start, end, [seed])". */
  readonly label: string;
  readonly markdown: string;
  /** Places in the label, and what they mean. */
  readonly parameters: readonly { readonly start: number; readonly end: number; readonly markdown: string }[];
  /** Index of the parameter that the cursor is at; behind the last one where there are too many arguments. */
  readonly activeParameter: number;
}

/** What a symbol is; editors have an icon for each. */
export type SymbolType =
  | "Task"
  | "Pass"
  | "Choice"
  | "Wait"
  | "Succeed"
  | "Fail"
  | "Parallel"
  | "Map"
  | "unknown state"
  | "branch"
  | "section"
  | "resource"
  | "value"
  | "field"
  | "sample";

/** An entry of the outline. */
export interface DocumentSymbol extends Place {
  readonly name: string;
  /** What a list shows behind the name: "Task, start". */
  readonly detail: string;
  readonly type: SymbolType;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly children: readonly DocumentSymbol[];
}

/** LSP's kinds. `quickfix` mends or silences a problem; `source.*` are about the whole file. */
export type CodeActionKind =
  | "quickfix"
  | "refactor.extract"
  | "refactor.rewrite"
  | "source.fixAll"
  | "source.sortStates";

/** What can be done to a document at the press of a key. */
export interface CodeAction {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** They do not overlap. Empty where `disabled` says why nothing can be done. */
  readonly edits: readonly TextEdit[];
  /** What a quick fix mends. */
  readonly problem?: Problem;
  /** The one fix that is surely meant; editors apply it with one key. */
  readonly preferred?: true;
  /** Why the action cannot be done here, for a person. */
  readonly disabled?: string;
}

export interface CodeActionOptions {
  /** Only kinds at or below these: `refactor` wants `refactor.extract`, too. Left out: all but `source`. */
  readonly only?: readonly string[];
  /** The problems to mend: all of the document's, or those that settings leave. */
  readonly problems: readonly Problem[];
}

/** Everything that is known under a name. */
export interface Explanation {
  readonly name: string;
  /** "rule", "field of Task state", "error name", ... */
  readonly kind: string;
  /** One line: type, default, what it is limited to. */
  readonly facts: string;
  /** Markdown. */
  readonly text: string;
  /** Documents with a mistake and without it; empty but for rules. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
  readonly link: string;
}
