/** Fair queues: one tenant with a flood of messages must not make the others wait. */
import { describe, expect, it } from "vitest";
import type { FlowRecord, NodeSpec } from "../../../engine/src/sim/types.ts";
import { producer, queue, ran, workers } from "./systems.ts";

/** A flood of one tenant, and a trickle of others; times of 100 ms by 40 pollers that take one message at a time. */
function flood(groups: boolean): readonly NodeSpec[] {
  const group = (groupId: string): { groupId?: string } => (groups ? { groupId } : {});
  return [
    queue("Jobs", { ReceiveMessageWaitTimeSeconds: 20 }),
    producer("Flood", "Jobs", {
      arrivals: { bursts: { size: 8_000, everyMs: 1e9 } },
      count: 8_000,
      fromMs: 1_000,
      messages: [{ body: "flood", ...group("loud") }],
    }),
    producer("Trickle", "Jobs", {
      arrivals: { constant: { perSecond: 40 } },
      untilMs: 15_000,
      messages: [{ body: "trickle", ...group("q${zipf(40)}") }],
    }),
    workers(
      "Workers",
      "Jobs",
      { DesiredCount: 40, MaxNumberOfMessages: 1 },
      { durationMs: { exponential: { mean: 100 } } },
    ),
  ];
}

/** How long messages of a body waited at most, milliseconds, from arriving to being received. */
async function longestWait(nodes: readonly NodeSpec[], from: string): Promise<number> {
  const simulation = await ran(nodes, { trace: { keep: "all", max: 200_000, nodes: ["Jobs"] } });
  const arrived = new Map<number, FlowRecord>();
  let longest = 0;
  for (const record of simulation.records()) {
    if (record.message === undefined) continue;
    if (record.what === "arrived" && record.other === from) arrived.set(record.message, record);
    const before = record.what === "received" ? arrived.get(record.message) : undefined;
    if (before !== undefined) longest = Math.max(longest, record.timeMs - before.timeMs);
  }
  return longest;
}

describe("a flood of one tenant", () => {
  it("makes all others wait in a queue without groups", async () => {
    expect(await longestWait(flood(false), "Trickle")).toBeGreaterThan(10_000);
  });

  it("makes only itself wait where groups name the tenants", async () => {
    expect(await longestWait(flood(true), "Trickle")).toBeLessThan(1_000);
    expect(await longestWait(flood(true), "Flood")).toBeGreaterThan(10_000);
  });

  it("is told: noisy, and quiet again when its backlog is gone", async () => {
    const simulation = await ran(flood(true), { trace: { keep: "all", max: 200_000 } });
    const told = simulation
      .records()
      .filter(({ what, why }) => (what === "noisy" || what === "quiet") && why?.group === "loud");
    expect(told.map(({ what, why }) => `${what} ${why?.code}`)).toEqual([
      "noisy sqs.noisy-in-flight",
      "quiet sqs.quiet-drained",
    ]);
  });
});
