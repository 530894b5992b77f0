/**
 * What EventBridge says to PutEvents before it takes the events.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
 */
import { isObject } from "../../json.ts";
import { MAX_BATCH_ENTRIES, MAX_PUT_EVENTS_BYTES } from "../../limits.ts";
import { parsedJson } from "../../patterns/events.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { lengthViolations, validationRefusal } from "../../refusals/validation-errors.ts";
import { utf8Length } from "../../text/utf8.ts";
import type { PutEventsEntry, ReadEntry } from "./event.ts";

/** Why the whole call is refused; undefined where each entry is judged by itself. */
export function refusePutEvents(entries: readonly PutEventsEntry[]): Refusal | undefined {
  if (entries.length < 1 || entries.length > MAX_BATCH_ENTRIES) {
    const value = `[${entries.map(entryText).join(", ")}]`;
    return validationRefusal(lengthViolations(value, entries.length, "entries", 1, MAX_BATCH_ENTRIES));
  }
  const bytes = entries.reduce((sum, entry) => sum + entryBytes(entry), 0);
  return bytes > MAX_PUT_EVENTS_BYTES
    ? refusal("ValidationException", "Total size of the entries in the request is over the limit.")
    : undefined;
}

/** As AWS's own text has it. */
function entryText({ Time, Source, Resources, DetailType, Detail, EventBusName, TraceHeader }: PutEventsEntry): string {
  const resources = Resources === undefined ? "null" : `[${Resources.join(", ")}]`;
  const fields = [
    `time=${Time ?? "null"}`,
    `source=${Source ?? "null"}`,
    `resources=${resources}`,
    `detailType=${DetailType ?? "null"}`,
    `detail=${Detail ?? "null"}`,
    `eventBusName=${EventBusName ?? "null"}`,
    `traceHeader=${TraceHeader ?? "null"}`,
    "kmsKeyIdentifier=null",
    "internalMetadata=null",
  ];
  return `PutEventsRequestEntry(${fields.join(", ")})`;
}

/** As AWS counts. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size */
export function entryBytes({
  Time,
  Source = "",
  DetailType = "",
  Detail = "",
  Resources = [],
}: PutEventsEntry): number {
  const ofTime = Time === undefined ? 0 : 14;
  const ofResources = Resources.reduce((sum, each) => sum + utf8Length(each), 0);
  return ofTime + utf8Length(Source) + utf8Length(DetailType) + utf8Length(Detail) + ofResources;
}

/** Why one entry fails. */
export function refuseEntry(entry: ReadEntry): Refusal | undefined {
  for (const name of ["Source", "DetailType", "Detail"] as const) {
    const given = entry[name];
    if (given === undefined || given === "") {
      return refusal("InvalidArgument", `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
    }
  }
  return entry.isObjectText === true || isObject(parsedJson(entry.Detail ?? ""))
    ? undefined
    : refusal("MalformedDetail", "Detail is malformed.");
}
