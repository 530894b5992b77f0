/** Runs one scenario in a worker that can be killed: a Web Worker in the browser, a thread on the desktop. */
import type { CodeAnswer, FlowSource } from "@sluice/engine";
import type { HandlerCall, TestOutcome } from "../flow/protocol.ts";

/** A worker, as far as it is asked here. */
export interface TestWorker {
  post(message: unknown): void;
  /** `hear` gets what it says; `fail`, why it cannot go on. */
  listen(hear: (message: unknown) => void, fail: (why: string) => void): void;
  end(): void;
}

/** Each entry of the extension has its own way to start one. */
export type StartTestWorker = () => Promise<TestWorker>;

/** Who calls the local functions of a scenario, or why nobody does. */
export interface HandlerCaller {
  readonly refused: string | undefined;
  call(call: HandlerCall): Promise<CodeAnswer>;
}

/** Where nothing is heard for so long, something hangs. */
const LIMIT_MS = 60_000;

/** The number of the request whose answer is the outcome. */
const TEST = 1;

/** What the worker says. */
interface Heard {
  readonly type: string;
  readonly number?: number;
  readonly result?: TestOutcome;
  readonly call?: HandlerCall;
}

/** Rejects where it hangs, is cancelled, or breaks. */
export async function runTest(
  start: StartTestWorker,
  source: FlowSource,
  handlers: HandlerCaller,
  cancelled: Promise<void>,
): Promise<TestOutcome> {
  const worker = await start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<TestOutcome>((resolve, reject) => {
      const fail = () => reject(new Error(`It did not come to its end in ${LIMIT_MS / 1_000} s.`));
      const watch = () => {
        clearTimeout(timer);
        timer = setTimeout(fail, LIMIT_MS);
      };
      watch();
      void cancelled.then(() => reject(new Error("Cancelled.")));
      worker.listen(
        (message) => {
          const { type, number, result, call } = message as Heard;
          if (type === "ready") {
            const { refused: handlersRefused } = handlers;
            worker.post({ number: TEST, request: { type: "test", source, handlersRefused } });
          } else if (type === "callHandler" && call !== undefined) {
            clearTimeout(timer); // each function has a time limit of its own
            void handlers.call(call).then((answer) => {
              watch();
              worker.post({ number: 0, request: { type: "handlerAnswered", number: call.number, answer } });
            });
          } else if (type === "done" && number === TEST) {
            if (result) resolve(result);
            else reject(new Error("The simulation broke off."));
          }
        },
        (why) => reject(new Error(why)),
      );
    });
  } finally {
    clearTimeout(timer);
    worker.end();
  }
}
