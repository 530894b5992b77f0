/**
 * Whoever sends messages to the system: a service, a device, a person. It retries as AWS's SDKs do, and gives up.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { type Delivery, portOf } from "../ports.ts";
import { type ArrivalPattern, type Arrivals, arrivalsOf } from "./arrivals.ts";
import { type Filler, fillerOf, type MessageTemplate } from "./message-filler.ts";

export interface ProducerProperties {
  /** Queue, topic, stream, function, bus, ...: name or ARN. */
  readonly TargetArn: string;
  /** So many messages go out in one call. Default 1. */
  readonly BatchSize?: number;
}

export interface ProducerBehavior {
  readonly arrivals: ArrivalPattern;
  /** From when, and until when, milliseconds. Default: from 0, without end. */
  readonly fromMs?: number;
  readonly untilMs?: number;
  /** So many messages, then no more. Default: no limit. */
  readonly count?: number;
  /** Taken in turn. */
  readonly messages: readonly MessageTemplate[];
}

/** The first message of a batch is made; a batch is sent again; one that was made goes out. */
const MAKE = 0;
const RETRY = 1;
const SEND = 2;

/** "standard" retries: attempts in all, and the longest pause, milliseconds. */
const MAX_ATTEMPTS = 3;
const MAX_BACKOFF_MS = 20_000;

export class Producer implements SimNode {
  readonly ports = {};
  readonly #context: NodeContext;
  readonly #targetArn: string;
  readonly #batchSize: number;
  readonly #arrivals: Arrivals;
  readonly #fromMs: number;
  readonly #untilMs: number;
  readonly #count: number;
  readonly #templates: readonly Filler[];
  readonly #sent;
  readonly #retried;
  readonly #lost;
  /** How many have been made. */
  #index = 0;
  /** Made, and waiting for the time of the last of them. */
  #batch: Delivery[] = [];

  constructor(context: NodeContext, { properties, behavior }: NodeSpec) {
    const { TargetArn, BatchSize = 1 } = properties as JsonObject & ProducerProperties;
    const given = behavior as unknown as ProducerBehavior;
    this.#context = context;
    this.#targetArn = TargetArn;
    this.#batchSize = BatchSize;
    this.#fromMs = given.fromMs ?? 0;
    this.#untilMs = given.untilMs ?? Number.POSITIVE_INFINITY;
    this.#count = given.count ?? Number.POSITIVE_INFINITY;
    this.#arrivals = arrivalsOf(given.arrivals, this.#fromMs);
    this.#templates = given.messages.map((template) => fillerOf(template, context));
    this.#sent = context.counter("sent");
    this.#retried = context.counter("retried");
    this.#lost = context.counter("lost");
  }

  start(): void {
    this.#setNext(this.#fromMs);
  }

  /** When the next message is made; undefined: there is none any more. */
  #nextMs(beforeMs: number): number | undefined {
    if (this.#index >= this.#count) return undefined;
    const timeMs = this.#arrivals.next(this.#index, beforeMs, this.#context.random);
    return timeMs !== undefined && timeMs < this.#untilMs ? timeMs : undefined;
  }

  #setNext(beforeMs: number): void {
    const timeMs = this.#nextMs(beforeMs);
    if (timeMs !== undefined) this.#context.at(timeMs, MAKE);
  }

  handle({ kind, timeMs, ref, data }: SimEvent): void {
    if (kind === RETRY) this.#send(data as unknown as readonly Delivery[], ref);
    else if (kind === MAKE) this.#make(timeMs);
    else this.#sendOut(timeMs, ref === 1);
  }

  /** Makes a whole batch, each message as at its own time: nobody sees them before the last one's, when they go out. */
  #make(nowMs: number): void {
    const context = this.#context;
    const startMs = Math.round(context.epochMs - context.timeMs);
    let timeMs = nowMs;
    let isLast = false;
    for (;;) {
      const fill = this.#templates[this.#index % this.#templates.length] as Filler;
      this.#batch.push(fill(this.#index, startMs + timeMs));
      this.#index += 1;
      if (this.#batch.length >= this.#batchSize) break;
      const nextMs = this.#nextMs(timeMs);
      isLast = nextMs === undefined;
      if (nextMs === undefined) break;
      timeMs = nextMs;
    }
    if (timeMs > nowMs) context.at(timeMs, SEND, isLast ? 1 : 0);
    else this.#sendOut(nowMs, isLast);
  }

  #sendOut(timeMs: number, isLast: boolean): void {
    this.#flush();
    if (!isLast) this.#setNext(timeMs);
  }

  #flush(): void {
    if (this.#batch.length === 0) return;
    const batch = this.#batch;
    this.#batch = [];
    this.#send(batch, 1);
  }

  #send(batch: readonly Delivery[], attempt: number): void {
    const answers = this.#call(batch);
    const again = batch.filter((_, index) => answers[index]?.retryable === true && attempt < MAX_ATTEMPTS);
    let lost = 0;
    for (const answer of answers) {
      if (answer === undefined || (answer.retryable === true && attempt < MAX_ATTEMPTS)) continue;
      lost += 1;
      this.#context.tell("notSent", undefined, { code: "producer.gave-up", refusal: answer.code, attempts: attempt });
    }
    this.#sent.add(batch.length - again.length - lost);
    if (lost > 0) this.#lost.add(lost);
    if (again.length === 0) return;
    this.#retried.add(again.length);
    const pauseMs = Math.min(MAX_BACKOFF_MS, 1_000 * 2 ** (attempt - 1)) * this.#context.random.next();
    const data = again as unknown as JsonValue;
    this.#context.at(this.#context.timeMs + pauseMs, RETRY, attempt + 1, undefined, data);
  }

  /** An answer for each of the batch. */
  #call(batch: readonly Delivery[]): readonly (Refusal | undefined)[] {
    const target = portOf(this.#context, this.#targetArn, "target");
    if (target === undefined) return batch.map(() => NO_TARGET);
    if (batch.length > 1 && target.deliverBatch !== undefined) {
      return target.deliverBatch(batch.map((delivery) => ({ cause: undefined, delivery })));
    }
    return batch.map((delivery) => target.deliver(undefined, delivery));
  }

  view(): JsonObject {
    return { made: this.#index, sent: this.#sent.total, lost: this.#lost.total };
  }

  save(): NodeState {
    return { index: this.#index, batch: [...this.#batch] };
  }

  restore(saved: NodeState): void {
    const { index, batch } = saved as { readonly index: number; readonly batch: readonly Delivery[] };
    this.#index = index;
    this.#batch = [...batch];
  }
}

const NO_TARGET: Refusal = refusal("ResourceNotFoundException", "The target of this producer is not there.");
