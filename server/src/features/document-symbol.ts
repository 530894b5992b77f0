/** textDocument/documentSymbol: the states as a tree. */
import { type DocumentSymbol as AslSymbol, type StateType, symbols } from "@sluice/engine";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

/** The protocol knows no states: each type has the kind whose icon comes nearest. */
export const SYMBOL_KINDS: Readonly<Record<StateType, SymbolKind>> = {
  Task: SymbolKind.Function,
  Pass: SymbolKind.Constant,
  Choice: SymbolKind.Enum,
  Wait: SymbolKind.Event,
  Succeed: SymbolKind.Boolean,
  Fail: SymbolKind.Null,
  Parallel: SymbolKind.Struct,
  Map: SymbolKind.Array,
};

export const documentSymbolFeature: Feature = {
  capabilities: { documentSymbolProvider: { label: "States" } },
  register(server) {
    server.connection.onDocumentSymbol(
      onDocument(server, "symbols", null, (document) =>
        symbols(document.asl).map((symbol) => symbolOf(document, symbol)),
      ),
    );
  },
};

function symbolOf(document: OpenDocument, symbol: AslSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: symbol.type === undefined ? SymbolKind.Object : SYMBOL_KINDS[symbol.type],
    range: rangeOf(document, symbol),
    selectionRange: rangeOf(document, { start: symbol.nameStart, end: symbol.nameEnd }),
    children: symbol.children.map((child) => symbolOf(document, child)),
  };
}
