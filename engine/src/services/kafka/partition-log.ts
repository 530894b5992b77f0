/**
 * The log of one partition: records by offset, in segments, from the oldest that is still kept to the newest.
 * https://kafka.apache.org/documentation/#log
 */
import { Fifo } from "../../sim/fifo.ts";
import type { Finder, Keeper, Message } from "../../sim/types.ts";
import type { TopicSettings } from "./topic-settings.ts";

/** How many replicas must have a record before its producer is content. */
export type Acks = "all" | "1" | "0";

/** What a producer sends, and the log keeps. */
export interface LogRecord {
  readonly message: Message;
  readonly key: string | undefined;
  readonly bytes: number;
  readonly acks: Acks;
  /** When it was appended, milliseconds since the simulation began. */
  readonly timeMs: number;
}

/** Retention deletes whole segments, never a part of one. */
interface Segment {
  readonly base: number;
  bytes: number;
  readonly firstMs: number;
  lastMs: number;
}

export class PartitionLog {
  /** The oldest offset that is kept, and the one that the next record gets. */
  start = 0;
  end = 0;
  bytes = 0;
  readonly #records = new Fifo<LogRecord>();
  #segments: Segment[] = [];

  append(record: LogRecord, { segmentBytes, segmentMs }: TopicSettings): number {
    const { bytes, timeMs } = record;
    const last = this.#segments.at(-1);
    const isFull = last !== undefined && (last.bytes + bytes > segmentBytes || timeMs - last.firstMs > segmentMs);
    if (last === undefined || isFull) this.#segments.push({ base: this.end, bytes, firstMs: timeMs, lastMs: timeMs });
    else {
      last.bytes += bytes;
      last.lastMs = timeMs;
    }
    this.#records.push(record);
    this.bytes += bytes;
    this.end += 1;
    return this.end - 1;
  }

  /** Undefined where the offset is not there any more, or not yet. */
  at(offset: number): LogRecord | undefined {
    return offset < this.start ? undefined : this.#records.at(offset - this.start);
  }

  /** Takes off all from an offset on; answers them in their order. */
  truncate(to: number): readonly LogRecord[] {
    const removed: LogRecord[] = [];
    while (this.end > Math.max(to, this.start)) {
      const record = this.#records.pop();
      if (record === undefined) break;
      this.end -= 1;
      this.bytes -= record.bytes;
      removed.push(record);
    }
    this.#cutSegments();
    return removed.reverse();
  }

  #cutSegments(): void {
    this.#segments = this.#segments.filter(({ base }) => base < this.end);
    const last = this.#segments.at(-1);
    const newest = this.at(this.end - 1);
    if (last === undefined || newest === undefined) return;
    last.lastMs = newest.timeMs;
    last.bytes = 0;
    for (let offset = Math.max(last.base, this.start); offset < this.end; offset++)
      last.bytes += this.at(offset)?.bytes ?? 0;
  }

  /** When the oldest segment is old enough to be deleted; Infinity where none ever is. */
  expiresMs({ retentionMs }: TopicSettings): number {
    const [oldest] = this.#segments;
    return oldest === undefined ? Number.POSITIVE_INFINITY : oldest.lastMs + retentionMs;
  }

  /** Deletes the segments that retention no longer keeps; answers their records. */
  expire(nowMs: number, { retentionMs, retentionBytes }: TopicSettings): readonly LogRecord[] {
    const removed: LogRecord[] = [];
    for (let [oldest] = this.#segments; oldest !== undefined; [oldest] = this.#segments) {
      const isOld = oldest.lastMs + retentionMs <= nowMs;
      // By size only what leaves enough behind goes, and never the segment that is written to.
      const isTooMuch = this.#segments.length > 1 && this.bytes - oldest.bytes >= retentionBytes;
      if (!isOld && !isTooMuch) break;
      this.#segments.shift();
      removed.push(...this.#takeUpTo(this.#segments[0]?.base ?? this.end));
    }
    return removed;
  }

  #takeUpTo(offset: number): readonly LogRecord[] {
    const taken: LogRecord[] = [];
    while (this.start < offset) {
      const record = this.#records.shift();
      if (record === undefined) break;
      this.start += 1;
      this.bytes -= record.bytes;
      taken.push(record);
    }
    return taken;
  }

  save(keeper: Keeper): SavedLog {
    return {
      start: this.start,
      records: [...this.#records].map((record) => saveRecord(record, keeper)),
      segments: this.#segments.map(({ base, bytes, firstMs, lastMs }) => [base, bytes, firstMs, lastMs]),
    };
  }

  restore({ start, records, segments }: SavedLog, finder: Finder): void {
    this.start = start;
    this.end = start + records.length;
    for (const saved of records) {
      const record = restoreRecord(saved, finder);
      this.#records.push(record);
      this.bytes += record.bytes;
    }
    this.#segments = segments.map(([base, bytes, firstMs, lastMs]) => ({ base, bytes, firstMs, lastMs }));
  }
}

export interface SavedLog {
  readonly start: number;
  readonly records: readonly SavedRecord[];
  readonly segments: readonly (readonly [base: number, bytes: number, firstMs: number, lastMs: number])[];
}

export type SavedRecord = readonly [message: number, key: string | null, bytes: number, acks: Acks, timeMs: number];

export function saveRecord({ message, key, bytes, acks, timeMs }: LogRecord, keeper: Keeper): SavedRecord {
  return [keeper.keep(message), key ?? null, bytes, acks, timeMs];
}

export function restoreRecord([message, key, bytes, acks, timeMs]: SavedRecord, finder: Finder): LogRecord {
  return { message: finder.find(message), key: key ?? undefined, bytes, acks, timeMs };
}
