/**
 * What both entries share. Activation registers commands and looks at the open documents; the language client is loaded
 * when the first document of ours needs it.
 */
import type { DocumentKind } from "@sluice/engine";
import { commands, type ExtensionContext, languages, type TextDocument, window, workspace } from "vscode";
import type { SluiceApi } from "./api.ts";
import { registerCommands } from "./commands.ts";
import { isAsl, isHistory, plainFilesSetting, plainKind } from "./documents.ts";
import { FlowCounts } from "./flow/lenses.ts";
import { openFlowPanel } from "./flow/open.ts";
import { connectServer } from "./panel/ask-server.ts";
import { openHistory } from "./panel/history.ts";
import { openPanel } from "./panel/open.ts";
import { PlainStatus } from "./plain-status.ts";
import { ProjectFiles } from "./project-files.ts";
import { type CreateClient, ServerSession } from "./server-session.ts";

let session: ServerSession | undefined;

export function activateSluice(
  context: ExtensionContext,
  host: SluiceApi["host"],
  loadMs: number,
  createClient: CreateClient,
): SluiceApi {
  const startedMs = performance.now();
  const counts = new FlowCounts();
  const current = new ServerSession(createClient);
  const status = new PlainStatus();
  const plain = new Map<TextDocument, DocumentKind>();
  /** Paths, for the explorer's menu. */
  const histories = new Set<string>();
  const files = new ProjectFiles(() => {
    for (const document of workspace.textDocuments) lookAgain(document);
  });
  session = current;
  connectServer(async (method, params) => (await current.start()).sendRequest(method, params));

  const updateContext = (): void => {
    const active = window.activeTextEditor?.document;
    const kind = active && plain.get(active);
    void commands.executeCommand("setContext", "sluice.isStateMachine", kind === "asl");
    void commands.executeCommand("setContext", "sluice.documentKind", kind ?? "");
    const history = active !== undefined && isHistory(active);
    void commands.executeCommand("setContext", "sluice.isHistory", history);
    if (!history || histories.has(active.uri.fsPath)) return;
    histories.add(active.uri.fsPath);
    void commands.executeCommand("setContext", "sluice.histories", [...histories]);
  };
  const lookAtPlain = (document: TextDocument): void => {
    const setting = plainFilesSetting();
    const kind =
      plain.has(document) || setting === "off" ? undefined : plainKind(document, files.filesFor(document.uri));
    if (kind === undefined) return;
    if (kind === "asl" && setting === "language") {
      // Opens anew under its language, and comes back through onDidOpenTextDocument.
      void languages.setTextDocumentLanguage(document, document.languageId === "yaml" ? "asl-yaml" : "asl");
      return;
    }
    plain.set(document, kind);
    status.show(plain);
    updateContext();
    void attach(current, document);
  };
  const look = (document: TextDocument): void => {
    if (isAsl(document)) void attach(current, document);
    else lookAtPlain(document);
  };
  const forget = (document: TextDocument): void => {
    if (!plain.delete(document)) return;
    current.detach(document);
    status.show(plain);
  };

  /** Settings may say now that a document holds something else. */
  const lookAgain = (document: TextDocument): void => {
    const kind = plainKind(document, files.filesFor(document.uri));
    if (plain.get(document) !== kind) forget(document);
    look(document);
  };

  context.subscriptions.push(
    current,
    files,
    status,
    workspace.onDidOpenTextDocument(look),
    workspace.onDidCloseTextDocument(forget),
    // A new file becomes a state machine while it is written: its head is looked at until it is one.
    workspace.onDidChangeTextDocument(({ document }) => lookAtPlain(document)),
    window.onDidChangeActiveTextEditor(updateContext),
    ...registerCommands(context, current, counts),
    languages.registerCodeLensProvider(
      [{ language: "yaml" }, { language: "json" }, { language: "jsonc" }, { language: "asl" }],
      counts,
    ),
  );
  workspace.textDocuments.forEach(look);
  updateContext();

  return {
    host,
    loadMs,
    activateMs: performance.now() - startedMs,
    serverReady: async () => {
      await current.start();
    },
    openPanel: (address, start) => openPanel(context, address, start),
    openHistory: (uri) => openHistory(context, uri),
    simulate: (uri, start) => openFlowPanel(context, counts, uri, start),
  };
}

export async function deactivateSluice(): Promise<void> {
  await session?.stop();
}

async function attach(current: ServerSession, document: TextDocument): Promise<void> {
  try {
    await current.attach(document);
  } catch (error) {
    void window.showErrorMessage(`Sluice's language server did not start: ${String(error)}`);
  }
}
