/**
 * Our own request `sluice/callHandler`: an invocation of a simulated function, answered by the local function that its
 * scenario names (in the Node server only, and only where the client asks: it does so in trusted workspaces alone).
 */
import type { CodeAnswer, JsonValue } from "@sluice/engine";

export const CALL_HANDLER_REQUEST = "sluice/callHandler";

export interface CallHandlerParams {
  /** Address of the scenario; the handler's file is named from its folder. */
  readonly scenario: string;
  /** Another one for each run: its functions are loaded anew. */
  readonly run: string;
  /** Logical id of the function. */
  readonly node: string;
  /** `src/process.mjs#handler` */
  readonly handler: string;
  readonly event: JsonValue;
  readonly requestId: string;
}

/** How this platform calls a handler; a browser cannot. */
export type CallHandler = (params: CallHandlerParams) => Promise<CodeAnswer>;

/** Never rejects: what cannot be called is an error of the function. */
export async function callHandler(params: CallHandlerParams, call: CallHandler | undefined): Promise<CodeAnswer> {
  try {
    if (call !== undefined) return await call(params);
    return failure("local functions run on the desktop only");
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}

function failure(errorMessage: string): CodeAnswer {
  return { error: { errorType: "Sluice.NotCalled", errorMessage } };
}
