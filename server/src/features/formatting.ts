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
      onDocument(server, "formatting", null, (document, { options }: DocumentFormattingParams) =>
        provide(document, options),
      ),
    );
    server.connection.onDocumentRangeFormatting(
      onDocument(server, "formatting", null, (document, { options, range }: DocumentRangeFormattingParams) =>
        provide(document, options, offsetsOf(document, range)),
      ),
    );
  },
};

function provide(document: OpenDocument, options: FormattingOptions, range?: Offsets): TextEdit[] {
  const { insertSpaces, tabSize, insertFinalNewline } = options;
  const indent = insertSpaces ? " ".repeat(tabSize) : "\t";
  const edits = format(document.asl, { indent, finalNewline: insertFinalNewline === true }, range);
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.newText }));
}
