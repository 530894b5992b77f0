/** The worker of tests as a browser has it. */
import type { StartTestWorker } from "./test-worker.ts";

/** Addresses of the worker's script, and of the expression language that it asks for. */
export function webWorkerStarter(script: string, jsonata: string): StartTestWorker {
  return async () => {
    const text = `importScripts(${JSON.stringify(jsonata)}, ${JSON.stringify(script)});`;
    const worker = new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
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
