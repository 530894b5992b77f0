/**
 * Language features for single JSON and YAML files that are state machines without saying so by their name. Each is
 * registered with the client's features by its own path, as a server's dynamic registration would do: every other JSON
 * file keeps its providers, its formatter and its language mode untouched.
 */
import type { TextDocument } from "vscode";
import type { BaseLanguageClient, DynamicFeature, ServerCapabilities } from "vscode-languageclient";

/** Request or notification, and the options that the server announced for it (undefined: it does not offer it). */
type Registration = readonly [method: string, options: (server: ServerCapabilities) => unknown];

const always = (): object => ({});

/** Closing comes first, for it must outlive the others when a document is let go. */
const REGISTRATIONS: readonly Registration[] = [
  ["textDocument/didOpen", always],
  ["textDocument/didChange", (server) => ({ syncKind: syncKind(server) })],
  ["textDocument/didClose", always],
  ["textDocument/completion", (server) => server.completionProvider],
  ["textDocument/hover", (server) => server.hoverProvider],
  ["textDocument/signatureHelp", (server) => server.signatureHelpProvider],
  ["textDocument/definition", (server) => server.definitionProvider],
  ["textDocument/references", (server) => server.referencesProvider],
  ["textDocument/documentHighlight", (server) => server.documentHighlightProvider],
  ["textDocument/documentSymbol", (server) => server.documentSymbolProvider],
  ["textDocument/foldingRange", (server) => server.foldingRangeProvider],
  ["textDocument/selectionRange", (server) => server.selectionRangeProvider],
  ["textDocument/codeAction", (server) => server.codeActionProvider],
  ["textDocument/codeLens", (server) => server.codeLensProvider],
  ["textDocument/documentLink", (server) => server.documentLinkProvider],
  ["textDocument/rename", (server) => server.renameProvider],
  ["textDocument/inlayHint", (server) => server.inlayHintProvider],
  ["textDocument/semanticTokens", (server) => server.semanticTokensProvider],
  ["textDocument/diagnostic", (server) => server.diagnosticProvider],
];

function syncKind(server: ServerCapabilities): number {
  const sync = server.textDocumentSync;
  return typeof sync === "object" ? (sync.change ?? 0) : (sync ?? 0);
}

export class PlainDocuments {
  readonly #registered = new Map<string, { document: TextDocument; undo: () => void }>();

  get documents(): TextDocument[] {
    return [...this.#registered.values()].map(({ document }) => document);
  }

  /** Registers a document with every feature that the server offers; twice is once. */
  add(client: BaseLanguageClient, document: TextDocument): void {
    const key = document.uri.toString();
    const server = client.initializeResult?.capabilities;
    if (this.#registered.has(key) || !server) return;
    const undone: (() => void)[] = [];
    for (const [method, optionsOf] of REGISTRATIONS) {
      const options = optionsOf(server);
      const feature = options ? featureOf(client, method) : undefined;
      if (!feature) continue;
      const id = `${method} ${key}`;
      const documentSelector = [
        { language: document.languageId, scheme: document.uri.scheme, pattern: document.uri.fsPath },
      ];
      feature.register({ id, registerOptions: { ...(typeof options === "object" ? options : {}), documentSelector } });
      undone.unshift(() => feature.unregister(id));
    }
    this.#registered.set(key, { document, undo: () => runAll(undone) });
  }

  /** Takes a document back; the server hears that it was closed. */
  remove(document: TextDocument): void {
    const key = document.uri.toString();
    this.#registered.get(key)?.undo();
    this.#registered.delete(key);
  }

  clear(): void {
    for (const document of this.documents) this.remove(document);
  }
}

/** The overloads of `getFeature` want literal names; the table has them as data. */
function featureOf(client: BaseLanguageClient, method: string): DynamicFeature<object> | undefined {
  const getFeature = client.getFeature.bind(client) as (method: string) => DynamicFeature<object> | undefined;
  return getFeature(method);
}

function runAll(steps: readonly (() => void)[]): void {
  for (const step of steps) step();
}
