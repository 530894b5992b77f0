/** What has become of the records of an event source mapping case: words as `final` has them. */
import { isRefusal, type JsonObject, type Ports, queueUrlOf, type Simulation, SqsApi, worldOf } from "@sluice/engine";
import type { Invoked } from "./mapping-functions.ts";
import { DLQ } from "./mapping-sources.ts";

/** What the trace says of a record once it is done with, by the word of a case. */
const TOLD: Readonly<Record<string, string>> = { filtered: "filtered", deadLettered: "onFailure", lost: "discarded" };

/** Watches what a simulation tells of records while it runs. */
export class FateBook {
  /** Numbers of messages in the order of their arrival at the source. */
  readonly #arrived: number[] = [];
  readonly #numberOf = new Map<string, number>();
  /** By mapping and message. */
  readonly #told = new Map<string, string>();

  hear(node: string, what: string, message: number | undefined, source: string): void {
    if (message === undefined) return;
    if (what === "arrived" && node === source) this.#arrived.push(message);
    const fate = TOLD[what];
    if (fate !== undefined) this.#told.set(`${node} ${message}`, fate);
  }

  /** Records that have just arrived, in that order. */
  name(ids: readonly string[]): void {
    const since = this.#arrived.length - ids.length;
    for (const [index, id] of ids.entries()) this.#numberOf.set(id, this.#arrived[since + index] ?? 0);
  }

  /** Of a record of a stream, as far as one mapping is concerned. */
  inStream(simulation: Simulation, mapping: string, log: readonly Invoked[], id: string): string {
    const number = this.#numberOf.get(id) ?? 0;
    const told = this.#told.get(`${mapping} ${number}`);
    if (told !== undefined) return told;
    if (!log.some(({ records }) => records.includes(id))) return "undelivered";
    const shards = (simulation.view(mapping)?.shards ?? []) as unknown as readonly {
      readonly pending: readonly number[];
    }[];
    return shards.some(({ pending }) => pending.includes(number)) ? "blocked" : "processed";
  }
}

/** Of all records of a queue: those that are there no more have been processed. Receives what is left. */
export function fatesInQueue(
  simulation: Simulation,
  queue: string,
  log: readonly Invoked[],
  ids: ReadonlyMap<string, string>,
): (id: string) => string {
  const inSource = idsIn(simulation, queue, ids);
  const inDlq = idsIn(simulation, queue.replace("source", DLQ), ids);
  const delivered = new Set(log.flatMap(({ records }) => records));
  return (id) => {
    if (inSource.has(id)) return delivered.has(id) ? "blocked" : "undelivered";
    if (inDlq.has(id)) return "dlq";
    return delivered.has(id) ? "processed" : "filtered";
  };
}

/** Visible, delayed and in flight. */
export function sizeOfQueue(simulation: Simulation, queue: string): number {
  const { visible, inFlight, delayed } = (simulation.ports(queue) as Ports).queue;
  return visible + inFlight + delayed;
}

function idsIn(simulation: Simulation, queue: string, names: ReadonlyMap<string, string>): ReadonlySet<string> {
  const api = new SqsApi(worldOf(simulation));
  const ids = new Set<string>();
  for (;;) {
    const answer = api.call("ReceiveMessage", { QueueUrl: queueUrlOf(queue), MaxNumberOfMessages: 10 });
    const messages = isRefusal(answer) ? [] : ((answer.Messages ?? []) as unknown as readonly JsonObject[]);
    if (messages.length === 0) return ids;
    for (const { MessageId: id } of messages) ids.add(names.get(String(id)) ?? String(id));
  }
}
