/**
 * The messages of one queue: which of them can be received, are in flight or delayed, and until when. Counts, and the
 * order in which they are given, follow every change.
 */
import { TimerHeap, type TimersState } from "../../sim/timer-heap.ts";
import type { Finder, Keeper, NodeContext } from "../../sim/types.ts";
import { OldestMessage } from "./oldest-message.ts";
import type { Order } from "./order.ts";
import type { QueueMeters } from "./queue-meters.ts";
import {
  type Arriving,
  restoreStored,
  type SavedMessage,
  StoredMessage,
  saveStored,
  type Visibility,
} from "./stored-message.ts";

export interface SavedStore {
  readonly stored: readonly SavedMessage[];
  readonly hidden: TimersState<number>;
  readonly sent: TimersState<number>;
  readonly lastNumber: number;
}

/** Hidden messages are mostly among the oldest; a picture is not worth a walk through a million. */
const MAX_LOOKS = 5_000;

export class MessageStore {
  visible = 0;
  inFlight = 0;
  delayed = 0;
  readonly order: Order;
  readonly #context: NodeContext;
  readonly #meters: QueueMeters;
  readonly #stored = new Map<number, StoredMessage>();
  /** When hidden messages become visible. By number, as in all lines here: what has gone is held by nobody. */
  readonly #hidden = new TimerHeap<number>((number, timeMs) => !this.#isHidden(number, timeMs), Number);
  /** All of them, by the time from which their retention counts. */
  readonly #sent = new TimerHeap<number>((number) => !this.#stored.has(number), Number);
  readonly #oldest: OldestMessage;
  #lastNumber = 0;

  constructor(context: NodeContext, order: Order, meters: QueueMeters) {
    this.#context = context;
    this.order = order;
    this.#meters = meters;
    this.#oldest = new OldestMessage(meters.oldest, this.#stored);
  }

  get size(): number {
    return this.#stored.size;
  }

  get(number: number): StoredMessage | undefined {
    return this.#stored.get(number);
  }

  /** Every message, in the order of arrival. */
  all(): readonly StoredMessage[] {
    return [...this.#stored.values()];
  }

  put(arriving: Arriving): StoredMessage {
    this.#lastNumber += 1;
    const stored = new StoredMessage(this.#lastNumber, arriving, this.#context.timeMs);
    this.#stored.set(stored.number, stored);
    this.#context.entered(1);
    this.#count(stored.visibility, 1);
    this.#sent.set(stored.sentMs, stored.number);
    this.#oldest.add(stored);
    this.order.arrived(stored);
    if (stored.visibility === "delayed") this.#hidden.set(stored.hiddenUntilMs, stored.number);
    return stored;
  }

  /** Received: in flight until a time. */
  hide(stored: StoredMessage, untilMs: number): void {
    if (stored.visibility !== "inFlight") {
      this.#count(stored.visibility, -1);
      stored.visibility = "inFlight";
      this.#count("inFlight", 1);
      if (this.order.taken(stored) !== undefined) this.#meters.outOfOrder.add(1);
      this.#oldest.update();
    }
    stored.hiddenSinceMs = this.#context.timeMs;
    stored.hiddenUntilMs = untilMs;
    this.#hidden.set(untilMs, stored.number);
  }

  #isHidden(number: number, timeMs: number): boolean {
    const stored = this.#stored.get(number);
    return stored !== undefined && stored.visibility !== "visible" && stored.hiddenUntilMs === timeMs;
  }

  show(stored: StoredMessage): void {
    const was = stored.visibility;
    this.#count(was, -1);
    stored.visibility = "visible";
    this.#count("visible", 1);
    this.order.shown(stored, was);
  }

  remove(stored: StoredMessage): void {
    const was = stored.visibility;
    this.#count(was, -1);
    stored.visibility = "gone";
    this.order.left(stored, was);
    this.#stored.delete(stored.number);
    this.#context.left(1);
    this.#oldest.update();
  }

  #count(visibility: Visibility, by: 1 | -1): void {
    if (visibility === "gone") return;
    this[visibility] += by;
    this.#meters[visibility].set(this[visibility]);
  }

  /** Those that are hidden, the first to have come, for people to look at: `max` of them, as far as they are soon found. */
  someHidden(max: number): readonly StoredMessage[] {
    const found: StoredMessage[] = [];
    const wanted = Math.min(max, this.inFlight + this.delayed);
    let looks = 0;
    for (const stored of this.#stored.values()) {
      if (found.length >= wanted || ++looks > MAX_LOOKS) break;
      if (stored.visibility !== "visible") found.push(stored);
    }
    return found;
  }

  /** When the next hidden message becomes visible; Infinity where none is hidden. */
  get nextShownMs(): number {
    return this.#hidden.nextMs;
  }

  /** From when on the retention of the message counts that has been there longest; Infinity where there is none. */
  get firstSentMs(): number {
    return this.#sent.nextMs;
  }

  /** The next message whose time in hiding is over. */
  takeShown(): StoredMessage | undefined {
    const number = this.#hidden.take(this.#context.timeMs);
    return number === undefined ? undefined : this.#stored.get(number);
  }

  /** The message that has been there longest; there is one. */
  takeFirstSent(): StoredMessage {
    return this.#stored.get(this.#sent.take(this.firstSentMs) as number) as StoredMessage;
  }

  /** Sentences for what does not hold. */
  audit(): readonly string[] {
    const counted = this.visible + this.inFlight + this.delayed;
    const wrong = counted === this.size ? [] : [`${counted} messages are counted, but ${this.size} are there`];
    return [...wrong, ...this.order.audit()];
  }

  save(keeper: Keeper): SavedStore {
    return {
      stored: this.all().map((stored) => saveStored(stored, keeper)),
      hidden: this.#hidden.save(Number),
      sent: this.#sent.save(Number),
      lastNumber: this.#lastNumber,
    };
  }

  /** Not the meters: they have been restored by the kernel. */
  restore({ stored, hidden, sent, lastNumber }: SavedStore, finder: Finder): void {
    for (const saved of stored) {
      const each = restoreStored(saved, finder);
      this.#stored.set(each.number, each);
      if (each.visibility !== "gone") this[each.visibility] += 1;
      this.#oldest.restore(each);
      this.order.arrived(each);
    }
    this.#hidden.restore(hidden, Number);
    this.#sent.restore(sent, Number);
    this.#lastNumber = lastNumber;
  }
}
