/** The web entry (vscode.dev, github.dev): the language server is a Web Worker. */
import { bundleStartedMs } from "./clock.ts";

// The clock comes first: modules run in the order of their imports.

import { type ExtensionContext, Uri } from "vscode";
import { activateSluice, deactivateSluice } from "./activate.ts";
import type { SluiceApi } from "./api.ts";
import { registerTests } from "./tests/explorer.ts";
import { webWorkerStarter } from "./tests/start-web-worker.ts";

const loadMs = performance.now() - bundleStartedMs;

export function activate(context: ExtensionContext): SluiceApi {
  const file = (name: string): string => Uri.joinPath(context.extensionUri, "dist/webview", name).toString(true);
  context.subscriptions.push(...registerTests(webWorkerStarter(file("flow-worker.js"), file("jsonata.js"))));
  return activateSluice(context, "web", loadMs, async (options) => {
    const { LanguageClient } = await import("vscode-languageclient/browser");
    const worker = new Worker(Uri.joinPath(context.extensionUri, "dist/web/server.js").toString(true));
    return new LanguageClient("sluice", "Sluice", worker, options);
  });
}

export function deactivate(): Promise<void> {
  return deactivateSluice();
}
