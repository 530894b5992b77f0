/**
 * A pipe reads its source as an event source mapping does: this is the mapping that it would be, and what its records look
 * like.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-source.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf, objectsIn } from "../../json.ts";
import type { NodeContext, SimNode } from "../../sim/types.ts";
import { eventSourceMapping } from "../event-source-mapping/mapping.ts";
import { failureRecordOf, type GivenUp } from "../event-source-mapping/stream-failure.ts";

/** Parameters of the sources: of all kinds one at most is given. */
const SOURCES = [
  "SqsQueueParameters",
  "KinesisStreamParameters",
  "DynamoDBStreamParameters",
  "ManagedStreamingKafkaParameters",
  "SelfManagedKafkaParameters",
  "ActiveMQBrokerParameters",
  "RabbitMQBrokerParameters",
] as const;

/** `functionName`: who takes the batches. `properties`: the pipe's. */
export function mappingPropertiesOf(properties: JsonObject, functionName: string): JsonObject {
  const parameters = objectOf(properties.SourceParameters);
  const own = objectOf(SOURCES.map((name) => parameters[name]).find((value) => value !== undefined));
  const { DeadLetterConfig, OnPartialBatchItemFailure, TopicName, QueueName, ...same } = own;
  const letters = objectOf(DeadLetterConfig).Arn;
  return {
    ...same,
    EventSourceArn: properties.Source ?? "",
    FunctionName: functionName,
    Enabled: properties.DesiredState !== "STOPPED",
    FunctionResponseTypes: ["ReportBatchItemFailures"],
    BisectBatchOnFunctionError: OnPartialBatchItemFailure === "AUTOMATIC_BISECT",
    ...(TopicName !== undefined && { Topics: [TopicName] }),
    ...(QueueName !== undefined && { Queues: [QueueName] }),
    ...(parameters.FilterCriteria !== undefined && { FilterCriteria: parameters.FilterCriteria }),
    ...(letters !== undefined && { DestinationConfig: { OnFailure: { Destination: letters } } }),
  };
}

/** `pipeArn`: what dead letters name. */
export function pipeSource(context: NodeContext, properties: JsonObject, pipeArn: string): SimNode {
  const spec = { id: context.id, type: "AWS::Lambda::EventSourceMapping", arn: pipeArn };
  const mapping = { ...spec, properties: mappingPropertiesOf(properties, context.id) };
  return eventSourceMapping(context, mapping, (givenUp) => pipeFailureOf(givenUp, pipeArn));
}

/** The records of an event for a function, each by itself: those of Kafka and RabbitMQ stand under the names of where they were. */
export function recordsIn(event: JsonValue): readonly JsonObject[] {
  const { Records, records, messages, rmqMessagesByQueue, ...common } = objectOf(event);
  if (Array.isArray(Records)) return Records.filter(isObject);
  if (Array.isArray(messages)) return messages.filter(isObject).map((record) => ({ ...record, ...common }));
  const groups = Object.entries(objectOf(records ?? rmqMessagesByQueue));
  return groups.flatMap(([eventSourceKey, group]) => {
    const own = objectsIn(group);
    return own.map((record) => ({ ...record, ...common, eventSourceKey }));
  });
}

/** Where a function finds the data of Kinesis in `kinesis`, a pipe has it at the top. */
export function pipeEventOf(record: JsonObject): JsonObject {
  const { kinesis, ...rest } = record;
  return isObject(kinesis) ? { ...kinesis, ...rest } : record;
}

/** What a target reports an event by in `batchItemFailures`. */
export function itemIdOf(event: JsonValue | undefined): string {
  const { messageId, sequenceNumber, dynamodb, offset } = objectOf(event);
  return String(messageId ?? sequenceNumber ?? objectOf(dynamodb).SequenceNumber ?? offset ?? "");
}

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-error-troubleshooting.html */
function pipeFailureOf(givenUp: GivenUp, partnerResourceArn: string): JsonObject {
  const { requestContext: _, responseContext: __, ...rest } = failureRecordOf(givenUp);
  return { context: { partnerResourceArn, condition: givenUp.condition }, ...rest };
}
