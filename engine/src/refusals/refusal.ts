/** AWS's "no" to a call: a value, never thrown. */
export interface Refusal {
  /** As the API names it: `AWS.SimpleQueueService.NonExistentQueue`, `InvalidParameterValue`, ... */
  readonly code: string;
  readonly message: string;
  /** Whether the same call may succeed later: throttling and outages, not a mistake of the caller's. */
  readonly retryable?: boolean;
  /** The setting that it is about, as templates write its path: `ScalingConfig.MaximumConcurrency`. */
  readonly setting?: string;
}

export function refusal(code: string, message: string, setting?: string): Refusal {
  return setting === undefined ? { code, message } : { code, message, setting };
}

/** Tells a refusal from any other answer. */
export function isRefusal(answer: unknown): answer is Refusal {
  return typeof answer === "object" && answer !== null && "code" in answer && "message" in answer;
}

/** Of whoever only wants to know whether a call was refused. */
export function refusalOf(answer: unknown): Refusal | undefined {
  return isRefusal(answer) ? answer : undefined;
}

/** What a service answers while it has an outage. */
export const UNAVAILABLE: Refusal = {
  code: "ServiceUnavailable",
  message: "The service is unavailable: an outage is simulated.",
  retryable: true,
};

/** What a service answers to a call too many. */
export const THROTTLED: Refusal = {
  code: "RequestThrottled",
  message: "The request was denied due to request throttling.",
  retryable: true,
};
