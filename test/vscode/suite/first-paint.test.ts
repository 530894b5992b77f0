/**
 * From the command to the first picture: measured and printed beside an empty webview's, which is what VS Code itself
 * takes. A busy machine is slow whatever the panel does, so only what would be felt as broken fails.
 */
import * as vscode from "vscode";
import { createNonce } from "../../../client/src/panel/html.ts";
import { ok } from "./check.ts";
import { api, closeAll, open } from "./editor.ts";
import { print } from "./mark.ts";

const ROUNDS = 2;
const BUDGET_MS = 300;

/** Says that it is there with its first frame. */
function emptyPage(nonce: string): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'`;
  const script = "const api = acquireVsCodeApi(); requestAnimationFrame(() => api.postMessage('painted'));";
  return `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="${policy}"></head>
<body>Empty<script nonce="${nonce}">${script}</script></body></html>`;
}

function openEmpty(): Promise<void> {
  const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const options = { enableScripts: true, retainContextWhenHidden: true };
  const { webview } = vscode.window.createWebviewPanel("sluice.empty", "Empty", place, options);
  const painted = new Promise<void>((resolve) => webview.onDidReceiveMessage(() => resolve()));
  webview.html = emptyPage(createNonce());
  return painted;
}

suite("first paint", () => {
  teardown(closeAll);

  test("the panel's is there soon", async () => {
    const { openPanel, serverReady } = await api();
    const timeOf = async (act: (uri: vscode.Uri) => Promise<unknown>): Promise<number> => {
      const { uri } = await open("order.asl.json");
      await serverReady();
      const startedMs = performance.now();
      await act(uri);
      const tookMs = performance.now() - startedMs;
      await closeAll();
      return tookMs;
    };
    const [empty, panel]: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      empty.push(await timeOf(openEmpty));
      panel.push(await timeOf((uri) => openPanel({ uri })));
    }
    const written = (times: readonly number[]): string => times.map((ms) => ms.toFixed(0)).join(", ");
    print(
      `    first paint after ${written(panel)} ms, of an empty webview after ${written(empty)} ms; budget ${BUDGET_MS} ms`,
    );
    ok(Math.min(...panel) < 10 * BUDGET_MS, "it takes far too long");
  });
});
