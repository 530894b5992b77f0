import { describe, expect, it } from "vitest";
import { costOf } from "../../../engine/src/services/cost.ts";
import { PRICES } from "../../../engine/src/services/prices.ts";
import type { Metrics } from "../../../engine/src/sim/metrics.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { fifo, producer, queue, ran, workers } from "../sqs/systems.ts";

const burst = (count: number, message: object): object => {
  return { arrivals: { bursts: { size: count, everyMs: 1e9 } }, count, messages: [message] };
};

const cost = (simulation: Simulation, own?: Readonly<Record<string, number>>) =>
  costOf(simulation.specs, simulation.metrics(), simulation.timeMs, own);

const quantities = (simulation: Simulation): Readonly<Record<string, number>> =>
  Object.fromEntries(cost(simulation).items.map(({ node, price, quantity }) => [`${node} ${price}`, quantity]));

describe("what is billed", () => {
  it("a request for each call, and for each 64 KiB of payload", async () => {
    const small = await ran([queue("Q"), producer("P", "Q", burst(30, { body: "x" }) as never)]);
    expect(quantities(small)).toEqual({ "Q sqs.standard": 30 });
    const batched = await ran([queue("Q"), producer("P", "Q", burst(30, { body: "x" }) as never, { BatchSize: 10 })]);
    expect(quantities(batched)).toEqual({ "Q sqs.standard": 3 });
    const large = await ran([queue("Q"), producer("P", "Q", burst(2, { body: "x".repeat(65_537) }) as never)]);
    expect(quantities(large)).toEqual({ "Q sqs.standard": 4 });
  });

  it("FIFO queues dearer, and fair queues on top", async () => {
    const grouped = burst(10, { body: "${sequence}", groupId: "g" }) as never;
    const simulation = await ran([
      fifo("Q.fifo"),
      producer("P", "Q.fifo", grouped),
      queue("Fair"),
      producer("F", "Fair", grouped),
    ]);
    expect(quantities(simulation)).toEqual({ "Q.fifo sqs.fifo": 10, "Fair sqs.standard": 10, "Fair sqs.fair": 10 });
  });

  it("a long poll once, however often it is called back, and workers by the hour", async () => {
    const simulation = await ran(
      [
        queue("Q", { ReceiveMessageWaitTimeSeconds: 20 }),
        producer("P", "Q", { arrivals: { constant: { perSecond: 1 } }, count: 10, messages: [{ body: "x" }] }),
        workers("W", "Q", { DeleteMessages: "Batch" }, { durationMs: 10 }),
      ],
      {},
      { untilMs: 3_600_000 },
    );
    const { "Q sqs.standard": requests = 0, "W fargate.small": hours = 0 } = quantities(simulation);
    // 10 sends, 10 deletes, 11 polls while messages come, then one every 20 s.
    expect(requests).toBe(10 + 10 + 11 + Math.floor((3_600 - 9.01) / 20));
    expect(hours).toBeCloseTo(1, 6);
  });

  it("at prices that can be one's own", async () => {
    const simulation = await ran([queue("Q"), producer("P", "Q", burst(1_000, { body: "x" }) as never)]);
    expect(cost(simulation).usd).toBeCloseTo(0.0004, 12);
    expect(cost(simulation, { "sqs.standard": 4 }).usd).toBeCloseTo(0.004, 12);
    for (const { page } of Object.values(PRICES)) expect(page).toMatch(/^https:\/\/aws\.amazon\.com\//);
  });
});

describe("what is billed by the hour, or by the call", () => {
  const priced = (type: string, properties: object, metrics: Metrics[string] = {}) => {
    const spec = { id: "Node", type, arn: "arn", properties } as NodeSpec;
    const { items, without } = costOf([spec], { Node: metrics }, 2 * 3_600_000);
    return { items: Object.fromEntries(items.map(({ price, quantity }) => [price, quantity])), without };
  };
  const counted = (total: number) => ({ kind: "counter", total }) as Metrics[string][string];

  it.each([
    [
      "AWS::MSK::Cluster",
      { NumberOfBrokerNodes: 3, BrokerNodeGroupInfo: { InstanceType: "kafka.m5.2xlarge" } },
      { "msk.m5Hours": 24 },
    ],
    [
      "AWS::MSK::Cluster",
      { NumberOfBrokerNodes: 2, BrokerNodeGroupInfo: { InstanceType: "kafka.t3.small" } },
      { "msk.t3Hours": 4 },
    ],
    ["AWS::MSK::ServerlessCluster", {}, { "msk.serverlessHours": 2 }],
    [
      "AWS::AmazonMQ::Broker",
      { HostInstanceType: "mq.m5.large", DeploymentMode: "CLUSTER_MULTI_AZ" },
      { "mq.m5Hours": 6 },
    ],
    [
      "AWS::AmazonMQ::Broker",
      { HostInstanceType: "mq.t3.micro", DeploymentMode: "SINGLE_INSTANCE" },
      { "mq.t3Hours": 2 },
    ],
  ])("%s %j", (type, properties, items) => {
    expect(priced(type, properties)).toEqual({ items, without: [] });
  });

  it("workflows by their executions and tasks, tables by their writes, video by its bytes", () => {
    const workflow = priced("Sluice::SwfWorkflow", {}, { started: counted(3), tasks: counted(20) });
    expect(workflow.items).toEqual({ "swf.executions": 3, "swf.tasks": 20 });
    const table = priced("AWS::DynamoDB::Table", { BillingMode: "PAY_PER_REQUEST" }, { writes: counted(7) });
    expect(table.items).toEqual({ "dynamodb.writes": 7 });
    const video = priced("AWS::KinesisVideo::Stream", {}, { incomingBytes: counted(2e9), outgoingBytes: counted(4e9) });
    expect(video.items).toEqual({ "video.in": 2, "video.out": 4 });
  });
});
