/**
 * What a function says of a batch: which of its records have failed.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 * https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html
 */
import { isObject, type JsonValue } from "../../json.ts";
import type { InvocationResult } from "../lambda/invocation.ts";

/** "all" where the batch has failed as a whole; else the places of those that have. */
export type Failures = "all" | ReadonlySet<number>;

const NONE: Failures = new Set();

/** `idOf`: what a record of a place is reported by. */
export function failuresOf(
  { error, response, failedItems }: InvocationResult,
  isReported: boolean,
  count: number,
  idOf: (place: number) => string,
): Failures {
  if (error !== null) return "all";
  if (!isReported) return NONE;
  if (failedItems !== null) return new Set(failedItems);
  const reported = reportedIds(response);
  if (reported === "all" || reported.length === 0) return reported === "all" ? "all" : NONE;
  const places = new Map(Array.from({ length: count }, (_, place) => [idOf(place), place]));
  const failed = reported.map((id) => places.get(id));
  // An identifier that is not of this batch: AWS takes the whole of it for failed.
  return failed.includes(undefined) ? "all" : new Set(failed as number[]);
}

/** Nothing at all means success; what is there and cannot be read means failure. */
function reportedIds(response: JsonValue): "all" | readonly string[] {
  if (response === null || response === "") return [];
  if (Array.isArray(response)) return response.length === 0 ? [] : "all";
  if (!isObject(response)) return "all";
  const { batchItemFailures: items = null } = response;
  if (items === null) return [];
  if (!Array.isArray(items)) return "all";
  const ids = items.map((item) => (isObject(item) ? item.itemIdentifier : undefined));
  return ids.every((id) => typeof id === "string" && id !== "") ? (ids as string[]) : "all";
}
