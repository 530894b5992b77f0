/** Records that wait to go on together: a buffer for each lane, emptied by its size or its age, whatever comes first. */
import type { Finder, Keeper } from "../../sim/types.ts";
import type { Hints } from "./hints.ts";
import type { Keys } from "./metadata-query.ts";
import { type FirehoseRecord, restoreFirehoseRecord, type SavedFirehoseRecord, saveFirehoseRecord } from "./record.ts";

/** What becomes of the records of a buffer: one of each is open at a time. */
export type Lane =
  | { readonly to: "function" | "backup" }
  /** `keys`: of its partition. */
  | { readonly to: "destination"; readonly keys?: Keys }
  /** `type`: as error output prefixes name it. */
  | { readonly to: "errors"; readonly type: string };

export interface Buffer {
  readonly number: number;
  readonly lane: Lane;
  readonly records: FirehoseRecord[];
  bytes: number;
}

/** As plain data. */
export interface SavedBuffers {
  readonly last: number;
  readonly open: readonly (Omit<Buffer, "records"> & { readonly records: readonly SavedFirehoseRecord[] })[];
}

export class Buffers {
  readonly #byLane = new Map<string, Buffer>();
  readonly #byNumber = new Map<number, Buffer>();
  readonly #hintsOf: (lane: Lane) => Hints;
  readonly #setDeadline: (afterMs: number, number: number) => void;
  #last = 0;

  /** `setDeadline`: has `due` asked about a buffer later. */
  constructor(hintsOf: (lane: Lane) => Hints, setDeadline: (afterMs: number, number: number) => void) {
    this.#hintsOf = hintsOf;
    this.#setDeadline = setDeadline;
  }

  get open(): readonly Buffer[] {
    return [...this.#byNumber.values()];
  }

  has(lane: Lane): boolean {
    return this.#byLane.has(nameOf(lane));
  }

  /** A buffer that is full with this record: it is taken out. */
  add(lane: Lane, record: FirehoseRecord): Buffer | undefined {
    const { bytes, intervalMs } = this.#hintsOf(lane);
    const buffer = this.#byLane.get(nameOf(lane)) ?? this.#begin(lane, intervalMs);
    buffer.records.push(record);
    buffer.bytes += record.bytes;
    return buffer.bytes >= bytes || intervalMs === 0 ? this.#take(buffer) : undefined;
  }

  #begin(lane: Lane, intervalMs: number): Buffer {
    this.#last += 1;
    const buffer: Buffer = { number: this.#last, lane, records: [], bytes: 0 };
    this.#byLane.set(nameOf(lane), buffer);
    this.#byNumber.set(buffer.number, buffer);
    if (intervalMs > 0) this.#setDeadline(intervalMs, buffer.number);
    return buffer;
  }

  /** A buffer whose time is over, if it has not been emptied: it is taken out. */
  due(number: number): Buffer | undefined {
    const buffer = this.#byNumber.get(number);
    return buffer === undefined ? undefined : this.#take(buffer);
  }

  #take(buffer: Buffer): Buffer {
    this.#byLane.delete(nameOf(buffer.lane));
    this.#byNumber.delete(buffer.number);
    return buffer;
  }

  save(keeper: Keeper): SavedBuffers {
    const open = this.open.map((buffer) => {
      return { ...buffer, records: buffer.records.map((record) => saveFirehoseRecord(record, keeper)) };
    });
    return { last: this.#last, open };
  }

  restore({ last, open }: SavedBuffers, finder: Finder): void {
    this.#last = last;
    for (const saved of open) {
      const buffer = { ...saved, records: saved.records.map((record) => restoreFirehoseRecord(record, finder)) };
      this.#byLane.set(nameOf(buffer.lane), buffer);
      this.#byNumber.set(buffer.number, buffer);
    }
  }
}

function nameOf(lane: Lane): string {
  if (lane.to === "errors") return `errors ${lane.type}`;
  return lane.to === "destination" && lane.keys !== undefined ? `destination ${JSON.stringify(lane.keys)}` : lane.to;
}
