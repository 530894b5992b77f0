/** textDocument/definition: from a target to its state, from a variable to its assignments. */
import { definition } from "@sluice/engine";
import type { DefinitionParams, LocationLink } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const definitionFeature: Feature = {
  capabilities: { definitionProvider: true },
  register(server) {
    server.connection.onDefinition(onDocument(server, "definition", null, provide));
  },
};

function provide(document: OpenDocument, { position }: DefinitionParams): LocationLink[] {
  return definition(document.asl, offsetOf(document, position)).map((place) => ({
    originSelectionRange: rangeOf(document, place.origin),
    targetUri: document.textDocument.uri,
    targetRange: rangeOf(document, place),
    targetSelectionRange: rangeOf(document, { start: place.nameStart, end: place.nameEnd }),
  }));
}
