/** AWS's "no" to a call: a value, never thrown. */
export interface Refusal {
  /** As the API names it: `AWS.SimpleQueueService.NonExistentQueue`, `InvalidParameterValue`, ... */
  readonly code: string;
  readonly message: string;
  /** Whether the same call may succeed later: throttling and outages, not a mistake of the caller's. */
  readonly retryable?: boolean;
}

export function refusal(code: string, message: string): Refusal {
  return { code, message };
}

/** For `"code" in answer` where an answer is anything else. */
export function isRefusal(answer: object | undefined): answer is Refusal {
  return answer !== undefined && "code" in answer && "message" in answer;
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
