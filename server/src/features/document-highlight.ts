/** textDocument/documentHighlight: the same places as references, while the cursor rests on one. */
import { references } from "@sluice/engine";
import type { DocumentHighlight, DocumentHighlightParams } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const documentHighlightFeature: Feature = {
  capabilities: { documentHighlightProvider: true },
  register(server) {
    server.connection.onDocumentHighlight(onDocument(server, "highlight", null, provide));
  },
};

/** Nothing is null, not an empty list: the editor then marks equal words by itself. */
function provide(open: OpenDocument, { position }: DocumentHighlightParams): DocumentHighlight[] | null {
  const places = references(open.document, offsetOf(open, position));
  return places.length === 0 ? null : places.map((place) => ({ range: rangeOf(open, place) }));
}
