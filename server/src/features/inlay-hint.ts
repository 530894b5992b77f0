/** textDocument/inlayHint: off, until the user's settings ask for it. */
import { inlayHints, type Surroundings } from "@sluice/engine";
import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import { surroundingsFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetsOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

export const inlayHintFeature: Feature = {
  capabilities: { inlayHintProvider: true },
  register(server) {
    server.connection.languages.inlayHint.on(
      onPrepared(server, "inlay hints", null, surroundingsFor(server), (open, params: InlayHintParams, surroundings) =>
        server.settings.inlayHints ? provide(open, params, surroundings) : [],
      ),
    );
  },
};

function provide(open: OpenDocument, { range }: InlayHintParams, surroundings: Surroundings): InlayHint[] {
  return inlayHints(open.document, offsetsOf(open, range), surroundings).map(({ offset, label, tooltip }) => ({
    position: open.textDocument.positionAt(offset),
    label,
    tooltip,
    paddingLeft: true,
  }));
}
