/** textDocument/formatting and rangeFormatting, in the author's own style. */
import { format } from "@sluice/engine";
import type {
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { type Offsets, offsetsOf, rangeOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const formattingFeature: Feature = {
  capabilities: { documentFormattingProvider: true, documentRangeFormattingProvider: true },
  register(server) {
    server.connection.onDocumentFormatting(
      onDocument(server, "formatting", null, (open, { options }: DocumentFormattingParams) => provide(open, options)),
    );
    server.connection.onDocumentRangeFormatting(
      onDocument(server, "formatting", null, (open, { options, range }: DocumentRangeFormattingParams) =>
        provide(open, options, offsetsOf(open, range)),
      ),
    );
  },
};

function provide(open: OpenDocument, options: FormattingOptions, range?: Offsets): TextEdit[] {
  const { insertSpaces, tabSize, insertFinalNewline } = options;
  const indent = insertSpaces ? " ".repeat(tabSize) : "\t";
  const edits = format(open.document, { indent, finalNewline: insertFinalNewline === true }, range);
  return edits.map((edit) => ({ range: rangeOf(open, edit), newText: edit.newText }));
}
