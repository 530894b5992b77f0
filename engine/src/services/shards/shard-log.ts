/** The records of one shard, in order, for as long as the stream keeps them. */
import { Fifo } from "../../sim/fifo.ts";
import type { Finder, Keeper, Message } from "../../sim/types.ts";
import type { ShardRecord } from "./shard-record.ts";

/** As plain data: the position of the first one, and of each: message, key, time, bytes. */
export interface SavedLog {
  readonly first: number;
  readonly records: readonly (readonly [message: number, partitionKey: string, timeMs: number, bytes: number])[];
}

export class ShardLog {
  readonly #records = new Fifo<ShardRecord>();
  #first = 0;

  get size(): number {
    return this.#records.size;
  }

  /** The position of the oldest record that is kept: TRIM_HORIZON. */
  get first(): number {
    return this.#first;
  }

  /** The position that the next record gets: LATEST. */
  get next(): number {
    return this.#first + this.#records.size;
  }

  /** When the oldest record arrived; undefined where there is none. */
  get oldestMs(): number | undefined {
    return this.#records.peek()?.timeMs;
  }

  add(message: Message, partitionKey: string, timeMs: number, bytes: number): ShardRecord {
    const record = { message, partitionKey, position: this.next, timeMs, bytes };
    this.#records.push(record);
    return record;
  }

  at(position: number): ShardRecord | undefined {
    return position < this.#first ? undefined : this.#records.at(position - this.#first);
  }

  /** The position of the first record that arrived at a time or later: AT_TIMESTAMP. */
  positionAt(timeMs: number): number {
    let low = this.#first;
    let high = this.next;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.at(middle) as ShardRecord).timeMs < timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes the oldest record away if it arrived at a time or before. */
  trim(untilMs: number): ShardRecord | undefined {
    const oldest = this.#records.peek();
    if (oldest === undefined || oldest.timeMs > untilMs) return undefined;
    this.#records.shift();
    this.#first += 1;
    return oldest;
  }

  save(keeper: Keeper): SavedLog {
    const records = Array.from(this.#records, ({ message, partitionKey, timeMs, bytes }) => {
      return [keeper.keep(message), partitionKey, timeMs, bytes] as const;
    });
    return { first: this.#first, records };
  }

  restore({ first, records }: SavedLog, finder: Finder): void {
    this.#records.clear();
    this.#first = first;
    for (const [message, partitionKey, timeMs, bytes] of records) {
      this.add(finder.find(message), partitionKey, timeMs, bytes);
    }
  }
}
