/** The view's entry: panel, worker and page are put together here, and the host is told that they are ready. */
import { render } from "preact";
import type { HostMessage, ViewMessage } from "../../../src/panel/protocol.ts";
import { listenToKeys } from "../shell/keymap.ts";
import { reducedMotion } from "../shell/motion.ts";
import { acquire, firstMessages } from "../shell/vscode-api.ts";
import { blobSpawner } from "../shell/worker-client.ts";
import { App } from "./app.tsx";
import type { Kept } from "./kept.ts";
import { keysOfPanel } from "./keys.ts";
import { MachinePanel } from "./panel.ts";
import "./styles.css";

function start(root: HTMLElement): void {
  const api = acquire<ViewMessage, Kept>();
  const { worker = "", jsonata = "" } = root.dataset;
  const spawn = blobSpawner(worker, { jsonata });
  const panel = new MachinePanel({ api, spawn, reducedMotion });
  window.addEventListener("message", (event: MessageEvent<HostMessage>) => panel.hearHost(event.data));
  listenToKeys(window, keysOfPanel(panel));
  for (const message of firstMessages<HostMessage>(document)) panel.hearHost(message);
  root.replaceChildren();
  render(<App panel={panel} />, root);
  api.postMessage({ type: "ready" });
}

const root = document.getElementById("root");
if (root) start(root);
