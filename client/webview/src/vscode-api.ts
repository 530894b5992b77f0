/** VS Code's side of the page: messages to the host, and what is kept when the panel is hidden or restored. */
import type { ViewMessage } from "../../src/panel/protocol.ts";

/** Kept by VS Code over a restart of the window; `uri` is what brings the document back. */
export interface KeptState {
  readonly uri?: string;
  /** Only where it was edited in the panel. */
  readonly inputText?: string;
  readonly machineType?: "STANDARD" | "EXPRESS";
  /** Height of the lower pane, as a share of the page. */
  readonly split?: number;
}

export interface VsCodeApi {
  postMessage(message: ViewMessage): void;
  getState(): KeptState | undefined;
  setState(state: KeptState): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** May be called once in the life of the page. */
export function acquire(): VsCodeApi {
  return acquireVsCodeApi();
}
