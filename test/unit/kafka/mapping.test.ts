/** Event source mappings that read topics: batches of a partition, in its order. */
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { arnOf, queue } from "../sqs/systems.ts";
import { CLUSTER_ARN, cluster, producer, ran, records, topic, topicOf } from "./systems.ts";

const FUNCTION_ARN = "arn:aws:lambda:us-east-1:123456789012:function:Worker";

function worker(behavior: JsonObject): NodeSpec {
  return { id: "Worker", type: "AWS::Lambda::Function", arn: FUNCTION_ARN, properties: { Timeout: 10 }, behavior };
}

function mapping(properties: JsonObject): NodeSpec {
  const own = { FunctionName: FUNCTION_ARN, EventSourceArn: CLUSTER_ARN, Topics: ["orders"], BatchSize: 10 };
  return { id: "Map", type: "AWS::Lambda::EventSourceMapping", arn: "map", properties: { ...own, ...properties } };
}

const shop = producer("Shop", "Orders", records(60, 20, "c${random(1, 30)}"));
const poison = { durationMs: 5, failWhen: { pattern: { id: [17] } } };
const told = { body: '{"id": ${sequence}}', partitionKey: "c7" };
const numbered = producer("Shop", "Orders", { arrivals: { constant: { perSecond: 20 } }, count: 60, messages: [told] });

describe("a mapping of a topic", () => {
  it("hands every record over once, and waits half a second for a batch", async () => {
    const simulation = await ran([cluster(), topic("Orders"), worker({ durationMs: 5 }), mapping({}), shop]);
    const metrics = simulation.metrics();
    expect(metrics.Worker?.processed).toMatchObject({ total: 60 });
    expect(simulation.view("Map")?.lastProcessingResult).toBe("OK");
    const { invocations } = metrics.Worker ?? {};
    expect(invocations?.kind === "counter" && invocations.total).toBeLessThan(40);
  });

  it("reads a topic that nothing but the mapping names", async () => {
    const nodes = [cluster(), worker({ durationMs: 5 }), mapping({}), producer("Shop", "Events/orders", records(9, 9))];
    const simulation = await ran(nodes);
    expect(simulation.metrics().Worker?.processed).toMatchObject({ total: 9 });
  });

  it("halves a batch that fails, gives the bad record up and tells the destination where it stands", async () => {
    const given = { BisectBatchOnFunctionError: true, MaximumRetryAttempts: 2, DestinationConfig: on(arnOf("Failed")) };
    const nodes = [cluster(), topic("Orders", { PartitionCount: 1 }), queue("Failed"), worker(poison), mapping(given)];
    const simulation = await ran([...nodes, numbered], {}, { untilMs: 600_000 });
    const metrics = simulation.metrics();
    expect(metrics.Map?.deadLettered).toMatchObject({ total: 1 });
    expect(metrics.Failed?.sent).toMatchObject({ total: 1 });
    expect(metrics.Worker?.processed).toMatchObject({ total: 59 });
  });

  it("gives the records themselves to a topic of the same cluster", async () => {
    const given = { BatchSize: 1, MaximumRetryAttempts: 1, DestinationConfig: on("kafka://failed") };
    const nodes = [cluster(), topic("Orders", { PartitionCount: 1 }), topic("Failed"), worker(poison), mapping(given)];
    const simulation = await ran([...nodes, numbered], {}, { untilMs: 600_000 });
    const failed = topicOf(simulation, "Failed");
    const there = [0, 1, 2, 3].flatMap((partition) => failed.fetch(partition, 0, 10).records);
    expect(there.map(({ message, key }) => [message.body, key])).toEqual([['{"id": 17}', "c7"]]);
  });

  it("tries for ever without a limit and without a destination: the partition is blocked", async () => {
    const nodes = [cluster(), topic("Orders", { PartitionCount: 1 }), worker(poison), mapping({ BatchSize: 1 })];
    const simulation = await ran([...nodes, numbered], {}, { untilMs: 600_000 });
    expect(simulation.metrics().Map?.blockedShards).toMatchObject({ value: 1 });
  });
});

function on(Destination: string): JsonObject {
  return { OnFailure: { Destination } };
}
