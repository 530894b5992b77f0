/**
 * How code and services behave: each field of a scenario, in people's units, becomes a field of the node's behavior, in
 * milliseconds and shares. Which nodes know which fields is said in schemas/scenario.
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { isPathMistake, parsePath } from "../paths/parse.ts";
import { type Distribution, distributionMistake } from "../sim/distribution.ts";
import { valueOf } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { Reading } from "./reading.ts";
import { readMessage } from "./traffic.ts";
import { DURATION_FORM, durationMs, SHARE_FORM, share } from "./units.ts";

/** What a field means, and what the node's behavior calls it. */
type Field = (node: Node, name: string, reading: Reading) => JsonObject | undefined;

const FIELDS: Readonly<Record<string, Field>> = {
  duration: asDistribution("durationMs"),
  coldStart: asDistribution("coldStartMs"),
  start: asDistribution("startMs"),
  fails: readFails("failureRate", "failWhen"),
  failsItems: readFails("itemFailureRate", "failItemsWhen"),
  sends: asList("sends", sendOf),
  returns: (node) => ({ returns: valueOf(node) }),
  duplicates: asShare("duplicateRate"),
  taskToken: readTaskToken,
  states: readStates,
  error: asText("error"),
  cause: asText("cause"),
  outOfOrder: asShare("reorderRate"),
  notificationDelay: asDistribution("notificationDelayMs"),
  shortPollShare: asShare("shortPollShare"),
  acks: asWord("acks", { all: "all", leader: "1", none: "0" }),
  replicationLag: asTime("replicationMs"),
  catchUp: asTime("catchUpMs"),
  topics: (node) => ({ topics: valueOf(node) }),
  redeliveries: asWholeNumber("redeliveries"),
  redeliveryDelay: asTime("redeliveryDelayMs"),
  expires: asTime("expiresMs"),
  deadLetters: (node) => ({ deadLettersTo: valueOf(node) }),
  replays: asList("replays", replayOf),
  reshard: asList("resharding", reshardingOf),
  redrives: asList("redrives", redriveOf),
  purges: asList("purges", (node, reading) => ({ atMs: reading.durationMs(node, "at") ?? 0 })),
  dies: asList("deaths", deathOf),
  outages: asList("outages", outageOf),
  sql: asText("sql"),
  reads: asText("reads"),
  writesTo: (node) => ({ writesTo: [valueOf(node)].flat() }),
  lateness: asMilliseconds("latenessMs"),
  idle: asMilliseconds("idleMs"),
  partitions: asCount("partitions"),
};

/** `behavior` of one logical id. `handler` is not among it: whoever runs the scenario answers for that. */
export function readBehavior(node: Node, reading: Reading): JsonObject {
  if (node.kind !== "object") return {};
  const read = node.properties.flatMap(({ key, value }) => {
    const field = Object.hasOwn(FIELDS, key.value) ? FIELDS[key.value] : undefined;
    const fields = field?.(value, key.value, reading);
    return fields === undefined ? [] : Object.entries(fields);
  });
  return Object.fromEntries(read);
}

function asDistribution(target: string): Field {
  return (node, name, reading) => {
    const distribution = distributionOf(valueOf(node));
    const mistake =
      distribution === undefined ? `it is not ${DURATION_FORM}` : distributionMistake(distribution as JsonValue);
    if (mistake !== undefined) return reading.wrong(node, "scenario-value", `\`${name}\` cannot be read: ${mistake}.`);
    return { [target]: distribution as JsonValue };
  };
}

/**
 * `120ms`; `{ p50: 120ms, p99: 2s }`: as measured, or with exactly these two the long tail that services have; or one of the
 * named distributions, with times in the place of numbers.
 */
function distributionOf(value: JsonValue): Distribution | undefined {
  const plain = timesOf(value);
  if (plain === undefined || typeof plain === "number" || !isObject(plain)) return plain as Distribution | undefined;
  const names = Object.keys(plain);
  if (names.length === 0 || !names.every((name) => /^p\d/.test(name))) return plain as unknown as Distribution;
  const { p50, p99 } = plain as Readonly<Record<string, number>>;
  if (names.length === 2 && p50 !== undefined && p99 !== undefined) return { lognormal: { median: p50, p99 } };
  return { percentiles: plain as Readonly<Record<string, number>> };
}

/** Every time in it as milliseconds; `exponential: 100ms` is its mean. */
function timesOf(value: JsonValue): JsonValue | undefined {
  if (typeof value === "string" || typeof value === "number") return durationMs(value);
  if (Array.isArray(value)) {
    const [min, max] = value.map(timesOf);
    return min === undefined || max === undefined ? undefined : { min, max };
  }
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value).map(([name, each]) => {
    const time = timesOf(each);
    return [name, name === "exponential" && typeof time === "number" ? { mean: time } : time] as const;
  });
  return entries.some(([, time]) => time === undefined) ? undefined : (Object.fromEntries(entries) as JsonObject);
}

function asWholeNumber(target: string): Field {
  return (node, name, reading) => {
    const isCount = node.kind === "number" && Number.isInteger(node.value) && node.value >= 0;
    if (!isCount) return reading.wrong(node, "scenario-value", `\`${name}\` must be a whole number, 0 or more.`);
    return { [target]: node.value };
  };
}

function asTime(target: string): Field {
  return (node, name, reading) => {
    const timeMs = node.kind === "string" || node.kind === "number" ? durationMs(node.value) : undefined;
    if (timeMs === undefined) return reading.wrong(node, "scenario-value", `\`${name}\` must be ${DURATION_FORM}.`);
    return { [target]: timeMs };
  };
}

/** One of some words; what the node calls each. */
function asWord(target: string, words: Readonly<Record<string, string>>): Field {
  return (node, name, reading) => {
    const value = node.kind === "string" && Object.hasOwn(words, node.value) ? words[node.value] : undefined;
    const known = Object.keys(words).join(", ");
    if (value === undefined) return reading.wrong(node, "scenario-value", `\`${name}\` must be one of ${known}.`);
    return { [target]: value };
  };
}

function asShare(target: string): Field {
  return (node, name, reading) => {
    const value = node.kind === "string" || node.kind === "number" ? share(node.value) : undefined;
    if (value === undefined) return reading.wrong(node, "scenario-value", `\`${name}\` must be ${SHARE_FORM}.`);
    return { [target]: value };
  };
}

function asCount(target: string): Field {
  return (node) => (node.kind === "number" ? { [target]: Math.max(1, Math.floor(node.value)) } : undefined);
}

function asMilliseconds(target: string): Field {
  return (node) => {
    const ms = node.kind === "string" || node.kind === "number" ? durationMs(node.value) : undefined;
    return ms === undefined ? undefined : { [target]: ms };
  };
}

/** `2%`, or `{ rate: 2%, when: <pattern>, times: 2, error: Timeout }`. */
function readFails(rate: string, when: string): Field {
  return (node, name, reading) => {
    if (node.kind !== "object") return asShare(rate)(node, name, reading);
    const given = reading.share(node, "rate");
    const pattern = reading.value(node, "when");
    const times = reading.count(node, "times");
    const error = reading.text(node, "error");
    const isConditional = pattern !== undefined || times !== undefined;
    return {
      ...(given !== undefined && { [rate]: given }),
      ...(isConditional && {
        [when]: {
          ...(pattern !== undefined && { pattern }),
          ...(times !== undefined && { receiveCountAtMost: times }),
        },
      }),
      ...(!isConditional && given === undefined && { [rate]: 1 }),
      ...(error !== undefined && { error }),
    };
  };
}

/** One may stand without a list around it. */
function asList(target: string, read: (node: Node, reading: Reading) => JsonObject): Field {
  return (node, _name, reading) => ({
    [target]: (node.kind === "array" ? node.items : [node]).map((each) => read(each, reading)),
  });
}

function asText(target: string): Field {
  return (node) => (node.kind === "string" ? { [target]: node.value } : undefined);
}

/** `$.taskToken`, or `{ path: $.taskToken, fails: 5%, error: Rejected, output: {...} }`. */
function readTaskToken(node: Node, _name: string, reading: Reading): JsonObject | undefined {
  const path = node.kind === "string" ? node.value : reading.text(node, "path");
  if (path === undefined) {
    return reading.wrong(node, "scenario-value", "Say where the message has the token: a path such as `$.taskToken`.");
  }
  const parsed = parsePath(path);
  if (isPathMistake(parsed)) return reading.wrong(node, "scenario-value", `\`${path}\` is no path: ${parsed.message}`);
  if (node.kind !== "object") return { taskCallback: { path } };
  const { failureRate, error, cause } = readBehavior(node, reading);
  const output = reading.value(node, "output");
  const given = { path, failureRate, error, cause, output };
  const said = Object.entries(given).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined);
  return { taskCallback: Object.fromEntries(said) };
}

/** Behaviors of the tasks of a state machine, by state. */
function readStates(node: Node, _name: string, reading: Reading): JsonObject {
  const states = node.kind === "object" ? node.properties : [];
  return { states: Object.fromEntries(states.map(({ key, value }) => [key.value, readBehavior(value, reading)])) };
}

/** `{ to: ShipQueue, message: ... }`. */
function sendOf(node: Node, reading: Reading): JsonObject {
  const to = reading.text(node, "to");
  const [message] = reading.items(node, "message");
  return {
    to: to ?? "",
    ...(message !== undefined && { message: readMessage(message, reading) as unknown as JsonObject }),
  };
}

/** `{ at: 10m, from: 0s, until: 5m, rules: [Orders] }`: of an archive. */
function replayOf(node: Node, reading: Reading): JsonObject {
  const [fromMs, toMs] = [reading.durationMs(node, "from"), reading.durationMs(node, "until")];
  const rules = reading.texts(node, "rules");
  return {
    atMs: reading.durationMs(node, "at") ?? 0,
    ...(fromMs !== undefined && { fromMs }),
    ...(toMs !== undefined && { toMs }),
    ...(rules.length > 0 && { rules }),
  };
}

/** `{ at: 5m, shards: 4 }`, `{ split: shardId-000000000000 }` or `{ merge: [lower, upper] }`: of a stream. */
function reshardingOf(node: Node, reading: Reading): JsonObject {
  const [shards, split, hashKey] = [
    reading.count(node, "shards"),
    reading.text(node, "split"),
    reading.text(node, "hashKey"),
  ];
  const merge = reading.texts(node, "merge");
  return {
    atMs: reading.durationMs(node, "at") ?? 0,
    ...(shards !== undefined && { shards }),
    ...(split !== undefined && { split }),
    ...(hashKey !== undefined && { hashKey }),
    ...(merge.length > 0 && { merge }),
  };
}

/** `{ at: 5m, rate: 10/s }`: of a dead-letter queue. */
function redriveOf(node: Node, reading: Reading): JsonObject {
  const perSecond = reading.perSecond(node, "rate");
  return {
    atMs: reading.durationMs(node, "at") ?? 0,
    ...(perSecond !== undefined && { maxPerSecond: Math.max(1, Math.round(perSecond)) }),
  };
}

/** `{ from: 5m, until: 20m }`: of the endpoint behind a delivery stream. */
function outageOf(node: Node, reading: Reading): JsonObject {
  const untilMs = reading.durationMs(node, "until");
  return { fromMs: reading.durationMs(node, "from") ?? 0, ...(untilMs !== undefined && { untilMs }) };
}

/** `{ at: 1m, worker: 1, back: 5m }`: of a consumer group. */
function deathOf(node: Node, reading: Reading): JsonObject {
  const backMs = reading.durationMs(node, "back");
  return {
    atMs: reading.durationMs(node, "at") ?? 0,
    worker: reading.count(node, "worker") ?? 1,
    ...(backMs !== undefined && { backMs }),
  };
}
