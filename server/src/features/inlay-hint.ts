/** textDocument/inlayHint: verdicts on samples, unless settings hide them; the others once settings ask for them. */
import { inlayHints, type Surroundings } from "@sluice/engine";
import type { InlayHint, InlayHintParams } from "vscode-languageserver";
import { surroundingsFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature, Server } from "../feature.ts";
import { offsetsOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

export const inlayHintFeature: Feature = {
  capabilities: { inlayHintProvider: true },
  register(server) {
    server.connection.languages.inlayHint.on(
      onPrepared(server, "inlay hints", null, surroundingsFor(server), (open, params: InlayHintParams, surroundings) =>
        provide(server, open, params, surroundings),
      ),
    );
  },
};

function provide(
  { settings }: Server,
  open: OpenDocument,
  { range }: InlayHintParams,
  surroundings: Surroundings,
): InlayHint[] {
  return inlayHints(open.document, offsetsOf(open, range), surroundings)
    .filter(({ isVerdict }) => (isVerdict === true ? settings.sampleVerdicts : settings.inlayHints))
    .map(({ offset, label, tooltip }) => ({
      position: open.textDocument.positionAt(offset),
      label,
      tooltip: { kind: "markdown", value: tooltip },
      paddingLeft: true,
    }));
}
