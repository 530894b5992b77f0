/**
 * FIFO queues give each message group in its order, one group after the other: a receive walks the groups in rotation,
 * takes what is visible of each up to the first message that is hidden, and every group it took from goes to the back.
 * A hidden message holds up those behind it, not those before it.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html
 */
import type { JsonObject } from "../../json.ts";
import { Fifo } from "../../sim/fifo.ts";
import { TimerHeap } from "../../sim/timer-heap.ts";
import type { Order } from "./order.ts";
import type { StoredMessage } from "./stored-message.ts";

/** More than a person can look at. */
const MAX_GROUPS_SHOWN = 200;

interface Group {
  readonly id: string;
  /** All of them, hidden or not, in their order. */
  readonly messages: Fifo<StoredMessage>;
  /** Its place in the rotation: lower is sooner. */
  turn: number;
  /** The last one that was received for the first time. */
  lastFirst: number;
}

export class FifoOrder implements Order {
  readonly #groups = new Map<string, Group>();
  /** Groups whose first message is visible, by turn. */
  readonly #ready = new TimerHeap<Group>(
    (group, turn) => group.turn !== turn || !isReady(group),
    ({ turn }) => turn,
  );
  #lastTurn = 0;
  /** Groups that the present receive has taken from. */
  #touched: Group[] = [];
  /** The group that it is at, and how many of its messages it has passed. */
  #at: Group | undefined;
  #passed = 0;
  #wrong: string[] = [];

  arrived(stored: StoredMessage): void {
    const group = this.#groupOf(stored);
    group.messages.push(stored);
    if (stored.receiveCount > 0) group.lastFirst = stored.number;
    if (group.messages.size === 1 && isReady(group)) this.#ready.set(group.turn, group);
  }

  #groupOf({ groupId = "" }: StoredMessage): Group {
    const known = this.#groups.get(groupId);
    if (known !== undefined) return known;
    this.#lastTurn += 1;
    const group = { id: groupId, messages: new Fifo<StoredMessage>(), turn: this.#lastTurn, lastFirst: 0 };
    this.#groups.set(groupId, group);
    return group;
  }

  shown(stored: StoredMessage): void {
    const group = this.#groupOf(stored);
    if (group !== this.#at && group.messages.peek() === stored) this.#ready.set(group.turn, group);
  }

  /** The order that was promised is checked where it is kept or broken: at each first receive of a message. */
  taken(stored: StoredMessage): number | undefined {
    if (stored.receiveCount > 1) return undefined;
    const group = this.#groupOf(stored);
    const { lastFirst } = group;
    group.lastFirst = stored.number;
    if (stored.number > lastFirst) return undefined;
    this.#wrong.push(`of group ${group.id}, message ${stored.number} of the queue came after ${lastFirst}`);
    return lastFirst;
  }

  left(stored: StoredMessage): void {
    const group = this.#groupOf(stored);
    const { messages } = group;
    for (let index = 0; index < messages.size; index++) {
      if (messages.at(index) !== stored) continue;
      messages.takeAt(index);
      if (group === this.#at && index < this.#passed) this.#passed -= 1;
      if (index === 0 && group !== this.#at && isReady(group)) this.#ready.set(group.turn, group);
      break;
    }
    if (messages.size === 0 && group !== this.#at) this.#groups.delete(group.id);
  }

  /** It never left its place. */
  putBack(): void {
    this.#passed -= 1;
  }

  hasNext(): boolean {
    return this.#ready.nextMs < Number.POSITIVE_INFINITY;
  }

  next(): StoredMessage | undefined {
    for (;;) {
      const stored = this.#at?.messages.at(this.#passed);
      if (stored?.visibility === "visible") {
        this.#passed += 1;
        return stored;
      }
      if (this.#at !== undefined) this.#touched.push(this.#at);
      this.#at = this.#ready.take(Number.MAX_VALUE);
      this.#passed = 0;
      if (this.#at === undefined) return undefined;
    }
  }

  received(): void {
    if (this.#at !== undefined) this.#touched.push(this.#at);
    this.#at = undefined;
    for (const group of this.#touched) {
      if (group.messages.size === 0) {
        this.#groups.delete(group.id);
        continue;
      }
      this.#lastTurn += 1;
      group.turn = this.#lastTurn;
      if (isReady(group)) this.#ready.set(group.turn, group);
    }
    this.#touched = [];
  }

  blockerOf(groupId: string | undefined): StoredMessage | undefined {
    const head = this.#groups.get(groupId ?? "")?.messages.peek();
    return head?.visibility === "visible" ? undefined : head;
  }

  audit(): readonly string[] {
    const wrong = this.#wrong;
    this.#wrong = [];
    return wrong;
  }

  /** Groups that have messages, in rotation: how many they have, and which message holds them up. */
  view(): JsonObject {
    const groups = this.#inTurn().slice(0, MAX_GROUPS_SHOWN);
    return {
      groups: groups.map(({ id, messages }) => {
        return { id, messages: messages.size, blockedBy: this.blockerOf(id)?.message.number ?? null };
      }),
    };
  }

  #inTurn(): readonly Group[] {
    return [...this.#groups.values()].sort((a, b) => a.turn - b.turn);
  }

  save(): JsonObject {
    const groups = this.#inTurn().map(({ id, turn, lastFirst }) => [id, turn, lastFirst] as const);
    return { lastTurn: this.#lastTurn, groups };
  }

  restore(state: JsonObject): void {
    this.#ready.clear();
    for (const [id, turn, lastFirst] of state.groups as readonly (readonly [string, number, number])[]) {
      const group = this.#groups.get(id);
      if (group === undefined) continue;
      group.turn = turn;
      group.lastFirst = lastFirst;
      if (isReady(group)) this.#ready.set(turn, group);
    }
    this.#lastTurn = state.lastTurn as number;
  }
}

function isReady({ messages }: Group): boolean {
  return messages.peek()?.visibility === "visible";
}
