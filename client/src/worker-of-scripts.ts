/** A Web Worker that runs scripts one after the other; addresses are absolute, for it has none of its own. */
export function workerOfScripts(...scripts: readonly string[]): Worker {
  const text = `importScripts(${scripts.map((script) => JSON.stringify(script)).join(", ")});`;
  return new Worker(URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
}
