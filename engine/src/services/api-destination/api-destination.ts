/**
 * An API destination of EventBridge: calls an address of HTTP, no faster than its rate, and waits five seconds at most.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-api-destinations.html
 */
import type { JsonObject } from "../../json.ts";
import { API_DESTINATION_PER_SECOND, API_DESTINATION_TIMEOUT_MS } from "../../limits.ts";
import { type Refusal, THROTTLED, UNAVAILABLE } from "../../refusals/refusal.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";
import type { Address, Message, NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import { type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";
import type { CallPort, Delivery, Ports, TargetPort } from "../ports.ts";
import { numberOf } from "../settings.ts";

export class ApiDestination implements SimNode, TargetPort, CallPort {
  readonly ports: Partial<Ports> = { target: this, calls: this };
  readonly #context: NodeContext;
  readonly #perSecond: number;
  readonly #calls: TokenBucket;
  readonly #backend: Handler;
  readonly #meters;

  constructor(context: NodeContext, { properties, behavior = {} }: NodeSpec) {
    this.#context = context;
    this.#perSecond = numberOf(properties.InvocationRateLimitPerSecond, API_DESTINATION_PER_SECOND);
    this.#calls = new TokenBucket(this.#perSecond);
    this.#backend = handlerOf(behavior as HandlerBehavior);
    this.#meters = {
      requests: context.counter("requests"),
      throttled: context.counter("throttled"),
      succeeded: context.counter("succeeded"),
      failed: context.counter("failed"),
      timedOut: context.counter("timedOut"),
      durationMs: context.histogram("durationMs"),
    };
  }

  /** How the request ends is known at once, how long it takes is counted: who delivers tries again what is refused. */
  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const made = this.#request(cause, delivery);
    return "durationMs" in made ? made.refused : made;
  }

  call(cause: Message | undefined, delivery: Delivery, reply: Address): Refusal | undefined {
    const made = this.#request(cause, delivery);
    if (!("durationMs" in made)) return made;
    const { durationMs, refused } = made;
    const error = refused === undefined ? null : { errorType: refused.code, errorMessage: refused.message };
    this.#context.send(reply, undefined, { error, response: null }, this.#context.timeMs + durationMs);
    return undefined;
  }

  #request(
    cause: Message | undefined,
    { body = cause?.body ?? "", from }: Delivery,
  ): Refusal | { readonly durationMs: number; readonly refused: Refusal | undefined } {
    const context = this.#context;
    const { faults, random, timeMs } = context;
    if (faults.outage) return UNAVAILABLE;
    if ((faults.throttleRate > 0 && random.next() < faults.throttleRate) || !this.#calls.take(timeMs)) {
      this.#meters.throttled.add(1);
      context.tell("throttled", cause, { code: "destination.throttled", perSecond: this.#perSecond });
      return THROTTLED;
    }
    this.#meters.requests.add(1);
    const request = context.newMessage(body, undefined, cause);
    context.tell("arrived", request, undefined, from);
    const wantedMs = this.#backend.durationMs(random) * faults.slowness;
    const why = this.#backend.failure(request, 1, random);
    const isTimeout = wantedMs > API_DESTINATION_TIMEOUT_MS;
    const durationMs = Math.min(wantedMs, API_DESTINATION_TIMEOUT_MS);
    this.#meters.durationMs.add(durationMs);
    this.#meters[isTimeout ? "timedOut" : why === undefined ? "succeeded" : "failed"].add(1);
    if (isTimeout) context.tell("failed", request, { code: "destination.timed-out", durationMs });
    else context.tell(why === undefined ? "processed" : "failed", request, why);
    return { durationMs, refused: isTimeout ? TIMED_OUT : why === undefined ? undefined : SERVER_ERROR };
  }

  handle(): void {}

  view(): JsonObject {
    return { requests: this.#meters.requests.total, failed: this.#meters.failed.total };
  }

  save(): SavedDestination {
    return { calls: this.#calls.save() };
  }

  restore(saved: NodeState): void {
    this.#calls.restore((saved as SavedDestination).calls);
  }
}

interface SavedDestination {
  readonly calls: TokenBucketState;
}

const SERVER_ERROR: Refusal = { code: "HTTP500", message: "The endpoint answered with 500.", retryable: true };

const TIMED_OUT: Refusal = { code: "Timeout", message: "The endpoint did not answer in time.", retryable: true };
