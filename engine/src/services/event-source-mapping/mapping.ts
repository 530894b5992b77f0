/** Event source mappings, each by the kind of its source. */
import type { JsonObject } from "../../json.ts";
import type { NodeContext, NodeSpec, SimNode } from "../../sim/types.ts";
import { kafkaTopicRead } from "../kafka/completing.ts";
import { brokerQueueRead } from "../mq/completing.ts";
import { isQueueArn } from "./mapping-settings.ts";
import { QueueMapping } from "./queue-mapping.ts";
import { BROKER_SOURCE, SQS_SOURCE } from "./queue-source.ts";
import { type FailureRecord, failureRecordOf } from "./stream-failure.ts";
import { StreamMapping } from "./stream-mapping.ts";
import { isStreamArn } from "./stream-settings.ts";

interface SourceKind {
  is(properties: JsonObject): boolean;
  make(context: NodeContext, spec: NodeSpec, failureRecord: FailureRecord): SimNode;
}

const SOURCES: readonly SourceKind[] = [
  {
    is: ({ EventSourceArn: arn }) => isQueueArn(String(arn)),
    make: (context, spec) => new QueueMapping(context, spec, SQS_SOURCE),
  },
  {
    is: (properties) => brokerQueueRead(properties) !== undefined,
    make: (context, spec) => new QueueMapping(context, spec, BROKER_SOURCE),
  },
  {
    is: ({ EventSourceArn: arn }) => isStreamArn(String(arn)),
    make: (context, spec, failureRecord) => new StreamMapping(context, spec, failureRecord),
  },
  {
    is: (properties) => kafkaTopicRead(properties) !== undefined,
    make: (context, spec, failureRecord) => new StreamMapping(context, spec, failureRecord),
  },
];

/** Whether the mapping's source is one whose records can be simulated. */
export function hasSimulatedSource(properties: JsonObject): boolean {
  return SOURCES.some((source) => source.is(properties));
}

/** `failureRecord`: what the on-failure destination of a stream gets; pipes have a shape of their own. */
export function eventSourceMapping(
  context: NodeContext,
  spec: NodeSpec,
  failureRecord: FailureRecord = failureRecordOf,
): SimNode {
  const source = SOURCES.find((each) => each.is(spec.properties));
  if (source === undefined) throw new Error(`${spec.id}: mappings of this source are not simulated`);
  return source.make(context, spec, failureRecord);
}
