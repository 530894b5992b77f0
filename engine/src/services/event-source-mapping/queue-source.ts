/** In what mappings of SQS queues and of queues of brokers differ. */
import type { JsonObject } from "../../json.ts";
import { KAFKA_WINDOW_MS } from "../../limits.ts";
import type { NodeContext } from "../../sim/types.ts";
import { brokerQueueRead } from "../mq/completing.ts";
import { brokerEvent, brokerRecord } from "../mq/lambda-records.ts";
import { portOf, type Received } from "../ports.ts";
import { type MappingSettings, mappingSettingsOf } from "./mapping-settings.ts";
import { filteredRecord, queueRecord } from "./queue-records.ts";

export interface QueueSourceContext {
  readonly context: NodeContext;
  readonly sourceArn: string;
  /** Epoch milliseconds of virtual time 0. */
  readonly startMs: number;
}

export interface QueueSource {
  settingsOf(properties: JsonObject): MappingSettings;
  /** What filters look at. */
  filteredRecord(received: Received, where: QueueSourceContext): JsonObject;
  eventOf(received: readonly Received[], where: QueueSourceContext): JsonObject;
  /** A batch that the function has failed with is handed over again, instead of being left to its queue. */
  readonly retriesBatches: boolean;
}

export const SQS_SOURCE: QueueSource = {
  settingsOf: mappingSettingsOf,
  filteredRecord: (received, { sourceArn, startMs }) => filteredRecord(received, sourceArn, startMs),
  eventOf: (received, { sourceArn, startMs }) => {
    return { Records: received.map((each) => queueRecord(each, sourceArn, startMs)) };
  },
  retriesBatches: false,
};

/** https://docs.aws.amazon.com/lambda/latest/dg/with-mq.html */
export const BROKER_SOURCE: QueueSource = {
  settingsOf(properties) {
    const { windowMs, ...settings } = mappingSettingsOf(properties);
    return {
      ...settings,
      sourceArn: brokerQueueRead(properties) ?? "",
      windowMs: properties.MaximumBatchingWindowInSeconds === undefined ? KAFKA_WINDOW_MS : windowMs,
      reportsItemFailures: false,
      maximumConcurrency: 1,
    };
  },
  filteredRecord: (received, where) => brokerRecord(received, engineAt(where), queueIn(where), where.startMs),
  eventOf(received, where) {
    const [engine, queue] = [engineAt(where), queueIn(where)];
    const records = received.map((each) => brokerRecord(each, engine, queue, where.startMs));
    return brokerEvent(records, engine, brokerIn(where), queue);
  },
  retriesBatches: true,
};

function engineAt(where: QueueSourceContext) {
  return portOf(where.context, brokerIn(where), "broker")?.engine ?? "RABBITMQ";
}

/** A queue of a broker is found by the broker's ARN and its own name. */
function brokerIn({ sourceArn }: QueueSourceContext): string {
  return sourceArn.slice(0, sourceArn.lastIndexOf("/"));
}

function queueIn({ sourceArn }: QueueSourceContext): string {
  return sourceArn.slice(sourceArn.lastIndexOf("/") + 1);
}
