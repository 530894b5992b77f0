/** The redrive bench's entry: its state and its page are put together here, and the host is told that it is ready. */
import { render } from "preact";
import type { RedriveHostMessage, RedriveViewMessage } from "../../../src/redrive/protocol.ts";
import { listenToKeys } from "../shell/keymap.ts";
import { acquire } from "../shell/vscode-api.ts";
import { App } from "./app.tsx";
import { type Kept, RedriveBench } from "./bench.ts";
import { keysOfBench } from "./keys.ts";
import "./styles.css";

const root = document.getElementById("root");
if (root) {
  const api = acquire<RedriveViewMessage, Kept>();
  const bench = new RedriveBench(api);
  window.addEventListener("message", (event: MessageEvent<RedriveHostMessage>) => bench.hear(event.data));
  listenToKeys(window, keysOfBench(bench));
  root.replaceChildren();
  render(<App bench={bench} />, root);
  api.postMessage({ type: "ready" });
}
