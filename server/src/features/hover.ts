/** textDocument/hover: the engine's markdown for the word under the pointer. */
import { hover } from "@sluice/engine";
import type { Hover, HoverParams } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const hoverFeature: Feature = {
  capabilities: { hoverProvider: true },
  register(server) {
    server.connection.onHover(onDocument(server, "hover", null, provide));
  },
};

function provide(document: OpenDocument, { position }: HoverParams): Hover | null {
  const found = hover(document.asl, offsetOf(document, position));
  if (found === undefined) return null;
  return { contents: { kind: "markdown", value: found.markdown }, range: rangeOf(document, found) };
}
