/** A simulation that is saved, written as JSON, and restored elsewhere goes on with the same bytes. */
import { describe, expect, it } from "vitest";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationOptions, type SimulationState } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";

const arnOf = (name: string): string => `arn:aws:sqs:us-east-1:123456789012:${name}`;

/** Something of everything: groups, duplicates, failures, dead letters, heartbeats, scaling, an outage. */
function specs(suffix: "" | ".fifo"): readonly NodeSpec[] {
  const isFifo = suffix === ".fifo" ? { FifoQueue: true, ContentBasedDeduplication: true } : {};
  const RedrivePolicy = { deadLetterTargetArn: arnOf(`Failed${suffix}`), maxReceiveCount: 3 };
  return [
    {
      id: "Orders",
      type: "AWS::SQS::Queue",
      arn: arnOf(`Orders${suffix}`),
      properties: { ...isFifo, VisibilityTimeout: 5, ReceiveMessageWaitTimeSeconds: 20, RedrivePolicy },
      behavior: { duplicateRate: 0.05, reorderRate: 0.1, shortPollShare: 0.7 },
    },
    { id: "Failed", type: "AWS::SQS::Queue", arn: arnOf(`Failed${suffix}`), properties: { ...isFifo } },
    {
      id: "Shop",
      type: "Sluice::Producer",
      arn: "shop",
      properties: { TargetArn: arnOf(`Orders${suffix}`), BatchSize: 3 },
      behavior: {
        arrivals: { poisson: { perSecond: 20 } },
        count: 2_000,
        messages: [{ body: "${random(1, 1500)}", ...(suffix === ".fifo" && { groupId: "g${zipf(10)}" }) }],
      },
    },
    {
      id: "Workers",
      type: "Sluice::WorkerGroup",
      arn: "workers",
      properties: { QueueArn: arnOf(`Orders${suffix}`), DesiredCount: 2, PollersPerWorker: 3, HeartbeatSeconds: 3 },
      behavior: { durationMs: { lognormal: { median: 150, p99: 4_000 } }, failureRate: 0.1, startMs: 20_000 },
    },
    {
      id: "Fleet",
      type: "AWS::AutoScaling::AutoScalingGroup",
      arn: "fleet",
      properties: {
        QueueArn: arnOf(`Orders${suffix}`),
        Workers: "Workers",
        MinSize: 1,
        MaxSize: 6,
        TargetValue: 20,
        Cooldown: 60,
      },
    },
  ];
}

const OPTIONS: SimulationOptions = {
  seed: 3,
  trace: { keep: "all", max: 1_000_000 },
  faults: [
    { node: "Orders", fromMs: 20_000, untilMs: 25_000, outage: true },
    { node: "Workers", fromMs: 40_000, untilMs: 60_000, slowness: 4 },
    { node: "Workers", fromMs: 70_000, untilMs: 80_000, outage: true },
  ],
};

const copy = (state: SimulationState): SimulationState => JSON.parse(JSON.stringify(state)) as SimulationState;

describe.each(["", ".fifo"] as const)("queues%s", (suffix) => {
  const make = (state?: SimulationState): Simulation => new Simulation(specs(suffix), nodeFactoryOf, OPTIONS, state);

  it.each([0, 1, 97, 1_000, 3_000, 6_000])("go on from event %i", async (events) => {
    const [whole, begun] = [make(), make()];
    await runSimulation(whole, { untilMs: 600_000 });
    if (events > 0) await runSimulation(begun, { untilMs: 600_000, maxEvents: events });
    const restored = make(copy(begun.save()));
    await runSimulation(restored, { untilMs: 600_000 });
    expect(whole.audit()).toEqual([]);
    expect(restored.records()).toEqual(whole.records());
    expect(restored.metrics()).toEqual(whole.metrics());
    expect(copy(restored.save())).toEqual(copy(whole.save()));
  });

  it.each([97, 3_000])("go on from event %i with messages that others hold as well", async (events) => {
    const [whole, begun] = [make(), make()];
    await runSimulation(whole, { untilMs: 600_000 });
    await runSimulation(begun, { untilMs: 600_000, maxEvents: events });
    const state = begun.checkpoint();
    for (const each of [make(state), begun, make(state)]) {
      await runSimulation(each, { untilMs: 600_000 });
      expect(copy(each.save())).toEqual(copy(whole.save()));
    }
  });

  it("do not change by being looked at", async () => {
    const [whole, watched] = [make(), make()];
    await runSimulation(whole, { untilMs: 600_000 });
    await runSimulation(watched, {
      untilMs: 600_000,
      afterEvent: (simulation) => {
        if (simulation.events % 50 === 0) {
          simulation.metrics();
          simulation.save();
          simulation.view("Orders");
        }
        return false;
      },
    });
    expect(copy(watched.save())).toEqual(copy(whole.save()));
  });

  it("do something of everything", async () => {
    const simulation = make();
    await runSimulation(simulation, { untilMs: 600_000 });
    const words = new Set(simulation.records().map(({ what }) => what));
    const wanted = [
      "arrived",
      "received",
      "started",
      "processed",
      "failed",
      "deadLettered",
      "visible",
      "abandoned",
      "scaled",
    ];
    for (const word of wanted) expect(words).toContain(word);
  });
});
