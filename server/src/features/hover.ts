/** textDocument/hover: the engine's markdown for the word under the pointer. */
import { hover, type Surroundings } from "@sluice/engine";
import type { Hover, HoverParams } from "vscode-languageserver";
import { surroundingsFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

export const hoverFeature: Feature = {
  capabilities: { hoverProvider: true },
  register(server) {
    server.connection.onHover(onPrepared(server, "hover", null, surroundingsFor(server), provide));
  },
};

function provide(open: OpenDocument, { position }: HoverParams, surroundings: Surroundings): Hover | null {
  const found = hover(open.document, offsetOf(open, position), surroundings);
  if (found === undefined) return null;
  return { contents: { kind: "markdown", value: found.markdown }, range: rangeOf(open, found) };
}
