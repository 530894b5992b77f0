/**
 * The language server, whatever it runs on: announces what it can do, keeps the open documents, and sends each request
 * to the feature that answers it. Everything that is true is decided in the engine; here offsets become positions.
 * https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/
 */
import type { CodeAnswer } from "@sluice/engine";
import type { Connection, ServerCapabilities } from "vscode-languageserver";
import { ANSWER_CALLS_REQUEST, type AnswerCallsParams, answerCalls, type CallFunctions } from "./answer-calls.ts";
import { Beside } from "./beside.ts";
import { CALL_HANDLER_REQUEST, type CallHandler, type CallHandlerParams, callHandler } from "./call-handler.ts";
import type { ReadFile } from "./config-files.ts";
import { Diagnostics } from "./diagnostics.ts";
import { Documents } from "./documents.ts";
import { DRAWING_REQUEST, type DrawingParams, drawing } from "./drawing.ts";
import type { Feature, Server } from "./feature.ts";
import { codeActionFeature } from "./features/code-action.ts";
import { codeLensFeature } from "./features/code-lens.ts";
import { completionFeature } from "./features/completion.ts";
import { definitionFeature } from "./features/definition.ts";
import { documentHighlightFeature } from "./features/document-highlight.ts";
import { documentLinkFeature } from "./features/document-link.ts";
import { documentSymbolFeature } from "./features/document-symbol.ts";
import { foldingRangeFeature } from "./features/folding-range.ts";
import { formattingFeature } from "./features/formatting.ts";
import { hoverFeature } from "./features/hover.ts";
import { inlayHintFeature } from "./features/inlay-hint.ts";
import { referencesFeature } from "./features/references.ts";
import { renameFeature } from "./features/rename.ts";
import { selectionRangeFeature } from "./features/selection-range.ts";
import { semanticTokensFeature } from "./features/semantic-tokens.ts";
import { signatureHelpFeature } from "./features/signature-help.ts";
import { workspaceSymbolFeature } from "./features/workspace-symbol.ts";
import { registerFlows } from "./flows.ts";
import { MACHINES_REQUEST, type MachinesParams, machines } from "./machines.ts";
import {
  CHANGE_PATTERN_REQUEST,
  type ChangePatternParams,
  change,
  PATTERNS_REQUEST,
  type PatternsParams,
  patterns,
} from "./patterns.ts";
import {
  CHANGE_REDRIVE_REQUEST,
  type ChangeRedriveParams,
  changeRedrive,
  REDRIVES_REQUEST,
  type RedrivesParams,
  redrives,
} from "./redrives.ts";
import { refreshAround } from "./refresh.ts";
import { SAMPLE_FILE_REQUEST, type SampleFileParams, sampleFile } from "./sample-file.ts";
import { Settings } from "./settings.ts";
import { VERSION } from "./version.ts";
import { type ListFiles, WorkspaceDocuments } from "./workspace-documents.ts";

const FEATURES: readonly Feature[] = [
  codeActionFeature,
  codeLensFeature,
  completionFeature,
  definitionFeature,
  documentHighlightFeature,
  documentLinkFeature,
  documentSymbolFeature,
  foldingRangeFeature,
  formattingFeature,
  hoverFeature,
  inlayHintFeature,
  referencesFeature,
  renameFeature,
  selectionRangeFeature,
  semanticTokensFeature,
  signatureHelpFeature,
  workspaceSymbolFeature,
];

/**
 * Serves a connection until it is closed. `readFile` is how files beside the documents are read; `listFiles` finds
 * those of a folder; `functions` and `handler` call local functions of definitions and of scenarios, where the platform
 * can.
 */
export function startServer(
  connection: Connection,
  readFile: ReadFile,
  listFiles: ListFiles = async () => [],
  functions?: CallFunctions,
  handler?: CallHandler,
): void {
  const settings = new Settings(connection, readFile);
  const documents = new Documents((uri) => settings.filesFor(uri));
  const beside = new Beside(documents, settings, readFile);
  const diagnostics = new Diagnostics(connection, documents, settings, beside);
  refreshAround(connection, documents, beside);
  const workspace = new WorkspaceDocuments(connection, readFile, listFiles);
  const server: Server = { beside, connection, documents, diagnostics, settings, workspace };
  for (const feature of FEATURES) feature.register(server);
  connection.onInitialize((params) => {
    settings.listen(params, () => {
      documents.forget();
      diagnostics.refresh();
    });
    workspace.listen(params);
    return { capabilities: capabilities(), serverInfo: { name: "sluice", version: VERSION } };
  });
  registerFlows(connection);
  connection.onRequest(DRAWING_REQUEST, (params: DrawingParams) => drawing(params));
  connection.onRequest(MACHINES_REQUEST, (params: MachinesParams) => machines(server, params));
  connection.onRequest(REDRIVES_REQUEST, (params: RedrivesParams) => redrives(server, params));
  connection.onRequest(CHANGE_REDRIVE_REQUEST, (params: ChangeRedriveParams) => changeRedrive(server, params));
  connection.onRequest(PATTERNS_REQUEST, (params: PatternsParams) => patterns(server, params));
  connection.onRequest(CHANGE_PATTERN_REQUEST, (params: ChangePatternParams) => change(server, params));
  connection.onRequest(SAMPLE_FILE_REQUEST, (params: SampleFileParams) => sampleFile(server, params));
  connection.onRequest(ANSWER_CALLS_REQUEST, (params: AnswerCallsParams) => answerCalls(params, functions));
  connection.onRequest<CodeAnswer, void>(CALL_HANDLER_REQUEST, (params: CallHandlerParams) => {
    return callHandler(params, handler);
  });
  documents.listen(connection);
  connection.listen();
}

function capabilities(): ServerCapabilities {
  const all: ServerCapabilities = {
    // Open and close, and changes as they are typed: 2 is TextDocumentSyncKind.Incremental.
    textDocumentSync: { openClose: true, change: 2 },
  };
  for (const feature of FEATURES) Object.assign(all, feature.capabilities);
  return all;
}
