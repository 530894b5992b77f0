/** VS Code's side of the page: messages to the host, and what is kept when the panel is hidden or restored. */

export interface VsCodeApi<Message, Kept> {
  postMessage(message: Message): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): unknown;

/** May be called once in the life of the page. */
export function acquire<Message, Kept>(): VsCodeApi<Message, Kept> {
  return acquireVsCodeApi() as VsCodeApi<Message, Kept>;
}
