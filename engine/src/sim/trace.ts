/**
 * What is kept of what happens. Aggregates are the meters' matter and always kept; records are kept as a policy says, so
 * that memory stays bounded however many messages there are. Records are numbered whether they are kept or not: the same
 * run has the same numbers under every policy.
 */
import type { FlowRecord, Message, ReasonToTell } from "./types.ts";

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

/** Told of every record that is kept. */
export type RecordListener = (record: FlowRecord) => void;

/** Told of everything that happens to a message, whether a record of it is kept or not. `other`: as in `FlowRecord`. */
export type Watcher = (timeMs: number, node: string, what: string, message: Message, other?: string) => void;

/**
 * Records as columns, made into objects when somebody reads them: most are written over by later ones and never read.
 * With "last" the columns are a ring.
 */
export class Trace {
  sequence = 0;
  readonly #isKeeping: boolean;
  readonly #isRing: boolean;
  readonly #max: number;
  readonly #origins: ReadonlySet<number> | undefined;
  readonly #nodes: ReadonlySet<string> | undefined;
  readonly #idOf: (name: string) => string;
  readonly #listener: RecordListener | undefined;
  readonly #watcher: Watcher | undefined;
  readonly #sequences: number[] = [];
  readonly #times: number[] = [];
  readonly #whose: string[] = [];
  readonly #whats: string[] = [];
  /** 0: about no message. */
  readonly #messages: number[] = [];
  readonly #others: (string | undefined)[] = [];
  readonly #reasons: (ReasonToTell | undefined)[] = [];
  /** Where the next record goes. */
  #next = 0;

  /** `idOf`: of a node by any of its names. */
  constructor(
    policy: TracePolicy,
    idOf: (name: string) => string = (name) => name,
    listener?: RecordListener,
    watcher?: Watcher,
  ) {
    this.#idOf = idOf;
    this.#isKeeping = policy.keep !== "none" && policy.max > 0;
    this.#isRing = policy.keep === "last";
    this.#max = policy.keep === "none" ? 0 : policy.max;
    this.#origins = policy.keep === "all" && policy.origins ? new Set(policy.origins) : undefined;
    this.#nodes = policy.keep === "all" && policy.nodes ? new Set(policy.nodes) : undefined;
    this.#listener = listener;
    this.#watcher = watcher;
  }

  #keeps(node: string, message: Message | undefined): boolean {
    if (!this.#isKeeping) return false;
    if (this.#isRing) return true;
    if (this.#next >= this.#max) return false;
    if (this.#nodes !== undefined && !this.#nodes.has(node)) return false;
    return this.#origins === undefined || (message !== undefined && this.#origins.has(message.origin));
  }

  add(timeMs: number, node: string, what: string, message?: Message, why?: ReasonToTell, other?: string): void {
    this.sequence += 1;
    if (message !== undefined) this.#watcher?.(timeMs, node, what, message, other);
    if (!this.#keeps(node, message)) return;
    const at = this.#put(this.sequence, timeMs, node, what, message?.number ?? 0, why, other);
    if (this.#listener !== undefined) this.#listener(this.#record(at));
  }

  /** Where it was put. */
  #put(
    sequence: number,
    timeMs: number,
    node: string,
    what: string,
    message: number,
    why: ReasonToTell | undefined,
    other: string | undefined,
  ): number {
    const at = this.#next;
    this.#sequences[at] = sequence;
    this.#times[at] = timeMs;
    this.#whose[at] = node;
    this.#whats[at] = what;
    this.#messages[at] = message;
    this.#others[at] = other;
    this.#reasons[at] = why;
    this.#next = this.#isRing && at + 1 === this.#max ? 0 : at + 1;
    return at;
  }

  #record(at: number): FlowRecord {
    const message = this.#messages[at];
    const other = this.#others[at];
    const why = this.#reasons[at];
    return {
      sequence: this.#sequences[at] as number,
      timeMs: this.#times[at] as number,
      node: this.#whose[at] as string,
      what: this.#whats[at] as string,
      ...(message === 0 || message === undefined ? {} : { message }),
      ...(other === undefined ? {} : { other: this.#idOf(other) }),
      ...(why === undefined ? {} : { why: typeof why === "function" ? why() : why }),
    };
  }

  /** In the order in which they happened; only those after a sequence, if one is given. */
  records(after = 0): readonly FlowRecord[] {
    const { length } = this.#sequences;
    const first = length < this.#max || !this.#isRing ? 0 : this.#next;
    const records: FlowRecord[] = [];
    for (let index = length - 1; index >= 0; index--) {
      const at = (first + index) % length;
      if ((this.#sequences[at] as number) <= after) break;
      records.push(this.#record(at));
    }
    return records.reverse();
  }

  save(): TraceState {
    return { sequence: this.sequence, records: this.records() };
  }

  /** `records`: those that this trace's own policy has kept; none where it keeps others than the one that was saved. */
  restore({ sequence, records }: TraceState): void {
    this.sequence = sequence;
    if (!this.#isKeeping) return;
    for (const { sequence: each, timeMs, node, what, message = 0, why, other } of records) {
      this.#put(each, timeMs, node, what, message, why, other);
    }
  }
}
