/**
 * A trace in the shape of GetExecutionHistory, and back, so that a history downloaded from AWS opens in the same views.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { formatTimestamp, parseTimestamp } from "./timestamp.ts";
import type { TraceDetails, TraceEvent } from "./types.ts";

/** One entry of AWS's history: payloads are JSON text, details stand under a key named after the type. */
export interface HistoryEvent {
  /** ISO 8601. */
  readonly timestamp: string;
  readonly type: string;
  readonly id: number;
  readonly previousEventId: number;
  readonly [details: `${string}EventDetails`]: JsonObject;
}

/** Where AWS's details key is not simply the type with a small first letter. */
function detailsKey(type: string): `${string}EventDetails` {
  if (type.endsWith("StateEntered")) return "stateEnteredEventDetails";
  if (type.endsWith("StateExited")) return "stateExitedEventDetails";
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}

/** Payloads that are text in AWS's history, with the key that says whether they were truncated. */
const TEXT_PAYLOADS = { input: "inputDetails", output: "outputDetails" } as const;

export function toHistory(trace: readonly TraceEvent[]): HistoryEvent[] {
  return trace.map(toHistoryEvent);
}

function toHistoryEvent({ id, previousEventId, timeMs, type, details }: TraceEvent): HistoryEvent {
  const event = { timestamp: formatTimestamp(timeMs), type, id, previousEventId };
  const fields = Object.entries(details);
  if (fields.length === 0 && !ALWAYS_DETAILED.has(type)) return event;
  return { ...event, [detailsKey(type)]: historyDetails(fields) };
}

/** AWS writes these details even when there is nothing to say. */
const ALWAYS_DETAILED: ReadonlySet<string> = new Set(["ExecutionFailed", "ExecutionAborted"]);

function historyDetails(fields: readonly (readonly [string, JsonValue])[]): JsonObject {
  const details: Record<string, JsonValue> = {};
  for (const [key, value] of fields) {
    if (key === "input" || key === "output") {
      details[key] = JSON.stringify(value);
      details[TEXT_PAYLOADS[key]] = { truncated: false };
    } else if (key === "assignedVariables" && isObject(value)) {
      details[key] = Object.fromEntries(Object.entries(value).map(([name, held]) => [name, JSON.stringify(held)]));
      details.assignedVariablesDetails = { truncated: false };
    } else if (key === "parameters") {
      details[key] = JSON.stringify(value);
    } else {
      details[key] = value;
    }
  }
  return details;
}

/** Reads what `aws stepfunctions get-execution-history` prints (`{events: [...]}` or the list). Undefined: it is not that. */
export function fromHistory(history: JsonValue): TraceEvent[] | undefined {
  const list = isObject(history) ? history.events : history;
  if (!Array.isArray(list)) return undefined;
  const trace: TraceEvent[] = [];
  for (const event of list) {
    const read = isObject(event) ? fromHistoryEvent(event) : undefined;
    if (read === undefined) return undefined;
    trace.push(read);
  }
  // `--reverse-order` prints the latest first.
  return trace.sort((a, b) => a.id - b.id);
}

function fromHistoryEvent(event: JsonObject): TraceEvent | undefined {
  const { id, previousEventId, type, timestamp } = event;
  if (typeof id !== "number" || typeof type !== "string") return undefined;
  const given = event[detailsKey(type)];
  return {
    id,
    previousEventId: typeof previousEventId === "number" ? previousEventId : 0,
    timeMs: timeOf(timestamp),
    type,
    details: traceDetails(objectOf(given)),
  };
}

/** The command line prints ISO text; the API's JSON has epoch seconds. */
function timeOf(timestamp: JsonValue | undefined): number {
  if (typeof timestamp === "number") return timestamp * 1_000;
  return typeof timestamp === "string" ? (parseTimestamp(timestamp) ?? 0) : 0;
}

function traceDetails(given: JsonObject): TraceDetails {
  const details: Record<string, JsonValue> = {};
  for (const [key, value] of Object.entries(given)) {
    if (key.endsWith("Details")) continue;
    if (key === "input" || key === "output" || key === "parameters") details[key] = parsed(value);
    else if (key === "assignedVariables" && isObject(value)) {
      details[key] = Object.fromEntries(Object.entries(value).map(([name, held]) => [name, parsed(held)]));
    } else details[key] = value;
  }
  return details as TraceDetails;
}

/** Truncated text is no JSON any more: it stays text. */
function parsed(value: JsonValue): JsonValue {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value) as JsonValue;
  } catch {
    return value;
  }
}
