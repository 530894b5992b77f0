/** textDocument/foldingRange: objects, arrays and blocks of comment, by lines. */
import { foldingRanges } from "@sluice/engine";
import type { FoldingRange } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const foldingRangeFeature: Feature = {
  capabilities: { foldingRangeProvider: true },
  register(server) {
    server.connection.onFoldingRanges(onDocument(server, "folding", null, provide));
  },
};

/** Editors fold whole lines, and one range a line is all they can show. */
function provide(open: OpenDocument): FoldingRange[] {
  const byLine = new Map<number, FoldingRange>();
  for (const fold of foldingRanges(open.document)) {
    const { start, end } = rangeOf(open, fold);
    if (end.line <= start.line || byLine.has(start.line)) continue;
    byLine.set(start.line, { startLine: start.line, endLine: end.line, kind: fold.kind });
  }
  return [...byLine.values()];
}
