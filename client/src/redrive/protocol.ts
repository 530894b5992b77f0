/** Every message between the extension host and the redrive bench. Plain data; offsets are UTF-16. */
import type { RedriveSetting, RedriveSubject } from "@sluice/engine";

/** Host to view. */
export type RedriveHostMessage =
  | {
      readonly type: "redrives";
      /** What brings the document back after a restart of the window. */
      readonly uri: string;
      /** File name without folders. */
      readonly name: string;
      readonly subjects: readonly RedriveSubject[];
    }
  /** Choose the queue at a pointer. */
  | { readonly type: "choose"; readonly pointer: string };

/** View to host. */
export type RedriveViewMessage =
  | { readonly type: "ready" }
  /** The story has been drawn: for those who wait for it. */
  | { readonly type: "drawn" }
  /** Show a place of the document, offsets; `focus` moves the keyboard there as well. */
  | { readonly type: "reveal"; readonly start: number; readonly end: number; readonly focus: boolean }
  /** Write a setting into the document. */
  | { readonly type: "set"; readonly path: NonNullable<RedriveSetting["path"]>; readonly value: number };
