/** The simulator against what can be computed: Erlang's formulas and Little's law, over 20 seeds. */
import { beforeAll, describe, expect, it } from "vitest";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import { metricOf } from "../../../engine/src/sim/metrics.ts";
import { Simulation } from "../../../engine/src/sim/simulation.ts";
import { confidence, erlangC, meanWait } from "./erlang.ts";

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:Orders";
const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

interface Measured {
  readonly waitMs: number;
  readonly waiting: number;
  readonly busy: number;
  readonly perMs: number;
}

/** Messages at random, `servers` workers that take one at a time. Rates per second. */
async function measure(seed: number, servers: number, arrivals: number, served: number): Promise<Measured> {
  const messages = 6_000;
  const simulation = new Simulation(
    [
      { id: "Orders", type: "AWS::SQS::Queue", arn: QUEUE, properties: { ReceiveMessageWaitTimeSeconds: 20 } },
      {
        id: "Shop",
        type: "Sluice::Producer",
        arn: "shop",
        properties: { TargetArn: QUEUE },
        behavior: { arrivals: { poisson: { perSecond: arrivals } }, count: messages, messages: [{ body: "{}" }] },
      },
      {
        id: "Workers",
        type: "Sluice::WorkerGroup",
        arn: "workers",
        properties: { QueueArn: QUEUE, DesiredCount: servers, MaxNumberOfMessages: 1, VisibilityTimeout: 43_200 },
        behavior: { durationMs: { exponential: { mean: 1_000 / served } } },
      },
    ],
    nodeFactoryOf,
    { seed, trace: { keep: "none" } },
  );
  await runSimulation(simulation, { untilQuiet: true });
  expect(simulation.audit()).toEqual([]);
  const metrics = simulation.metrics();
  const wait = metricOf(metrics, "Orders", "waitMs", "histogram");
  const visible = metricOf(metrics, "Orders", "visible", "gauge");
  const busy = metricOf(metrics, "Workers", "busy", "gauge");
  if (wait?.count !== messages || visible === undefined || busy === undefined)
    throw new Error("not everything was measured");
  return { waitMs: wait.mean, waiting: visible.mean, busy: busy.mean, perMs: messages / simulation.timeMs };
}

describe.each([
  { servers: 1, arrivals: 6, served: 10 },
  { servers: 1, arrivals: 8, served: 10 },
  { servers: 3, arrivals: 21, served: 10 },
  { servers: 10, arrivals: 80, served: 10 },
])("M/M/$servers, $arrivals a second, each worker $served", ({ servers, arrivals, served }) => {
  let measured: readonly Measured[] = [];

  beforeAll(async () => {
    measured = await Promise.all(SEEDS.map((seed) => measure(seed, servers, arrivals, served)));
  }, 60_000);

  it("waits as long as Erlang says", () => {
    const [low, high] = confidence(measured.map(({ waitMs }) => waitMs / 1_000));
    const expected = meanWait(servers, arrivals, served);
    expect(low, `${expected} in ${low} to ${high}`).toBeLessThan(expected);
    expect(high, `${expected} in ${low} to ${high}`).toBeGreaterThan(expected);
  });

  it("keeps as many workers busy as the load asks for", () => {
    const [low, high] = confidence(measured.map(({ busy }) => busy));
    expect(low).toBeLessThan(arrivals / served);
    expect(high).toBeGreaterThan(arrivals / served);
  });

  it("has as many messages waiting as Little says: rate x time", () => {
    for (const { waiting, perMs, waitMs } of measured) {
      expect(Math.abs(waiting - perMs * waitMs)).toBeLessThan(0.001 * waiting);
    }
  });
});

it("Erlang's C of one server is its load", () => {
  expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12);
});
