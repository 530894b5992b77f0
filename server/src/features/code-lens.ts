/** textDocument/codeLens: the engine's words above a place. The editor's extension owns the commands behind them. */
import { type Lens, type LensAction, lenses, type Surroundings } from "@sluice/engine";
import type { CodeLens, Command } from "vscode-languageserver";
import { surroundingsFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { rangeOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

/** What a click does, and the icon in front of the words. */
const COMMANDS: Readonly<Record<LensAction, { readonly icon: string; readonly command: string }>> = {
  run: { icon: "play", command: "sluice.run" },
  step: { icon: "debug-step-over", command: "sluice.step" },
  tryMessage: { icon: "beaker", command: "sluice.openFilterBench" },
  tryRedrive: { icon: "debug-restart", command: "sluice.openRedriveBench" },
  open: { icon: "checklist", command: "sluice.openFile" },
  simulate: { icon: "pulse", command: "sluice.simulate" },
};

export const codeLensFeature: Feature = {
  capabilities: { codeLensProvider: {} },
  register(server) {
    server.connection.onCodeLens(
      onPrepared(server, "lenses", null, surroundingsFor(server), (open, _params, surroundings) =>
        server.settings.codeLens ? provide(open, surroundings) : [],
      ),
    );
  },
};

function provide(open: OpenDocument, surroundings: Surroundings): CodeLens[] {
  return lenses(open.document, surroundings).map((lens) => ({
    range: rangeOf(open, lens),
    command: commandOf(open, lens),
  }));
}

/** A lens without a command is words alone: the empty command is how the protocol says so. */
function commandOf(open: OpenDocument, lens: Lens): Command {
  const { title, action, target = open.textDocument.uri } = lens;
  if (action === undefined) return { title, command: "" };
  const { icon, command } = COMMANDS[action];
  // A template holds many of them: the place says which.
  const isOneOfMany = action !== "open" && open.document.kind === "template";
  const place = isOneOfMany || action === "tryMessage" ? [rangeOf(open, lens)] : [];
  return { title: `$(${icon}) ${title}`, command, arguments: [target, ...place] };
}
