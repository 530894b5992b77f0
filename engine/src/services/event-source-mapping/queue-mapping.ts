/**
 * An event source mapping of a queue: it polls, gathers batches, invokes the function with them, and deletes what that
 * has processed. What has failed becomes visible again when its visibility timeout is over; queues of brokers, whose
 * messages stay with their consumer, get the batch handed over again.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { MAX_BATCH_ENTRIES, MAX_BATCH_PAYLOAD_BYTES, MAX_POLL_SECONDS } from "../../limits.ts";
import { isRefusal, type Refusal, refusal } from "../../refusals/refusal.ts";
import type {
  Address,
  Finder,
  Keeper,
  NodeContext,
  NodeSpec,
  NodeState,
  Reason,
  SimEvent,
  SimNode,
} from "../../sim/types.ts";
import type { InvocationResult } from "../lambda/invocation.ts";
import { messageIdOf } from "../message-id.ts";
import { type Ports, portOf, type QueuePort, type Received } from "../ports.ts";
import { restoreReceived, type SavedReceived, saveReceived } from "../received.ts";
import { failuresOf } from "./batch-response.ts";
import { describedMapping } from "./description.ts";
import { mappingMeters } from "./mapping-meters.ts";
import type { MappingPort } from "./mapping-port.ts";
import type { MappingSettings } from "./mapping-settings.ts";
import { PollerScaling } from "./poller-scaling.ts";
import type { QueueSource, QueueSourceContext } from "./queue-source.ts";

/** Kinds of events. */
const POLL = 0;
const WINDOW = 1;
const ANSWER = 2;
const RETRY = 3;
const MINUTE = 4;

const MINUTE_MS = 60_000;
/** How long it waits after a poll that was refused; after an invocation that was, at first and at most. */
const PAUSE_MS = 1_000;
const LONGEST_BACKOFF_MS = 30_000;

interface Batch {
  readonly number: number;
  readonly received: Received[];
  /** When its first message was received. */
  readonly beganMs: number;
  bytes: number;
  /** Invocations of it that were throttled. */
  throttled: number;
}

export class QueueMapping implements SimNode, MappingPort {
  readonly ports: Partial<Ports> = { mapping: this };
  readonly #context: NodeContext;
  readonly #source: QueueSource;
  readonly #meters;
  #properties: JsonObject;
  #settings: MappingSettings;
  #scaling: PollerScaling;
  /** Batches that the function has. */
  readonly #invoked = new Map<number, Batch>();
  /** The one that is being gathered. */
  #gathered: Batch | undefined;
  #lastBatch = 0;
  /** Goes up whenever calls that are under way no longer count. */
  #poll = 0;
  #pollUntilMs = 0;
  #isPolling = false;
  #isMinuteSet = false;

  constructor(context: NodeContext, { properties }: NodeSpec, source: QueueSource) {
    this.#context = context;
    this.#source = source;
    this.#properties = properties;
    this.#settings = this.#source.settingsOf(properties);
    this.#scaling = new PollerScaling(this.#settings);
    this.#meters = mappingMeters(context);
  }

  start(): void {
    if (this.#settings.isEnabled) this.#pollOn(false);
  }

  update(properties: JsonObject): void {
    const { isEnabled } = this.#settings;
    this.#properties = { ...this.#properties, ...properties };
    this.#settings = this.#source.settingsOf(this.#properties);
    if (this.#settings.isEnabled && !isEnabled) this.#pollOn(false);
    if (!this.#settings.isEnabled) this.#stopPolling();
  }

  describe(): JsonObject {
    return describedMapping(this.#properties);
  }

  get #queue(): QueuePort | undefined {
    return portOf(this.#context, this.#settings.sourceArn, "queue");
  }

  // --- polls

  get #inHand(): number {
    return this.#invoked.size + (this.#gathered === undefined ? 0 : 1);
  }

  #hasRoom(): boolean {
    this.#scaling.used(this.#inHand);
    return this.#gathered !== undefined || this.#inHand < this.#scaling.limit;
  }

  /** Receives as long as there is something and it may have more in hand; then waits for either. */
  #pollOn(isSamePoll: boolean): void {
    const { timeMs } = this.#context;
    let goesOn = isSamePoll && timeMs < this.#pollUntilMs;
    this.#poll += 1;
    this.#isPolling = false;
    while (this.#settings.isEnabled && this.#hasRoom()) {
      if (!goesOn) this.#meters.polls.add(1);
      const answer = this.#queue?.receive(this.#wanted, undefined, goesOn ? "same" : "long") ?? NO_QUEUE;
      if (isRefusal(answer)) return this.#pause(answer);
      if (answer.length === 0) return this.#wait(goesOn);
      for (const received of answer) this.#take(received);
      if (this.#settings.windowMs === 0) this.#invokeGathered();
      goesOn = false;
    }
    if (this.#settings.isEnabled) this.#setMinute();
    return undefined;
  }

  get #wanted(): number {
    return Math.min(MAX_BATCH_ENTRIES, this.#settings.batchSize - (this.#gathered?.received.length ?? 0));
  }

  #wait(goesOn: boolean): void {
    if (!goesOn) this.#pollUntilMs = this.#context.timeMs + MAX_POLL_SECONDS * 1_000;
    this.#isPolling = true;
    this.#queue?.wait(this.#pollAddress, this.#pollUntilMs);
  }

  get #pollAddress(): Address {
    return { node: this.#context.id, kind: POLL, ref: this.#poll };
  }

  #pause({ code }: Refusal): void {
    this.#meters.refused.add(1);
    this.#context.tell("pollRefused", undefined, { code: "worker.poll-refused", refusal: code });
    this.#isPolling = true;
    this.#context.atIdle(this.#context.timeMs + PAUSE_MS, POLL, this.#poll);
  }

  #stopPolling(): void {
    if (this.#isPolling) this.#queue?.stopWaiting(this.#pollAddress);
    this.#isPolling = false;
    this.#poll += 1;
    this.#invokeGathered();
  }

  /** While all that it may have in hand is in hand, it looks each minute whether that may be more. */
  #setMinute(): void {
    if (this.#isMinuteSet) return;
    this.#isMinuteSet = true;
    this.#context.atIdle(this.#context.timeMs + MINUTE_MS, MINUTE);
  }

  #minutePassed(): void {
    const { limit } = this.#scaling;
    this.#isMinuteSet = false;
    this.#scaling.minutePassed();
    this.#meters.limit.set(this.#scaling.limit);
    if (this.#scaling.limit !== limit) {
      this.#context.tell("scaled", undefined, { code: "mapping.scaled", from: limit, to: this.#scaling.limit });
      this.#setMinute();
    }
    if (!this.#isPolling && this.#settings.isEnabled) this.#pollOn(false);
  }

  // --- batches

  #take(received: Received): void {
    const { filters, batchSize, windowMs } = this.#settings;
    if (filters !== undefined && !filters(this.#source.filteredRecord(received, this.#sourceContext))) {
      this.#meters.filtered.add(1);
      this.#context.tell("filtered", received.message, { code: "mapping.filtered" });
      this.#queue?.delete(received.receipt);
      return;
    }
    const bytes = received.message.body.length;
    if (this.#gathered !== undefined && this.#gathered.bytes + bytes > MAX_BATCH_PAYLOAD_BYTES) this.#invokeGathered();
    if (this.#gathered === undefined) this.#gather(windowMs);
    const batch = this.#gathered as Batch | undefined;
    if (batch === undefined) return;
    batch.received.push(received);
    batch.bytes += bytes;
    if (batch.received.length >= batchSize) this.#invokeGathered();
  }

  #gather(windowMs: number): void {
    const { timeMs } = this.#context;
    this.#lastBatch += 1;
    this.#gathered = { number: this.#lastBatch, received: [], beganMs: timeMs, bytes: 0, throttled: 0 };
    if (windowMs > 0) this.#context.at(timeMs + windowMs, WINDOW, this.#lastBatch);
  }

  get #sourceContext(): QueueSourceContext {
    const { epochMs, timeMs } = this.#context;
    return { context: this.#context, sourceArn: this.#settings.sourceArn, startMs: epochMs - timeMs };
  }

  #invokeGathered(): void {
    const batch = this.#gathered;
    this.#gathered = undefined;
    if (batch === undefined) return;
    this.#invoked.set(batch.number, batch);
    this.#meters.inHand.set(this.#invoked.size);
    this.#invoke(batch);
  }

  #invoke(batch: Batch): void {
    const { functionName } = this.#settings;
    const { received } = batch;
    const refused =
      portOf(this.#context, functionName, "function")?.invoke(
        {
          messages: received.map(({ message }) => message),
          receiveCounts: received.map(({ receiveCount }) => receiveCount),
          event: () => this.#source.eventOf(received, this.#sourceContext),
        },
        { node: this.#context.id, kind: ANSWER, ref: batch.number },
      ) ?? undefined;
    if (refused !== undefined) this.#throttled(batch, refused);
  }

  /** It is tried again until the messages are visible again, and others may have them. */
  #throttled(batch: Batch, { code }: Refusal): void {
    const context = this.#context;
    this.#scaling.failed();
    this.#meters.throttled.add(1);
    const delayMs = this.#pauseOf(batch);
    const visibleMs = batch.beganMs + (this.#queue?.settings.visibilityTimeoutSeconds ?? 0) * 1_000;
    if (context.timeMs + delayMs < visibleMs) {
      context.at(context.timeMs + delayMs, RETRY, batch.number);
      return;
    }
    const why: Reason = { code: "mapping.dropped", refusal: code };
    for (const { message } of batch.received) context.tell("abandoned", message, why);
    this.#meters.abandoned.add(batch.received.length);
    // Until then it is in hand: so long, another poll would only take more than the function can.
    context.at(Math.max(context.timeMs, visibleMs), RETRY, -batch.number);
  }

  /** Longer each time. */
  #pauseOf(batch: Batch): number {
    const pauseMs = Math.min(PAUSE_MS * 2 ** batch.throttled, LONGEST_BACKOFF_MS) * (0.5 + this.#context.random.next());
    batch.throttled += 1;
    return pauseMs;
  }

  handle({ kind, ref, data }: SimEvent): void {
    if (kind === POLL) {
      if (ref === this.#poll) this.#pollOn(true);
    } else if (kind === WINDOW) {
      if (this.#gathered?.number === ref) this.#windowEnded();
    } else if (kind === MINUTE) this.#minutePassed();
    else if (kind === RETRY) this.#retry(ref);
    else this.#answered(ref, data as unknown as InvocationResult);
  }

  #windowEnded(): void {
    this.#invokeGathered();
    if (!this.#isPolling) this.#pollOn(false);
  }

  #retry(ref: number): void {
    const batch = this.#invoked.get(Math.abs(ref));
    if (batch === undefined) return;
    if (ref < 0) this.#done(batch);
    else this.#invoke(batch);
  }

  #answered(number: number, result: InvocationResult): void {
    const batch = this.#invoked.get(number);
    if (batch === undefined) return;
    const { received } = batch;
    const failures = failuresOf(result, this.#settings.reportsItemFailures, received.length, (place) => {
      return messageIdOf((received[place] as Received).message.number);
    });
    if (failures === "all" && this.#source.retriesBatches) return this.#tryAgain(batch);
    if (failures === "all") this.#scaling.failed();
    else this.#delete(received.filter((_, place) => !failures.has(place)));
    this.#tellIgnored(batch, result);
    this.#meters.failed.add(failures === "all" ? received.length : failures.size);
    this.#done(batch);
  }

  /** The whole batch, until the function has processed it. */
  #tryAgain(batch: Batch): void {
    this.#meters.failed.add(batch.received.length);
    this.#context.at(this.#context.timeMs + this.#pauseOf(batch), RETRY, batch.number);
  }

  #delete(processed: readonly Received[]): void {
    const queue = this.#queue;
    for (let from = 0; from < processed.length; from += MAX_BATCH_ENTRIES) {
      const some = processed.slice(from, from + MAX_BATCH_ENTRIES);
      for (const { message, receipt } of some) {
        if (queue?.holds(receipt) !== false) continue;
        this.#meters.duplicates.add(1);
        this.#context.tell("processedTwice", message, { code: "worker.deleted-by-another" });
      }
      const answers = queue?.deleteBatch(some.map(({ receipt }) => receipt)) ?? [];
      for (const [index, refused] of answers.entries()) {
        if (refused === undefined) continue;
        const why: Reason = { code: "worker.delete-refused", refusal: refused.code };
        this.#context.tell("deleteRefused", (some[index] as Received).message, why);
      }
    }
  }

  /** What the function reports goes unheard, and is deleted, where the mapping does not ask for reports. */
  #tellIgnored({ received }: Batch, { failedItems }: InvocationResult): void {
    if (this.#settings.reportsItemFailures) return;
    for (const place of failedItems ?? []) {
      this.#meters.discarded.add(1);
      this.#context.tell("lost", received[place]?.message, { code: "mapping.report-ignored" });
    }
  }

  #done({ number }: Batch): void {
    this.#invoked.delete(number);
    this.#meters.inHand.set(this.#invoked.size);
    if (!this.#isPolling) this.#pollOn(false);
  }

  // --- for the kernel

  view(): JsonObject {
    return {
      state: this.#settings.isEnabled ? "Enabled" : "Disabled",
      batches: this.#invoked.size,
      gathered: this.#gathered?.received.length ?? 0,
      limit: this.#scaling.limit,
    };
  }

  save(keeper: Keeper): SavedQueueMapping {
    return {
      properties: this.#properties,
      scaling: this.#scaling.save(),
      invoked: [...this.#invoked.values()].map((batch) => saveBatch(batch, keeper)),
      gathered: this.#gathered === undefined ? null : saveBatch(this.#gathered, keeper),
      lastBatch: this.#lastBatch,
      poll: this.#poll,
      pollUntilMs: this.#pollUntilMs,
      isPolling: this.#isPolling,
      isMinuteSet: this.#isMinuteSet,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const state = saved as SavedQueueMapping;
    this.#properties = state.properties;
    this.#settings = this.#source.settingsOf(state.properties);
    this.#scaling = new PollerScaling(this.#settings);
    this.#scaling.restore(state.scaling);
    for (const each of state.invoked) this.#invoked.set(each.number, restoreBatch(each, finder));
    this.#gathered = state.gathered === null ? undefined : restoreBatch(state.gathered, finder);
    this.#lastBatch = state.lastBatch;
    this.#poll = state.poll;
    this.#pollUntilMs = state.pollUntilMs;
    this.#isPolling = state.isPolling;
    this.#isMinuteSet = state.isMinuteSet;
  }
}

const NO_QUEUE = refusal("AWS.SimpleQueueService.NonExistentQueue", "The specified queue does not exist.");

type SavedBatch = Omit<Batch, "received"> & { readonly received: readonly SavedReceived[] };

interface SavedQueueMapping {
  readonly properties: JsonObject;
  readonly scaling: JsonValue;
  readonly invoked: readonly SavedBatch[];
  readonly gathered: SavedBatch | null;
  readonly lastBatch: number;
  readonly poll: number;
  readonly pollUntilMs: number;
  readonly isPolling: boolean;
  readonly isMinuteSet: boolean;
}

function saveBatch({ received, ...plain }: Batch, keeper: Keeper): SavedBatch {
  return { ...plain, received: received.map((each) => saveReceived(each, keeper)) };
}

function restoreBatch({ received, ...plain }: SavedBatch, finder: Finder): Batch {
  return { ...plain, received: received.map((each) => restoreReceived(each, finder)) };
}
