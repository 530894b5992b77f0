/** Traffic: who sends how much of what, from when until when. */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { OBJECTS } from "../schema/generated/tables.ts";
import type { ArrivalPattern } from "../services/producers/arrivals.ts";
import type { MessageTemplate } from "../services/producers/message-filler.ts";
import { templateMistake } from "../services/producers/message-template.ts";
import type { Attribute, Attributes } from "../sim/types.ts";
import { valueNode, valueOf } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { Reading } from "./reading.ts";
import type { Traffic } from "./types.ts";
import { DURATION_FORM, durationMs } from "./units.ts";

/** The ways to say when messages come, of which one is needed: the schemas say so to who forgets it. */
const ARRIVALS = ["rate", "poisson", "burst", "ramp", "at", "replay"] as const;

/** `index`: of the item in its list. Undefined where it says too little to send anything. */
export function readTraffic(node: Node, index: number, reading: Reading): Traffic | undefined {
  const to = reading.text(node, "to");
  if (to === undefined) return undefined;
  const replay = reading.text(node, "replay");
  const arrivals = readArrivals(node, reading);
  const untilMs = reading.durationMs(node, "until");
  const fromMs = reading.durationMs(node, "from") ?? 0;
  const messages = readMessages(node, reading);
  if (arrivals === undefined) return undefined;
  const ofBursts = valueNode(node, "burst");
  const count =
    reading.count(node, "count") ??
    (ofBursts && reading.durationMs(ofBursts, "every") === undefined ? sizeOf(arrivals) : undefined);
  return {
    node,
    name: reading.text(node, "name") ?? (index === 0 ? "Producer" : `Producer${index + 1}`),
    to,
    ...(replay !== undefined && { replay }),
    arrivals,
    fromMs,
    ...(untilMs !== undefined && { untilMs }),
    ...(count !== undefined && { count }),
    batchSize: reading.count(node, "batch") ?? 1,
    messages,
  };
}

function sizeOf(pattern: ArrivalPattern): number | undefined {
  return "bursts" in pattern ? pattern.bursts.size : undefined;
}

function readArrivals(node: Node, reading: Reading): ArrivalPattern | undefined {
  const [way, ...others] = ARRIVALS.filter((name) => valueNode(node, name) !== undefined);
  if (way === undefined || others.length > 0) return undefined;
  switch (way) {
    case "rate": {
      const perSecond = reading.perSecond(node, "rate");
      return perSecond === undefined ? undefined : { constant: { perSecond } };
    }
    case "poisson": {
      const perSecond = reading.perSecond(node, "poisson");
      return perSecond === undefined ? undefined : { poisson: { perSecond } };
    }
    case "burst": {
      const burst = valueNode(node, "burst") as Node;
      const size = burst.kind === "number" ? burst.value : reading.count(burst, "count");
      if (size === undefined) return undefined;
      const spreadMs = reading.durationMs(burst, "over");
      const everyMs = reading.durationMs(burst, "every") ?? Number.MAX_SAFE_INTEGER;
      return { bursts: { size, everyMs, ...(spreadMs !== undefined && { spreadMs }) } };
    }
    case "ramp":
      return readRamp(valueNode(node, "ramp") as Node, reading);
    case "at":
      return readTimes(node, reading);
    default:
      return { replay: { timesMs: [] } };
  }
}

/** `{ from: 1/s, to: 100/s, over: 5m }`; a ramp may begin at nothing. */
function readRamp(node: Node, reading: Reading): ArrivalPattern | undefined {
  const fromPerSecond = valueNode(node, "from") === undefined ? 0 : reading.perSecond(node, "from");
  const toPerSecond = reading.perSecond(node, "to");
  const overMs = reading.durationMs(node, "over");
  if (fromPerSecond === undefined || toPerSecond === undefined || overMs === undefined) return undefined;
  return { ramp: { fromPerSecond, toPerSecond, overMs } };
}

function readTimes(node: Node, reading: Reading): ArrivalPattern | undefined {
  const timesMs: number[] = [];
  for (const item of reading.items(node, "at")) {
    const timeMs = item.kind === "string" || item.kind === "number" ? durationMs(item.value) : undefined;
    if (timeMs === undefined) return reading.wrong(item, "scenario-value", `\`at\` must be ${DURATION_FORM}.`);
    if (timeMs < (timesMs.at(-1) ?? 0)) return reading.wrong(item, "scenario-value", "The times of `at` must ascend.");
    timesMs.push(timeMs);
  }
  return { replay: { timesMs } };
}

const EMPTY: MessageTemplate = { body: "{}" };

function readMessages(node: Node, reading: Reading): readonly MessageTemplate[] {
  const given = [...reading.items(node, "message"), ...reading.items(node, "messages")];
  return given.length === 0 ? [EMPTY] : given.map((message) => readMessage(message, reading));
}

/** A message: a text, or an object with `body`; an object without is the body itself. */
export function readMessage(node: Node, reading: Reading): MessageTemplate {
  const value = valueOf(node);
  const isWhole = isObject(value) && value.body !== undefined;
  const whole: JsonObject = isWhole ? value : { body: value };
  if (isWhole) checkFields(node, reading);
  checkTemplates(node, reading);
  const { attributes, groupId, deduplicationId, partitionKey } = whole;
  return {
    body: typeof whole.body === "string" ? whole.body : bodyText(whole.body ?? null),
    ...(isObject(attributes) && { attributes: attributesOf(attributes) }),
    ...(groupId !== undefined && { groupId: String(groupId) }),
    ...(deduplicationId !== undefined && { deduplicationId: String(deduplicationId) }),
    ...(partitionKey !== undefined && { partitionKey: String(partitionKey) }),
  };
}

/** An object without `body` may have any fields, so the schemas cannot say this. */
function checkFields(node: Node, reading: Reading): void {
  const names = Object.keys(OBJECTS["sent-message"]?.fields ?? {});
  for (const { key } of node.kind === "object" ? node.properties : []) {
    if (names.includes(key.value)) continue;
    const message = `\`${key.value}\` would not be sent: beside \`body\`, a message has ${names.slice(1).join(", ")}.`;
    reading.wrong(key, "scenario-value", message);
  }
}

/** Placeholders that give numbers: a value that is wholly one of them is a number of the JSON. */
const NUMBERS = /"(\$\{\s*(?:sequence|epochMs|random\([^)"]*\)|zipf\([^)"]*\))\s*\})"/g;

function bodyText(body: JsonValue): string {
  return JSON.stringify(body).replace(NUMBERS, "$1");
}

function checkTemplates(node: Node, reading: Reading): void {
  const text = node.kind === "string" ? node.value : node.kind === "placeholder" ? `\${${node.name}}` : undefined;
  if (text !== undefined) {
    const mistake = templateMistake(text);
    if (mistake !== undefined) reading.wrong(node, "scenario-value", `${mistake}.`);
  }
  for (const inner of node.kind === "array"
    ? node.items
    : node.kind === "object"
      ? node.properties.map(({ value }) => value)
      : []) {
    checkTemplates(inner, reading);
  }
}

/** A value by itself has the type that it has in JSON; a list is a String.Array. */
function attributesOf(attributes: JsonObject): Attributes {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, attributeOf(value)]));
}

function attributeOf(value: JsonValue): Attribute {
  if (isObject(value) && typeof value.DataType === "string") return value as unknown as Attribute;
  if (Array.isArray(value)) return { DataType: "String.Array", StringValue: JSON.stringify(value) };
  return typeof value === "number"
    ? { DataType: "Number", StringValue: String(value) }
    : { DataType: "String", StringValue: String(value) };
}
