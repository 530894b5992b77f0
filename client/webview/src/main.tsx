/** The view's entry: store, worker and page are put together here, and the host is told that they are ready. */
import { render } from "preact";
import type { HostMessage } from "../../src/panel/protocol.ts";
import { App } from "./components/app.tsx";
import { Controller } from "./controller.ts";
import { listenToKeys } from "./keys.ts";
import { INITIAL_STATE } from "./state.ts";
import { Store } from "./store.ts";
import "./styles.css";
import { acquire } from "./vscode-api.ts";
import { blobSpawner } from "./worker-client.ts";

function start(root: HTMLElement): void {
  const api = acquire();
  const kept = api.getState();
  const store = new Store({
    ...INITIAL_STATE,
    ...(kept?.inputText !== undefined && { inputText: kept.inputText }),
    ...(kept?.machineType && { machineType: kept.machineType }),
  });
  const motion = matchMedia("(prefers-reduced-motion: reduce)");
  // VS Code has a setting of its own for it, told by a class.
  const reduced = (): boolean => motion.matches || document.body.classList.contains("vscode-reduce-motion");
  const spawn = blobSpawner(root.getAttribute("data-worker") ?? "");
  const controller = new Controller(store, api, spawn, reduced);
  window.addEventListener("message", (event: MessageEvent<HostMessage>) => controller.hearHost(event.data));
  listenToKeys(window, controller);
  render(<App store={store} controller={controller} />, root);
  api.postMessage({ type: "ready" });
}

const root = document.getElementById("root");
if (root) start(root);
