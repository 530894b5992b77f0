/**
 * What EventBridge calls the errors that end a delivery, as its dead letters tell them.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
import type { Refusal } from "../refusals/refusal.ts";

/** A target that is not there: nothing that a retry could heal. */
export const NO_RESOURCE: Refusal = {
  code: "NO_RESOURCE",
  message: "The target is not there: it was deleted, or never was.",
};

export const INVALID_JSON: Refusal = {
  code: "INVALID_JSON",
  message: "What the input transformer makes of the event is not JSON.",
};

/** Codes of AWS's own that are not final mistakes of the target's. */
const OWN: ReadonlySet<string> = new Set([NO_RESOURCE.code, INVALID_JSON.code, "THIRD_BUS_HOP"]);

export function errorCodeOf({ code, retryable }: Refusal): string {
  if (OWN.has(code)) return code;
  if (/NonExistent|NotFound/.test(code)) return NO_RESOURCE.code;
  if (/AccessDenied|Authorization/.test(code)) return "NO_PERMISSIONS";
  if (/Throttl|TooManyRequests|ThroughputExceeded|LimitExceeded/.test(code)) return "THROTTLING";
  if (/Invalid|Validation|MissingParameter/.test(code)) return "INVALID_PARAMETER";
  return retryable === true ? "ERROR_FROM_TARGET" : "SDK_CLIENT_ERROR";
}
