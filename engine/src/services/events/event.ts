/**
 * Events as EventBridge holds them: JSON text whose members stand in AWS's order.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";
import type { Message } from "../../sim/types.ts";

export const ACCOUNT = "123456789012";
export const REGION = "us-east-1";

/** One entry of PutEvents. What is left out is refused, or has a default. */
export interface PutEventsEntry {
  readonly Source?: string;
  readonly DetailType?: string;
  /** JSON text of an object. */
  readonly Detail?: string;
  readonly Resources?: readonly string[];
  /** ISO 8601. Default: now. */
  readonly Time?: string;
  readonly EventBusName?: string;
  readonly TraceHeader?: string;
}

/** The event that an entry becomes, as text. The entry is one that is not refused. */
export function eventText(entry: PutEventsEntry, id: string, epochMs: number): string {
  const { Source = "", DetailType = "", Detail = "", Resources = [], Time } = entry;
  const givenMs = Time === undefined ? Number.NaN : Date.parse(Time);
  const head = {
    version: "0",
    id,
    "detail-type": DetailType,
    source: Source,
    account: ACCOUNT,
    time: eventTime(Number.isNaN(givenMs) ? epochMs : givenMs),
    region: REGION,
    resources: Resources,
  };
  return `${JSON.stringify(head).slice(0, -1)},"detail":${compact(Detail)}}`;
}

/** Many events have the same second: its text is kept. */
let lastSecond = Number.NaN;
let lastText = "";

/** Whole seconds. */
export function eventTime(epochMs: number): string {
  const second = Math.floor(epochMs / 1_000);
  if (second !== lastSecond) {
    lastText = `${new Date(second * 1_000).toISOString().slice(0, 19)}Z`;
    lastSecond = second;
  }
  return lastText;
}

/** JSON text without the blanks between its tokens; numbers stay as they are written. */
function compact(json: string): string {
  return /\s/.test(json) ? json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, text?: string) => text ?? "") : json;
}

/**
 * The entry that a message means for a bus: one of PutEvents (`Source`, `DetailType`, `Detail`), or an event as rules see it
 * (`source`, `detail-type`, `detail`).
 */
export function entryOf(body: string): PutEventsEntry {
  const value = parsedJson(body);
  if (!isObject(value)) return { Detail: body };
  const text = (name: string, other: string): string | undefined => {
    const found = value[name] ?? value[other];
    return typeof found === "string" ? found : undefined;
  };
  const [source, detailType, time] = [
    text("Source", "source"),
    text("DetailType", "detail-type"),
    text("Time", "time"),
  ];
  const detail = value.Detail ?? value.detail;
  const resources = value.Resources ?? value.resources;
  return {
    ...(source !== undefined && { Source: source }),
    ...(detailType !== undefined && { DetailType: detailType }),
    ...(detail !== undefined && { Detail: typeof detail === "string" ? detail : JSON.stringify(detail) }),
    ...(Array.isArray(resources) && { Resources: resources.map(String) }),
    ...(time !== undefined && { Time: time }),
  };
}

/** An event on its way through the rules of a bus. Read once, however many targets look into it. */
export class BusEvent {
  readonly message: Message;
  /** When the bus took it in, epoch milliseconds. */
  readonly ingestedMs: number;
  #value: JsonObject | undefined;

  constructor(message: Message, ingestedMs: number) {
    this.message = message;
    this.ingestedMs = ingestedMs;
  }

  get value(): JsonObject {
    this.#value ??= objectOf(parsedJson(this.message.body));
    return this.#value;
  }
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isObject(value) ? value : {};
}
