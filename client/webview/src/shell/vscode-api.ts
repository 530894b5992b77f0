/** VS Code's side of the page: messages to the host, and what is kept when the panel is hidden or restored. */

export interface VsCodeApi<Message, Kept> {
  postMessage(message: Message): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
}

declare function acquireVsCodeApi(): unknown;

/** What the host has put into the page, to be heard as if it had come as messages. */
export function firstMessages<Message>(page: Document): readonly Message[] {
  const data = page.getElementById("first");
  data?.remove();
  return JSON.parse(data?.textContent ?? "[]") as readonly Message[];
}

/** May be called once in the life of the page. */
export function acquire<Message, Kept>(): VsCodeApi<Message, Kept> {
  return acquireVsCodeApi() as VsCodeApi<Message, Kept>;
}
