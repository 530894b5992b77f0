/** textDocument/completion: the engine's entries as edits, with snippets where they have holes to fill. */
import { type CompletionEntry, complete, MAX_COMPLETION_ENTRIES, type Surroundings } from "@sluice/engine";
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertTextFormat,
} from "vscode-languageserver";
import { surroundingsFor } from "../beside.ts";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onPrepared } from "../safe-call.ts";

const KINDS: Readonly<Record<CompletionEntry["kind"], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  state: CompletionItemKind.Reference,
  error: CompletionItemKind.Event,
  function: CompletionItemKind.Function,
  variable: CompletionItemKind.Variable,
  member: CompletionItemKind.Field,
};

export const completionFeature: Feature = {
  capabilities: { completionProvider: { triggerCharacters: ['"', ":", " ", "$", "."] } },
  register(server) {
    server.connection.onCompletion(onPrepared(server, "completion", null, surroundingsFor(server), provide));
  },
};

function provide(open: OpenDocument, { position }: CompletionParams, surroundings: Surroundings): CompletionList {
  const entries = complete(open.document, offsetOf(open, position), surroundings);
  const isIncomplete = entries.length >= MAX_COMPLETION_ENTRIES;
  return { isIncomplete, items: entries.map((entry, index) => itemOf(open, entry, index)) };
}

function itemOf(open: OpenDocument, entry: CompletionEntry, index: number): CompletionItem {
  const item: CompletionItem = {
    label: entry.label,
    kind: KINDS[entry.kind],
    // The engine's order is the order to show.
    sortText: String(index).padStart(4, "0"),
    filterText: entry.filterText,
    insertTextFormat: entry.snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(open, entry), newText: entry.newText },
  };
  if (entry.detail !== undefined) item.detail = entry.detail;
  if (entry.markdown !== undefined) item.documentation = { kind: "markdown", value: entry.markdown };
  return item;
}
