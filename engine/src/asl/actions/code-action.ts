/** What can be done to a definition at the press of a key: plain edits, applied as a whole or not at all. */
import type { Problem, TextEdit } from "../../problem.ts";

/** LSP's kinds. `quickfix` mends or silences a problem; `source.*` are about the whole file. */
export type CodeActionKind =
  | "quickfix"
  | "refactor.extract"
  | "refactor.rewrite"
  | "source.fixAll"
  | "source.sortStates";

export interface CodeAction {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** UTF-16 offsets into the document; they do not overlap. Empty where `disabled` says why nothing can be done. */
  readonly edits: readonly TextEdit[];
  /** What a quick fix mends. */
  readonly problem?: Problem;
  /** The one fix that is surely meant; editors apply it with one key. */
  readonly preferred?: true;
  /** Why the action cannot be done here, for a person. */
  readonly disabled?: string;
}

/** A selection, or a cursor where both are the same. */
export interface Selection {
  readonly start: number;
  readonly end: number;
}
