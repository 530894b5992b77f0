/** textDocument/inlayHint: off, until the user's settings ask for it. */
import { inlayHints, type Surroundings } from "@sluice/engine";
import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import { exampleFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetsOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

export const inlayHintFeature: Feature = {
  capabilities: { inlayHintProvider: true },
  register(server) {
    server.connection.languages.inlayHint.on(
      onPrepared(server, "inlay hints", null, exampleFor(server), (document, params: InlayHintParams, example) =>
        server.settings.inlayHints ? provide(document, params, example) : [],
      ),
    );
  },
};

function provide(document: OpenDocument, { range }: InlayHintParams, example: Surroundings): InlayHint[] {
  return inlayHints(document.asl, offsetsOf(document, range), example).map(({ offset, label, tooltip }) => ({
    position: document.textDocument.positionAt(offset),
    label,
    tooltip,
    paddingLeft: true,
  }));
}
