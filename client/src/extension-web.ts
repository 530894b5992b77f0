/** The web entry (vscode.dev, github.dev): the language server is a Web Worker. */
import { bundleStartedMs } from "./clock.ts";

// The clock comes first: modules run in the order of their imports.

import { type ExtensionContext, Uri } from "vscode";
import { activateSluice, deactivateSluice } from "./activate.ts";
import type { SluiceApi } from "./api.ts";
import { registerTests } from "./tests/explorer.ts";
import { webWorkerStarter } from "./tests/start-web-worker.ts";
import { workerOfScripts } from "./worker-of-scripts.ts";

const loadMs = performance.now() - bundleStartedMs;

export function activate(context: ExtensionContext): SluiceApi {
  const file = (name: string): string => Uri.joinPath(context.extensionUri, "dist", name).toString(true);
  const startTests = webWorkerStarter(file("webview/engine.js"), file("webview/flow-worker.js"));
  context.subscriptions.push(...registerTests(startTests));
  return activateSluice(context, "web", loadMs, async (options) => {
    const { LanguageClient } = await import("vscode-languageclient/browser");
    const server = workerOfScripts(file("webview/engine.js"), file("web/server.js"));
    return new LanguageClient("sluice", "Sluice", server, options);
  });
}

export function deactivate(): Promise<void> {
  return deactivateSluice();
}
