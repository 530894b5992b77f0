/**
 * A node that does to a queue whatever its API allows, at random: sends with all kinds of ids, receives, deletes with old
 * and new receipts, changes visibility, purges, moves dead letters, sets attributes. It knows what deduplication must do.
 */
import type { JsonObject } from "../../../../engine/src/json.ts";
import { isRefusal } from "../../../../engine/src/refusals/refusal.ts";
import { portOf } from "../../../../engine/src/services/ports.ts";
import { settingsOf } from "../../../../engine/src/services/sqs/attributes.ts";
import type { Queue } from "../../../../engine/src/services/sqs/queue.ts";
import type { NodeContext, NodeSpec, SimEvent, SimNode } from "../../../../engine/src/sim/types.ts";

const FIVE_MINUTES_MS = 300_000;

/** What was sent to each queue, by what must tell duplicates apart: shared by all probes of a system. */
export class Sends {
  readonly #seen = new Map<string, { readonly number: number; readonly timeMs: number }>();
  wrong: string | undefined;

  sent(queue: string, key: string, number: number, timeMs: number): void {
    const id = `${queue} ${key}`;
    const before = this.#seen.get(id);
    const isKnown = before !== undefined && timeMs < before.timeMs + FIVE_MINUTES_MS;
    if (isKnown && before.number !== number) this.wrong ??= `${id} was sent again at ${timeMs} and taken for new`;
    if (!isKnown && before?.number === number) this.wrong ??= `${id} was sent again at ${timeMs} and dropped too late`;
    if (!isKnown) this.#seen.set(id, { number, timeMs });
  }

  /** A purge makes a queue forget. */
  forget(queue: string): void {
    for (const id of this.#seen.keys()) if (id.startsWith(`${queue} `)) this.#seen.delete(id);
  }
}

export class Probe implements SimNode {
  readonly ports = {};
  readonly #context: NodeContext;
  readonly #queues: readonly string[];
  readonly #untilMs: number;
  readonly #meanGapMs: number;
  readonly #sends: Sends;
  #receipts: (readonly [string, number])[] = [];

  constructor(context: NodeContext, { behavior }: NodeSpec, sends: Sends) {
    const { queues, untilMs, meanGapMs } = behavior as JsonObject & {
      queues: string[];
      untilMs: number;
      meanGapMs: number;
    };
    this.#context = context;
    this.#queues = queues;
    this.#untilMs = untilMs;
    this.#meanGapMs = meanGapMs;
    this.#sends = sends;
  }

  start(): void {
    this.#next();
  }

  #next(): void {
    const timeMs = this.#context.timeMs - this.#meanGapMs * Math.log1p(-this.#context.random.next());
    if (timeMs < this.#untilMs) this.#context.at(timeMs, 0);
  }

  #below(count: number): number {
    return Math.floor(this.#context.random.next() * count);
  }

  #queue(name: string): Queue {
    const found = portOf(this.#context, name, "sqs");
    if (found === undefined) throw new Error(`there is no queue ${name}`);
    return found;
  }

  handle(_event: SimEvent): void {
    const name = this.#queues[this.#below(this.#queues.length)] as string;
    const queue = this.#queue(name);
    const dice = this.#below(100);
    if (dice < 40) this.#send(name, queue);
    else if (dice < 70) this.#receive(name, queue);
    else if (dice < 94) this.#settle(dice);
    else if (dice < 96) queue.moveTasks.running ?? queue.moveTasks.start({ maxPerSecond: 1 + this.#below(20) });
    else if (dice < 97) this.#purge(name, queue);
    else this.#set(queue);
    this.#next();
  }

  #send(name: string, queue: Queue): void {
    const { isFifo, settings } = queue;
    const isGrouped = isFifo || this.#below(2) === 0;
    const sendings = Array.from({ length: 1 + this.#below(4) }, () => {
      const body = `b${this.#below(40)}`;
      const groupId = `g${this.#below(4)}`;
      const deduplicationId =
        this.#below(2) === 0 || !settings.contentBasedDeduplication ? `d${this.#below(60)}` : undefined;
      return {
        request: {
          body,
          ...(isGrouped && { groupId }),
          ...(isFifo && deduplicationId !== undefined && { deduplicationId }),
          ...(!isFifo && this.#below(5) === 0 && { delaySeconds: this.#below(10) }),
        },
        from: this.#context.id,
      };
    });
    for (const [index, answer] of queue.sendBatch(sendings).entries()) {
      const { body, groupId, deduplicationId } = sendings[index]?.request ?? {};
      if (!isFifo || isRefusal(answer)) continue;
      const group = settings.deduplicationScope === "messageGroup" ? groupId : "";
      const key = `${group} ${deduplicationId === undefined ? `content ${body}` : `id ${deduplicationId}`}`;
      this.#sends.sent(name, key, answer.number, this.#context.timeMs);
    }
  }

  #receive(name: string, queue: Queue): void {
    const answer = queue.receive(1 + this.#below(10), this.#below(3) === 0 ? this.#below(20) : undefined);
    this.#context.tell("started"); // parts this receive from the next one in the trace
    if (isRefusal(answer)) return;
    for (const { receipt } of answer) this.#receipts.push([name, receipt]);
  }

  /** Does something with what it has received at some time. */
  #settle(dice: number): void {
    for (let count = 1 + this.#below(6); count > 0 && this.#receipts.length > 0; count--) {
      const at = this.#below(this.#receipts.length);
      const [name, receipt] = this.#receipts[at] as readonly [string, number];
      const queue = this.#queue(name);
      if (dice < 86) queue.delete(receipt);
      else queue.changeVisibility(receipt, this.#below(12));
      if (this.#below(3) > 0) this.#receipts.splice(at, 1);
    }
  }

  #purge(name: string, queue: Queue): void {
    if (queue.purge(name) === undefined) this.#sends.forget(name);
  }

  #set(queue: Queue): void {
    const attributes = {
      ...queue.settings.attributes,
      VisibilityTimeout: String(1 + this.#below(15)),
      MessageRetentionPeriod: String(60 + this.#below(300)),
    };
    queue.set(settingsOf(attributes, queue.isFifo));
  }

  view(): JsonObject {
    return { receipts: this.#receipts.length };
  }

  save(): object {
    return { receipts: [...this.#receipts] };
  }

  restore(saved: object): void {
    const { receipts } = saved as { readonly receipts: readonly (readonly [string, number])[] };
    this.#receipts = [...receipts];
  }
}
