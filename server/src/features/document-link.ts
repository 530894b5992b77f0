/** textDocument/documentLink: pages about what is named, and the files beside the document. */
import { documentLinks, type Surroundings } from "@sluice/engine";
import type { DocumentLink } from "vscode-languageserver";
import { surroundingsFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { rangeOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

export const documentLinkFeature: Feature = {
  capabilities: { documentLinkProvider: {} },
  register(server) {
    server.connection.onDocumentLinks(onPrepared(server, "document links", null, surroundingsFor(server), provide));
  },
};

function provide(open: OpenDocument, _params: unknown, surroundings: Surroundings): DocumentLink[] {
  return documentLinks(open.document, surroundings).map((link) => ({
    range: rangeOf(open, link),
    target: link.target,
    tooltip: link.tooltip,
  }));
}
