/**
 * Local functions as the code of simulated ones (`handler:` of a scenario): each in a child process that is kept between
 * calls and killed when one takes too long. Virtual time does not pass while they run.
 */
import type { Code, CodeAnswer, JsonValue } from "@sluice/engine";
import { FunctionProcess } from "./function-process.ts";
import type { LocalFunction } from "./handler-file.ts";

export interface FunctionCode {
  /** By the logical id of whose code it is. */
  readonly code: ReadonlyMap<string, Code>;
  /** Ends the processes. */
  close(): void;
}

/** How often a caller is told that a function still runs, milliseconds. */
const TELL_MS = 1_000;

/** `onBusy` is called again and again while one runs: its own time limit ends it, nobody else needs to. */
export function functionCode(functions: readonly LocalFunction[], onBusy: () => void): FunctionCode {
  const processes = new Map(functions.map((local) => [local.name, new FunctionProcess(local)]));
  const codeOf = (running: FunctionProcess): Code => {
    return async (event, { requestId }) => {
      const timer = setInterval(onBusy, TELL_MS);
      const { outcome } = await running.invoke({ event, requestId });
      clearInterval(timer);
      return "result" in outcome ? { response: outcome.result } : failed(outcome.failure);
    };
  };
  return {
    code: new Map([...processes].map(([name, running]) => [name, codeOf(running)])),
    close: () => {
      for (const running of processes.values()) running.close();
    },
  };
}

function failed({ errorType = "Error", errorMessage = "" }: Readonly<Record<string, JsonValue>>): CodeAnswer {
  return { error: { errorType: String(errorType), errorMessage: String(errorMessage) } };
}
