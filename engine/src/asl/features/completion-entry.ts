/** What completion offers: plain data, as edits of the document. */
import type { TextEdit } from "../../problem.ts";

export type CompletionKind = "field" | "value" | "state" | "error" | "function" | "variable" | "member";

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

/** Plain text as a snippet that inserts just that. */
export function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

/** True for snippets with a hole or an escape; others can be inserted as they are. */
export function isSnippet(text: string): boolean {
  return /\$|\\/.test(text);
}
