/** The view's entry: panel, worker and page are put together here, and the host is told that they are ready. */
import { render } from "preact";
import type { FlowHostMessage, FlowViewMessage } from "../../../src/flow/protocol.ts";
import { listenToKeys } from "../shell/keymap.ts";
import { reducedMotion } from "../shell/motion.ts";
import { acquire } from "../shell/vscode-api.ts";
import { blobSpawner } from "../shell/worker-client.ts";
import { App } from "./app.tsx";
import { keysOfPanel } from "./keys.ts";
import { FlowPanel, type Kept } from "./panel.ts";
import "./styles.css";

function start(root: HTMLElement): void {
  const api = acquire<FlowViewMessage, Kept>();
  const { worker = "", engine = "" } = root.dataset;
  const panel = new FlowPanel(api, blobSpawner(worker, { engine }), reducedMotion);
  window.addEventListener("message", (event: MessageEvent<FlowHostMessage>) => panel.hearHost(event.data));
  listenToKeys(window, keysOfPanel(panel));
  root.replaceChildren();
  render(<App panel={panel} />, root);
  api.postMessage({ type: "ready" });
}

const root = document.getElementById("root");
if (root) start(root);
