/**
 * What the trace says in words. A record says what happened by a word of `HAPPENINGS`, and why by a code with numbers and
 * names; each code has its sentence in the table of its service. Every view and every output says it with these.
 */
import type { FlowRecord, Reason } from "../sim/types.ts";
import { ANALYTICS_REASONS } from "./analytics/reasons.ts";
import { DESTINATION_REASONS } from "./api-destination/reasons.ts";
import { API_REASONS } from "./api-gateway/reasons.ts";
import { CONSUMER_REASONS } from "./consumers/reasons.ts";
import { DELIVERY_REASONS } from "./delivery-reasons.ts";
import { DYNAMODB_REASONS } from "./dynamodb/reasons.ts";
import { EVENTS_REASONS } from "./events/reasons.ts";
import { FIREHOSE_REASONS } from "./firehose/reasons.ts";
import { KAFKA_REASONS } from "./kafka/reasons.ts";
import { KCL_REASONS } from "./kcl/reasons.ts";
import { KINESIS_REASONS } from "./kinesis/reasons.ts";
import { VIDEO_REASONS } from "./kinesis-video/reasons.ts";
import { LAMBDA_REASONS } from "./lambda/reasons.ts";
import { MQ_REASONS } from "./mq/reasons.ts";
import { PIPE_REASONS } from "./pipes/reasons.ts";
import { BUCKET_REASONS } from "./s3/reasons.ts";
import { SCHEDULE_REASONS } from "./scheduler/reasons.ts";
import { messageName, percent, round, type Sentence, times } from "./sentences.ts";
import { SHARD_REASONS } from "./shards/reasons.ts";
import { SNS_REASONS } from "./sns/reasons.ts";
import { SQS_REASONS } from "./sqs/reasons.ts";
import { STATES_REASONS } from "./step-functions/reasons.ts";
import { SWF_REASONS } from "./swf/reasons.ts";

const KERNEL_REASONS: Readonly<Record<string, Sentence>> = {
  "kernel.loop": ({ turns, way }) => `it went round ${times(turns)} and was stopped: ${way}`,
  "kernel.fault": ({ outage, throttleRate, slowness, duplicateRate }) =>
    [
      outage === undefined ? "" : "outage",
      throttleRate === undefined ? "" : `${percent(throttleRate)} of calls throttled`,
      slowness === undefined ? "" : `${round(slowness)} times as slow`,
      duplicateRate === undefined ? "" : `${percent(duplicateRate)} of messages delivered twice`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  "producer.gave-up": ({ refusal, attempts }) => `${refusal}, after ${attempts} attempts`,
};

const REASONS: Readonly<Record<string, Sentence>> = {
  ...KERNEL_REASONS,
  ...SQS_REASONS,
  ...SNS_REASONS,
  ...LAMBDA_REASONS,
  ...STATES_REASONS,
  ...KAFKA_REASONS,
  ...MQ_REASONS,
  ...SWF_REASONS,
  ...CONSUMER_REASONS,
  ...KINESIS_REASONS,
  ...DELIVERY_REASONS,
  ...EVENTS_REASONS,
  ...DESTINATION_REASONS,
  ...API_REASONS,
  ...PIPE_REASONS,
  ...SCHEDULE_REASONS,
  ...BUCKET_REASONS,
  ...KCL_REASONS,
  ...ANALYTICS_REASONS,
  ...FIREHOSE_REASONS,
  ...DYNAMODB_REASONS,
  ...SHARD_REASONS,
  ...VIDEO_REASONS,
};

/** The codes that have a sentence. */
export const REASON_CODES: readonly string[] = Object.keys(REASONS);

/** Why, in words. */
export function sentenceOf(why: Reason): string {
  return REASONS[why.code]?.(why) ?? why.code;
}

/** What can happen, and how it is said of a message or a node. `other`: the other node of the record. */
const HAPPENINGS: Readonly<Record<string, string>> = {
  abandoned: "was left unfinished",
  archived: "was archived",
  answered: "was answered",
  arrived: "arrived",
  blocked: "blocks others",
  deadLettered: "was dead-lettered",
  deduplicated: "was taken for a duplicate and dropped",
  commitRefused: "could not commit",
  delayed: "arrived and is delayed",
  deleteRefused: "could not be deleted",
  deleted: "was deleted",
  delivered: "was delivered",
  discarded: "was discarded",
  dropped: "was dropped",
  duplicated: "will be delivered twice",
  expired: "expired",
  failed: "failed",
  faultBegan: "has a fault",
  faultEnded: "has this fault no longer",
  filtered: "was filtered out",
  leased: "has another owner of a lease",
  held: "is held by its producer",
  leaderChanged: "has another leader",
  lost: "was lost",
  loopStopped: "was stopped in a loop",
  moved: "was moved",
  moveEnded: "ended a message move task",
  moveStarted: "started a message move task",
  noisy: "has a noisy group",
  notSent: "could not send a message",
  pollRefused: "could not poll",
  processed: "was processed",
  processedTwice: "was processed once too often",
  published: "was published",
  purged: "was purged",
  quiet: "has a group that is quiet again",
  rebalanced: "has rebalanced",
  rebalancing: "is rebalancing",
  received: "was received",
  resharded: "has other shards",
  reshardRefused: "could not change its shards",
  retried: "is to be tried again",
  scaled: "scaled",
  skipped: "skipped records",
  started: "is worked on",
  stored: "was stored",
  throttled: "was refused for now",
  trimmed: "left the stream",
  replayed: "was replayed",
  replayEnded: "ended a replay",
  replayStarted: "started a replay",
  triggered: "was made by its schedule",
  visibilityChanged: "got another visibility timeout",
  visible: "became visible",
  workerDied: "lost a worker",
};

/** The words that records use. */
export const HAPPENING_WORDS: readonly string[] = Object.keys(HAPPENINGS);

/** A record as a sentence: "m12 became visible in Orders: its visibility timeout expired after 30 s; ...". */
export function textOf({ node, what, message, other, why }: FlowRecord): string {
  const happened = HAPPENINGS[what] ?? what;
  const where = message === undefined ? `${node} ${happened}` : `${messageName(message)} ${happened} in ${node}`;
  const whom = other === undefined ? "" : ` (${other})`;
  return why === undefined ? `${where}${whom}` : `${where}${whom}: ${sentenceOf(why)}`;
}
