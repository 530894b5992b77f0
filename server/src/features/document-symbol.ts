/** textDocument/documentSymbol: the outline as a tree. */
import { type DocumentSymbol as Symbol, type SymbolType, symbols } from "@sluice/engine";
import { type DocumentSymbol, SymbolKind } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

/** The protocol knows no states: each type has the kind whose icon comes nearest. */
export const SYMBOL_KINDS: Readonly<Record<SymbolType, SymbolKind>> = {
  Task: SymbolKind.Function,
  Pass: SymbolKind.Constant,
  Choice: SymbolKind.Enum,
  Wait: SymbolKind.Event,
  Succeed: SymbolKind.Boolean,
  Fail: SymbolKind.Null,
  Parallel: SymbolKind.Struct,
  Map: SymbolKind.Array,
  "unknown state": SymbolKind.Object,
  branch: SymbolKind.Object,
  section: SymbolKind.Namespace,
  resource: SymbolKind.Class,
  value: SymbolKind.Variable,
  field: SymbolKind.Property,
  sample: SymbolKind.Event,
};

export const documentSymbolFeature: Feature = {
  capabilities: { documentSymbolProvider: { label: "Sluice" } },
  register(server) {
    server.connection.onDocumentSymbol(
      onDocument(server, "symbols", null, (open) => symbols(open.document).map((symbol) => symbolOf(open, symbol))),
    );
  },
};

function symbolOf(open: OpenDocument, symbol: Symbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SYMBOL_KINDS[symbol.type],
    range: rangeOf(open, symbol),
    selectionRange: rangeOf(open, { start: symbol.nameStart, end: symbol.nameEnd }),
    children: symbol.children.map((child) => symbolOf(open, child)),
  };
}
