/**
 * The view's hold on its worker, with a watchdog: a worker that owes an answer and stays silent hangs in somebody's
 * expression; it is ended, and a new one takes its place. Knows nothing about machines or runs.
 */
import type { NumberedRequest, WorkerReply, WorkerRequest } from "./worker-protocol.ts";

/** How long a step may stay silent. Reading and drawing a text may take longer: large files are no mistake. */
export const STEP_SILENCE_MS = 2_000;
const LOAD_SILENCE_MS = 15_000;
/** After the time is up, messages that have arrived but wait behind the view's own work are heard first. */
const GRACE_MS = 150;

export interface WorkerClientOptions {
  /** Starts a worker; called again after each kill. */
  readonly spawn: Spawn;
  readonly onReply: (reply: WorkerReply) => void;
  /** The worker has been ended while it owed an answer to this; a new one is on its way. */
  readonly onHang: (request: WorkerRequest) => void;
  /** There is no worker and there will be none: a message for people. */
  readonly onFailure: (message: string) => void;
}

export type Spawn = () => Promise<Worker>;

/** Starts workers from the script at an address; as a blob, for a webview may not load a worker from elsewhere. */
export function blobSpawner(address: string): Spawn {
  let source: Promise<string> | undefined;
  return async () => {
    source ??= readScript(address);
    const url = URL.createObjectURL(new Blob([await source], { type: "text/javascript" }));
    try {
      return new Worker(url);
    } finally {
      URL.revokeObjectURL(url);
    }
  };
}

async function readScript(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The engine could not be loaded (${response.status}).`);
  return `${await response.text()}\n`;
}

export class WorkerClient {
  readonly #options: WorkerClientOptions;
  #worker: Worker | undefined;
  #ready = false;
  #number = 0;
  /** Workers asked for so far. */
  #starts = 0;
  /** Requests made before the worker could hear them. */
  #queue: WorkerRequest[] = [];
  /** Requests without their "done", oldest first. */
  readonly #owed = new Map<number, WorkerRequest>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WorkerClientOptions) {
    this.#options = options;
    this.#start();
  }

  send(request: WorkerRequest): void {
    if (!this.#ready) {
      this.#queue.push(request);
      return;
    }
    this.#number += 1;
    this.#owed.set(this.#number, request);
    this.#worker?.postMessage({ number: this.#number, request } satisfies NumberedRequest);
    this.#watch();
  }

  /** Ends the worker at once, whatever it does, and starts another. */
  #restart(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    this.#queue = [];
    this.#owed.clear();
    clearTimeout(this.#timer);
    this.#start();
  }

  #start(): void {
    this.#starts += 1;
    const start = this.#starts;
    this.#options.spawn().then(
      (worker) => {
        if (start !== this.#starts) {
          worker.terminate(); // it was no longer wanted before it was there
          return;
        }
        this.#worker = worker;
        worker.onmessage = (event: MessageEvent<WorkerReply>) => this.#hear(worker, event.data);
        worker.onerror = (event) => {
          event.preventDefault();
          if (worker === this.#worker) this.#options.onFailure(event.message || "The engine stopped unexpectedly.");
        };
      },
      (error: unknown) => this.#options.onFailure(error instanceof Error ? error.message : String(error)),
    );
  }

  #hear(worker: Worker, reply: WorkerReply): void {
    if (worker !== this.#worker) return; // killed already: its last words are not wanted
    if (reply.type === "ready") {
      this.#ready = true;
      for (const request of this.#queue.splice(0)) this.send(request);
      return;
    }
    if (reply.type === "done") this.#owed.delete(reply.number);
    this.#watch();
    this.#options.onReply(reply);
  }

  /** Starts the watchdog's time anew. */
  #watch(): void {
    clearTimeout(this.#timer);
    const owed = [...this.#owed.values()];
    if (owed.length === 0) return;
    const silenceMs = owed.some(({ type }) => type === "load") ? LOAD_SILENCE_MS : STEP_SILENCE_MS;
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => this.#hang(), GRACE_MS);
    }, silenceMs);
  }

  #hang(): void {
    const [culprit] = this.#owed.values();
    if (!culprit) return;
    this.#restart();
    this.#options.onHang(culprit);
  }
}
