/** Consumers that no template knows: programs on instances or in containers that poll a queue, or read a stream or a topic of Kafka. */
import type { JsonObject, JsonValue } from "../json.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import { readBehavior } from "./behavior.ts";
import type { Reading } from "./reading.ts";
import type { Consumer } from "./types.ts";

/** Seconds between two changes of the number of workers, as Auto Scaling groups have by default. */
const COOLDOWN_SECONDS = 300;

const WHEN_DELETED: Readonly<Record<string, string>> = { each: "Each", batch: "Batch", never: "Never" };

export function readConsumer(name: string, node: Node, reading: Reading): Consumer | undefined {
  const polls = reading.text(node, "polls");
  if (polls === undefined) return undefined;
  const scaling = readScaling(node, reading);
  return {
    node,
    name,
    polls,
    properties: readProperties(node, reading),
    behavior: readBehavior(node, reading),
    sendsTo: reading.texts(node, "sendsTo"),
    ...(scaling !== undefined && { scaling }),
  };
}

const ON_ERROR: Readonly<Record<string, string>> = { skip: "Skip", retry: "Retry" };

const WHEN_COMMITTED: Readonly<Record<string, string>> = { auto: "Auto", batch: "Batch", each: "Each" };
const OFFSET_RESETS: Readonly<Record<string, string>> = { TRIM_HORIZON: "earliest", LATEST: "latest" };

/** Fields to the properties of every kind of consumer: each takes those that it has. */
function readProperties(node: Node, reading: Reading): JsonObject {
  const workers = valueNode(node, "workers");
  const ms = (field: string): number | undefined => reading.durationMs(node, field);
  const seconds = (field: string): number | undefined => {
    const given = ms(field);
    return given === undefined ? undefined : given / 1_000;
  };
  const properties = {
    DesiredCount: workers?.kind === "object" ? reading.count(workers, "min", 0) : reading.count(node, "workers", 0),
    PollersPerWorker: reading.count(node, "threads"),
    MaxNumberOfMessages: reading.count(node, "batch"),
    MaxRecords: reading.count(node, "maxRecords"),
    FailoverTimeMillis: reading.durationMs(node, "failover"),
    CheckpointSeconds: seconds("checkpointEvery"),
    InitialPositionInStream: reading.text(node, "startsAt"),
    StartSelector: readStartSelector(valueNode(node, "startSelector"), reading),
    FragmentSelector: readFragmentSelector(valueNode(node, "fragmentSelector"), reading),
    BeginMs: ms("begins"),
    OnError: ON_ERROR[reading.text(node, "onError") ?? ""],
    WaitTimeSeconds: seconds("wait"),
    PauseSeconds: seconds("pause"),
    VisibilityTimeout: seconds("visibilityTimeout"),
    HeartbeatSeconds: seconds("heartbeat"),
    DeleteMessages: WHEN_DELETED[reading.text(node, "deletes") ?? ""],
    VisibilityTimeoutOnFailure: seconds("visibilityTimeoutOnFailure"),
    StopTimeout: seconds("stopTimeout"),
    MaxPollRecords: reading.count(node, "batch"),
    PartitionAssignment: reading.text(node, "assignment"),
    SessionTimeoutMs: ms("sessionTimeout"),
    HeartbeatIntervalMs: ms("heartbeat"),
    MaxPollIntervalMs: ms("maxPollInterval"),
    Commit: WHEN_COMMITTED[reading.text(node, "commits") ?? ""],
    AutoCommitIntervalMs: ms("commitInterval"),
    AutoOffsetReset: OFFSET_RESETS[reading.text(node, "startsAt") ?? ""],
    RetryAttempts: reading.count(node, "retries", 0),
    RetryPauseMs: ms("retryPause"),
    DeadLetterArn: reading.text(node, "deadLetters"),
  };
  return said(properties);
}

/** Without those that nobody said. */
function said(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, JsonValue] => entry[1] !== undefined),
  );
}

/** `{ type: SERVER_TIMESTAMP, timestamp: 2m }`, `{ afterFragmentNumber: "..." }`: of a video stream. */
function readStartSelector(node: Node | undefined, reading: Reading): JsonObject | undefined {
  if (node === undefined) return undefined;
  return said({
    StartSelectorType: reading.text(node, "type"),
    StartTimestampMs: reading.durationMs(node, "timestamp"),
    AfterFragmentNumber: reading.text(node, "afterFragmentNumber"),
  });
}

/** `{ type: PRODUCER_TIMESTAMP, from: 2m, until: 5m }`: of the archive of a video stream. */
function readFragmentSelector(node: Node | undefined, reading: Reading): JsonObject | undefined {
  if (node === undefined) return undefined;
  return said({
    FragmentSelectorType: reading.text(node, "type"),
    StartTimestampMs: reading.durationMs(node, "from"),
    EndTimestampMs: reading.durationMs(node, "until"),
  });
}

function readScaling(node: Node, reading: Reading): Consumer["scaling"] {
  const workers = valueNode(node, "workers");
  if (workers?.kind !== "object") return undefined;
  const min = reading.count(workers, "min", 0) ?? 1;
  const max = reading.count(workers, "max") ?? min;
  if (max < min) return reading.wrong(workers, "scenario-value", `\`max\` ${max} is below \`min\` ${min}.`);
  const cooldownMs = reading.durationMs(workers, "cooldown");
  return {
    min,
    max,
    backlogPerWorker: reading.count(workers, "backlogPerWorker") ?? 100,
    cooldownSeconds: cooldownMs === undefined ? COOLDOWN_SECONDS : cooldownMs / 1_000,
  };
}
