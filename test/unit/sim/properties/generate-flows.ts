/**
 * A system from a seed: topics with their subscriptions, queues behind them, functions that are invoked by topics, by
 * queues and by themselves, and what goes wrong. Always the same for a seed.
 */
import type { JsonObject } from "../../../../engine/src/json.ts";
import { LAMBDA_ACCOUNT } from "../../../../engine/src/services/lambda/account.ts";
import type { PlannedFault } from "../../../../engine/src/sim/faults.ts";
import type { NodeSpec } from "../../../../engine/src/sim/types.ts";
import { arnOf, producer, queue, workers } from "../../sqs/systems.ts";
import { Dice } from "./dice.ts";

export interface FlowPlan {
  readonly seed: number;
  readonly nodes: readonly NodeSpec[];
  readonly faults: readonly PlannedFault[];
  readonly untilMs: number;
  /** After so many events it is saved and goes on elsewhere. */
  readonly saveAfterEvents: number;
}

/** The values of the attribute `kind`, and of the field `kind` of bodies. */
export const KINDS = ["order", "refund", "note"] as const;

export function generateFlow(seed: number): FlowPlan {
  const dice = new Dice(seed);
  const untilMs = dice.of(20_000, 90_000, 300_000);
  const isFifo = dice.oneIn(3);
  const topic = topicOf(dice, isFifo);
  const letters = [
    queue(isFifo ? "Letters.fifo" : "Letters", isFifo ? { FifoQueue: true, ContentBasedDeduplication: true } : {}),
  ];
  const functions = ["Handler", "Other"].slice(0, 1 + dice.below(2)).map((id) => functionOf(dice, id));
  const queues = Array.from({ length: 1 + dice.below(2) }, (_, index) => queueOf(dice, `Queue${index + 1}`, isFifo));
  const dead = queues.flatMap(({ id, properties }) =>
    properties.RedrivePolicy === undefined ? [] : [deadOf(id, properties)],
  );
  const subscriptions = [
    ...queues.map(({ id, arn }) => subscriptionOf(dice, `To${id}`, "sqs", arn, isFifo)),
    ...(isFifo ? [] : functions.map(({ id, arn }) => subscriptionOf(dice, `To${id}`, "lambda", arn, isFifo))),
    ...(dice.oneIn(4) && !isFifo ? [subscriptionOf(dice, "ToShop", "https", "https://shop.example/hook", false)] : []),
    // Its endpoint was deleted.
    ...(dice.oneIn(6) ? [subscriptionOf(dice, "ToNobody", "sqs", arnOf(isFifo ? "Gone.fifo" : "Gone"), isFifo)] : []),
  ];
  const consumers = queues.flatMap(({ id, arn, properties }, index) => {
    const { arn: invoked } = functions[index % functions.length] as NodeSpec;
    if (dice.oneIn(5)) return [workersOf(dice, id)];
    return dice.oneIn(8) ? [] : [mappingOf(dice, `${id}Mapping`, arn, invoked, properties)];
  });
  const nodes = [
    { id: LAMBDA_ACCOUNT, type: "Sluice::LambdaAccount", arn: "account", properties: { ConcurrentExecutions: 1_000 } },
    topic,
    ...letters,
    ...functions,
    ...queues,
    ...dead,
    ...subscriptions,
    ...consumers,
    publisherOf(dice, topic, isFifo, untilMs),
    ...(dice.oneIn(2) ? [callerOf(dice, functions[0] as NodeSpec, untilMs)] : []),
  ];
  return { seed, nodes, faults: faultsOf(dice, nodes, untilMs), untilMs, saveAfterEvents: 1 + dice.below(120) };
}

function topicOf(dice: Dice, isFifo: boolean): NodeSpec {
  const properties = isFifo
    ? {
        FifoTopic: true,
        ContentBasedDeduplication: dice.oneIn(2),
        FifoThroughputScope: dice.of("Topic", "MessageGroup"),
      }
    : {};
  const name = isFifo ? "Events.fifo" : "Events";
  return { id: "Events", type: "AWS::SNS::Topic", arn: `arn:aws:sns:us-east-1:123456789012:${name}`, properties };
}

const FUNCTION_ARN = "arn:aws:lambda:us-east-1:123456789012:function:";

function functionOf(dice: Dice, id: string): NodeSpec {
  const destination = dice.of<JsonObject>(
    {},
    { OnFailure: { Destination: arnOf("Letters") } },
    { OnSuccess: { Destination: arnOf("Letters") } },
  );
  const config = {
    MaximumRetryAttempts: dice.below(3),
    MaximumEventAgeInSeconds: dice.of(60, 300, 21_600),
    DestinationConfig: destination,
  };
  return {
    id,
    type: "AWS::Lambda::Function",
    arn: FUNCTION_ARN + id,
    properties: {
      Timeout: dice.of(1, 3, 30),
      ...(dice.oneIn(3) && { ReservedConcurrentExecutions: dice.below(4) }),
      ...(dice.oneIn(2) && { EventInvokeConfigs: [config] }),
      ...(dice.oneIn(3) && { DeadLetterConfig: { TargetArn: arnOf("Letters") } }),
    },
    behavior: {
      durationMs: dice.of<JsonObject | number>(5, 200, { exponential: { mean: 800 } }),
      coldStartMs: dice.of(0, 400),
      failureRate: dice.of(0, 0.1, 0.6),
      ...(dice.oneIn(3) && { itemFailureRate: 0.3 }),
    },
  };
}

function queueOf(dice: Dice, name: string, isFifoTopic: boolean): NodeSpec {
  const isFifo = isFifoTopic && !dice.oneIn(5);
  const id = isFifo ? `${name}.fifo` : name;
  const redrive = { RedrivePolicy: { deadLetterTargetArn: arnOf(deadName(id)), maxReceiveCount: 1 + dice.below(3) } };
  return queue(id, {
    VisibilityTimeout: dice.of(2, 10, 30),
    ...(isFifo && { FifoQueue: true, ContentBasedDeduplication: true }),
    ...(!dice.oneIn(3) && redrive),
  });
}

function deadName(id: string): string {
  return `Dead${id}`;
}

function deadOf(id: string, { FifoQueue, ContentBasedDeduplication }: JsonObject): NodeSpec {
  return queue(
    deadName(id),
    FifoQueue === true ? { FifoQueue, ContentBasedDeduplication: ContentBasedDeduplication ?? false } : {},
  );
}

function subscriptionOf(dice: Dice, id: string, protocol: string, endpoint: string, isFifo: boolean): NodeSpec {
  const scope = dice.of("MessageAttributes", "MessageBody");
  const filter = { FilterPolicy: { kind: [dice.of(...KINDS), dice.of(...KINDS)] }, FilterPolicyScope: scope };
  return {
    id,
    type: "AWS::SNS::Subscription",
    arn: `arn:aws:sns:us-east-1:123456789012:Events:${id}`,
    properties: {
      TopicArn: `arn:aws:sns:us-east-1:123456789012:${isFifo ? "Events.fifo" : "Events"}`,
      Protocol: protocol,
      Endpoint: endpoint,
      RawMessageDelivery: protocol === "sqs" && dice.oneIn(2),
      ...(dice.oneIn(2) && filter),
      ...(dice.oneIn(2) && { RedrivePolicy: { deadLetterTargetArn: arnOf(isFifo ? "Letters.fifo" : "Letters") } }),
    },
    behavior: { failureRate: dice.of(0, 0.2, 1) },
  };
}

function mappingOf(dice: Dice, id: string, arn: string, FunctionName: string, { FifoQueue }: JsonObject): NodeSpec {
  const batchSize = 1 + dice.below(10);
  return {
    id,
    type: "AWS::Lambda::EventSourceMapping",
    arn: id,
    properties: {
      EventSourceArn: arn,
      FunctionName,
      BatchSize: batchSize,
      ...(FifoQueue !== true && dice.oneIn(3) && { MaximumBatchingWindowInSeconds: dice.of(1, 5) }),
      ...(dice.oneIn(2) && { FunctionResponseTypes: ["ReportBatchItemFailures"] }),
      ...(dice.oneIn(3) && { ScalingConfig: { MaximumConcurrency: 2 + dice.below(3) } }),
      ...(dice.oneIn(4) && { FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["order"]}}' }] } }),
    },
  };
}

function workersOf(dice: Dice, id: string): NodeSpec {
  const properties = {
    DesiredCount: 1 + dice.below(2),
    MaxNumberOfMessages: 1 + dice.below(5),
    WaitTimeSeconds: dice.of(5, 20),
  };
  return workers(`${id}Workers`, id, properties, { durationMs: 100, failureRate: dice.of(0, 0.3) });
}

function publisherOf(dice: Dice, { arn }: NodeSpec, isFifo: boolean, untilMs: number): NodeSpec {
  const messages = KINDS.map((kind) => ({
    body: JSON.stringify({ kind, id: "${sequence}" }),
    attributes: { kind: { DataType: "String", StringValue: kind } },
    ...(isFifo && { groupId: "g${zipf(3)}", deduplicationId: "d${random(1, 40)}" }),
  }));
  const perSecond = 10 / (untilMs / 1_000);
  const arrivals = dice.of<JsonObject>({ poisson: { perSecond } }, { bursts: { size: 5, everyMs: untilMs / 2 } });
  return producer("Publisher", "", { arrivals, untilMs, messages }, { TargetArn: arn, BatchSize: dice.of(1, 1, 4) });
}

/** Invokes a function asynchronously. */
function callerOf(dice: Dice, { arn }: NodeSpec, untilMs: number): NodeSpec {
  const arrivals = { bursts: { size: 1 + dice.below(3), everyMs: untilMs / 2 } };
  return producer("Caller", "", { arrivals, untilMs, messages: [{ body: '{"kind":"call"}' }] }, { TargetArn: arn });
}

function faultsOf(dice: Dice, nodes: readonly NodeSpec[], untilMs: number): readonly PlannedFault[] {
  return Array.from({ length: dice.below(3) }, () => {
    const fromMs = dice.below(untilMs);
    const fault = dice.of<Partial<PlannedFault>>({ outage: true }, { throttleRate: 0.5 }, { slowness: 5 });
    return { node: dice.of(...nodes).id, fromMs, untilMs: fromMs + dice.below(untilMs / 3), ...fault };
  });
}
