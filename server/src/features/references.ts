/** textDocument/references: every place that names a state or a variable. */
import { references } from "@sluice/engine";
import type { Location, ReferenceParams } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const referencesFeature: Feature = {
  capabilities: { referencesProvider: true },
  register(server) {
    server.connection.onReferences(onDocument(server, "references", null, provide));
  },
};

function provide(open: OpenDocument, { position, context }: ReferenceParams): Location[] {
  const { uri } = open.textDocument;
  return references(open.document, offsetOf(open, position), context.includeDeclaration).map((place) => ({
    uri,
    range: rangeOf(open, place),
  }));
}
