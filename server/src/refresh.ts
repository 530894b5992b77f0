/**
 * What is shown in a document may come from a file beside it: while that one is typed into, editors are told to ask again
 * for lenses and hints, which they do by themselves only in the document that changes.
 */
import type { Connection } from "vscode-languageserver";
import type { Beside } from "./beside.ts";
import type { Documents } from "./documents.ts";

/** How long the user must pause before it is done, milliseconds. */
const PAUSE_MS = 200;

export function refreshAround(connection: Connection, documents: Documents, beside: Beside): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  documents.onDidChange(({ document: { uri } }) => {
    if (beside.around(uri).length === 0) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      // An editor that cannot asks again with the next change.
      connection.sendRequest("workspace/codeLens/refresh").catch(() => undefined);
      connection.sendRequest("workspace/inlayHint/refresh").catch(() => undefined);
    }, PAUSE_MS);
  });
}
