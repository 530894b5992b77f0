/** workspace/symbol: the states of every open definition, and of those in the workspace's folders. */
import { lineStarts, positionAt, type WorkspaceSymbol, workspaceSymbols } from "@sluice/engine";
import { type SymbolInformation, SymbolKind, type WorkspaceSymbolParams } from "vscode-languageserver";
import type { Feature, Server } from "../feature.ts";
import { onRequest } from "../safe-call.ts";
import type { Definition } from "../workspace-definitions.ts";
import { SYMBOL_KINDS } from "./document-symbol.ts";

export const workspaceSymbolFeature: Feature = {
  capabilities: { workspaceSymbolProvider: true },
  register(server) {
    server.connection.onWorkspaceSymbol(
      onRequest(
        server,
        "workspace symbols",
        null,
        () => server.workspace.closed(new Set(server.documents.uris())),
        ({ query }: WorkspaceSymbolParams, closed) => provide([...openDefinitions(server), ...closed], query),
      ),
    );
  },
};

function openDefinitions({ documents }: Server): readonly Definition[] {
  const open = documents.uris().flatMap((uri) => documents.get(uri) ?? []);
  return open.map(({ textDocument: { uri }, asl }) => ({ uri, asl }));
}

function provide(definitions: readonly Definition[], query: string): SymbolInformation[] {
  const found = workspaceSymbols(
    definitions.map(({ asl }) => asl),
    query,
  );
  const lines = new Map<Definition, readonly number[]>();
  return found.flatMap((symbol) => {
    const definition = definitions[symbol.document];
    if (definition === undefined) return [];
    const starts = lines.get(definition) ?? lineStarts(definition.asl.text);
    lines.set(definition, starts);
    return [informationOf(definition.uri, symbol, starts)];
  });
}

function informationOf(uri: string, symbol: WorkspaceSymbol, lines: readonly number[]): SymbolInformation {
  const { name, type, container, start, end } = symbol;
  return {
    name,
    kind: type === undefined ? SymbolKind.Object : SYMBOL_KINDS[type],
    ...(container === "" ? {} : { containerName: container }),
    location: { uri, range: { start: positionAt(lines, start), end: positionAt(lines, end) } },
  };
}
