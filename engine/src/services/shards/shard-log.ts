/**
 * The records of one shard, in order, for as long as the stream keeps them. In columns: a million records that wait for the
 * end of their retention are a few long arrays, not a million objects; who reads gets objects.
 */
import type { Finder, Keeper, Message } from "../../sim/types.ts";
import type { ShardRecord } from "./shard-record.ts";

/** As plain data: the position of the first one, and of each: message, key, time, bytes. */
export interface SavedLog {
  readonly first: number;
  readonly records: readonly (readonly [message: number, partitionKey: string, timeMs: number, bytes: number])[];
}

/** So many records that have gone are worth a move of those that are left. */
const MOVED_AT = 1_024;

export class ShardLog {
  #messages: (Message | undefined)[] = [];
  #keys: string[] = [];
  #times: number[] = [];
  #bytes: number[] = [];
  /** The place of the oldest record in the columns. */
  #head = 0;
  #first = 0;

  get size(): number {
    return this.#messages.length - this.#head;
  }

  /** The position of the oldest record that is kept: TRIM_HORIZON. */
  get first(): number {
    return this.#first;
  }

  /** The position that the next record gets: LATEST. */
  get next(): number {
    return this.#first + this.size;
  }

  /** When the oldest record arrived; undefined where there is none. */
  get oldestMs(): number | undefined {
    return this.#times[this.#head];
  }

  add(message: Message, partitionKey: string, timeMs: number, bytes: number): ShardRecord {
    const position = this.next;
    this.#messages.push(message);
    this.#keys.push(partitionKey);
    this.#times.push(timeMs);
    this.#bytes.push(bytes);
    return { message, partitionKey, position, timeMs, bytes };
  }

  at(position: number): ShardRecord | undefined {
    const place = this.#placeOf(position);
    const message = position < this.#first ? undefined : this.#messages[place];
    if (message === undefined) return undefined;
    return {
      message,
      partitionKey: this.#keys[place] as string,
      position,
      timeMs: this.#times[place] as number,
      bytes: this.#bytes[place] as number,
    };
  }

  /** When the record of a position arrived. */
  timeAt(position: number): number | undefined {
    return position < this.#first ? undefined : this.#times[this.#placeOf(position)];
  }

  #placeOf(position: number): number {
    return position - this.#first + this.#head;
  }

  /** The position of the first record that arrived at a time or later: AT_TIMESTAMP. */
  positionAt(timeMs: number): number {
    let low = this.#first;
    let high = this.next;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.timeAt(middle) as number) < timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Takes the oldest record away if it arrived at a time or before. */
  trim(untilMs: number): ShardRecord | undefined {
    const { oldestMs } = this;
    if (oldestMs === undefined || oldestMs > untilMs) return undefined;
    const oldest = this.at(this.#first);
    this.#messages[this.#head] = undefined;
    this.#head += 1;
    this.#first += 1;
    if (this.#head >= MOVED_AT && this.#head * 2 >= this.#messages.length) this.#move();
    return oldest;
  }

  #move(): void {
    this.#messages = this.#messages.slice(this.#head);
    this.#keys = this.#keys.slice(this.#head);
    this.#times = this.#times.slice(this.#head);
    this.#bytes = this.#bytes.slice(this.#head);
    this.#head = 0;
  }

  save(keeper: Keeper): SavedLog {
    const records = Array.from({ length: this.size }, (_, index) => {
      const { message, partitionKey, timeMs, bytes } = this.at(this.#first + index) as ShardRecord;
      return [keeper.keep(message), partitionKey, timeMs, bytes] as const;
    });
    return { first: this.#first, records };
  }

  restore({ first, records }: SavedLog, finder: Finder): void {
    this.#head = this.#messages.length;
    this.#move();
    this.#first = first;
    for (const [message, partitionKey, timeMs, bytes] of records) {
      this.add(finder.find(message), partitionKey, timeMs, bytes);
    }
  }
}
