/**
 * Every message between the extension host and the filter bench. Plain data; offsets are UTF-16. The host knows files and
 * editors, the view asks the engine about patterns and messages.
 */
import type { BenchPattern, NearestChange, SamplesEdit } from "@sluice/engine";

/** Host to view. */
export type FilterHostMessage =
  | {
      readonly type: "patterns";
      /** What brings the document back after a restart of the window. */
      readonly uri: string;
      /** File name without folders. */
      readonly name: string;
      readonly patterns: readonly BenchPattern[];
    }
  /** The file of sample messages; `text` undefined: there is none yet. */
  | { readonly type: "messages"; readonly name: string; readonly text: string | undefined }
  /** Choose the pattern at a pointer. */
  | { readonly type: "choose"; readonly pointer: string };

/** View to host. */
export type FilterViewMessage =
  | { readonly type: "ready" }
  /** The bench of these patterns has been drawn: for those who wait for it. */
  | { readonly type: "drawn"; readonly patterns: number; readonly messages: number }
  /** Show a place of the document, offsets; `focus` moves the keyboard there as well. */
  | { readonly type: "reveal"; readonly start: number; readonly end: number; readonly focus: boolean }
  | { readonly type: "openMessages" }
  /** Edit the file of messages; it is made where there is none. */
  | { readonly type: "editMessages"; readonly edit: SamplesEdit }
  /** Put a value into a list of the pattern at a pointer. */
  | { readonly type: "changePattern"; readonly pointer: string; readonly change: NearestChange };
