/**
 * The view's hold on its worker, with a watchdog: a worker that owes an answer and stays silent hangs in somebody's
 * expression; it is ended, and a new one takes its place. Knows nothing about machines or runs.
 */

/** After the time is up, messages that have arrived but wait behind the view's own work are heard first. */
const GRACE_MS = 150;

/** What goes over the wire: each request is answered by a Done with its number, whatever else it causes. */
export interface Numbered<Request> {
  readonly number: number;
  readonly request: Request;
}

export interface Done {
  readonly type: "done";
  readonly number: number;
  /** What was asked for; undefined for requests that ask for nothing. */
  readonly result?: unknown;
}

export interface Ready {
  readonly type: "ready";
}

export interface WorkerClientOptions<Request, Reply> {
  /** Makes a worker; called again after each kill. */
  readonly spawn: Spawn;
  readonly onReply: (reply: Reply) => void;
  /** How long the worker may stay silent while it owes an answer to a request. */
  readonly silenceMs: (request: Request) => number;
  /** The worker has been ended while it owed an answer to this; a new one is on its way. */
  readonly onHang: (request: Request) => void;
  /** There is no worker and there will be none: a message for people. */
  readonly onFailure: (message: string) => void;
}

/** `parts`: names of the scripts that it begins with, besides its own. */
export type Spawn = (parts: ReadonlySet<string>) => Promise<Worker>;

/**
 * Starts workers from the scripts at some addresses; as a blob, for a webview may not load a worker from elsewhere.
 * `main` is its own, `parts` are those that not every worker needs.
 */
export function blobSpawner(main: string, parts: Readonly<Record<string, string>>): Spawn {
  const texts = new Map<string, Promise<string>>();
  const read = (address: string): Promise<string> => {
    const text = texts.get(address) ?? readScript(address);
    texts.set(address, text);
    return text;
  };
  void read(main).catch(() => {}); // whoever starts a worker hears of it
  return async (wanted) => {
    const addresses = [...wanted].map((name) => parts[name] ?? "");
    const scripts = await Promise.all([...addresses, main].map(read));
    const url = URL.createObjectURL(new Blob(scripts, { type: "text/javascript" }));
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

interface Owed<Request> {
  readonly request: Request;
  readonly answer: (result: unknown) => void;
}

export class WorkerClient<Request, Reply extends { readonly type: string }> {
  readonly #options: WorkerClientOptions<Request, Reply>;
  #worker: Worker | undefined;
  #ready = false;
  #number = 0;
  /** Workers asked for so far. */
  #starts = 0;
  readonly #parts = new Set<string>();
  /** Requests made before the worker could hear them. */
  #queue: Owed<Request>[] = [];
  /** Requests without their Done, oldest first. */
  readonly #owed = new Map<number, Owed<Request>>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: WorkerClientOptions<Request, Reply>) {
    this.#options = options;
  }

  /**
   * Starts the worker; again, where it lacks one of these parts. True: it is another one, and knows nothing that was told
   * to the one before.
   */
  start(parts: readonly string[]): boolean {
    const missing = parts.filter((part) => !this.#parts.has(part));
    for (const part of missing) this.#parts.add(part);
    if (this.#starts === 0) this.#start();
    else if (missing.length > 0) this.#restart();
    else return false;
    return this.#starts > 1;
  }

  send(request: Request): void {
    this.#deliver({ request, answer: () => {} });
  }

  /** Resolves with what the worker answers; undefined where it was ended before it could. */
  ask(request: Request): Promise<unknown> {
    return new Promise((answer) => this.#deliver({ request, answer }));
  }

  #deliver(owed: Owed<Request>): void {
    if (!this.#ready) {
      this.#queue.push(owed);
      return;
    }
    this.#number += 1;
    this.#owed.set(this.#number, owed);
    this.#worker?.postMessage({ number: this.#number, request: owed.request } satisfies Numbered<Request>);
    this.#watch();
  }

  /** Ends the worker at once, whatever it does, and starts another. */
  #restart(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready = false;
    const unanswered = [...this.#owed.values(), ...this.#queue.splice(0)];
    this.#owed.clear();
    clearTimeout(this.#timer);
    this.#start();
    for (const { answer } of unanswered) answer(undefined);
  }

  #start(): void {
    this.#starts += 1;
    const start = this.#starts;
    this.#options.spawn(this.#parts).then(
      (worker) => {
        if (start !== this.#starts) {
          worker.terminate(); // it was no longer wanted before it was there
          return;
        }
        this.#worker = worker;
        worker.onmessage = (event: MessageEvent<Reply | Done | Ready>) => this.#hear(worker, event.data);
        worker.onerror = (event) => {
          event.preventDefault();
          if (worker === this.#worker) this.#options.onFailure(event.message || "The engine stopped unexpectedly.");
        };
      },
      (error: unknown) => this.#options.onFailure(error instanceof Error ? error.message : String(error)),
    );
  }

  #hear(worker: Worker, reply: Reply | Done | Ready): void {
    if (worker !== this.#worker) return; // killed already: its last words are not wanted
    if (reply.type === "ready") {
      this.#ready = true;
      for (const owed of this.#queue.splice(0)) this.#deliver(owed);
      return;
    }
    if (reply.type === "done") {
      const { number, result } = reply as Done;
      const owed = this.#owed.get(number);
      this.#owed.delete(number);
      this.#watch();
      owed?.answer(result);
      return;
    }
    this.#watch();
    this.#options.onReply(reply as Reply);
  }

  /** Starts the watchdog's time anew. */
  #watch(): void {
    clearTimeout(this.#timer);
    if (this.#owed.size === 0) return;
    const silenceMs = Math.max(...[...this.#owed.values()].map(({ request }) => this.#options.silenceMs(request)));
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => this.#hang(), GRACE_MS);
    }, silenceMs);
  }

  #hang(): void {
    const [culprit] = this.#owed.values();
    if (!culprit) return;
    this.#restart();
    this.#options.onHang(culprit.request);
  }
}
