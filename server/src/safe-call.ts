/**
 * The one safe call around every provider: it can be cancelled, it logs what goes wrong, and it never takes the server
 * down. A feature that fails answers as if it had nothing to say.
 */
import { type CancellationToken, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { OpenDocument } from "./documents.ts";
import type { Server } from "./feature.ts";

interface DocumentParams {
  readonly textDocument: { readonly uri: string };
}

type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

/** A request handler about one open definition; any other document gives `nothing`. */
export function onDocument<P extends DocumentParams, R, N>(
  server: Server,
  name: string,
  nothing: N,
  provide: (document: OpenDocument, params: P) => R,
): Handler<P, R | N> {
  return async (params, token) => {
    // Two turns: the first may come just before the cancellation is taken from the queue.
    await nextTurn();
    await nextTurn();
    if (token.isCancellationRequested) {
      return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
    }
    return attempt(server, name, nothing, () => {
      const document = server.documents.get(params.textDocument.uri);
      return document === undefined ? nothing : provide(document, params);
    });
  };
}

/** Runs `action`; what it throws is logged and answered by `fallback`. */
export function attempt<R, F>(server: Pick<Server, "connection">, name: string, fallback: F, action: () => R): R | F {
  try {
    return action();
  } catch (error) {
    server.connection.console.error(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
    return fallback;
  }
}

/** A cancellation that has arrived behind its request is read only when the thread is free for a moment. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
