/** The filter bench's entry: its state and its page are put together here, and the host is told that it is ready. */
import { render } from "preact";
import type { FilterHostMessage, FilterViewMessage } from "../../../src/filter/protocol.ts";
import { listenToKeys } from "../shell/keymap.ts";
import { acquire } from "../shell/vscode-api.ts";
import { App } from "./app.tsx";
import { FilterBench, type Kept } from "./bench.ts";
import { keysOfBench } from "./keys.ts";
import "./styles.css";

const root = document.getElementById("root");
if (root) {
  const api = acquire<FilterViewMessage, Kept>();
  const bench = new FilterBench(api);
  window.addEventListener("message", (event: MessageEvent<FilterHostMessage>) => bench.hear(event.data));
  listenToKeys(window, keysOfBench(bench));
  root.replaceChildren();
  render(<App bench={bench} />, root);
  api.postMessage({ type: "ready" });
}
