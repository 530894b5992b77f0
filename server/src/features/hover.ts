/** textDocument/hover: the engine's markdown for the word under the pointer. */
import { hover, type Surroundings } from "@sluice/engine";
import type { Hover, HoverParams } from "vscode-languageserver";
import { exampleFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

export const hoverFeature: Feature = {
  capabilities: { hoverProvider: true },
  register(server) {
    server.connection.onHover(onPrepared(server, "hover", null, exampleFor(server), provide));
  },
};

function provide(document: OpenDocument, { position }: HoverParams, example: Surroundings): Hover | null {
  const found = hover(document.asl, offsetOf(document, position), example);
  if (found === undefined) return null;
  return { contents: { kind: "markdown", value: found.markdown }, range: rangeOf(document, found) };
}
