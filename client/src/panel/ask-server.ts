/** The language server, for the panel's questions. */

/** Sends a request to the language server, which is started if need be. */
export type AskServer = (method: string, params: object) => Promise<unknown>;

let ask: AskServer | undefined;

/** Told once, at activation. */
export function connectServer(connected: AskServer): void {
  ask = connected;
}

export async function askServer<Answer>(method: string, params: object): Promise<Answer | undefined> {
  return (await ask?.(method, params)) as Answer | undefined;
}
