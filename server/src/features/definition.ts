/** textDocument/definition: from a name to where it comes from. */
import { definition, lineStarts, positionAt, type Surroundings } from "@sluice/engine";
import type { DefinitionParams, LocationLink, Range } from "vscode-languageserver";
import { surroundingsFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { type Offsets, offsetOf, rangeOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

export const definitionFeature: Feature = {
  capabilities: { definitionProvider: true },
  register(server) {
    server.connection.onDefinition(onPrepared(server, "definition", null, surroundingsFor(server), provide));
  },
};

function provide(open: OpenDocument, { position }: DefinitionParams, surroundings: Surroundings): LocationLink[] {
  return definition(open.document, offsetOf(open, position), surroundings).map((place) => {
    const { uri = open.textDocument.uri, origin, nameStart, nameEnd } = place;
    const rangeThere = place.uri === undefined ? (range: Offsets) => rangeOf(open, range) : rangesIn(surroundings, uri);
    return {
      originSelectionRange: rangeOf(open, origin),
      targetUri: uri,
      targetRange: rangeThere(place),
      targetSelectionRange: rangeThere({ start: nameStart, end: nameEnd }),
    };
  });
}

/** Ranges of a file that lies beside. */
function rangesIn({ files }: Surroundings, uri: string): (range: Offsets) => Range {
  const lines = lineStarts(Object.values(files).find((file) => file.uri === uri)?.text ?? "");
  return ({ start, end }) => ({ start: positionAt(lines, start), end: positionAt(lines, end) });
}
