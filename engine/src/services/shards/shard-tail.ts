/**
 * Reads one shard to its end, as all readers do: polls as often as it may, sleeps while nothing is there, and asks again
 * when it was refused. A poll that would have found nothing is not made: the stream calls, and the tail comes at the time
 * at which it would have come anyway.
 */
import { isRefusal } from "../../refusals/refusal.ts";
import type { Address, NodeContext } from "../../sim/types.ts";
import type { ShardRecord } from "./shard-record.ts";
import type { ShardsPort } from "./shards-port.ts";

/** Who reads by tails. */
export interface TailHost {
  readonly context: NodeContext;
  /** The stream; undefined where it is not there. */
  readonly source: ShardsPort | undefined;
  /** The kind of its events that are for tails. */
  readonly tailKind: number;
  /** Records had expired before they were read. */
  missed(shard: number, count: number): void;
  /** A read was refused. */
  refused(shard: number, code: string): void;
}

/** How long a tail waits after a read that was refused, on average, milliseconds: shards have a new second then. */
const RETRY_MS = 1_000;

/** Events of before are told apart from those that count. */
const EPOCHS = 2 ** 20;

/** As plain data. */
export interface SavedTail {
  readonly shard: number;
  readonly position: number;
  readonly isEnded: boolean;
  readonly state: "resting" | "waiting" | "due";
  readonly epoch: number;
  readonly readMs: number | null;
}

export class ShardTail {
  readonly shard: number;
  /** Of the next record to read. */
  position: number;
  /** All of the shard has been read, and it is closed. */
  isEnded = false;
  readonly #host: TailHost;
  /** Tells tails of one host apart that read the same shard. */
  readonly #lane: number;
  #state: SavedTail["state"] = "resting";
  #epoch = 0;
  #readMs = Number.NEGATIVE_INFINITY;

  /** `lane`: below 1,000. */
  constructor(host: TailHost, shard: number, position: number, lane = 0) {
    this.#host = host;
    this.shard = shard;
    this.position = position;
    this.#lane = lane;
  }

  /** The lane and the shard that an event of `tailKind` is for. */
  static addresseeOf(ref: number): { readonly lane: number; readonly shard: number } {
    const rest = Math.floor(ref / EPOCHS);
    return { lane: rest % 1_000, shard: Math.floor(rest / 1_000) };
  }

  get #ref(): number {
    return (this.shard * 1_000 + this.#lane) * EPOCHS + this.#epoch;
  }

  get #address(): Address {
    const { context, tailKind } = this.#host;
    return { node: context.id, kind: tailKind, ref: this.#ref };
  }

  /** Records that are there and have not been read. */
  get unread(): number {
    const shard = this.#host.source?.shard(this.shard);
    return shard === undefined ? 0 : shard.next - Math.max(shard.first, this.position);
  }

  /**
   * Up to so many records. None: the shard has ended, or an event comes when it is worth to read again; until then, the
   * answer is the same.
   */
  read(max: number): readonly ShardRecord[] {
    const { source, context } = this.#host;
    if (this.isEnded || this.#state !== "resting") return NOTHING;
    const nextMs = source?.pushMs === undefined ? this.#readMs + (source?.pollMs ?? 0) : 0;
    if (nextMs > context.timeMs) {
      this.#sleep(nextMs);
      return NOTHING;
    }
    this.#readMs = context.timeMs;
    const reading = source?.read(this.shard, this.position, max);
    if (reading === undefined) return NOTHING;
    if (isRefusal(reading)) {
      this.#host.refused(this.shard, reading.code);
      this.#sleep(context.timeMs + RETRY_MS * (0.5 + context.random.next()));
      return NOTHING;
    }
    if (reading.missed > 0) this.#host.missed(this.shard, reading.missed);
    this.position = reading.position;
    this.isEnded = reading.isEnd;
    if (reading.records.length === 0 && !this.isEnded) {
      this.#state = "waiting";
      source?.wait(this.shard, this.#address);
    }
    return reading.records;
  }

  /** Where nothing is there yet, it is no reason to go on. */
  #sleep(untilMs: number): void {
    const { context, tailKind, source } = this.#host;
    const shard = source?.shard(this.shard);
    const isThere = shard !== undefined && (shard.next > this.position || shard.isClosed);
    this.#state = "due";
    if (isThere) context.at(untilMs, tailKind, this.#ref);
    else context.atIdle(untilMs, tailKind, this.#ref);
  }

  /** An event of `tailKind`. True: it is worth to read again. */
  handle(ref: number): boolean {
    if (ref !== this.#ref || this.#state === "resting") return false;
    this.#epoch = (this.#epoch + 1) % EPOCHS;
    if (this.#state === "due") {
      this.#state = "resting";
      return true;
    }
    // The stream has called: something is there.
    const { context, source, tailKind } = this.#host;
    this.#state = "due";
    context.at(this.#nextMs(source), tailKind, this.#ref);
    return false;
  }

  #nextMs(source: ShardsPort | undefined): number {
    const { timeMs } = this.#host.context;
    if (source?.pushMs !== undefined) return timeMs + source.pushMs;
    const pollMs = source?.pollMs ?? 0;
    return this.#readMs + Math.max(1, Math.ceil((timeMs - this.#readMs) / pollMs)) * pollMs;
  }

  /** Nobody asks any more. */
  stop(): void {
    if (this.#state === "waiting") this.#host.source?.stopWaiting(this.#address);
    this.#state = "resting";
    this.#epoch = (this.#epoch + 1) % EPOCHS;
  }

  save(): SavedTail {
    const readMs = Number.isFinite(this.#readMs) ? this.#readMs : null;
    return {
      shard: this.shard,
      position: this.position,
      isEnded: this.isEnded,
      state: this.#state,
      epoch: this.#epoch,
      readMs,
    };
  }

  restore({ position, isEnded, state, epoch, readMs }: SavedTail): void {
    this.position = position;
    this.isEnded = isEnded;
    this.#state = state;
    this.#epoch = epoch;
    this.#readMs = readMs ?? Number.NEGATIVE_INFINITY;
  }
}

const NOTHING: readonly ShardRecord[] = [];
