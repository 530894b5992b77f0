/**
 * Tumbling windows of one shard: the function gets what it answered for the window's records before, and is invoked once more
 * when the window is over.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-windows.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { TUMBLING_STATE_MAX_BYTES } from "../../limits.ts";
import { utf8Length } from "../../text/utf8.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import type { ShardBuffer } from "./shard-buffer.ts";

/** As plain data. */
export interface SavedWindow {
  readonly startMs: number;
  readonly state: JsonObject;
  /** The function has answered a state that is larger than AWS keeps: the window ends before its time. */
  readonly isOverfull: boolean;
}

export class TumblingWindow {
  readonly #lengthMs: number;
  /** Epoch milliseconds of virtual time 0: windows begin at whole multiples of their length since 1970. */
  readonly #originMs: number;
  #open: SavedWindow | undefined;

  constructor(lengthMs: number, originMs: number) {
    this.#lengthMs = lengthMs;
    this.#originMs = originMs;
  }

  /** When the window of a time begins, milliseconds since the simulation began. */
  #startOf(timeMs: number): number {
    return Math.floor((this.#originMs + timeMs) / this.#lengthMs) * this.#lengthMs - this.#originMs;
  }

  /** When the open one ends; undefined: none is open. */
  get endMs(): number | undefined {
    return this.#open === undefined ? undefined : this.#open.startMs + this.#lengthMs;
  }

  /** How many records from the front belong to the window that is open, or to the first one's. */
  countIn(buffer: ShardBuffer): number {
    const { size, first } = buffer;
    if (first === undefined) return 0;
    const startMs = this.#open?.startMs ?? this.#startOf(first.timeMs);
    let count = 0;
    while (count < size && this.#startOf(buffer.at(count).timeMs) <= startMs) count += 1;
    return count;
  }

  /** The window of a record opens, if none is. */
  open({ timeMs }: ShardRecord): void {
    this.#open ??= { startMs: this.#startOf(timeMs), state: {}, isOverfull: false };
  }

  /** What the event of an invocation says of the window. */
  fields(isFinal: boolean): JsonObject {
    const { startMs = 0, state = {}, isOverfull = false } = this.#open ?? {};
    const written = (timeMs: number): string => new Date(this.#originMs + timeMs).toISOString().replace(".000Z", "Z");
    return {
      window: { start: written(startMs), end: written(startMs + this.#lengthMs) },
      state,
      isFinalInvokeForWindow: isFinal,
      isWindowTerminatedEarly: isOverfull,
    };
  }

  get isOverfull(): boolean {
    return this.#open?.isOverfull === true;
  }

  /** The function has answered. */
  answered(response: JsonValue): void {
    if (this.#open === undefined) return;
    const state = objectOf(objectOf(response).state);
    const isOverfull = utf8Length(JSON.stringify(state)) > TUMBLING_STATE_MAX_BYTES;
    this.#open = isOverfull ? { ...this.#open, isOverfull } : { ...this.#open, state };
  }

  close(): void {
    this.#open = undefined;
  }

  save(): SavedWindow | null {
    return this.#open ?? null;
  }

  restore(saved: SavedWindow | null): void {
    this.#open = saved ?? undefined;
  }
}
