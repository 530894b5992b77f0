/**
 * What is kept of what happens. Aggregates are the meters' matter and always kept; records are kept as a policy says, so
 * that memory stays bounded however many messages there are. Records are numbered whether they are kept or not: the same
 * run has the same numbers under every policy.
 */
import type { FlowRecord, Message, Reason } from "./types.ts";

/** "all" of them (up to `max`, then no more), the "last" so many, or none. */
export type TracePolicy =
  | {
      readonly keep: "all";
      readonly max: number;
      /** Only messages that come of these first ones, by number. */
      readonly origins?: readonly number[];
      /** Only what happens at these nodes. */
      readonly nodes?: readonly string[];
    }
  | { readonly keep: "last"; readonly max: number }
  | { readonly keep: "none" };

export interface TraceState {
  readonly sequence: number;
  readonly records: readonly FlowRecord[];
}

export class Trace {
  sequence = 0;
  readonly #policy: TracePolicy;
  readonly #origins: ReadonlySet<number> | undefined;
  readonly #nodes: ReadonlySet<string> | undefined;
  /** With "last": a ring; the oldest stands at `#sequence of the next one` modulo its size. */
  #records: FlowRecord[] = [];
  #next = 0;
  /** Told of every record that is kept. */
  readonly #onRecord: ((record: FlowRecord) => void) | undefined;

  constructor(policy: TracePolicy, onRecord?: (record: FlowRecord) => void) {
    this.#policy = policy;
    this.#onRecord = onRecord;
    this.#origins = policy.keep === "all" && policy.origins ? new Set(policy.origins) : undefined;
    this.#nodes = policy.keep === "all" && policy.nodes ? new Set(policy.nodes) : undefined;
  }

  keeps(node: string, message: Message | undefined): boolean {
    const policy = this.#policy;
    if (policy.keep !== "all") return policy.keep === "last";
    if (this.#records.length >= policy.max) return false;
    if (this.#nodes !== undefined && !this.#nodes.has(node)) return false;
    return this.#origins === undefined || (message !== undefined && this.#origins.has(message.origin));
  }

  add(timeMs: number, node: string, what: string, message?: Message, why?: Reason, other?: string): void {
    this.sequence += 1;
    if (!this.keeps(node, message)) return;
    const record: FlowRecord = {
      sequence: this.sequence,
      timeMs,
      node,
      what,
      ...(message === undefined ? {} : { message: message.number }),
      ...(other === undefined ? {} : { other }),
      ...(why === undefined ? {} : { why }),
    };
    this.#onRecord?.(record);
    if (this.#policy.keep === "last" && this.#records.length === this.#policy.max) {
      this.#records[this.#next] = record;
      this.#next = (this.#next + 1) % this.#policy.max;
    } else {
      this.#records.push(record);
    }
  }

  /** In the order in which they happened. */
  get records(): readonly FlowRecord[] {
    return this.#next === 0
      ? this.#records
      : [...this.#records.slice(this.#next), ...this.#records.slice(0, this.#next)];
  }

  save(): TraceState {
    return { sequence: this.sequence, records: [...this.records] };
  }

  restore({ sequence, records }: TraceState): void {
    this.sequence = sequence;
    this.#records = [...records];
    this.#next = 0;
  }
}
