/** textDocument/codeLens: Run and Step above the machine's StartAt. The editor's extension owns the commands. */
import { lenses } from "@sluice/engine";
import type { CodeLens } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

const COMMANDS = {
  run: { title: "$(play) Run", command: "sluice.run" },
  step: { title: "$(debug-step-over) Step", command: "sluice.step" },
} as const;

export const codeLensFeature: Feature = {
  capabilities: { codeLensProvider: {} },
  register(server) {
    server.connection.onCodeLens(
      onDocument(server, "lenses", null, (document) => (server.settings.codeLens ? provide(document) : [])),
    );
  },
};

function provide(document: OpenDocument): CodeLens[] {
  return lenses(document.asl).map((lens) => ({
    range: rangeOf(document, lens),
    command: { ...COMMANDS[lens.action], arguments: [document.textDocument.uri] },
  }));
}
