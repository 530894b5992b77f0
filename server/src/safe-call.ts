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
  provide: (open: OpenDocument, params: P) => R,
): Handler<P, R | N> {
  return onPrepared(server, name, nothing, () => undefined, provide);
}

/**
 * The same for what must read something first. The document is looked up behind that: it may have changed meanwhile, and
 * an old version must not be asked any more.
 */
export function onPrepared<P extends DocumentParams, X, R, N>(
  server: Server,
  name: string,
  nothing: N,
  prepare: (params: P) => X | Promise<X>,
  provide: (open: OpenDocument, params: P, prepared: X) => R,
): Handler<P, R | N> {
  return onRequest(server, name, nothing, prepare, (params, prepared) => {
    const open = server.documents.get(params.textDocument.uri);
    return open === undefined ? nothing : provide(open, params, prepared);
  });
}

/** A request handler about anything else. */
export function onRequest<P, X, R, N>(
  server: Server,
  name: string,
  nothing: N,
  prepare: (params: P) => X | Promise<X>,
  provide: (params: P, prepared: X) => R,
): Handler<P, R | N> {
  return async (params, token) => {
    // Two turns: the first may come just before the cancellation is taken from the queue.
    await nextTurn();
    await nextTurn();
    const cancelled = new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${name} was cancelled`);
    if (token.isCancellationRequested) return cancelled;
    try {
      const preparing = prepare(params);
      const prepared = preparing instanceof Promise ? await preparing : preparing;
      return token.isCancellationRequested ? cancelled : provide(params, prepared);
    } catch (error) {
      return logged(server, name, nothing, error);
    }
  };
}

/** Runs `action`; what it throws is logged and answered by `fallback`. */
export function attempt<R, F>(server: Pick<Server, "connection">, name: string, fallback: F, action: () => R): R | F {
  try {
    return action();
  } catch (error) {
    return logged(server, name, fallback, error);
  }
}

function logged<F>({ connection }: Pick<Server, "connection">, name: string, fallback: F, error: unknown): F {
  connection.console.error(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
  return fallback;
}

/** A cancellation that has arrived behind its request is read only when the thread is free for a moment. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (typeof setImmediate === "function") setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
