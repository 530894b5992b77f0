/** The worker of tests as a thread of Node. It is written for a browser's worker: a few lines make a thread look like one. */
import { Worker } from "node:worker_threads";
import type { StartTestWorker } from "./test-worker.ts";

/** Runs before the script. */
const AS_WEB_WORKER = `
const { parentPort, workerData } = require("node:worker_threads");
require(workerData.engine);
globalThis.self = {
  addEventListener: (_type, hear) => parentPort.on("message", (data) => hear({ data })),
  postMessage: (message) => parentPort.postMessage(message),
};
require(workerData.script);
`;

/** `folder`: of the views' bundles. */
export function threadStarter(folder: string): StartTestWorker {
  return async () => {
    const workerData = { script: `${folder}/flow-worker.js`, engine: `${folder}/engine.js` };
    const worker = new Worker(AS_WEB_WORKER, { eval: true, workerData });
    return {
      post: (message) => worker.postMessage(message),
      listen: (hear, fail) => {
        worker.on("message", hear);
        worker.on("error", ({ message }) => fail(message));
      },
      end: () => void worker.terminate(),
    };
  };
}
