import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation, SimulationOptions } from "../../../engine/src/sim/simulation.ts";
import type { CodeAnswer, NodeSpec } from "../../../engine/src/sim/types.ts";
import { bodiesIn, bus, busArn, portsOf, queue, rule, simulationOf } from "../events/systems.ts";
import { arnOf, total } from "../sqs/systems.ts";

const PIPE_ARN = "arn:aws:pipes:us-east-1:123456789012:pipe/Pipe";
const STREAM_ARN = "arn:aws:kinesis:us-east-1:123456789012:stream/Readings";
const functionArn = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

function pipe(Source: string, Target: string, own: JsonObject = {}): NodeSpec {
  return {
    id: "Pipe",
    type: "AWS::Pipes::Pipe",
    arn: PIPE_ARN,
    properties: { Source, Target, RoleArn: "role", ...own },
  };
}

function code(id: string, answer: (events: readonly JsonObject[]) => CodeAnswer): NodeSpec {
  return {
    id,
    type: "AWS::Lambda::Function",
    arn: functionArn(id),
    properties: {},
    code: (event) => answer(event as readonly JsonObject[]),
  };
}

const stream: NodeSpec = {
  id: "Readings",
  type: "AWS::Kinesis::Stream",
  arn: STREAM_ARN,
  properties: { ShardCount: 1 },
};

async function ran(
  specs: readonly NodeSpec[],
  source: string,
  bodies: readonly JsonObject[],
  options: SimulationOptions = {},
): Promise<Simulation> {
  const simulation = simulationOf([...specs, queue("Out"), queue("Dead")], options);
  for (const body of bodies) {
    const delivery = { body: JSON.stringify(body), partitionKey: "k", from: "test" };
    portsOf(simulation, source).target.deliver(undefined, delivery);
  }
  await runSimulation(simulation, { untilQuiet: true, untilMs: 3_600_000 });
  expect(simulation.audit()).toEqual([]);
  return simulation;
}

const parsed = (simulation: Simulation, id = "Out"): readonly JsonObject[] =>
  bodiesIn(simulation, id).map((body) => JSON.parse(body) as JsonObject);

const orders = [
  { id: 1, state: "paid" },
  { id: 2, state: "new" },
  { id: 3, state: "paid" },
];

describe("a pipe", () => {
  it("hands on what its filter lets through, and deletes the rest", async () => {
    const filter = { FilterCriteria: { Filters: [{ Pattern: '{"body": {"state": ["paid"]}}' }] } };
    const simulation = await ran(
      [queue("In"), pipe(arnOf("In"), arnOf("Out"), { SourceParameters: filter })],
      "In",
      orders,
    );
    const events = parsed(simulation);
    expect(events.map(({ body }) => JSON.parse(String(body)).id).sort()).toEqual([1, 3]);
    expect(events[0]).toMatchObject({ eventSource: "aws:sqs", eventSourceARN: arnOf("In"), awsRegion: "us-east-1" });
    expect([total(simulation, "Pipe", "filtered"), total(simulation, "Pipe", "delivered")]).toEqual([1, 2]);
    expect(total(simulation, "In", "deleted")).toBe(3);
  });

  it("fills its template in from the data, and from paths in parameters", async () => {
    const TargetParameters = {
      InputTemplate: '{"order": <$.body.id>, "was": "<$.body.state>", "by": "<aws.pipes.pipe-name>"}',
      SqsQueueParameters: { MessageGroupId: "$.body.state" },
    };
    const simulation = await ran([queue("In"), pipe(arnOf("In"), arnOf("Out"), { TargetParameters })], "In", [
      { id: 1, state: "new" },
    ]);
    const received = portsOf(simulation, "Out").queue.receive(1);
    if ("code" in received) throw new Error(received.code);
    expect(JSON.parse(received[0]?.message.body ?? "")).toEqual({ order: 1, was: "new", by: "Pipe" });
    expect(received[0]?.groupId).toBe("new");
  });

  it("gives records of Kinesis without a wrapping, and puts events on a bus", async () => {
    const TargetParameters = {
      InputTemplate: '{"id": <$.data.id>}',
      EventBridgeEventBusParameters: { DetailType: "Reading", Source: "$.data.state" },
    };
    const SourceParameters = { KinesisStreamParameters: { StartingPosition: "TRIM_HORIZON", BatchSize: 10 } };
    const simulation = await ran(
      [
        stream,
        bus("Shop"),
        rule("All", "Shop", [arnOf("Out")]),
        pipe(STREAM_ARN, busArn("Shop"), { SourceParameters, TargetParameters }),
      ],
      "Readings",
      orders,
    );
    expect(parsed(simulation).map(({ source, detail, "detail-type": type }) => [source, detail, type])).toEqual([
      ["paid", { id: 1 }, "Reading"],
      ["new", { id: 2 }, "Reading"],
      ["paid", { id: 3 }, "Reading"],
    ]);
  });

  it("takes what its enrichment answers: other events, more, none", async () => {
    const enrichment = code("Enrich", (events: readonly JsonObject[]) => ({
      response: events.flatMap(({ body }) => {
        const { id, state } = JSON.parse(String(body)) as { readonly id: number; readonly state: string };
        return state === "paid"
          ? [
              { id, half: 1 },
              { id, half: 2 },
            ]
          : [];
      }),
    }));
    const simulation = await ran(
      [
        queue("In"),
        enrichment,
        pipe(arnOf("In"), arnOf("Out"), {
          Enrichment: functionArn("Enrich"),
          SourceParameters: { SqsQueueParameters: { BatchSize: 1 } },
        }),
      ],
      "In",
      orders,
    );
    expect(
      parsed(simulation)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([1, 1, 3, 3]);
    expect([total(simulation, "Pipe", "enriched"), total(simulation, "Pipe", "dropped")]).toEqual([3, 1]);
    expect(total(simulation, "In", "deleted")).toBe(3);
  });

  it("waits for a function, and leaves to the queue what that reports as failed", async () => {
    let calls = 0;
    const target = code("Work", (events: readonly JsonObject[]) => {
      calls += 1;
      return { response: { batchItemFailures: calls > 1 ? [] : [{ itemIdentifier: String(events[1]?.messageId) }] } };
    });
    const simulation = await ran(
      [
        queue("In", { VisibilityTimeout: 60 }),
        target,
        pipe(arnOf("In"), functionArn("Work"), {
          SourceParameters: { SqsQueueParameters: { BatchSize: 3, MaximumBatchingWindowInSeconds: 1 } },
        }),
      ],
      "In",
      orders,
    );
    expect(calls).toBe(2);
    expect([
      total(simulation, "In", "deleted"),
      total(simulation, "In", "received"),
      total(simulation, "Pipe", "targetErrors"),
    ]).toEqual([3, 4, 1]);
  });

  it("tells its dead-letter queue of records that it gives up, and goes on", async () => {
    const SourceParameters = {
      KinesisStreamParameters: {
        StartingPosition: "TRIM_HORIZON",
        BatchSize: 4,
        MaximumRetryAttempts: 2,
        OnPartialBatchItemFailure: "AUTOMATIC_BISECT",
        DeadLetterConfig: { Arn: arnOf("Dead") },
      },
    };
    const target = code("Work", (events: readonly JsonObject[]) => {
      const isPoison = events.some(({ data }) => atob(String(data)).includes("poison"));
      return isPoison ? { error: { errorType: "Error", errorMessage: "poison" } } : { response: null };
    });
    const bodies = [...orders, { id: 4, state: "poison" }, { id: 5, state: "new" }];
    const simulation = await ran(
      [stream, target, pipe(STREAM_ARN, functionArn("Work"), { SourceParameters })],
      "Readings",
      bodies,
    );
    const letters = parsed(simulation, "Dead");
    expect(letters).toMatchObject([
      {
        context: { partnerResourceArn: PIPE_ARN, condition: "RetryAttemptsExhausted" },
        KinesisBatchInfo: { batchSize: 1, streamArn: STREAM_ARN },
      },
    ]);
    expect(total(simulation, "Pipe", "delivered")).toBe(4);
  });

  it("does nothing while it is stopped, and tries again while its target is away", async () => {
    const stopped = await ran(
      [queue("In"), pipe(arnOf("In"), arnOf("Out"), { DesiredState: "STOPPED" })],
      "In",
      orders,
    );
    expect(total(stopped, "In", "received")).toBe(0);
    const faults = [{ node: "Out", outage: true, fromMs: 0, untilMs: 40_000 }];
    const simulation = await ran([queue("In"), pipe(arnOf("In"), arnOf("Out"))], "In", orders, { faults });
    expect(parsed(simulation)).toHaveLength(3);
  });

  it("goes on from a checkpoint with the same bytes", async () => {
    const enrichment = code("Enrich", (events: readonly JsonObject[]) => ({ response: events, durationMs: 500 }));
    const specs = [
      queue("In"),
      enrichment,
      queue("Out"),
      pipe(arnOf("In"), arnOf("Out"), { Enrichment: functionArn("Enrich") }),
    ];
    const first = simulationOf(specs);
    for (const body of orders)
      portsOf(first, "In").target.deliver(undefined, { body: JSON.stringify(body), from: "test" });
    await runSimulation(first, { untilMs: 200 });
    const saved = first.save();
    const second = simulationOf(specs, {}, JSON.parse(JSON.stringify(saved)));
    for (const each of [first, second]) await runSimulation(each, { untilQuiet: true });
    expect(second.metrics()).toEqual(first.metrics());
    expect(total(second, "Pipe", "delivered")).toBe(3);
  });
});
