/**
 * Retriers: which one takes an error, and how long to wait before the next try.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-retrying-after-an-error
 */
import { type JsonObject, type JsonValue, objectsIn } from "../json.ts";
import { MAX_RETRY_DELAY_SECONDS } from "../limits.ts";
import type { Random } from "../random.ts";
import { matchesError } from "./errors.ts";
import type { StateError } from "./types.ts";

/** The types of states that can be retried. */
export const RETRYABLE: ReadonlySet<string> = new Set(["Map", "Parallel", "Task"]);

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number;
  readonly jitter: boolean;
}

/** Of a state's Retry, in order. */
export function retriersOf(definition: JsonObject): readonly Retrier[] {
  return objectsIn(definition.Retry).map(readRetrier);
}

export function namesOf(list: JsonValue | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
}

function number(value: JsonValue | undefined, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

/** As AWS reads it, defaults filled in. */
function readRetrier(retrier: JsonObject): Retrier {
  return {
    errorEquals: namesOf(retrier.ErrorEquals),
    intervalSeconds: number(retrier.IntervalSeconds, 1),
    maxAttempts: number(retrier.MaxAttempts, 3),
    backoffRate: number(retrier.BackoffRate, 2),
    maxDelaySeconds: number(retrier.MaxDelaySeconds, Number.POSITIVE_INFINITY),
    jitter: retrier.JitterStrategy === "FULL",
  };
}

/** Seconds to wait after `done` retries of this retrier, without jitter. */
export function retryDelaySeconds(retrier: Retrier, done: number): number {
  const grown = retrier.intervalSeconds * retrier.backoffRate ** done;
  return Math.max(0, Math.min(grown, retrier.maxDelaySeconds, MAX_RETRY_DELAY_SECONDS));
}

/** The retrier that takes the error and still has attempts, with the delay before the next one. */
export function nextRetry(
  retriers: readonly Retrier[],
  retries: readonly number[],
  failure: StateError,
  random: Random,
): { readonly index: number; readonly delaySeconds: number } | undefined {
  const index = retriers.findIndex((retrier) => matchesError(retrier.errorEquals, failure));
  const retrier = retriers[index];
  const done = retries[index] ?? 0;
  if (retrier === undefined || done >= retrier.maxAttempts) return undefined;
  const delay = retryDelaySeconds(retrier, done);
  return { index, delaySeconds: retrier.jitter ? random.next() * delay : delay };
}
