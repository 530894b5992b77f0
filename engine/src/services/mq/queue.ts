/**
 * A queue of a broker. It gives each message to one consumer, which acknowledges it; what is rejected, or whose connection is
 * lost, goes back to its place and is delivered again, until it has been rejected too often.
 * https://activemq.apache.org/components/classic/documentation/message-redelivery-and-dlq-handling
 * https://www.rabbitmq.com/docs/confirms
 */
import type { JsonObject } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
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
import { refuseLoop } from "../loops.ts";
import { type Delivery, type Ports, portOf, type QueuePort, type Received, type TargetPort } from "../ports.ts";
import { restoreAddress, type SavedAddress, saveAddress } from "../saved-address.ts";
import type { BrokerPort, ConnectionWatcher } from "./broker.ts";
import { type QueueSettings, queueSettingsOf } from "./broker-settings.ts";
import { type QueueEntry, restoreEntry, type SavedEntry, saveEntry } from "./queue-entry.ts";
import { QueueMeters } from "./queue-meters.ts";
import { ReadyEntries } from "./ready-entries.ts";

/** The events that it sets: a message is delivered again; its time to live is over. */
const AGAIN = 0;
const EXPIRE = 1;

/** Longer than any simulation: no number that checkpoints could not hold. */
const FOR_EVER_SECONDS = 1e9;

/** Who has polled since then will do so again, also where nobody waits at the moment. */
const POLLED_LATELY_MS = 60_000;

export class BrokerQueue implements SimNode, TargetPort, QueuePort, ConnectionWatcher {
  readonly ports: Partial<Ports> = { target: this, queue: this };
  readonly isFifo = false;
  /** Nobody else gets a message for as long as its consumer is connected; brokers push. */
  readonly settings = { visibilityTimeoutSeconds: FOR_EVER_SECONDS, receiveMessageWaitTimeSeconds: 20 };
  readonly #context: NodeContext;
  readonly #own: QueueSettings;
  readonly #meters: QueueMeters;
  readonly #entries = new Map<number, QueueEntry>();
  readonly #ready = new ReadyEntries();
  /** By receipt: those that a consumer has. */
  readonly #taken = new Map<number, QueueEntry>();
  #waiters: Address[] = [];
  #lastEntry = 0;
  #lastReceipt = 0;
  #polledMs = Number.NEGATIVE_INFINITY;

  constructor(context: NodeContext, { properties, behavior }: NodeSpec) {
    this.#context = context;
    this.#own = queueSettingsOf(properties, behavior);
    this.#meters = new QueueMeters(context);
  }

  start(): void {
    this.#broker?.join(this);
  }

  get #broker(): BrokerPort | undefined {
    return portOf(this.#context, this.#own.brokerArn, "broker");
  }

  get #refused(): Refusal | undefined {
    return this.#context.faults.outage || this.#broker?.isUp === false ? NO_CONNECTION : undefined;
  }

  // --- messages come

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const context = this.#context;
    const refused = this.#refused ?? refuseLoop(context, cause);
    if (refused !== undefined) return refused;
    const { body = cause?.body ?? "" } = delivery;
    const attributes = delivery.attributes ?? (delivery.body === undefined ? cause?.attributes : undefined);
    const message = context.newMessage(body, attributes, cause);
    this.#lastEntry += 1;
    const entry: QueueEntry = { number: this.#lastEntry, message, sentMs: context.timeMs, count: 0, firstMs: 0 };
    this.#entries.set(entry.number, entry);
    context.entered(1);
    this.#meters.sent.add(1);
    context.tell("arrived", message);
    const { expiresMs } = this.#own;
    if (Number.isFinite(expiresMs)) context.at(context.timeMs + expiresMs, EXPIRE, entry.number);
    this.#makeReady(entry);
    return undefined;
  }

  /** One that waits is called for each message that is ready. */
  #makeReady(entry: QueueEntry): void {
    this.#ready.add(entry);
    this.#measure();
    const waiter = this.#waiters.shift();
    if (waiter !== undefined) this.#context.send(waiter);
  }

  #measure(): void {
    this.#meters.ready.set(this.#ready.size);
    this.#meters.unacknowledged.set(this.#taken.size);
    this.#meters.oldestMs.since(this.#ready.first?.sentMs);
  }

  // --- consumers

  /** A consumer's prefetch count is `max`: so many it may have without acknowledging them. */
  receive(max: number): readonly Received[] | Refusal {
    const refused = this.#refused;
    this.#polledMs = this.#context.timeMs;
    if (refused !== undefined) return refused;
    const received: Received[] = [];
    for (let entry = this.#ready.shift(); entry !== undefined; entry = this.#ready.shift()) {
      received.push(this.#give(entry));
      if (received.length >= max) break;
    }
    this.#measure();
    return received;
  }

  #give(entry: QueueEntry): Received {
    const context = this.#context;
    const { message, sentMs } = entry;
    entry.count += 1;
    if (entry.count === 1) {
      entry.firstMs = context.timeMs;
      this.#meters.waitMs.add(context.timeMs - sentMs);
    } else this.#meters.redelivered.add(1);
    this.#meters.delivered.add(1);
    this.#lastReceipt += 1;
    this.#taken.set(this.#lastReceipt, entry);
    context.tell("received", message, { code: "mq.delivered", count: entry.count });
    return {
      message,
      receipt: this.#lastReceipt,
      receiveCount: entry.count,
      sentMs,
      firstReceivedMs: entry.firstMs,
      groupId: undefined,
      deduplicationId: undefined,
      source: undefined,
    };
  }

  /** The address hears once of a message; brokers need no new poll. */
  wait(address: Address): void {
    if (this.#ready.size > 0) this.#context.send(address);
    else this.#waiters.push(address);
  }

  stopWaiting({ node, kind, ref }: Address): void {
    this.#waiters = this.#waiters.filter((each) => each.node !== node || each.kind !== kind || each.ref !== ref);
  }

  /** An acknowledgement. One of a connection that is gone is refused, and the message comes again. */
  delete(receipt: number): Refusal | undefined {
    const entry = this.#taken.get(receipt);
    if (this.#refused !== undefined || entry === undefined) return UNKNOWN_DELIVERY;
    this.#taken.delete(receipt);
    this.#remove(entry);
    this.#meters.acknowledged.add(1);
    this.#meters.ageMs.add(this.#context.timeMs - entry.sentMs);
    this.#context.tell("deleted", entry.message, { code: "mq.acknowledged" });
    return undefined;
  }

  deleteBatch(receipts: readonly number[]): readonly (Refusal | undefined)[] {
    return receipts.map((receipt) => this.delete(receipt));
  }

  #remove({ number }: QueueEntry): void {
    this.#entries.delete(number);
    this.#context.left(1);
    this.#measure();
  }

  /** Whoever lets go of a message before its time gives it back. */
  changeVisibility(receipt: number): Refusal | undefined {
    this.rejected(receipt);
    return undefined;
  }

  /** Its consumer could not process it. */
  rejected(receipt: number): void {
    const entry = this.#taken.get(receipt);
    if (entry === undefined) return;
    this.#taken.delete(receipt);
    const { redeliveries, redeliveryDelayMs: delayMs } = this.#own;
    if (entry.count > redeliveries) {
      this.#giveUp(entry, { code: "mq.redeliveries", count: entry.count });
      return;
    }
    const context = this.#context;
    context.tell("retried", entry.message, { code: "mq.rejected", delayMs });
    context.at(context.timeMs + delayMs, AGAIN, entry.number);
    this.#measure();
  }

  /** Its consumer is gone. */
  released(receipts: readonly number[]): void {
    for (const receipt of receipts) {
      const entry = this.#taken.get(receipt);
      if (entry === undefined) continue;
      this.#taken.delete(receipt);
      this.#context.tell("visible", entry.message, { code: "mq.connection-lost" });
      this.#makeReady(entry);
    }
  }

  connectionsLost(): void {
    this.released([...this.#taken.keys()]);
  }

  faultChanged(): void {
    if (this.#context.faults.outage) this.connectionsLost();
  }

  holds(receipt: number): boolean {
    return this.#taken.has(receipt);
  }

  get visible(): number {
    return this.#ready.size;
  }

  get inFlight(): number {
    return this.#taken.size;
  }

  get delayed(): number {
    return this.#entries.size - this.#ready.size - this.#taken.size;
  }

  // --- messages go

  #giveUp(entry: QueueEntry, why: { readonly code: string; readonly count?: number }): void {
    const context = this.#context;
    const { deadLettersTo } = this.#own;
    const letters = deadLettersTo === undefined ? undefined : portOf(context, deadLettersTo, "target");
    const isKept = letters !== undefined && letters.deliver(entry.message, { from: context.id }) === undefined;
    this.#meters[isKept ? "deadLettered" : "dropped"].add(1);
    if (isKept) context.tell("deadLettered", entry.message, why, deadLettersTo);
    else context.tell("lost", entry.message, deadLettersTo === undefined ? { code: "mq.dropped" } : why);
    this.#remove(entry);
  }

  handle({ kind, ref }: SimEvent): void {
    const entry = this.#entries.get(ref);
    if (entry === undefined) return;
    if (kind === AGAIN) this.#makeReady(entry);
    else if (this.#ready.remove(entry)) {
      this.#meters.expired.add(1);
      this.#giveUp(entry, { code: "mq.expired" });
    }
  }

  // --- for the kernel

  inside(): number {
    return this.#entries.size;
  }

  isBusy(): boolean {
    const isPolled = this.#waiters.length > 0 || this.#context.timeMs - this.#polledMs <= POLLED_LATELY_MS;
    return this.#entries.size > this.#ready.size || (this.#ready.size > 0 && isPolled);
  }

  audit(): readonly string[] {
    const lost = this.#entries.size - this.#ready.size - this.#taken.size;
    return lost < 0 ? [`${-lost} messages are ready and taken at once`] : [];
  }

  view(): JsonObject {
    return { ready: this.#ready.size, unacknowledged: this.#taken.size, delayed: this.delayed };
  }

  save(keeper: Keeper): SavedQueue {
    return {
      entries: [...this.#entries.values()].map((entry) => saveEntry(entry, keeper)),
      ready: this.#ready.numbers,
      taken: Array.from(this.#taken, ([receipt, { number }]) => [receipt, number]),
      waiters: this.#waiters.map(saveAddress),
      last: [this.#lastEntry, this.#lastReceipt],
      polledMs: Number.isFinite(this.#polledMs) ? this.#polledMs : null,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { entries, ready, taken, waiters, last, polledMs } = saved as SavedQueue;
    for (const each of entries) {
      const entry = restoreEntry(each, finder);
      this.#entries.set(entry.number, entry);
    }
    for (const number of ready) this.#ready.add(this.#entry(number));
    for (const [receipt, number] of taken) this.#taken.set(receipt, this.#entry(number));
    this.#waiters = waiters.map(restoreAddress);
    [this.#lastEntry, this.#lastReceipt] = last;
    this.#polledMs = polledMs ?? Number.NEGATIVE_INFINITY;
    this.start();
  }

  #entry(number: number): QueueEntry {
    const entry = this.#entries.get(number);
    if (entry === undefined) throw new Error(`${this.#context.id} has no entry ${number}`);
    return entry;
  }
}

interface SavedQueue {
  readonly entries: readonly SavedEntry[];
  readonly ready: readonly number[];
  readonly taken: readonly (readonly [receipt: number, entry: number])[];
  readonly waiters: readonly SavedAddress[];
  readonly last: readonly [entry: number, receipt: number];
  readonly polledMs: number | null;
}

const NO_CONNECTION = refusal("ConnectionException", "The broker does not answer.");
const UNKNOWN_DELIVERY = refusal("PRECONDITION_FAILED", "The delivery is unknown: its connection is gone.");
