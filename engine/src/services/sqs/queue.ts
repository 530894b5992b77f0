/**
 * An SQS queue on the clock of a simulation: what is visible, delayed and in flight, and why.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-how-it-works.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { MAX_IN_FLIGHT_MESSAGES, PURGE_PAUSE_MS } from "../../limits.ts";
import { TimerHeap, type TimersState } from "../../sim/timer-heap.ts";
import type { Address, Finder, Keeper, Message, NodeContext, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import type { DeadLetter, Delivery, Ports, QueuePort, Received, TargetPort } from "../ports.ts";
import { portOf } from "../ports.ts";
import { type Refusal, refusal, UNAVAILABLE } from "../refusal.ts";
import type { QueueSettings } from "./attributes.ts";
import { Deduplication } from "./deduplication.ts";
import { FifoOrder } from "./fifo-order.ts";
import { invalid, refuseMessage, type SendRequest, sizeOf } from "./message-checks.ts";
import type { Order } from "./order.ts";
import { QueueMeters } from "./queue-meters.ts";
import { StandardOrder } from "./standard-order.ts";
import {
  isLatest,
  numberOfReceipt,
  receiptOf,
  restoreStored,
  type SavedMessage,
  type StoredMessage,
  saveStored,
  type Visibility,
} from "./stored-message.ts";
import { Waiters } from "./waiters.ts";

/** What SendMessage answers. */
export interface Sent {
  readonly message: Message;
  /** It was taken for one that had been sent before: `message` is that one. */
  readonly isDuplicate: boolean;
}

export class Queue implements SimNode, TargetPort, QueuePort {
  readonly ports: Partial<Ports> = { target: this, queue: this, deadLetters: this };
  settings: QueueSettings;
  readonly #context: NodeContext;
  readonly #arn: string;
  readonly #order: Order;
  readonly #deduplication = new Deduplication();
  readonly #stored = new Map<number, StoredMessage>();
  /** When hidden messages become visible, and when messages expire. */
  readonly #hidden = new TimerHeap<StoredMessage>(isNoLongerHidden);
  readonly #expiries = new TimerHeap<StoredMessage>((stored) => stored.visibility === "gone");
  readonly #waiters: Waiters;
  readonly #meters: QueueMeters;
  #lastNumber = 0;
  #purgedMs = -PURGE_PAUSE_MS;
  /** When the earliest event that it has set falls due. */
  #wakeMs = Number.POSITIVE_INFINITY;

  constructor(context: NodeContext, arn: string, settings: QueueSettings) {
    this.#context = context;
    this.#arn = arn;
    this.settings = settings;
    this.#order = settings.isFifo ? new FifoOrder() : new StandardOrder();
    this.#waiters = new Waiters(context);
    this.#meters = new QueueMeters(context);
  }

  get isFifo(): boolean {
    return this.settings.isFifo;
  }

  get visible(): number {
    return this.#meters.visible.value;
  }

  /** ApproximateNumberOfMessages, ...NotVisible and ...Delayed. */
  counts(): { readonly visible: number; readonly inFlight: number; readonly delayed: number } {
    this.#settle();
    const { visible, inFlight, delayed } = this.#meters;
    return { visible: visible.value, inFlight: inFlight.value, delayed: delayed.value };
  }

  // --- sending

  /** SendMessage. `cause`: the message that this one is made of. */
  send(request: SendRequest, cause?: Message, from?: string): Sent | Refusal {
    const context = this.#context;
    this.#meters.requests.add(1);
    if (context.faults.outage) return UNAVAILABLE;
    const refused = refuseMessage(request, this.settings, sizeOf(request.body, request.attributes));
    if (refused !== undefined) return refused;
    const known = this.#deduplicate(request);
    if (known !== undefined) {
      this.#meters.deduplicated.add(1);
      if (context.traces(known.message)) {
        const afterMs = context.timeMs - known.sentMs;
        context.tell(
          "deduplicated",
          known.message,
          { code: "sqs.deduplicated", message: known.message.number, afterMs },
          from,
        );
      }
      return { message: known.message, isDuplicate: true };
    }
    const message = context.newMessage(request.body, request.attributes, cause);
    if (this.settings.isFifo) this.#deduplication.add(this.#deduplicationKey(request), message, context.timeMs);
    this.#accept(message, request, from);
    return { message, isDuplicate: false };
  }

  #deduplicate(request: SendRequest): { readonly message: Message; readonly sentMs: number } | undefined {
    if (!this.settings.isFifo) return undefined;
    return this.#deduplication.find(this.#deduplicationKey(request), this.#context.timeMs);
  }

  /** By content, where no id is given: the body stands for its hash. */
  #deduplicationKey({ body, deduplicationId, groupId }: SendRequest): string {
    const id = deduplicationId === undefined ? `body ${body}` : `id ${deduplicationId}`;
    return this.settings.deduplicationScope === "messageGroup" ? `${groupId} ${id}` : id;
  }

  #accept(message: Message, { groupId, deduplicationId, delaySeconds }: SendRequest, from: string | undefined): void {
    const { timeMs } = this.#context;
    // DelaySeconds 0 of one message does not undo the queue's own in a FIFO queue.
    const delay = this.settings.isFifo ? this.settings.delaySeconds : (delaySeconds ?? this.settings.delaySeconds);
    this.#meters.sent.add(1);
    this.#put(message, { groupId, deduplicationId, sentMs: timeMs, delayMs: delay * 1_000, source: undefined });
    if (this.#context.traces(message)) {
      const why = delay > 0 ? { code: "sqs.delayed", seconds: delay } : undefined;
      this.#context.tell(delay > 0 ? "delayed" : "arrived", message, why, from);
    }
  }

  /** Takes a message in, whoever it comes from. */
  #put(
    message: Message,
    {
      groupId,
      deduplicationId,
      sentMs,
      delayMs,
      source,
    }: {
      groupId: string | undefined;
      deduplicationId: string | undefined;
      sentMs: number;
      delayMs: number;
      source: string | undefined;
    },
  ): void {
    const { timeMs } = this.#context;
    this.#lastNumber += 1;
    const stored: StoredMessage = {
      number: this.#lastNumber,
      message,
      body: message.body,
      groupId,
      deduplicationId,
      sentMs,
      expiresMs: sentMs + this.settings.messageRetentionPeriodSeconds * 1_000,
      source,
      visibility: delayMs > 0 ? "delayed" : "visible",
      hiddenUntilMs: timeMs + delayMs,
      receiveCount: 0,
      firstReceivedMs: undefined,
    };
    this.#context.entered(1);
    this.#stored.set(stored.number, stored);
    this.#meters.moved(undefined, stored.visibility);
    this.#expiries.set(stored.expiresMs, stored);
    this.#order.arrived(stored);
    if (delayMs > 0) this.#hidden.set(stored.hiddenUntilMs, stored);
    else this.#waiters.callOne();
    this.#setWake();
  }

  deliver(
    message: Message,
    { body = message.body, attributes = message.attributes, groupId, deduplicationId, from }: Delivery,
  ): Refusal | undefined {
    const sent = this.send(
      {
        body,
        ...(attributes && { attributes }),
        ...(groupId !== undefined && { groupId }),
        ...(deduplicationId !== undefined && { deduplicationId }),
      },
      message,
      from,
    );
    return "code" in sent ? sent : undefined;
  }

  // --- receiving

  receive(max: number, visibilityTimeoutSeconds = this.settings.visibilityTimeoutSeconds): readonly Received[] {
    this.#meters.requests.add(1);
    if (this.#context.faults.outage) return [];
    this.#settle();
    const hiddenUntilMs = this.#context.timeMs + visibilityTimeoutSeconds * 1_000;
    const received: Received[] = [];
    while (received.length < max && this.#meters.inFlight.value < MAX_IN_FLIGHT_MESSAGES) {
      const stored = this.#order.next();
      if (stored === undefined) break;
      if (this.#deadLetter(stored)) continue;
      this.#take(stored, hiddenUntilMs);
      received.push(receivedOf(stored));
    }
    this.#order.received();
    if (received.length === 0) this.#meters.emptyReceives.add(1);
    else this.#setWake();
    return received;
  }

  #take(stored: StoredMessage, hiddenUntilMs: number): void {
    const { timeMs } = this.#context;
    stored.receiveCount += 1;
    if (stored.firstReceivedMs === undefined) {
      stored.firstReceivedMs = timeMs;
      this.#meters.waitMs.add(timeMs - stored.sentMs);
    }
    this.#hide(stored, "inFlight", hiddenUntilMs);
    this.#meters.received.add(1);
    if (this.#context.traces(stored.message)) {
      this.#context.tell("received", stored.message, { code: "sqs.received", count: stored.receiveCount });
    }
  }

  #hide(stored: StoredMessage, visibility: Visibility, untilMs: number): void {
    this.#meters.moved(stored.visibility, visibility);
    stored.visibility = visibility;
    stored.hiddenUntilMs = untilMs;
    this.#hidden.set(untilMs, stored);
  }

  wait(address: Address, untilMs: number): void {
    this.#settle();
    if (this.#order.hasNext()) this.#context.send(address);
    else this.#waiters.add(address, untilMs);
  }

  // --- done with, or not

  delete(receipt: number): Refusal | undefined {
    this.#meters.requests.add(1);
    if (this.#context.faults.outage) return UNAVAILABLE;
    this.#settle();
    const stored = this.#stored.get(numberOfReceipt(receipt));
    if (stored === undefined) return undefined;
    if (this.settings.isFifo && !(isLatest(receipt, stored) && stored.visibility === "inFlight")) {
      return invalid("ReceiptHandle", receipt, "The receipt handle has expired.");
    }
    this.#meters.deleted.add(1);
    this.#meters.ageMs.add(this.#context.timeMs - stored.sentMs);
    this.#context.tell("deleted", stored.message);
    this.#remove(stored);
    return undefined;
  }

  changeVisibility(receipt: number, seconds: number): Refusal | undefined {
    this.#meters.requests.add(1);
    if (this.#context.faults.outage) return UNAVAILABLE;
    if (!(seconds >= 0 && seconds <= 43_200)) {
      return invalid("VisibilityTimeout", seconds, "VisibilityTimeout must be an integer between 0 and 43200");
    }
    this.#settle();
    const stored = this.#stored.get(numberOfReceipt(receipt));
    if (stored === undefined || (this.settings.isFifo && !isLatest(receipt, stored))) {
      const reason = "Message does not exist or is not available for visibility timeout change.";
      return invalid("ReceiptHandle", receipt, reason);
    }
    if (stored.visibility !== "inFlight") return undefined;
    this.#hide(stored, "inFlight", this.#context.timeMs + seconds * 1_000);
    if (this.#context.traces(stored.message)) {
      this.#context.tell("visibilityChanged", stored.message, { code: "sqs.visibility-changed", seconds });
    }
    this.#settle();
    this.#setWake();
    return undefined;
  }

  #remove(stored: StoredMessage): void {
    this.#meters.moved(stored.visibility, undefined);
    stored.visibility = "gone";
    this.#order.left(stored);
    this.#stored.delete(stored.number);
    this.#context.left(1);
    if (this.settings.isFifo && this.#order.hasNext()) this.#waiters.callOne();
  }

  // --- dead letters

  /** Moves a message whose next receive would be one too many. */
  #deadLetter(stored: StoredMessage): boolean {
    const { redrivePolicy } = this.settings;
    if (redrivePolicy === undefined || stored.receiveCount < redrivePolicy.maxReceiveCount) return false;
    const target = portOf(this.#context, redrivePolicy.deadLetterTargetArn, "deadLetters");
    if (target === undefined) return false;
    const { message } = stored;
    this.#meters.deadLettered.add(1);
    this.#context.tell(
      "deadLettered",
      message,
      { code: "sqs.dead-lettered", count: stored.receiveCount, max: redrivePolicy.maxReceiveCount },
      redrivePolicy.deadLetterTargetArn,
    );
    this.#remove(stored);
    target.takeDeadLetter({ ...stored, source: this.#arn });
    return true;
  }

  takeDeadLetter({ message, groupId, deduplicationId, sentMs, source }: DeadLetter): void {
    const since = this.settings.isFifo ? this.#context.timeMs : sentMs;
    this.#put(message, { groupId, deduplicationId, sentMs: since, delayMs: 0, source });
    this.#context.tell("arrived", message, { code: "sqs.from-dead-letter-policy" }, source);
  }

  /** What a message move task takes: the first that is visible, without counting it as received. */
  takeForMove(): DeadLetter | undefined {
    this.#settle();
    const stored = this.#order.next();
    if (stored !== undefined) this.#remove(stored);
    this.#order.received();
    return stored;
  }

  /** PurgeQueue: all that is there at this moment, in flight or not. */
  purge(name: string): Refusal | undefined {
    const { timeMs } = this.#context;
    if (timeMs - this.#purgedMs < PURGE_PAUSE_MS) {
      const text = `Only one PurgeQueue operation on ${name} is allowed every 60 seconds.`;
      return refusal("AWS.SimpleQueueService.PurgeQueueInProgress", text);
    }
    this.#purgedMs = timeMs;
    for (const stored of [...this.#stored.values()]) {
      this.#context.tell("purged", stored.message);
      this.#remove(stored);
    }
    this.#order.clear();
    this.#deduplication.clear();
    return undefined;
  }

  // --- time

  handle({ timeMs }: SimEvent): void {
    if (timeMs !== this.#wakeMs) return; // an earlier one has come in between
    this.#wakeMs = Number.POSITIVE_INFINITY;
    this.#settle();
    this.#setWake();
  }

  /** Shows and drops what is due by now. */
  #settle(): void {
    const { timeMs } = this.#context;
    for (let stored = this.#hidden.take(timeMs); stored !== undefined; stored = this.#hidden.take(timeMs))
      this.#show(stored);
    for (let stored = this.#expiries.take(timeMs); stored !== undefined; stored = this.#expiries.take(timeMs)) {
      this.#meters.expired.add(1);
      this.#context.tell("expired", stored.message, {
        code: "sqs.expired",
        seconds: this.settings.messageRetentionPeriodSeconds,
      });
      this.#remove(stored);
    }
  }

  #show(stored: StoredMessage): void {
    if (this.#context.traces(stored.message)) {
      const code = stored.visibility === "delayed" ? "sqs.delay-over" : "sqs.visibility-expired";
      this.#context.tell("visible", stored.message, { code, count: stored.receiveCount });
    }
    this.#meters.moved(stored.visibility, "visible");
    stored.visibility = "visible";
    this.#order.shown(stored);
    if (this.#order.hasNext()) this.#waiters.callOne();
  }

  #setWake(): void {
    const nextMs = Math.min(this.#hidden.nextMs, this.#expiries.nextMs);
    if (nextMs >= this.#wakeMs) return;
    this.#wakeMs = nextMs;
    this.#context.at(nextMs, 0);
  }

  // --- for the kernel

  inside(): number {
    return this.#stored.size;
  }

  audit(): readonly string[] {
    const { visible, inFlight, delayed } = this.#meters;
    const counted = visible.value + inFlight.value + delayed.value;
    return counted === this.#stored.size ? [] : [`${counted} messages are counted, ${this.#stored.size} are there`];
  }

  view(): JsonObject {
    const { visible, inFlight, delayed } = this.#meters;
    return { visible: visible.value, inFlight: inFlight.value, delayed: delayed.value, ...this.#order.view() };
  }

  save(keeper: Keeper): SavedQueue {
    return {
      stored: [...this.#stored.values()].map((stored) => saveStored(stored, keeper)),
      hidden: this.#hidden.save(numberOf),
      expiries: this.#expiries.save(numberOf),
      order: this.#order.save(),
      deduplication: this.#deduplication.save(keeper),
      waiters: this.#waiters.save(),
      lastNumber: this.#lastNumber,
      purgedMs: this.#purgedMs,
      wakeMs: Number.isFinite(this.#wakeMs) ? this.#wakeMs : null,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const state = saved as SavedQueue;
    for (const each of state.stored) {
      const stored = restoreStored(each, finder);
      this.#stored.set(stored.number, stored);
      this.#order.arrived(stored);
    }
    const find = (number: number): StoredMessage => this.#stored.get(number) as StoredMessage;
    this.#hidden.restore(state.hidden, find);
    this.#expiries.restore(state.expiries, find);
    this.#order.restore(state.order);
    this.#deduplication.restore(state.deduplication, finder);
    this.#waiters.restore(state.waiters);
    this.#lastNumber = state.lastNumber;
    this.#purgedMs = state.purgedMs;
    this.#wakeMs = state.wakeMs ?? Number.POSITIVE_INFINITY;
  }
}

interface SavedQueue {
  readonly stored: readonly SavedMessage[];
  readonly hidden: TimersState<number>;
  readonly expiries: TimersState<number>;
  readonly order: JsonObject;
  readonly deduplication: JsonValue;
  readonly waiters: JsonValue;
  readonly lastNumber: number;
  readonly purgedMs: number;
  readonly wakeMs: number | null;
}

const numberOf = (stored: StoredMessage): number => stored.number;

function isNoLongerHidden({ visibility, hiddenUntilMs }: StoredMessage, timeMs: number): boolean {
  return (visibility !== "inFlight" && visibility !== "delayed") || hiddenUntilMs !== timeMs;
}

function receivedOf(stored: StoredMessage): Received {
  const { message, receiveCount, sentMs, groupId } = stored;
  return { message, receipt: receiptOf(stored), receiveCount, sentMs, groupId };
}
