/** textDocument/documentLink: pages about resources, and the example input and mock file beside the definition. */
import { documentLinks, type FilesBeside } from "@sluice/engine";
import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import { uriBeside } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature, Server } from "../feature.ts";
import { rangeOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

export const documentLinkFeature: Feature = {
  capabilities: { documentLinkProvider: {} },
  register(server) {
    server.connection.onDocumentLinks(
      onPrepared(server, "document links", null, (params: DocumentLinkParams) => filesBeside(server, params), provide),
    );
  },
};

/** Those that are there. */
async function filesBeside({ examples }: Server, { textDocument }: DocumentLinkParams): Promise<FilesBeside> {
  const [input, mocks] = await Promise.all(
    (["input", "mocks"] as const).map(async (kind) => {
      const uri = uriBeside(textDocument.uri, kind);
      return (await examples.exists(uri)) ? uri : undefined;
    }),
  );
  return { input, mocks };
}

function provide(document: OpenDocument, _params: DocumentLinkParams, beside: FilesBeside): DocumentLink[] {
  return documentLinks(document.asl, beside).map((link) => ({
    range: rangeOf(document, link),
    target: link.target,
    tooltip: link.tooltip,
  }));
}
