/** Any time of a simulation can be returned to: what is found there is what was there. */
import { beforeAll, describe, expect, it } from "vitest";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { Simulation, type SimulationState } from "../../../engine/src/sim/simulation.ts";
import { Timeline, type TimelineOptions } from "../../../engine/src/sim/timeline.ts";
import type { FlowRecord, NodeSpec } from "../../../engine/src/sim/types.ts";
import { at, producer, queue, redriveTo, workers } from "../sqs/systems.ts";

const NODES: readonly NodeSpec[] = [
  queue("Orders", { VisibilityTimeout: 4, ReceiveMessageWaitTimeSeconds: 10, ...redriveTo("Failed", 2) }),
  queue("Failed"),
  producer("Shop", "Orders", {
    arrivals: { poisson: { perSecond: 30 } },
    count: 3_000,
    messages: [{ body: "${uuid}" }],
  }),
  workers("Workers", "Orders", { DesiredCount: 8 }, { durationMs: { exponential: { mean: 150 } }, failureRate: 0.2 }),
];

function timelineOf(options: TimelineOptions): Timeline {
  return new Timeline(
    ({ trace = { keep: "last", max: 50 } }, state) => new Simulation(NODES, nodeFactoryOf, { seed: 3, trace }, state),
    options,
  );
}

/** Without what the policy of the trace keeps. */
function bare(simulation: Simulation): SimulationState {
  const { trace, ...state } = JSON.parse(JSON.stringify(simulation.save())) as SimulationState;
  return { ...state, trace: { ...trace, records: [] } };
}

const UNTIL_MS = 120_000;

describe("a timeline", () => {
  const timeline = timelineOf({ everyEvents: 200, maxCheckpoints: 12 });
  let all: readonly FlowRecord[] = [];

  beforeAll(async () => {
    await timeline.advance({ untilMs: UNTIL_MS });
    const whole = new Simulation(NODES, nodeFactoryOf, { seed: 3, trace: { keep: "all", max: 1e6 } });
    while (whole.nextMs <= UNTIL_MS) whole.step();
    all = whole.records();
  });

  it("keeps few checkpoints, over the whole time", () => {
    const { checkpoints } = timeline;
    expect(checkpoints.length).toBeGreaterThan(4);
    expect(checkpoints.length).toBeLessThanOrEqual(12);
    expect(checkpoints[0]).toBeLessThan(UNTIL_MS / 4);
    expect(checkpoints.at(-1)).toBeGreaterThan(UNTIL_MS / 2);
  });

  it.each([0, 1, 17_000, 59_999.5, 119_000])("shows %d ms as it was", async (timeMs) => {
    const again = new Simulation(NODES, nodeFactoryOf, { seed: 3, trace: { keep: "none" } });
    while (again.nextMs <= timeMs) again.step();
    again.passTo(timeMs);
    expect(bare(await timeline.at(timeMs))).toEqual(bare(again));
  });

  it("gives all records of a while, though it kept none of them", async () => {
    const found = await timeline.recordsBetween(50_000, 60_000);
    expect(found).toEqual(all.filter(({ timeMs }) => timeMs >= 50_000 && timeMs <= 60_000));
    const ofOne = await timeline.recordsBetween(50_000, 60_000, ["Failed"]);
    expect(ofOne).toEqual(found.filter(({ node }) => node === "Failed"));
  });

  it("gives the whole life of a message", async () => {
    const dead = all.find(({ what, timeMs }) => what === "deadLettered" && timeMs > 60_000)?.message ?? 0;
    const life = await timeline.lifeOf(dead);
    expect(life).toEqual(all.filter(({ message }) => message === dead));
    const words = ["arrived", "received", "started", "failed", "visible", "received", "started", "failed", "visible"];
    expect(life.map(({ what }) => what)).toEqual([...words, "deadLettered", "arrived"]);
  });
});

describe("a timeline that is changed by hand", () => {
  const change = (simulation: Simulation): void => {
    at(simulation, "Orders").send({ request: { body: "by hand" } });
    simulation.setFaults("Workers", { outage: true });
  };

  it("has the change in its past", async () => {
    const timeline = timelineOf({ everyEvents: 300, maxCheckpoints: 5 });
    await timeline.advance({ untilMs: 30_000 });
    timeline.act(change);
    await timeline.advance({ untilMs: 40_000 });
    timeline.act((simulation) => simulation.setFaults("Workers", {}));
    await timeline.advance({ untilMs: UNTIL_MS });
    for (const timeMs of [29_000, 30_000, 35_000, 41_000, UNTIL_MS]) {
      const past = await timeline.at(timeMs);
      const isOut = timeMs >= 30_000 && timeMs < 40_000;
      expect(past.view("Workers")?.running, String(timeMs)).toBe(isOut ? 0 : 8);
    }
    expect(bare(await timeline.at(UNTIL_MS))).toEqual(bare(timeline.head));
  });

  it("goes back, and on in another way", async () => {
    const timeline = timelineOf({ everyEvents: 300 });
    await timeline.advance({ untilMs: 60_000 });
    const before = bare(await timeline.at(60_000));
    await timeline.goBack(20_000);
    expect(timeline.head.timeMs).toBe(20_000);
    expect(timeline.checkpoints.every((timeMs) => timeMs < 20_000)).toBe(true);
    await timeline.advance({ untilMs: 60_000 });
    expect(bare(timeline.head)).toEqual(before);
    await timeline.goBack(20_000);
    timeline.act(change);
    await timeline.advance({ untilMs: 60_000 });
    expect(bare(timeline.head)).not.toEqual(before);
  });
});
