/** The kernel itself: one generator a node, faults, loops, quiet, traces, names. */
import { describe, expect, it } from "vitest";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import { Simulation } from "../../../engine/src/sim/simulation.ts";
import type { TracePolicy } from "../../../engine/src/sim/trace.ts";
import type { NodeContext, NodeFactory, NodeSpec, SimNode } from "../../../engine/src/sim/types.ts";
import { arnOf, at, fifo, metric, producer, queue, ran, redriveTo, system, total, workers } from "../sqs/systems.ts";

const SHOP: readonly NodeSpec[] = [
  queue("Orders", { ReceiveMessageWaitTimeSeconds: 20, VisibilityTimeout: 5 }),
  producer("Shop", "Orders", { arrivals: { poisson: { perSecond: 10 } }, count: 300, messages: [{ body: "${uuid}" }] }),
  workers("Workers", "Orders", { DesiredCount: 3 }, { durationMs: { exponential: { mean: 200 } }, failureRate: 0.1 }),
];

describe("chance", () => {
  it("is each node's own: another node changes nothing of what these draw", async () => {
    const others = [
      queue("Other"),
      producer("P", "Other", { arrivals: { poisson: { perSecond: 50 } }, count: 900, messages: [{ body: "x" }] }),
    ];
    const story = async (nodes: readonly NodeSpec[]): Promise<readonly string[]> => {
      const simulation = await ran(nodes, { trace: { keep: "all", max: 1e5 } });
      const own = simulation.records().filter(({ node }) => ["Orders", "Shop", "Workers"].includes(node));
      return own.map(({ timeMs, node, what }) => `${timeMs} ${node} ${what}`);
    };
    expect(await story([...others, ...SHOP])).toEqual(await story(SHOP));
  });

  it("is another with another seed", async () => {
    const [one, other] = [await ran(SHOP, { seed: 1 }), await ran(SHOP, { seed: 2 })];
    expect(one.timeMs).not.toBe(other.timeMs);
  });
});

describe("quiet", () => {
  it("comes when no message is under way, though workers go on polling", async () => {
    const simulation = await ran(SHOP);
    expect(at(simulation, "Orders").inside()).toBe(0);
    expect(simulation.timeMs).toBeLessThan(120_000);
    expect(simulation.nextMs).toBeLessThan(Number.POSITIVE_INFINITY);
  });

  it("does not wait for messages that nobody polls", async () => {
    const simulation = await ran([
      queue("Q"),
      producer("P", "Q", { arrivals: { constant: { perSecond: 1 } }, count: 5, messages: [{ body: "x" }] }),
    ]);
    expect(simulation.timeMs).toBe(4_000);
    expect(at(simulation, "Q").visible).toBe(5);
  });

  it("waits for what is hidden, delayed, or polled now and then", async () => {
    const one = { arrivals: { constant: { perSecond: 1 } }, count: 1, messages: [{ body: "x" }] };
    const delayed = await ran([
      queue("Q", { DelaySeconds: 60 }),
      producer("P", "Q", one),
      workers("W", "Q", { PauseSeconds: 10 }, {}),
    ]);
    expect(total(delayed, "W", "processed")).toBe(1);
  });
});

describe("faults", () => {
  it("begin, end and add up", async () => {
    const simulation = await ran(
      SHOP,
      {
        trace: { keep: "all", max: 1e5 },
        faults: [
          { node: "Workers", fromMs: 5_000, untilMs: 15_000, slowness: 4 },
          { node: "Workers", fromMs: 10_000, untilMs: 12_000, slowness: 3, throttleRate: 0.5 },
          { node: arnOf("Orders"), fromMs: 20_000, outage: true },
        ],
      },
      { untilMs: 40_000 },
    );
    const told = simulation.records().filter(({ what }) => what.startsWith("fault"));
    expect(told.map(({ timeMs, node, what, why }) => [timeMs, node, what, why?.slowness ?? why?.outage])).toEqual([
      [5_000, "Workers", "faultBegan", 4],
      [10_000, "Workers", "faultBegan", 3],
      [12_000, "Workers", "faultEnded", 3],
      [15_000, "Workers", "faultEnded", 4],
      [20_000, "Orders", "faultBegan", "yes"],
    ]);
    const durations = simulation
      .records()
      .filter(({ what, timeMs }) => what === "started" && timeMs > 10_000 && timeMs < 12_000);
    const mean = durations.reduce((sum, { why }) => sum + Number(why?.durationMs), 0) / durations.length;
    expect(mean).toBeGreaterThan(1_200);
  });

  it("make an outage refuse calls, and producers retry and give up", async () => {
    const simulation = await ran(SHOP, { faults: [{ node: "Orders", fromMs: 5_000, untilMs: 10_000, outage: true }] });
    const [sent, lost, retried] = ["sent", "lost", "retried"].map((name) => total(simulation, "Shop", name));
    expect(lost).toBeGreaterThan(10);
    expect(retried).toBeGreaterThan(lost as number);
    expect((sent as number) + (lost as number)).toBe(300);
    expect(total(simulation, "Orders", "deleted")).toBe(sent);
  });

  it("throttle a share of calls", async () => {
    const simulation = await ran(SHOP, { faults: [{ node: "Orders", fromMs: 0, throttleRate: 0.3 }] });
    const requests = total(simulation, "Orders", "requests");
    expect(total(simulation, "Orders", "throttled") / requests).toBeGreaterThan(0.2);
    expect(total(simulation, "Workers", "refused")).toBeGreaterThan(0);
  });

  it("of a node that is not there are a mistake of the program", () => {
    expect(() => system(SHOP, { faults: [{ node: "None", fromMs: 0, outage: true }] })).toThrow("None");
  });
});

describe("loops", () => {
  it("of workers that send back what they receive are found, shown and stopped", async () => {
    const simulation = await ran(
      [
        queue("A"),
        queue("B"),
        producer("P", "A", { arrivals: { constant: { perSecond: 1 } }, count: 2, messages: [{ body: "x" }] }),
        workers("AtoB", "A", { TargetArns: [arnOf("B")] }, {}),
        workers("BtoA", "B", { TargetArns: [arnOf("A")] }, {}),
      ],
      { trace: { keep: "all", max: 1e5 } },
    );
    const stopped = simulation.records().filter(({ what }) => what === "loopStopped");
    expect(stopped.length).toBeGreaterThan(0);
    expect(stopped[0]?.why).toEqual({ code: "kernel.loop", turns: 16, way: "A > B > A" });
    expect(total(simulation, "A", "sent")).toBeLessThan(60);
  });

  it("of queues that redrive to each other are stopped, too", async () => {
    const back = (name: string): NodeSpec =>
      queue(name, { VisibilityTimeout: 1, ...redriveTo(name === "A" ? "B" : "A", 1) });
    const simulation = await ran(
      [
        back("A"),
        back("B"),
        producer("P", "A", { arrivals: { constant: { perSecond: 1 } }, count: 1, messages: [{ body: "x" }] }),
        workers("WA", "A", {}, { failureRate: 1 }),
        workers("WB", "B", {}, { failureRate: 1 }),
      ],
      { trace: { keep: "all", max: 1e5 } },
    );
    expect(simulation.records().filter(({ what }) => what === "loopStopped")).toHaveLength(1);
    expect(at(simulation, "A").inside() + at(simulation, "B").inside()).toBe(0);
  });

  it("in which time does not pass are known as such", async () => {
    const factory: NodeFactory = (context) => new Spinning(context);
    const simulation = new Simulation([{ id: "S", type: "Test::Spinning", arn: "s", properties: {} }], () => factory);
    expect(await runSimulation(simulation, { untilMs: 1_000 })).toBe("stuck");
    expect(simulation.isStuck).toBe(true);
  }, 60_000);
});

class Spinning implements SimNode {
  readonly ports = {};
  readonly #context: NodeContext;

  constructor(context: NodeContext) {
    this.#context = context;
  }

  start(): void {
    this.#context.at(0, 0);
  }

  handle(): void {
    this.#context.at(0, 0);
  }

  view(): Record<string, never> {
    return {};
  }

  save(): object {
    return {};
  }

  restore(): void {}
}

describe("traces", () => {
  const kept = async (trace: TracePolicy): Promise<Simulation> => await ran(SHOP, { trace });

  it("keep all, the last, some nodes, one message's line, or none; numbered all the same", async () => {
    const all = (await kept({ keep: "all", max: 1e5 })).records();
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));
    expect((await kept({ keep: "last", max: 10 })).records()).toEqual(all.slice(-10));
    expect((await kept({ keep: "all", max: 10 })).records()).toEqual(all.slice(0, 10));
    expect((await kept({ keep: "all", max: 1e5, nodes: ["Shop"] })).records()).toEqual(
      all.filter(({ node }) => node === "Shop"),
    );
    expect((await kept({ keep: "all", max: 1e5, origins: [5] })).records()).toEqual(
      all.filter(({ message }) => message === 5),
    );
    expect((await kept({ keep: "none" })).records()).toEqual([]);
    const last = await kept({ keep: "last", max: 10 });
    expect(last.records(all.length - 3)).toEqual(all.slice(-3));
  });

  it("are told as they come, and do not change the metrics", async () => {
    const told: number[] = [];
    const one = await ran(SHOP, { trace: { keep: "last", max: 2 }, onRecord: ({ sequence }) => told.push(sequence) });
    const other = await kept({ keep: "none" });
    expect(told).toEqual(told.map((_, index) => index + 1));
    expect(one.metrics()).toEqual(other.metrics());
  });
});

describe("slices", () => {
  it("end by events, by the host's clock, by what it sees, and by virtual time", async () => {
    const simulation = system(SHOP);
    expect(await runSimulation(simulation, { maxEvents: 10 })).toBe("moved");
    expect(simulation.events).toBe(10);
    let nowMs = 0;
    expect(await runSimulation(simulation, { maxMs: 3, nowMs: () => nowMs++ })).toBe("moved");
    const { events: before } = simulation;
    expect(await runSimulation(simulation, { afterEvent: ({ events }) => events === before + 7 })).toBe("moved");
    expect(simulation.events).toBe(before + 7);
    expect(await runSimulation(simulation, { untilMs: 100_000 })).toBe("ended");
    expect(simulation.timeMs).toBe(100_000);
    expect(() => simulation.passTo(1e9)).toThrow("something happens before");
  });
});

describe("names", () => {
  it("are ids, ARNs and URLs; a node that was removed is found by none", () => {
    const simulation = system([{ ...queue("Orders"), properties: { QueueUrl: "https://sqs/orders" } }]);
    const names = ["Orders", arnOf("Orders"), "https://sqs/orders"];
    for (const name of names) expect(simulation.ports(name)).toBeDefined();
    simulation.add(fifo("Late.fifo"));
    expect(simulation.ports(arnOf("Late.fifo"))).toBeDefined();
    simulation.remove("Orders");
    for (const name of names) expect(simulation.ports(name)).toBeUndefined();
  });

  it("of what is not simulated are refused", () => {
    expect(
      () => new Simulation([{ id: "X", type: "AWS::IAM::Role", arn: "x", properties: {} }], nodeFactoryOf),
    ).toThrow("AWS::IAM::Role");
  });

  it("of states from elsewhere are refused", async () => {
    const simulation = await ran(SHOP);
    expect(() => new Simulation(SHOP.slice(1), nodeFactoryOf, {}, simulation.save())).toThrow("the same nodes");
    expect(metric(simulation, "Orders", "waitMs", "histogram").count).toBe(300);
  });
});
