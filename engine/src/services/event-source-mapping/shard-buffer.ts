/**
 * Records of one shard that have been read and not been handed over. The next batch is what comes first, but for records
 * whose partition key is in hand already: those of one key stay in order.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-parameters.html
 */
import { MAX_BATCH_PAYLOAD_BYTES } from "../../limits.ts";
import type { ShardRecord } from "../shards/shard-record.ts";

/** What the next batch would be. */
export interface Candidates {
  /** Places in the buffer, ascending. */
  readonly places: readonly number[];
  /** It can take no more: there are as many as it may have, or as many bytes. */
  readonly isFull: boolean;
}

export class ShardBuffer {
  #records: ShardRecord[] = [];
  #head = 0;

  get size(): number {
    return this.#records.length - this.#head;
  }

  get first(): ShardRecord | undefined {
    return this.#records[this.#head];
  }

  add(record: ShardRecord): void {
    this.#records.push(record);
  }

  /** `busyKeys`: partition keys in hand; undefined where nothing is. `limit`: of records from the front. */
  candidates(max: number, busyKeys: ReadonlySet<string> | undefined, limit = this.size): Candidates {
    const blocked = busyKeys === undefined ? undefined : new Set(busyKeys);
    const places: number[] = [];
    let bytes = 0;
    for (let place = 0; place < Math.min(limit, this.size); place++) {
      const record = this.at(place);
      if (blocked?.has(record.partitionKey) === true) continue;
      bytes += record.bytes;
      if (bytes > MAX_BATCH_PAYLOAD_BYTES && places.length > 0) return { places, isFull: true };
      places.push(place);
      if (places.length >= max) return { places, isFull: true };
    }
    // What comes later belongs to another window.
    return { places, isFull: places.length > 0 && limit < this.size };
  }

  at(place: number): ShardRecord {
    return this.#records[this.#head + place] as ShardRecord;
  }

  /** Takes records out. `places`: ascending. */
  take(places: readonly number[]): readonly ShardRecord[] {
    const taken = places.map((place) => this.at(place));
    const isFront = places.length === 0 || places.at(-1) === places.length - 1;
    if (isFront) {
      this.#head += places.length;
      if (this.#head === this.#records.length) this.clear();
    } else {
      const gone = new Set(places);
      this.#records = this.all().filter((_, place) => !gone.has(place));
      this.#head = 0;
    }
    return taken;
  }

  all(): readonly ShardRecord[] {
    return this.#records.slice(this.#head);
  }

  clear(): void {
    this.#records = [];
    this.#head = 0;
  }
}
