/** textDocument/signatureHelp: the call of an intrinsic or JSONata function that is being written. */
import { signatureHelp } from "@sluice/engine";
import type { SignatureHelp, SignatureHelpParams } from "vscode-languageserver";
import type { OpenDocument } from "../documents.ts";
import type { Feature } from "../feature.ts";
import { offsetOf } from "../ranges.ts";
import { onDocument } from "../safe-call.ts";

export const signatureHelpFeature: Feature = {
  capabilities: { signatureHelpProvider: { triggerCharacters: ["(", ","], retriggerCharacters: [")"] } },
  register(server) {
    server.connection.onSignatureHelp(onDocument(server, "signature help", null, provide));
  },
};

function provide(open: OpenDocument, { position }: SignatureHelpParams): SignatureHelp | null {
  const found = signatureHelp(open.document, offsetOf(open, position));
  if (found === undefined) return null;
  const { label, markdown, activeParameter } = found;
  const parameters = found.parameters.map(({ start, end, markdown: value }) => ({
    label: [start, end] as [number, number],
    documentation: { kind: "markdown" as const, value },
  }));
  const signature = { label, documentation: { kind: "markdown" as const, value: markdown }, parameters };
  return { signatures: [signature], activeSignature: 0, activeParameter };
}
