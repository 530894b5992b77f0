/** textDocument/selectionRange: what "expand selection" takes next, for each cursor. */
import { selectionRanges } from "@sluice/engine";
import type { SelectionRange, SelectionRangeParams } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const selectionRangeFeature: Feature = {
  capabilities: { selectionRangeProvider: true },
  register(server) {
    server.connection.onSelectionRanges(onDocument(server, "selection ranges", null, provide));
  },
};

/** Each range names the next larger one as its parent; a place without any is a range of its own. */
function provide(open: OpenDocument, { positions }: SelectionRangeParams): SelectionRange[] {
  return positions.map((position) => {
    const offset = offsetOf(open, position);
    const nested = selectionRanges(open.document, offset).reduceRight<SelectionRange | undefined>(
      (parent, range) => ({ range: rangeOf(open, range), ...(parent && { parent }) }),
      undefined,
    );
    return nested ?? { range: rangeOf(open, { start: offset, end: offset }) };
  });
}
