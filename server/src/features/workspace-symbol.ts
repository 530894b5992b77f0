/** workspace/symbol: what has a name in every open document, and in those of the workspace's folders. */
import { lineStarts, positionAt, type WorkspaceSymbol, workspaceSymbols } from "@sluice/engine";
import type { SymbolInformation, WorkspaceSymbolParams } from "vscode-languageserver";
import type { Feature, Server } from "../feature.ts";
import { onRequest } from "../safe-call.ts";
import type { WorkspaceDocument } from "../workspace-documents.ts";
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
        ({ query }: WorkspaceSymbolParams, closed) => provide([...openDocuments(server), ...closed], query),
      ),
    );
  },
};

function openDocuments({ documents }: Server): readonly WorkspaceDocument[] {
  const open = documents.uris().flatMap((uri) => documents.get(uri) ?? []);
  return open.map(({ textDocument: { uri }, document }) => ({ uri, document }));
}

function provide(documents: readonly WorkspaceDocument[], query: string): SymbolInformation[] {
  const found = workspaceSymbols(
    documents.map(({ document }) => document),
    query,
  );
  const lines = new Map<WorkspaceDocument, readonly number[]>();
  return found.flatMap((symbol) => {
    const at = documents[symbol.document];
    if (at === undefined) return [];
    const starts = lines.get(at) ?? lineStarts(at.document.text);
    lines.set(at, starts);
    return [informationOf(at.uri, symbol, starts)];
  });
}

function informationOf(uri: string, symbol: WorkspaceSymbol, lines: readonly number[]): SymbolInformation {
  const { name, type, container, start, end } = symbol;
  return {
    name,
    kind: SYMBOL_KINDS[type],
    ...(container === "" ? {} : { containerName: container }),
    location: { uri, range: { start: positionAt(lines, start), end: positionAt(lines, end) } },
  };
}
