/** The user's settings that concern the server: the section `sluice` of the editor's configuration. */
import type { Connection } from "vscode-languageserver";

export class Settings {
  #codeLens = true;

  /** Whether Run and Step are shown above `StartAt`. */
  get codeLens(): boolean {
    return this.#codeLens;
  }

  listen(connection: Connection): void {
    connection.onDidChangeConfiguration(({ settings }) => {
      const codeLens = (settings as { sluice?: { codeLens?: unknown } } | null)?.sluice?.codeLens;
      if (typeof codeLens !== "boolean" || codeLens === this.#codeLens) return;
      this.#codeLens = codeLens;
      // A client that cannot refresh its lenses asks again with the next change.
      connection.sendRequest("workspace/codeLens/refresh").catch(() => undefined);
    });
  }
}
