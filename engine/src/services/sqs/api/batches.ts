/**
 * What AWS asks of a batch as a whole: one to ten entries with ids of their own.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-batch-api-actions.html
 */
import type { JsonObject } from "../../../json.ts";
import { MAX_BATCH_ENTRIES } from "../../../limits.ts";
import { isRefusal, type Refusal, refusal } from "../../../refusals/refusal.ts";
import { objects, text } from "../../requests.ts";

const ID = /^[A-Za-z0-9_-]{1,80}$/;

const BAD_ID =
  "A batch entry id can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.";

/** The entries of a batch, or why AWS does not look at any of them. `kind`: SendMessageBatch, ... */
export function entriesOf(request: JsonObject, kind: string): readonly JsonObject[] | Refusal {
  const entries = objects(request, "Entries");
  if (entries.length === 0) {
    return batchRefusal("EmptyBatchRequest", `There should be at least one ${kind}RequestEntry in the request.`);
  }
  if (entries.length > MAX_BATCH_ENTRIES) {
    const sent = `Maximum number of entries per request are ${MAX_BATCH_ENTRIES}. You have sent ${entries.length}.`;
    return batchRefusal("TooManyEntriesInBatchRequest", sent);
  }
  const seen = new Set<string>();
  for (const entry of entries) {
    const id = idOf(entry);
    if (!ID.test(id)) return batchRefusal("InvalidBatchEntryId", BAD_ID);
    if (seen.has(id)) return batchRefusal("BatchEntryIdsNotDistinct", `Id ${id} repeated.`);
    seen.add(id);
  }
  return entries;
}

export function batchRefusal(code: string, message: string): Refusal {
  return refusal(`AWS.SimpleQueueService.${code}`, message);
}

function idOf(entry: JsonObject): string {
  return text(entry, "Id") ?? "";
}

/** The response of a batch: what each entry led to. */
export function batchResponse(entries: readonly JsonObject[], results: readonly (JsonObject | Refusal)[]): JsonObject {
  const successful: JsonObject[] = [];
  const failed: JsonObject[] = [];
  for (const [index, entry] of entries.entries()) {
    const Id = idOf(entry);
    const result = results[index];
    if (isRefusal(result))
      failed.push({ Id, SenderFault: result.retryable !== true, Code: result.code, Message: result.message });
    else successful.push({ Id, ...result });
  }
  return failed.length === 0 ? { Successful: successful } : { Successful: successful, Failed: failed };
}
