/**
 * Deliveries of rules and schedules: what fails is tried again with growing pauses, and what fails for good goes to a
 * dead-letter queue, or is lost.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { MAX_DELIVERY_RETRIES, MAX_EVENT_AGE_SECONDS } from "../limits.ts";
import { type Refusal, THROTTLED, UNAVAILABLE } from "../refusals/refusal.ts";
import type { Attributes, Finder, Keeper, Message, NodeContext, SimEvent } from "../sim/types.ts";
import type { deliveryMeters } from "./delivery-meters.ts";
import { type Delivery, portOf } from "./ports.ts";

export interface RetryLimits {
  readonly retries: number;
  readonly ageMs: number;
}

/** `RetryPolicy` of a target. */
export function retryLimitsOf(policy: JsonValue | undefined): RetryLimits {
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = isObject(policy) ? policy : ({} as JsonObject);
  return {
    retries: Number(MaximumRetryAttempts ?? MAX_DELIVERY_RETRIES),
    ageMs: Number(MaximumEventAgeInSeconds ?? MAX_EVENT_AGE_SECONDS) * 1_000,
  };
}

/** `DeadLetterConfig` of a target. */
export function deadLetterArnOf(config: JsonValue | undefined): string | undefined {
  return isObject(config) && typeof config.Arn === "string" ? config.Arn : undefined;
}

/** Which limit ended the retries: AWS's name for it. */
export type Exhausted = "MaximumRetryAttempts" | "MaximumEventAgeInSeconds";

export interface Failure {
  readonly refusal: Refusal;
  /** Attempts in all. */
  readonly attempts: number;
  /** Undefined: the error is final, and was not tried again. */
  readonly exhausted: Exhausted | undefined;
}

/** One target, as its deliveries need it. */
export interface DeliveryTarget {
  readonly arn: string;
  readonly limits: RetryLimits;
  readonly deadLetterArn: string | undefined;
  /** `attempt`: from 1. */
  deliver(message: Message, delivery: Delivery, attempt: number): Refusal | undefined;
  /** Names and values that go with a dead letter. */
  deadLetterAttributes(failure: Failure): Attributes;
}

/** Tried at least once, to be tried again. */
interface Pending {
  readonly message: Message;
  readonly delivery: Delivery;
  readonly attempts: number;
  readonly beganMs: number;
}

/** AWS names neither the curve nor the jitter: doubling from a second up to eight minutes, 185 retries take a day. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 480_000;
const JITTER = 0.1;

export class Deliveries {
  readonly target: DeliveryTarget;
  readonly #context: NodeContext;
  /** Its number among those that set events at the same node. */
  readonly #kind: number;
  readonly #meters: ReturnType<typeof deliveryMeters>;
  readonly #pending = new Map<number, Pending>();
  #lastPending = 0;

  constructor(context: NodeContext, kind: number, target: DeliveryTarget, meters: ReturnType<typeof deliveryMeters>) {
    this.target = target;
    this.#context = context;
    this.#kind = kind;
    this.#meters = meters;
  }

  get pending(): number {
    return this.#pending.size;
  }

  /** `message`: what is delivered, or what that is made of. */
  begin(message: Message, delivery: Delivery): void {
    this.#context.entered(1);
    this.#attempt({ message, delivery, attempts: 1, beganMs: this.#context.timeMs });
  }

  /** What cannot be delivered at all. */
  fail(message: Message, refusal: Refusal): void {
    this.#context.entered(1);
    const delivery = { from: this.#context.id };
    this.#giveUp({ message, delivery, attempts: 0, beganMs: this.#context.timeMs }, refusal, undefined);
  }

  #attempt(pending: Pending): void {
    const { message, delivery, attempts, beganMs } = pending;
    const context = this.#context;
    const refused = this.#refuse() ?? this.target.deliver(message, delivery, attempts);
    if (refused === undefined) {
      this.#meters.delivered.add(1);
      this.#meters.deliveryMs.add(context.timeMs - message.madeMs);
      context.tell("delivered", message, undefined, this.target.arn);
      context.left(1);
      return;
    }
    const { retries, ageMs } = this.target.limits;
    if (refused.retryable !== true) return this.#giveUp(pending, refused, undefined);
    if (attempts > retries) return this.#giveUp(pending, refused, "MaximumRetryAttempts");
    const jitter = 1 + JITTER * (2 * context.random.next() - 1);
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (attempts - 1), LONGEST_PAUSE_MS) * jitter;
    if (context.timeMs + pauseMs > beganMs + ageMs) return this.#giveUp(pending, refused, "MaximumEventAgeInSeconds");
    this.#lastPending += 1;
    this.#pending.set(this.#lastPending, { ...pending, attempts: attempts + 1 });
    context.at(context.timeMs + pauseMs, this.#kind, this.#lastPending);
    this.#meters.retried.add(1);
    const why = { code: "delivery.retried", refusal: refused.code, attempts, delayMs: pauseMs };
    context.tell("retried", message, why, this.target.arn);
  }

  /** Faults of whoever delivers. */
  #refuse(): Refusal | undefined {
    const { faults, random } = this.#context;
    if (faults.outage) return UNAVAILABLE;
    return faults.throttleRate > 0 && random.next() < faults.throttleRate ? THROTTLED : undefined;
  }

  /** A retry falls due. */
  due({ ref }: SimEvent): void {
    const pending = this.#pending.get(ref);
    if (pending === undefined) return;
    this.#pending.delete(ref);
    this.#attempt(pending);
  }

  #giveUp({ message, delivery, attempts }: Pending, refused: Refusal, exhausted: Exhausted | undefined): void {
    const context = this.#context;
    const { deadLetterArn } = this.target;
    this.#meters.failed.add(1);
    const letters = deadLetterArn === undefined ? undefined : portOf(context, deadLetterArn, "target");
    const attributes = this.target.deadLetterAttributes({ refusal: refused, attempts, exhausted });
    const alsoRefused = letters?.deliver(message, { from: delivery.from, attributes });
    const isKept = letters !== undefined && alsoRefused === undefined;
    this.#meters[isKept ? "deadLettered" : "lost"].add(1);
    const why = {
      code: "delivery.gave-up",
      refusal: refused.code,
      attempts,
      exhausted,
      deadLetters: alsoRefused?.code,
    };
    context.tell(isKept ? "deadLettered" : "lost", message, why, isKept ? deadLetterArn : this.target.arn);
    context.left(1);
  }

  save(keeper: Keeper): SavedDeliveries {
    return {
      lastPending: this.#lastPending,
      pending: [...this.#pending].map(([id, { message, delivery, attempts, beganMs }]) => {
        return [id, keeper.keep(message), delivery, attempts, beganMs];
      }),
    };
  }

  restore({ lastPending, pending }: SavedDeliveries, finder: Finder): void {
    this.#lastPending = lastPending;
    for (const [id, message, delivery, attempts, beganMs] of pending) {
      this.#pending.set(id, { message: finder.find(message), delivery, attempts, beganMs });
    }
  }
}

export interface SavedDeliveries {
  readonly lastPending: number;
  readonly pending: readonly (readonly [
    id: number,
    message: number,
    delivery: Delivery,
    attempts: number,
    beganMs: number,
  ])[];
}
