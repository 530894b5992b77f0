/**
 * One shard of a mapping: it reads, filters, gathers batches, hands them over in order, tries again what fails, and goes on
 * only when it is done or given up: until then, the shard is blocked.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html
 */
import { KINESIS_READ_MAX_RECORDS } from "../../limits.ts";
import type { Finder, Keeper } from "../../sim/types.ts";
import type { InvocationResult } from "../lambda/invocation.ts";
import { restoreRecord, type SavedRecord, saveRecord } from "../shards/saved-record.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import { type SavedTail, ShardTail } from "../shards/shard-tail.ts";
import { failuresOf } from "./batch-response.ts";
import { BatchSlots, type SavedSlot, type Slot, turn } from "./batch-slots.ts";
import { type MappedShardHost, tellRetry } from "./mapped-shard-host.ts";
import { ShardBuffer } from "./shard-buffer.ts";
import { expiredIn, type NextSteps, newBatch, nextSteps, type StreamBatch } from "./stream-batch.ts";
import { type SavedWindow, TumblingWindow } from "./tumbling-window.ts";

/** The first pause before a batch is tried again, and the longest, milliseconds. AWS says no more than that it grows. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export class MappedShard {
  readonly index: number;
  readonly #host: MappedShardHost;
  readonly #tail: ShardTail;
  readonly #buffer = new ShardBuffer();
  readonly #slots: BatchSlots;
  readonly #window: TumblingWindow | undefined;
  /** When the batch that is being gathered began; undefined: there is none. */
  #gatheredMs: number | undefined;
  #checkpoint: number;
  /** The checkpoint may have moved since it was looked at. */
  #isMoved = true;
  #isStopped = false;

  constructor(host: MappedShardHost, index: number, position: number) {
    const { tumblingWindowMs } = host.settings;
    const { epochMs, timeMs } = host.context;
    this.index = index;
    this.#host = host;
    this.#tail = new ShardTail(host, index, position);
    this.#checkpoint = position;
    this.#slots = new BatchSlots(index);
    this.#window = tumblingWindowMs === undefined ? undefined : new TumblingWindow(tumblingWindowMs, epochMs - timeMs);
  }

  /** Position of the first record that is not done with. */
  get checkpoint(): number {
    if (!this.#isMoved) return this.#checkpoint;
    const position = this.#slots.firstPosition(this.#buffer.first?.position ?? this.#tail.position);
    if (position < this.#checkpoint) {
      const text = `the checkpoint of shard ${this.index} goes back from ${this.#checkpoint} to ${position}`;
      this.#host.context.violated("checkpoints", text);
    }
    this.#checkpoint = position;
    this.#isMoved = false;
    return position;
  }

  /** Since when it is blocked: a batch has failed and is to be tried again; milliseconds. */
  get blockedMs(): number | undefined {
    return this.#slots.failedMs;
  }

  /** Numbers of the messages that the function has, or is to get again. */
  get pending(): readonly number[] {
    return this.#slots.records.map(({ message }) => message.number);
  }

  /** Batches that the function has. */
  get inHand(): number {
    return this.#slots.invoked;
  }

  get isBusy(): boolean {
    return this.#buffer.size > 0 || !this.#slots.isFree || this.#tail.unread > 0;
  }

  // --- reading

  /** Reads and hands over as much as it may. */
  run(): void {
    if (!this.#isStopped) {
      do this.#fill();
      while (this.#startBatches());
      this.#endWindow();
    }
    const isIdle = this.#buffer.size === 0 && this.#slots.isFree;
    if (isIdle && this.#tail.isEnded && this.#window?.endMs === undefined) this.#host.ended(this.index);
    this.#progressed();
  }

  #progressed(): void {
    this.#isMoved = true;
    this.#host.progressed();
  }

  /** More than one batch in hand: what waits for its key must not keep others from being read. */
  get #wanted(): number {
    const { batchSize, parallelizationFactor } = this.#host.settings;
    return parallelizationFactor === 1 ? batchSize : KINESIS_READ_MAX_RECORDS;
  }

  #fill(): void {
    const { context, meters } = this.#host;
    while (this.#buffer.size < this.#wanted && !this.#tail.isEnded) {
      const records = this.#tail.read(KINESIS_READ_MAX_RECORDS);
      if (records.length === 0) return;
      for (const record of records) {
        if (this.#host.passes(this.index, record)) this.#buffer.add(record);
        else {
          meters.filtered.add(1);
          context.tell("filtered", record.message, { code: "mapping.passed-over" });
        }
      }
    }
  }

  handleTail(ref: number): void {
    if (this.#tail.handle(ref)) this.run();
    else this.#progressed();
  }

  // --- batches

  /** True: what was to be handed over was too old, and there is room again. */
  #startBatches(): boolean {
    const { parallelizationFactor } = this.#host.settings;
    let hasRoom = false;
    for (let place = 0; place < parallelizationFactor; place++) {
      const slot = this.#slots.at(place);
      if (slot.batches.length > 0) continue;
      if (!this.#gather(slot)) break;
      this.#advance(slot);
      if (slot.batches.length === 0) hasRoom = true;
    }
    return hasRoom;
  }

  /** False: there is nothing, or not enough yet. */
  #gather(slot: Slot): boolean {
    const { settings, context } = this.#host;
    const limit = this.#window?.countIn(this.#buffer);
    const { places, isFull } = this.#buffer.candidates(settings.batchSize, this.#busyKeys(), limit);
    if (places.length === 0) return false;
    this.#gatheredMs ??= this.#beginGathering();
    if (!isFull && context.timeMs < this.#gatheredMs + settings.windowMs && !this.#tail.isEnded) return false;
    const records = this.#buffer.take(places);
    this.#gatheredMs = this.#buffer.size > 0 ? this.#beginGathering() : undefined;
    this.#openWindow(records);
    slot.batches = [newBatch(records)];
    return true;
  }

  #beginGathering(): number {
    const { context, settings, windowKind } = this.#host;
    const { windowMs } = settings;
    if (windowMs > 0) context.at(context.timeMs + windowMs, windowKind, this.index);
    return context.timeMs;
  }

  /** Where one batch is in hand at a time, none are. */
  #busyKeys(): ReadonlySet<string> | undefined {
    if (this.#host.settings.parallelizationFactor === 1) return undefined;
    return new Set(this.#slots.records.map(({ partitionKey }) => partitionKey));
  }

  /** Hands over what a slot has next, until the function has it, or it has to wait, or nothing is left. */
  #advance(slot: Slot): void {
    while (slot.batches.length > 0 && this.#giveUpExpired(slot));
    if (slot.batches.length > 0) this.#invoke(slot);
  }

  /** Gives up what is too old of the next batch. False: nothing is. */
  #giveUpExpired(slot: Slot): boolean {
    const { context, settings } = this.#host;
    const [batch, ...rest] = slot.batches as [StreamBatch, ...StreamBatch[]];
    const expired = expiredIn(batch.records, settings.maximumRecordAgeMs, context.timeMs);
    if (expired === 0) return false;
    const left = batch.records.slice(expired);
    const old = { ...batch, records: batch.records.slice(0, expired) };
    this.#host.giveUp(this.index, old, "RecordAgeExceeded", undefined);
    slot.batches = left.length === 0 ? rest : [{ ...batch, records: left }, ...rest];
    return true;
  }

  #invoke(slot: Slot): void {
    const { meters } = this.#host;
    const batch = slot.batches[0] as StreamBatch;
    turn(slot);
    const window = this.#window?.fields(slot.isFinal);
    const refused = this.#host.invoke(this.index, batch, this.#slots.refOf(slot), window);
    slot.isInvoked = refused === undefined;
    if (refused === undefined) return;
    meters.throttled.add(1);
    slot.batches = [{ ...batch, throttled: batch.throttled + 1 }, ...slot.batches.slice(1)];
    this.#pause(slot, batch.throttled + 1);
  }

  #pause(slot: Slot, times: number): void {
    const { context, retryKind } = this.#host;
    const longest = Math.min(FIRST_PAUSE_MS * 2 ** (times - 1), LONGEST_PAUSE_MS);
    turn(slot);
    context.at(context.timeMs + longest * (0.5 + context.random.next() / 2), retryKind, this.#slots.refOf(slot));
  }

  /** A pause is over. */
  handleRetry(ref: number): void {
    const slot = this.#slots.of(ref);
    if (slot === undefined) return;
    this.#advance(slot);
    this.run();
  }

  /** The function has answered. */
  handleAnswer(ref: number, result: InvocationResult): void {
    const slot = this.#slots.of(ref);
    const [batch, ...rest] = slot?.batches ?? [];
    if (slot === undefined || batch === undefined) return;
    slot.isInvoked = false;
    if (slot.isFinal) this.#windowClosed(slot, batch, result);
    else {
      const left = this.#left({ ...batch, attempts: batch.attempts + 1, throttled: 0 }, result);
      slot.batches = [...left.batches, ...rest];
      if (this.#isStopped) this.#giveBack(slot);
      else if (left.isRetry) this.#pause(slot, batch.attempts + 1);
      else this.#advance(slot);
    }
    this.run();
  }

  /** What is left of a batch. */
  #left(batch: StreamBatch, result: InvocationResult): Pick<NextSteps, "batches" | "isRetry"> {
    const { context, settings, meters, source } = this.#host;
    const { records } = batch;
    const failures = failuresOf(result, settings.reportsItemFailures, records.length, (at) => {
      return source?.sequenceNumberOf(this.index, records[at] as ShardRecord) ?? "";
    });
    if (failures !== "all") this.#window?.answered(result.response);
    const { done, batches, isRetry, givenUp } = nextSteps(batch, failures, settings, context.timeMs);
    meters.failed.add(records.length - done);
    if (givenUp !== undefined) this.#host.giveUp(this.index, givenUp, "RetryAttemptsExhausted", result);
    if (isRetry) tellRetry(this.#host, this.index, batch, batches, this.#buffer.size + this.#tail.unread);
    return { batches, isRetry };
  }

  // --- windows

  #openWindow(records: readonly ShardRecord[]): void {
    const { context, tumblingKind } = this.#host;
    const [first] = records;
    if (this.#window === undefined || first === undefined) return;
    const before = this.#window.endMs;
    this.#window.open(first);
    const { endMs } = this.#window;
    if (before === undefined && endMs !== undefined) context.at(endMs, tumblingKind, this.index);
  }

  /** Invokes the function once more when a tumbling window is over, and all of its records are done. */
  #endWindow(): void {
    const { context } = this.#host;
    const endMs = this.#window?.endMs;
    const [slot] = this.#slots.all;
    if (endMs === undefined || slot === undefined || slot.batches.length > 0) return;
    const next = this.#buffer.first;
    const isOver = next === undefined ? context.timeMs >= endMs && this.#tail.unread === 0 : next.timeMs >= endMs;
    if (!isOver && this.#window?.isOverfull !== true) return;
    slot.isFinal = true;
    slot.batches = [newBatch([])];
    this.#invoke(slot);
  }

  #windowClosed(slot: Slot, batch: StreamBatch, result: InvocationResult): void {
    const attempts = batch.attempts + 1;
    if (result.error !== null && attempts <= this.#host.settings.maximumRetryAttempts) {
      slot.batches = [{ ...batch, attempts }];
      this.#pause(slot, attempts);
      return;
    }
    slot.isFinal = false;
    slot.batches = [];
    this.#window?.close();
  }

  // --- for the mapping

  /** Hands nothing more over; what the function does not have is read again when it starts again. */
  stop(): void {
    this.#isStopped = true;
    this.#tail.stop();
    this.#tail.position = this.#buffer.first?.position ?? this.#tail.position;
    this.#buffer.clear();
    this.#gatheredMs = undefined;
    this.#isMoved = true;
    for (const slot of this.#slots.all) if (!slot.isInvoked) this.#giveBack(slot);
  }

  #giveBack(slot: Slot): void {
    const position = slot.batches[0]?.records[0]?.position ?? this.#tail.position;
    this.#tail.position = Math.min(this.#tail.position, position);
    this.#tail.isEnded = false;
    slot.batches = [];
    turn(slot);
  }

  startAgain(): void {
    this.#isStopped = false;
    this.run();
  }

  save(keeper: Keeper): SavedMappedShard {
    return {
      index: this.index,
      tail: this.#tail.save(),
      buffer: this.#buffer.all().map((record) => saveRecord(record, keeper)),
      slots: this.#slots.save(keeper),
      window: this.#window?.save() ?? null,
      gatheredMs: this.#gatheredMs ?? null,
      checkpoint: this.#checkpoint,
      isStopped: this.#isStopped,
    };
  }

  restore(saved: SavedMappedShard, finder: Finder): void {
    this.#tail.restore(saved.tail);
    for (const record of saved.buffer) this.#buffer.add(restoreRecord(record, finder));
    this.#slots.restore(saved.slots, finder);
    this.#window?.restore(saved.window);
    this.#gatheredMs = saved.gatheredMs ?? undefined;
    this.#checkpoint = saved.checkpoint;
    this.#isStopped = saved.isStopped;
  }
}

export interface SavedMappedShard {
  readonly index: number;
  readonly tail: SavedTail;
  readonly buffer: readonly SavedRecord[];
  readonly slots: readonly SavedSlot[];
  readonly window: SavedWindow | null;
  readonly gatheredMs: number | null;
  readonly checkpoint: number;
  readonly isStopped: boolean;
}
