/** Which numbers a node of a drawing shows: readings of its meters, by the type of its resource. */
import { ownEntry } from "../json.ts";

export interface Figure {
  /** The meter's name. */
  readonly metric: string;
  readonly label: string;
  /** Anything above nothing is worth a look. */
  readonly isAlarming?: true;
}

const QUEUE: readonly Figure[] = [
  { metric: "visible", label: "visible" },
  { metric: "inFlight", label: "in flight" },
  { metric: "delayed", label: "delayed" },
];

const DEAD_LETTER_QUEUE: readonly Figure[] = [
  { metric: "visible", label: "dead letters", isAlarming: true },
  { metric: "inFlight", label: "in flight" },
];

const APPLICATION: readonly Figure[] = [
  { metric: "openWindows", label: "windows" },
  { metric: "results", label: "results" },
  { metric: "late", label: "late", isAlarming: true },
];

const FIGURES: Readonly<Record<string, readonly Figure[]>> = {
  "AWS::SQS::Queue": QUEUE,
  "AWS::SNS::Topic": [
    { metric: "published", label: "published" },
    { metric: "refused", label: "refused", isAlarming: true },
  ],
  "AWS::Lambda::Function": [
    { metric: "concurrency", label: "running" },
    { metric: "errors", label: "errors", isAlarming: true },
    { metric: "throttles", label: "throttles", isAlarming: true },
  ],
  "AWS::Kinesis::Stream": [
    { metric: "openShards", label: "shards" },
    { metric: "incomingRecords", label: "records" },
    { metric: "writeThrottled", label: "throttled", isAlarming: true },
  ],
  "AWS::KinesisVideo::Stream": [
    { metric: "incomingFragments", label: "fragments" },
    { metric: "errorAcks", label: "errors", isAlarming: true },
  ],
  "AWS::KinesisFirehose::DeliveryStream": [
    { metric: "incomingRecords", label: "records" },
    { metric: "delivered", label: "delivered" },
    { metric: "failed", label: "failed", isAlarming: true },
  ],
  "AWS::Events::EventBus": [
    { metric: "published", label: "events" },
    { metric: "unmatched", label: "unmatched" },
  ],
  "AWS::Events::Rule": [
    { metric: "matched", label: "matched" },
    { metric: "delivered", label: "delivered" },
    { metric: "lost", label: "lost", isAlarming: true },
  ],
  "AWS::StepFunctions::StateMachine": [
    { metric: "running", label: "running" },
    { metric: "succeeded", label: "succeeded" },
    { metric: "failed", label: "failed", isAlarming: true },
  ],
  "Sluice::WorkerGroup": [
    { metric: "busy", label: "busy" },
    { metric: "workers", label: "workers" },
    { metric: "failed", label: "failed", isAlarming: true },
  ],
  "Sluice::KafkaConsumerGroup": [
    { metric: "members", label: "members" },
    { metric: "lag", label: "lag" },
    { metric: "failed", label: "failed", isAlarming: true },
  ],
  "Sluice::KclApplication": [
    { metric: "workers", label: "workers" },
    { metric: "processed", label: "processed" },
    { metric: "failed", label: "failed", isAlarming: true },
  ],
  "AWS::KinesisAnalytics::Application": APPLICATION,
  "AWS::KinesisAnalyticsV2::Application": APPLICATION,
  "AWS::MSK::Topic": [
    { metric: "sent", label: "sent" },
    { metric: "records", label: "kept" },
    { metric: "lost", label: "lost", isAlarming: true },
  ],
  "Sluice::Producer": [
    { metric: "sent", label: "sent" },
    { metric: "lost", label: "gave up", isAlarming: true },
  ],
};

/** Those that a node has no meter for are left out when it is drawn. */
export function figuresOf(type: string, isDeadLetterQueue: boolean): readonly Figure[] {
  if (isDeadLetterQueue && type === "AWS::SQS::Queue") return DEAD_LETTER_QUEUE;
  return ownEntry(FIGURES, type) ?? [];
}
