/**
 * How a pipe hands a batch to its target: as one call that is waited for, or each event by itself.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-target.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { MAX_BATCH_ENTRIES } from "../../limits.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type { Address, Message, NodeContext } from "../../sim/types.ts";
import { type BatchEntry, type Delivery, portOf } from "../ports.ts";
import { NO_RESOURCE } from "../target-errors.ts";
import { parameterOf } from "./pipe-input.ts";

/** One event of a batch, as its target is to get it. */
export interface PipeEvent {
  /** What it is made of. */
  readonly cause: Message;
  readonly value: JsonValue;
  /** As the input template makes it of the value. */
  readonly text: string;
}

/** "awaited": the answer comes to the address. Else a refusal for each event that was refused. */
export type Handed = "awaited" | Refusal | readonly (Refusal | undefined)[];

export interface PipeTarget {
  readonly arn: string;
  /** `messages`: those of the batch, which stay the pipe's. */
  hand(events: readonly PipeEvent[], messages: readonly Message[], reply: Address): Handed;
}

export function pipeTargetOf(context: NodeContext, properties: JsonObject): PipeTarget {
  const arn = String(properties.Target ?? "");
  const parameters = objectOf(properties.TargetParameters);
  const own = deliveryParametersOf(arn, parameters, properties);
  const waits = !isFireAndForget(parameters);
  return {
    arn,
    hand(events, messages, reply) {
      const invoked = waits ? callWithAll(context, arn, events, messages, reply) : undefined;
      if (invoked !== undefined) return invoked;
      const target = portOf(context, arn, "target");
      if (target === undefined) return NO_RESOURCE;
      // Functions and state machines get a batch as one list.
      if (portOf(context, arn, "calls") !== undefined) {
        const refused = target.deliver(events[0]?.cause, { from: context.id, body: listOf(events) });
        return events.map(() => refused);
      }
      const entries = events.map(({ cause, value, text }): BatchEntry => {
        return { cause, delivery: { from: context.id, ...own(value, text) } };
      });
      return inBatches(entries, (some) => {
        return (
          target.deliverBatch?.(some) ?? some.map(({ cause, delivery }) => target.deliver(cause, delivery) ?? undefined)
        );
      });
    },
  };
}

function isFireAndForget({ LambdaFunctionParameters, StepFunctionStateMachineParameters }: JsonObject): boolean {
  return [LambdaFunctionParameters, StepFunctionStateMachineParameters].some(
    (own) => isObject(own) && own.InvocationType === "FIRE_AND_FORGET",
  );
}

/** A call that is waited for; undefined where the target has none. A Standard workflow is only started. */
export function callWithAll(
  context: NodeContext,
  arn: string,
  events: readonly PipeEvent[],
  messages: readonly Message[],
  reply: Address,
): "awaited" | Refusal | undefined {
  const code = portOf(context, arn, "function");
  const body = listOf(events);
  if (code !== undefined) {
    return code.invoke({ messages, event: () => JSON.parse(body) as JsonValue }, reply) ?? "awaited";
  }
  const calls = portOf(context, arn, "calls");
  const isStandard = portOf(context, arn, "stateMachine")?.type === "STANDARD";
  if (calls === undefined || isStandard) return undefined;
  return calls.call(messages[0], { body, from: context.id }, reply) ?? "awaited";
}

function listOf(events: readonly PipeEvent[]): string {
  return `[${events.map(({ text }) => text).join(",")}]`;
}

/** As many as one call of the target's API takes. */
function inBatches(
  entries: readonly BatchEntry[],
  send: (some: readonly BatchEntry[]) => readonly (Refusal | undefined)[],
): readonly (Refusal | undefined)[] {
  const answers: (Refusal | undefined)[] = [];
  for (let from = 0; from < entries.length; from += MAX_BATCH_ENTRIES) {
    answers.push(...send(entries.slice(from, from + MAX_BATCH_ENTRIES)));
  }
  return answers;
}

/** What goes with an event to some kinds of targets. */
function deliveryParametersOf(
  arn: string,
  parameters: JsonObject,
  { Source }: JsonObject,
): (value: JsonValue, text: string) => Omit<Delivery, "from"> {
  const [queue, stream, bus] = ["SqsQueueParameters", "KinesisStreamParameters", "EventBridgeEventBusParameters"].map(
    (name) => objectOf(parameters[name]),
  ) as [JsonObject, JsonObject, JsonObject];
  const sourceService = `aws:${String(Source).split(":")[2]}`;
  const isBus = BUS.test(arn);
  return (value, text) => {
    const groupId = parameterOf(queue.MessageGroupId, value);
    const deduplicationId = parameterOf(queue.MessageDeduplicationId, value);
    const partitionKey = parameterOf(stream.PartitionKey, value);
    return {
      body: isBus ? entryText(bus, value, text, sourceService) : text,
      ...(groupId !== undefined && { groupId }),
      ...(deduplicationId !== undefined && { deduplicationId }),
      ...(partitionKey !== undefined && { partitionKey }),
    };
  };
}

const BUS = /:event-bus\//;

/** An entry of PutEvents: the event is its detail. */
function entryText(bus: JsonObject, value: JsonValue, detail: string, sourceService: string): string {
  const resources = Array.isArray(bus.Resources) ? bus.Resources.map((each) => parameterOf(each, value) ?? "") : [];
  return JSON.stringify({
    Source: parameterOf(bus.Source, value) ?? "Pipe",
    DetailType: parameterOf(bus.DetailType, value) ?? `Event from ${sourceService}`,
    Resources: resources,
    Detail: detail,
  });
}
