/**
 * When a delivery that failed is tried again: in four phases, at once, then after the least delay, then after growing
 * ones, then after the greatest. And how many deliveries a second an endpoint takes.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";

export interface DeliveryPolicy {
  readonly numNoDelayRetries: number;
  readonly numMinDelayRetries: number;
  readonly numBackoffRetries: number;
  readonly numMaxDelayRetries: number;
  readonly minDelayMs: number;
  readonly maxDelayMs: number;
  readonly backoffFunction: BackoffFunction;
  /** From one attempt to the next, whatever is delivered. 0: as many as there are. */
  readonly spacingMs: number;
}

export type BackoffFunction = "arithmetic" | "exponential" | "geometric" | "linear";

/** SQS, Lambda and Firehose: 100,015 times in 23 days. */
const AWS_ENDPOINTS: DeliveryPolicy = {
  numNoDelayRetries: 3,
  numMinDelayRetries: 2,
  numBackoffRetries: 10,
  numMaxDelayRetries: 100_000,
  minDelayMs: 1_000,
  maxDelayMs: 20_000,
  backoffFunction: "exponential",
  spacingMs: 0,
};

/** E-mail, SMS and mobile push: 50 times in 6 hours. */
const CUSTOMER_ENDPOINTS: DeliveryPolicy = {
  numNoDelayRetries: 0,
  numMinDelayRetries: 2,
  numBackoffRetries: 10,
  numMaxDelayRetries: 38,
  minDelayMs: 10_000,
  maxDelayMs: 600_000,
  backoffFunction: "exponential",
  spacingMs: 0,
};

/** As AWS's own documents have it; seconds. */
const HTTP_DEFAULTS = {
  minDelayTarget: 20,
  maxDelayTarget: 20,
  numRetries: 3,
  numMaxDelayRetries: 0,
  numNoDelayRetries: 0,
  numMinDelayRetries: 0,
  backoffFunction: "linear",
} as const;

/** Protocols whose endpoints are AWS's own. */
const AWS_PROTOCOLS: ReadonlySet<string> = new Set(["sqs", "lambda", "firehose"]);

export function isHttp(protocol: string): boolean {
  return protocol === "http" || protocol === "https";
}

/**
 * Of a subscription: only HTTP and HTTPS have one that can be set. `own`: the subscription's delivery policy, `ofTopic`:
 * the topic's, which holds for subscriptions that have none, or whose own is not allowed.
 */
export function deliveryPolicyOf(
  protocol: string,
  own: JsonObject | undefined,
  ofTopic: JsonObject | undefined,
): DeliveryPolicy {
  if (!isHttp(protocol)) return AWS_PROTOCOLS.has(protocol) ? AWS_ENDPOINTS : CUSTOMER_ENDPOINTS;
  const isFixed = ofTopic?.disableSubscriptionOverrides === true;
  const allowed = isFixed ? undefined : own;
  const chosen = allowed?.healthyRetryPolicy ?? ofTopic?.defaultHealthyRetryPolicy;
  const { numRetries, minDelayTarget, maxDelayTarget, ...rest } = filled(chosen);
  const { numNoDelayRetries, numMinDelayRetries, numMaxDelayRetries, backoffFunction } = rest;
  return {
    numNoDelayRetries,
    numMinDelayRetries,
    numMaxDelayRetries,
    numBackoffRetries: Math.max(0, numRetries - numNoDelayRetries - numMinDelayRetries - numMaxDelayRetries),
    minDelayMs: minDelayTarget * 1_000,
    maxDelayMs: maxDelayTarget * 1_000,
    backoffFunction,
    spacingMs: spacingMsOf(allowed?.throttlePolicy ?? ofTopic?.defaultThrottlePolicy),
  };
}

/** `maxReceivesPerSecond`: AWS does not say how they are spread over the second; here evenly. */
function spacingMsOf(throttlePolicy: JsonValue | undefined): number {
  const { maxReceivesPerSecond: most } = objectOf(throttlePolicy);
  return typeof most === "number" && most > 0 ? 1_000 / most : 0;
}

interface HealthyRetryPolicy {
  readonly minDelayTarget: number;
  readonly maxDelayTarget: number;
  readonly numRetries: number;
  readonly numMaxDelayRetries: number;
  readonly numNoDelayRetries: number;
  readonly numMinDelayRetries: number;
  readonly backoffFunction: BackoffFunction;
}

function filled(policy: JsonValue | undefined): HealthyRetryPolicy {
  return { ...HTTP_DEFAULTS, ...objectOf(policy) };
}

/** EffectiveDeliveryPolicy of GetTopicAttributes: what is left out has AWS's defaults. */
export function effectiveDeliveryPolicy(policy: JsonObject | undefined): JsonObject {
  const { defaultHealthyRetryPolicy, disableSubscriptionOverrides = false, ...rest } = policy ?? {};
  return {
    http: {
      defaultHealthyRetryPolicy: filled(defaultHealthyRetryPolicy) as unknown as JsonObject,
      disableSubscriptionOverrides,
      defaultRequestPolicy: { headerContentType: "text/plain; charset=UTF-8" },
      ...rest,
    },
  };
}

/** How long before the n-th retry (from 1), milliseconds, without jitter; undefined: there is no such retry. */
export function retryDelayMs(retry: number, policy: DeliveryPolicy): number | undefined {
  let left = retry;
  if (left <= policy.numNoDelayRetries) return 0;
  left -= policy.numNoDelayRetries;
  if (left <= policy.numMinDelayRetries) return policy.minDelayMs;
  left -= policy.numMinDelayRetries;
  if (left <= policy.numBackoffRetries) return backoffMs(left, policy);
  left -= policy.numBackoffRetries;
  return left <= policy.numMaxDelayRetries ? policy.maxDelayMs : undefined;
}

/** From the least delay to the greatest; AWS says how the curves differ, not their formulas. */
function backoffMs(
  step: number,
  { numBackoffRetries, minDelayMs, maxDelayMs, backoffFunction }: DeliveryPolicy,
): number {
  const share = numBackoffRetries < 2 ? 1 : (step - 1) / (numBackoffRetries - 1);
  const range = maxDelayMs - minDelayMs;
  switch (backoffFunction) {
    case "linear":
      return minDelayMs + range * share;
    case "arithmetic":
      return minDelayMs + range * share ** 2;
    default: {
      const ratio = minDelayMs > 0 ? maxDelayMs / minDelayMs : Math.max(1, maxDelayMs);
      const eager = backoffFunction === "geometric" ? Math.sqrt(share) : share;
      return Math.max(minDelayMs, 1) * ratio ** eager;
    }
  }
}
