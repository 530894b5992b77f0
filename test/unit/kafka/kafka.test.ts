/** What becomes of records when brokers and members come and go. Times in milliseconds. */
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import { cluster, group, producer, ran, records, topic, topicOf } from "./systems.ts";

const total = (simulation: Simulation, node: string, name: string): number => {
  const metric = simulation.metrics()[node]?.[name];
  return metric?.kind === "counter" ? metric.total : Number.NaN;
};
const outage = (node: string, fromMs: number, untilMs: number) => ({ node, outage: true, fromMs, untilMs });

describe("a topic", () => {
  it("keeps records of one key in one partition, in their order", async () => {
    const simulation = await ran(
      [cluster(), topic("Orders"), producer("Shop", "Orders", records(40, 100, "c7"))],
      {},
      { untilMs: 10_000 },
    );
    const orders = topicOf(simulation, "Orders");
    const lengths = [0, 1, 2, 3].map((partition) => orders.latest(partition));
    expect(lengths.filter((length) => length > 0)).toEqual([40]);
    const bodies = orders.fetch(lengths.indexOf(40), 0, 100).records.map(({ message }) => Number(message.body));
    expect(bodies).toEqual([...bodies].sort((a, b) => a - b));
  });

  it("gives records without keys to one partition until a batch is full", async () => {
    const behavior: JsonObject = { ...records(40, 100), messages: [{ body: "x".repeat(1_000) }] };
    const simulation = await ran(
      [cluster(), topic("Orders"), producer("Shop", "Orders", behavior)],
      {},
      { untilMs: 10_000 },
    );
    const lengths = [0, 1, 2, 3].map((partition) => topicOf(simulation, "Orders").latest(partition));
    expect(lengths.reduce((sum, length) => sum + length)).toBe(40);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(17);
  });

  it("refuses what is larger than max.message.bytes", async () => {
    const configured = topic("Orders", { Configs: "max.message.bytes=10" });
    const behavior: JsonObject = { ...records(1, 1), messages: [{ body: "more than ten bytes" }] };
    const simulation = await ran([cluster(), configured, producer("Shop", "Orders", behavior)]);
    expect(total(simulation, "Orders", "refused")).toBe(1);
  });

  it("deletes whole segments, when they are old enough and somebody looks", async () => {
    const configured = topic("Orders", {
      PartitionCount: 1,
      Configs: { "retention.ms": "60000", "segment.ms": "10000" },
    });
    const nodes = [cluster(), configured, producer("Shop", "Orders", records(30, 1))];
    const before = await ran(nodes, {}, { untilMs: 299_000 });
    expect(total(before, "Orders", "deleted")).toBe(0);
    const after = await ran(nodes, {}, { untilMs: 301_000 });
    expect(total(after, "Orders", "deleted")).toBe(30);
  });
});

describe("a broker that is gone", () => {
  const shop = producer("Shop", "Orders", records(600, 10, "c${zipf(20)}"));

  it("is noticed, and others lead: with acks=all nothing is lost", async () => {
    const simulation = await ran([cluster(), topic("Orders"), shop], {
      faults: [outage("Events/b-1", 20_000, 50_000)],
    });
    expect(total(simulation, "Orders", "sent")).toBe(600);
    expect(total(simulation, "Orders", "lost")).toBe(0);
    expect(total(simulation, "Orders", "elections")).toBeGreaterThan(0);
  });

  it("takes what it alone had with acks=1", async () => {
    const quick = topic("Orders", { PartitionCount: 1 }, { acks: "1", replicationMs: 5_000 });
    const simulation = await ran([cluster(), quick, shop], { faults: [outage("Events/b-1", 20_000, 50_000)] });
    expect(total(simulation, "Orders", "lost")).toBeGreaterThan(0);
  });

  it("stops writers that want more replicas in sync than are left", async () => {
    const strict = topic("Orders", { Configs: { "min.insync.replicas": "3" } });
    const faults = [outage("Events/b-1", 20_000, 50_000)];
    const simulation = await ran([cluster(), strict, shop], { faults }, { untilMs: 45_000 });
    expect(simulation.view("Orders")?.partitions).toContainEqual(
      expect.objectContaining({ leader: expect.any(Number) }),
    );
    expect(total(simulation, "Orders", "sent")).toBeLessThan(450);
  });
});

describe("a consumer group", () => {
  const shop = producer("Shop", "Orders", records(600, 10, "c${zipf(50)}"));

  it("reads everything once while nobody dies", async () => {
    const simulation = await ran([
      cluster(),
      topic("Orders"),
      group("Shipping", ["Orders"], { DesiredCount: 2 }),
      shop,
    ]);
    expect(total(simulation, "Shipping", "processed")).toBe(600);
    expect(total(simulation, "Shipping", "duplicates")).toBe(0);
    expect(simulation.view("Shipping")?.lag).toBe(0);
  });

  it("loses nothing when a member dies, and does again what was not committed", async () => {
    const members = group("Shipping", ["Orders"], { DesiredCount: 2 }, { durationMs: 50 });
    const faults = [outage("Shipping/2", 20_000, 90_000)];
    const simulation = await ran([cluster(), topic("Orders"), members, shop], { faults });
    expect(total(simulation, "Shipping", "processed")).toBeGreaterThan(600);
    expect(total(simulation, "Shipping", "processed") - total(simulation, "Shipping", "duplicates")).toBe(600);
    expect(total(simulation, "Shipping", "rebalances")).toBeGreaterThanOrEqual(2);
  });

  it("puts out a member that works longer than max.poll.interval.ms", async () => {
    const slow = { DesiredCount: 2, MaxPollIntervalMs: 1_000, MaxPollRecords: 50, Commit: "Batch" };
    const simulation = await ran(
      [cluster(), topic("Orders"), group("Shipping", ["Orders"], slow, { durationMs: 200 }), shop],
      {},
      { untilMs: 60_000 },
    );
    const words = simulation.records().filter(({ what }) => what === "commitRefused");
    expect(words.length).toBeGreaterThan(0);
  });

  it("goes on without what fails for good, to the dead-letter topic", async () => {
    const nodes = [
      cluster(),
      topic("Orders"),
      topic("Failed"),
      group("Shipping", ["Orders"], { RetryAttempts: 1, DeadLetterArn: "Failed" }, { failureRate: 0.5 }),
      shop,
    ];
    const simulation = await ran(nodes);
    expect(total(simulation, "Failed", "sent")).toBe(total(simulation, "Shipping", "deadLettered"));
    expect(total(simulation, "Shipping", "processed") + total(simulation, "Failed", "sent")).toBe(600);
  });

  it("has no use for more members than there are partitions", async () => {
    const simulation = await ran([
      cluster(),
      topic("Orders"),
      group("Shipping", ["Orders"], { DesiredCount: 6 }),
      shop,
    ]);
    const members = simulation.view("Shipping")?.members as { partitions: number[] }[];
    expect(members.filter(({ partitions }) => partitions.length === 0)).toHaveLength(2);
  });
});
