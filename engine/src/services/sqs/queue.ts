/**
 * An SQS queue on the clock of a simulation: what is sent, received, deleted, and comes back; and why.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-how-it-works.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { MAX_LOOP_TURNS, PURGE_PAUSE_MS } from "../../limits.ts";
import { type Refusal, refusal, refusalOf } from "../../refusals/refusal.ts";
import type {
  Address,
  Finder,
  Keeper,
  Message,
  NodeContext,
  NodeSpec,
  NodeState,
  SimEvent,
  SimNode,
} from "../../sim/types.ts";
import type {
  BatchEntry,
  DeadLetter,
  DeadLetterPort,
  Delivery,
  Poll,
  Ports,
  QueuePort,
  Received,
  TargetPort,
} from "../ports.ts";
import { allowsRedrive, type QueueSettings } from "./attributes.ts";
import { type QueueBehavior, queueBehaviorOf } from "./behavior.ts";
import { FifoOrder } from "./fifo-order.ts";
import { MessageStore, type SavedStore } from "./message-store.ts";
import { MoveTasks } from "./move-task.ts";
import type { QueueParts } from "./parts.ts";
import { QueueMeters } from "./queue-meters.ts";
import { Receipts } from "./receipts.ts";
import { Receiver } from "./receiving.ts";
import { Sender, type Sending, type Sent, sendingOf } from "./sending.ts";
import { StandardOrder } from "./standard-order.ts";
import type { StoredMessage } from "./stored-message.ts";
import { Throughput } from "./throughput.ts";
import { Waiters } from "./waiters.ts";

/** The kinds of events that it sets: something is due; a message move task moves a message; what a scenario plans. */
const DUE = 0;
const MOVE = 1;
const REDRIVE = 2;
const PURGE = 3;

/** Messages that a picture of the queue shows. */
const MAX_HIDDEN_SHOWN = 24;

/** Who has not polled for so long does not count as a consumer any more, milliseconds. */
const POLLED_LATELY_MS = 60_000;

export class Queue implements SimNode, QueueParts, TargetPort, QueuePort, DeadLetterPort {
  readonly ports: Partial<Ports> = { target: this, queue: this, deadLetters: this, sqs: this };
  readonly context: NodeContext;
  readonly arn: string;
  readonly behavior: Required<QueueBehavior>;
  readonly meters: QueueMeters;
  readonly store: MessageStore;
  readonly throughput: Throughput;
  readonly waiters: Waiters;
  readonly moveTasks: MoveTasks;
  readonly #sender: Sender;
  readonly #receiver: Receiver;
  readonly #receipts: Receipts;
  #settings: QueueSettings;
  #purgedMs = Number.NEGATIVE_INFINITY;
  #polledMs = Number.NEGATIVE_INFINITY;
  /** Nothing is due before; Infinity: nothing at all. */
  #dueMs = Number.POSITIVE_INFINITY;

  constructor(context: NodeContext, { arn, behavior }: NodeSpec, settings: QueueSettings) {
    this.context = context;
    this.arn = arn;
    this.#settings = settings;
    this.behavior = queueBehaviorOf(behavior, settings.isFifo);
    this.meters = new QueueMeters(context);
    this.store = new MessageStore(context, settings.isFifo ? new FifoOrder() : new StandardOrder(context), this.meters);
    this.throughput = new Throughput(settings);
    this.waiters = new Waiters(context);
    this.moveTasks = new MoveTasks(this, MOVE);
    this.#sender = new Sender(this);
    this.#receiver = new Receiver(this);
    this.#receipts = new Receipts(this);
  }

  get settings(): QueueSettings {
    return this.#settings;
  }

  get isFifo(): boolean {
    return this.#settings.isFifo;
  }

  get visible(): number {
    this.#settle();
    return this.store.visible;
  }

  get inFlight(): number {
    this.#settle();
    return this.store.inFlight;
  }

  get delayed(): number {
    this.#settle();
    return this.store.delayed;
  }

  /** SetQueueAttributes; takes effect at once, where AWS takes up to 60 seconds, for the retention period 15 minutes. */
  set(settings: QueueSettings): void {
    this.#settle();
    this.#settings = settings;
    this.throughput.set(settings);
    this.due(this.store.firstSentMs + this.#retentionMs);
  }

  get #retentionMs(): number {
    return this.#settings.messageRetentionPeriodSeconds * 1_000;
  }

  // --- sending

  send(sending: Sending): Sent | Refusal {
    this.#settle();
    return this.#sender.send(sending);
  }

  sendBatch(sendings: readonly Sending[]): readonly (Sent | Refusal)[] {
    this.#settle();
    return this.#sender.sendBatch(sendings);
  }

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    return refusalOf(this.send(sendingOf({ cause, delivery })));
  }

  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    return this.sendBatch(entries.map(sendingOf)).map(refusalOf);
  }

  // --- receiving

  receive(
    max: number,
    visibilityTimeoutSeconds = this.#settings.visibilityTimeoutSeconds,
    poll: Poll = "short",
  ): readonly Received[] | Refusal {
    this.#settle();
    this.#polledMs = this.context.timeMs;
    return this.#receiver.receive({ max, visibilityTimeoutSeconds, poll });
  }

  wait(address: Address, untilMs: number): void {
    this.#settle();
    if (this.#receiver.canReceive()) {
      this.context.send(address);
      return;
    }
    this.waiters.add(address, untilMs);
    this.due(untilMs);
  }

  stopWaiting(address: Address): void {
    this.waiters.remove(address);
    this.wake(); // it may have been called already, for something that is somebody else's now
  }

  wake(): void {
    if (this.waiters.size > 0 && this.#receiver.canReceive()) this.waiters.callOne();
  }

  // --- done with, or not

  delete(receipt: number): Refusal | undefined {
    this.#settle();
    return this.#receipts.delete(receipt);
  }

  deleteBatch(receipts: readonly number[]): readonly (Refusal | undefined)[] {
    this.#settle();
    return this.#receipts.deleteBatch(receipts);
  }

  changeVisibility(receipt: number, seconds: number): Refusal | undefined {
    this.#settle();
    const refused = this.#receipts.changeVisibility(receipt, seconds);
    this.#settle();
    return refused;
  }

  holds(receipt: number): boolean {
    this.#settle();
    return this.#receipts.holds(receipt);
  }

  // --- dead letters

  allowsRedriveFrom(sourceArn: string): boolean {
    return allowsRedrive(this.#settings, sourceArn);
  }

  takeDeadLetter(letter: DeadLetter): void {
    const { context, store } = this;
    this.#settle();
    if (letter.turns > MAX_LOOP_TURNS) {
      context.counter("loopsStopped").add(1);
      context.counter("lost").add(1);
      const source = context.node(letter.source ?? "")?.id ?? letter.source;
      const way = `${context.id} > ${source} > ${context.id}`;
      context.tell("loopStopped", letter.message, { code: "kernel.loop", turns: letter.turns, way });
      return;
    }
    // A standard queue goes on counting the retention from the first queue's time, a FIFO queue begins anew.
    const sentMs = this.isFifo ? context.timeMs : letter.sentMs;
    store.put({ ...letter, sentMs, delayMs: 0 });
    this.due(sentMs + this.#retentionMs);
    context.tell("arrived", letter.message, { code: "sqs.from-redrive", group: letter.groupId }, letter.source);
    this.wake();
  }

  takeMoved({ message, groupId, deduplicationId }: DeadLetter, from: string): void {
    const { context, store } = this;
    this.#settle();
    const again = context.newMessage(message.body, message.attributes, message);
    const sentMs = context.timeMs;
    store.put({ message: again, groupId, deduplicationId, sentMs, delayMs: 0 });
    this.due(sentMs + this.#retentionMs);
    context.tell("arrived", again, { code: "sqs.from-move", message: message.number, group: groupId }, from);
    this.wake();
  }

  /** PurgeQueue: all that is there at this moment, in flight or not. */
  purge(name: string): Refusal | undefined {
    const { timeMs } = this.context;
    if (timeMs - this.#purgedMs < PURGE_PAUSE_MS) {
      const text = `Only one PurgeQueue operation on ${name} is allowed every 60 seconds.`;
      return refusal("AWS.SimpleQueueService.PurgeQueueInProgress", text);
    }
    this.#purgedMs = timeMs;
    this.empty();
    return undefined;
  }

  /** Lets go of everything, as the queue is purged or deleted. */
  empty(): void {
    this.#settle();
    for (const stored of this.store.all()) {
      this.context.tell("purged", stored.message);
      this.store.remove(stored);
    }
    this.#sender.deduplication.clear();
  }

  // --- time

  start(): void {
    for (const [index, { atMs }] of this.behavior.redrives.entries()) this.context.at(atMs, REDRIVE, index);
    for (const { atMs } of this.behavior.purges) this.context.at(atMs, PURGE);
  }

  /** One task runs at a time. */
  #redrive(maxPerSecond: number | undefined): void {
    if (this.moveTasks.running === undefined) {
      this.moveTasks.start(maxPerSecond === undefined ? {} : { maxPerSecond });
    }
  }

  due(timeMs: number): void {
    if (timeMs >= this.#dueMs) return;
    this.#dueMs = timeMs;
    this.context.atIdle(timeMs, DUE);
  }

  handle({ kind, ref }: SimEvent): void {
    this.#settle();
    if (kind === MOVE) this.moveTasks.step(ref);
    else if (kind === REDRIVE) this.#redrive(this.behavior.redrives[ref]?.maxPerSecond);
    else if (kind === PURGE) this.purge(this.context.id);
  }

  /** Lets happen what is due by now. */
  #settle(): void {
    const { store, waiters } = this;
    const { timeMs } = this.context;
    if (timeMs < this.#dueMs) return;
    for (let stored = store.takeShown(); stored !== undefined; stored = store.takeShown()) this.#show(stored);
    while (store.firstSentMs + this.#retentionMs <= timeMs) this.#expire(store.takeFirstSent());
    waiters.callDue(timeMs);
    this.wake();
    this.#dueMs = Number.POSITIVE_INFINITY;
    this.due(Math.min(store.nextShownMs, store.firstSentMs + this.#retentionMs, waiters.nextMs));
  }

  #show(stored: StoredMessage): void {
    const { context, store } = this;
    const seconds = (context.timeMs - stored.hiddenSinceMs) / 1_000;
    const code = stored.visibility === "delayed" ? "sqs.delay-over" : "sqs.visibility-expired";
    context.tell("visible", stored.message, { code, seconds, count: stored.receiveCount });
    store.show(stored);
  }

  #expire(stored: StoredMessage): void {
    const { context, meters, store } = this;
    meters.expired.add(1);
    const seconds = this.#settings.messageRetentionPeriodSeconds;
    context.tell("expired", stored.message, { code: "sqs.expired", seconds });
    store.remove(stored);
  }

  // --- for the kernel

  faultChanged(): void {
    this.wake();
  }

  inside(): number {
    return this.store.size;
  }

  /** Hidden messages will come back; visible ones will be taken, where anybody polls. */
  isBusy(): boolean {
    const { inFlight, delayed, visible } = this.store;
    const isPolled = this.waiters.size > 0 || this.context.timeMs - this.#polledMs <= POLLED_LATELY_MS;
    return inFlight + delayed > 0 || (visible > 0 && isPolled);
  }

  audit(): readonly string[] {
    return this.store.audit();
  }

  view(): JsonObject {
    const { visible, inFlight, delayed, order } = this.store;
    const hidden = this.store.someHidden(MAX_HIDDEN_SHOWN).map((stored) => ({
      message: stored.message.number,
      origin: stored.message.origin,
      receiveCount: stored.receiveCount,
      delayed: stored.visibility === "delayed",
      sinceMs: stored.hiddenSinceMs,
      untilMs: stored.hiddenUntilMs,
      group: stored.groupId ?? null,
    }));
    return { visible, inFlight, delayed, hidden, waiting: this.waiters.size, ...order.view() };
  }

  save(keeper: Keeper): SavedQueue {
    return {
      settings: this.#settings,
      store: this.store.save(keeper),
      order: this.store.order.save(),
      throughput: this.throughput.save(),
      deduplication: this.#sender.deduplication.save(),
      waiters: this.waiters.save(),
      moveTasks: this.moveTasks.save(),
      purgedMs: finite(this.#purgedMs),
      polledMs: finite(this.#polledMs),
      dueMs: finite(this.#dueMs),
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const state = saved as SavedQueue;
    this.#settings = state.settings;
    this.throughput.set(state.settings);
    this.store.restore(state.store, finder);
    this.store.order.restore(state.order);
    this.throughput.restore(state.throughput);
    this.#sender.deduplication.restore(state.deduplication);
    this.waiters.restore(state.waiters);
    this.moveTasks.restore(state.moveTasks);
    this.#purgedMs = state.purgedMs ?? Number.NEGATIVE_INFINITY;
    this.#polledMs = state.polledMs ?? Number.NEGATIVE_INFINITY;
    this.#dueMs = state.dueMs ?? Number.POSITIVE_INFINITY;
  }
}

interface SavedQueue {
  readonly settings: QueueSettings;
  readonly store: SavedStore;
  readonly order: JsonObject;
  readonly throughput: JsonValue;
  readonly deduplication: JsonValue;
  readonly waiters: JsonValue;
  readonly moveTasks: JsonValue;
  readonly purgedMs: number | null;
  readonly polledMs: number | null;
  readonly dueMs: number | null;
}

/** Infinity is no JSON. */
function finite(timeMs: number): number | null {
  return Number.isFinite(timeMs) ? timeMs : null;
}
