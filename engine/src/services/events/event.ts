/**
 * Events as EventBridge holds them: JSON text whose members stand in AWS's order.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
import { isObject, type JsonObject, objectOf } from "../../json.ts";
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

/** An entry whose Detail was an object when it was read: it need not be read again. */
export interface ReadEntry extends PutEventsEntry {
  /** Detail is the text of an object, without blanks between its tokens. */
  readonly isObjectText?: true;
}

/** The event that an entry becomes, as text. The entry is one that is not refused. */
export function eventText(entry: ReadEntry, id: string, epochMs: number): string {
  const { Source = "", DetailType = "", Detail = "", Resources, Time, isObjectText } = entry;
  const givenMs = Time === undefined ? Number.NaN : Date.parse(Time);
  const time = eventTime(Number.isNaN(givenMs) ? epochMs : givenMs);
  const resources = Resources === undefined ? "[]" : JSON.stringify(Resources);
  const detail = isObjectText === true ? Detail : compact(Detail);
  return `{"version":"0","id":"${id}","detail-type":${JSON.stringify(DetailType)},"source":${JSON.stringify(Source)},${PLACE_BEFORE_TIME}${time}${PLACE_AFTER_TIME}${resources},"detail":${detail}}`;
}

const PLACE_BEFORE_TIME = `"account":"${ACCOUNT}","time":"`;
const PLACE_AFTER_TIME = `","region":"${REGION}","resources":`;

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
export function entryOf(body: string): ReadEntry {
  const value = parsedJson(body);
  if (!isObject(value)) return { Detail: body };
  const entry: { -readonly [K in keyof ReadEntry]: ReadEntry[K] } = {};
  const source = value.Source ?? value.source;
  const detailType = value.DetailType ?? value["detail-type"];
  const detail = value.Detail ?? value.detail;
  const resources = value.Resources ?? value.resources;
  const time = value.Time ?? value.time;
  if (typeof source === "string") entry.Source = source;
  if (typeof detailType === "string") entry.DetailType = detailType;
  if (detail !== undefined) entry.Detail = typeof detail === "string" ? detail : JSON.stringify(detail);
  if (isObject(detail)) entry.isObjectText = true;
  if (Array.isArray(resources)) entry.Resources = resources.map(String);
  if (typeof time === "string") entry.Time = time;
  return entry;
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
