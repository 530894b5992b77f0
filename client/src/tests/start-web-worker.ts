/** The worker of tests as a browser has it. */
import { workerOfScripts } from "../worker-of-scripts.ts";
import type { StartTestWorker } from "./test-worker.ts";

/** Addresses of the engine and of the worker's own script. */
export function webWorkerStarter(engine: string, script: string): StartTestWorker {
  return async () => {
    const worker = workerOfScripts(engine, script);
    return {
      post: (message) => worker.postMessage(message),
      listen: (hear, fail) => {
        worker.onmessage = ({ data }) => hear(data);
        worker.onerror = ({ message }) => fail(message);
      },
      end: () => worker.terminate(),
    };
  };
}
