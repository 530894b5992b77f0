/** Runs one scenario in a worker that can be killed: a Web Worker in the browser, a thread on the desktop. */
import type { FlowSource } from "@sluice/engine";
import type { TestOutcome } from "../flow/protocol.ts";

/** A worker, as far as it is asked here. */
export interface TestWorker {
  post(message: unknown): void;
  /** `hear` gets what it says; `fail`, why it cannot go on. */
  listen(hear: (message: unknown) => void, fail: (why: string) => void): void;
  end(): void;
}

/** Each entry of the extension has its own way to start one. */
export type StartTestWorker = () => Promise<TestWorker>;

/** Where nothing is heard for so long, something hangs. */
const LIMIT_MS = 60_000;

/** Rejects where it hangs, is cancelled, or breaks. */
export async function runTest(
  start: StartTestWorker,
  source: FlowSource,
  cancelled: Promise<void>,
): Promise<TestOutcome> {
  const worker = await start();
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise<TestOutcome>((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`It did not come to its end in ${LIMIT_MS / 1_000} s.`)), LIMIT_MS);
      void cancelled.then(() => reject(new Error("Cancelled.")));
      worker.listen(
        (message) => {
          const { type, result } = message as { type: string; result?: TestOutcome };
          if (type === "ready") worker.post({ number: 1, request: { type: "test", source } });
          else if (type === "done") {
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
