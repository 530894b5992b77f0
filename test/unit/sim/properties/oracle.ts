/**
 * What must hold of any trace, read from its records alone: nothing is lost or made of nothing, groups keep their order,
 * nothing is received more often than the redrive policy says.
 */
import type { FlowRecord, NodeSpec } from "../../../../engine/src/sim/types.ts";

interface Held {
  readonly message: number;
  readonly group: string | undefined;
  receives: number;
  /** The call that received it last, where it is in flight. */
  call: number | undefined;
  /** The next "deleted" or the one before was of one copy only. */
}

/** Messages that are in a queue, in the order of arrival, as its records tell. */
class QueueOracle {
  readonly #name: string;
  readonly #isFifo: boolean;
  readonly #maxReceiveCount: number | undefined;
  readonly held = new Map<number, Held>();
  readonly #groups = new Map<string, Set<Held>>();

  constructor({ id, properties }: NodeSpec) {
    const { maxReceiveCount } = (properties.RedrivePolicy ?? {}) as { readonly maxReceiveCount?: number };
    this.#name = id;
    this.#isFifo = properties.FifoQueue === true;
    this.#maxReceiveCount = maxReceiveCount;
  }

  /** What is wrong; undefined: nothing. `call`: which receive a record belongs to. `next`: the record after it. */
  see({ what, message = 0, why }: FlowRecord, call: number, next: FlowRecord | undefined): string | undefined {
    const held = this.held.get(message);
    switch (what) {
      case "arrived":
      case "delayed":
        return held === undefined ? this.#arrive(message, why?.group) : `m${message} came twice`;
      case "received":
        return held === undefined ? `m${message} was received, but is not there` : this.#receive(held, call);
      case "visible":
        if (held === undefined) return `m${message} became visible, but is not there`;
        held.call = undefined;
        return undefined;
      case "deleted":
        if (held === undefined) return `m${message} was deleted, but is not there`;
        if (next?.what !== "duplicated" || next.message !== message) this.#leave(held);
        return undefined;
      case "deadLettered":
      case "expired":
      case "purged":
      case "moved":
        if (held === undefined) return `m${message} was ${what}, but is not there`;
        this.#leave(held);
        return undefined;
      default:
        return undefined;
    }
  }

  #arrive(message: number, group: string | number | undefined): undefined {
    const held: Held = {
      message,
      group: group === undefined ? undefined : String(group),
      receives: 0,
      call: undefined,
    };
    this.held.set(message, held);
    if (held.group === undefined) return;
    const members = this.#groups.get(held.group) ?? new Set();
    this.#groups.set(held.group, members.add(held));
  }

  #leave(held: Held): void {
    this.held.delete(held.message);
    if (held.group !== undefined) this.#groups.get(held.group)?.delete(held);
  }

  /** In a FIFO queue everything before it, of its group, must have been taken by the same call. */
  #receive(held: Held, call: number): string | undefined {
    held.receives += 1;
    held.call = call;
    if (this.#maxReceiveCount !== undefined && held.receives > this.#maxReceiveCount) {
      return `m${held.message} was received ${held.receives} times from ${this.#name}, maxReceiveCount is ${this.#maxReceiveCount}`;
    }
    if (!this.#isFifo || held.group === undefined) return undefined;
    for (const before of this.#groups.get(held.group) ?? []) {
      if (before === held) return undefined;
      if (before.call !== call)
        return `m${held.message} of ${held.group} was received from ${this.#name} before m${before.message}`;
    }
    return undefined;
  }
}

/** The first thing that is wrong in a trace that has all records; `inside`: how many messages each queue has at the end. */
export function wrongIn(
  records: readonly FlowRecord[],
  specs: readonly NodeSpec[],
  inside: (id: string) => number,
): string | undefined {
  const queues = new Map(
    specs.filter(({ type }) => type === "AWS::SQS::Queue").map((spec) => [spec.id, new QueueOracle(spec)] as const),
  );
  let call = 0;
  for (const [index, record] of records.entries()) {
    if (record.sequence !== index + 1) return `record ${record.sequence} stands in place ${index + 1}`;
    if (index > 0 && record.timeMs < (records[index - 1] as FlowRecord).timeMs)
      return `time goes back at record ${index + 1}`;
    const before = records[index - 1];
    const goesOn = before?.timeMs === record.timeMs && IN_A_RECEIVE.has(before.what);
    if (!goesOn) call += 1;
    const wrong = queues.get(record.node)?.see(record, call, records[index + 1]);
    if (wrong !== undefined) return `at ${record.timeMs} ms: ${wrong}`;
  }
  for (const [id, { held }] of queues) {
    if (held.size !== inside(id)) return `${id} has ${inside(id)} messages, by its records ${held.size}`;
  }
  return undefined;
}

/** What is told while a receive goes on: by the queue, and by the one that takes its dead letters. */
const IN_A_RECEIVE: ReadonlySet<string> = new Set(["received", "deadLettered", "arrived", "loopStopped"]);
