/** A client that speaks LSP with the built server over stdio: the only test code that knows the protocol. */
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-jsonrpc/node";
import type { Diagnostic, InitializeResult, Position, PublishDiagnosticsParams } from "vscode-languageserver";

export const SERVER = fileURLToPath(new URL("../../dist/server.js", import.meta.url));

export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** Of the server's process. */
  readonly pid: number | undefined;
  /** From starting the process to the answer to `initialize`, milliseconds. */
  readonly initializeMs: number;
  /** What the server wrote to standard error. */
  stderr(): string;
  /** Opens a document and answers its first diagnostics. */
  open(uri: string, text: string, languageId?: string): Promise<readonly Diagnostic[]>;
  /** The diagnostics of a version, once they are there. */
  diagnostics(uri: string, version: number): Promise<readonly Diagnostic[]>;
  /** The diagnostics that are published for a document next, whatever its version. */
  next(uri: string): Promise<readonly Diagnostic[]>;
  change(uri: string, version: number, contentChanges: readonly object[]): Promise<void>;
  close(uri: string): Promise<void>;
  request<R>(method: string, uri: string, position?: Position, more?: object): Promise<R>;
  /** Shuts the server down and answers its exit code. */
  stop(): Promise<number | null>;
}

interface StartOptions {
  readonly rootUri?: string | null;
  readonly nodeOptions?: readonly string[];
}

/** Starts the server and initializes it, perhaps in a folder. */
export async function startClient({ rootUri = null, nodeOptions = [] }: StartOptions = {}): Promise<Client> {
  if (!existsSync(SERVER)) throw new Error("dist/server.js is missing: npm run build makes it");
  const startedMs = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, SERVER, "--stdio"]);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = collectDiagnostics(connection);
  connection.listen();
  let stderr = "";
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: process.pid,
    rootUri,
    capabilities: {},
  });
  const initializeMs = performance.now() - startedMs;
  await connection.sendNotification("initialized", {});
  const notify = (method: string, params: object): Promise<void> =>
    connection.sendNotification(`textDocument/${method}`, params);
  return {
    connection,
    initialized,
    pid: child.pid,
    initializeMs,
    stderr: () => stderr,
    async open(uri, text, languageId = "asl") {
      await notify("didOpen", { textDocument: { uri, languageId, version: 1, text } });
      return published.wait(uri, 1);
    },
    diagnostics: published.wait,
    next: published.next,
    change: (uri, version, contentChanges) => notify("didChange", { textDocument: { uri, version }, contentChanges }),
    close: (uri) => notify("didClose", { textDocument: { uri } }),
    request: (method, uri, position, more) =>
      connection.sendRequest(`textDocument/${method}`, {
        textDocument: { uri },
        ...(position && { position }),
        ...more,
      }),
    stop: () => stop(connection, child),
  };
}

async function stop(connection: MessageConnection, child: ChildProcessWithoutNullStreams): Promise<number | null> {
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  const code = await exited;
  connection.dispose();
  return code;
}

/** Keeps what was published, and wakes those who wait for it. */
function collectDiagnostics(connection: MessageConnection) {
  const latest = new Map<string, PublishDiagnosticsParams>();
  const following: { uri: string; resolve: (diagnostics: readonly Diagnostic[]) => void }[] = [];
  const waiting: { uri: string; version: number; resolve: (diagnostics: readonly Diagnostic[]) => void }[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
    latest.set(params.uri, params);
    for (const one of following.splice(0)) {
      if (one.uri === params.uri) one.resolve(params.diagnostics);
      else following.push(one);
    }
    for (const one of waiting) {
      if (one.uri === params.uri && (params.version ?? -1) >= one.version) one.resolve(params.diagnostics);
    }
  });
  return {
    next: (uri: string) => new Promise<readonly Diagnostic[]>((resolve) => following.push({ uri, resolve })),
    wait(uri: string, version: number): Promise<readonly Diagnostic[]> {
      const known = latest.get(uri);
      if ((known?.version ?? -1) >= version) return Promise.resolve(known?.diagnostics ?? []);
      return new Promise((resolve) => waiting.push({ uri, version, resolve }));
    },
  };
}

/** The text without `$0`, and where that stood. */
export function cursor(marked: string): { readonly text: string; readonly position: Position } {
  const before = marked.slice(0, marked.indexOf("$0")).split("\n");
  return {
    text: marked.replace("$0", ""),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  };
}
