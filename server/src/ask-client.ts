/** Files that only the editor can read: those of a browser's or a remote workspace. */
import type { Connection } from "vscode-languageserver";
import type { ReadFile } from "./config-files.ts";

/** Our own request: `{ uri }` to the file's text, or null. Editors that do not know it have no such files. */
export const READ_FILE_REQUEST = "sluice/readFile";

export function askClient(connection: Connection): ReadFile {
  return async (uri) => {
    try {
      const text: unknown = await connection.sendRequest(READ_FILE_REQUEST, { uri });
      return typeof text === "string" ? text : undefined;
    } catch {
      return undefined;
    }
  };
}
