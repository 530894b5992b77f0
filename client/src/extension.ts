/** The desktop entry (and every other host with Node): the language server is a process of its own. */
import { bundleStartedMs } from "./clock.ts";

// The clock comes first: modules run in the order of their imports.

import type { ExtensionContext } from "vscode";
import { activateSluice, deactivateSluice } from "./activate.ts";
import type { SluiceApi } from "./api.ts";
import { registerTests } from "./tests/explorer.ts";
import { threadStarter } from "./tests/start-thread.ts";

const loadMs = performance.now() - bundleStartedMs;

export function activate(context: ExtensionContext): SluiceApi {
  context.subscriptions.push(...registerTests(threadStarter(context.asAbsolutePath("dist/webview"))));
  return activateSluice(context, "desktop", loadMs, async (options) => {
    // Loaded only now: a window without a state machine never reads the client's code.
    const { LanguageClient, TransportKind } = await import("vscode-languageclient/node");
    const module = context.asAbsolutePath("dist/server.js");
    const run = { module, transport: TransportKind.ipc };
    const debug = { ...run, options: { execArgv: ["--nolazy", "--inspect=6009"] } };
    return new LanguageClient("sluice", "Sluice", { run, debug }, options);
  });
}

export function deactivate(): Promise<void> {
  return deactivateSluice();
}
