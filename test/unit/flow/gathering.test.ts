/** What gathers messages, on the examples: buffers that fill, windows that close, groups that rebalance; and who is drawn. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { FlowRun, flowSource, frameOf, inspectNode, openFlow, seenExpectations } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const examples = path.join(import.meta.dirname, "../../../examples");

/** An example's run, put to a time. */
async function runAt(name: string, timeMs: number): Promise<FlowRun> {
  const read = (file: string): string => readFileSync(path.join(examples, file), "utf8");
  const template = `${name}.template.yaml`;
  const source = flowSource(`${name}.scenario.yaml`, read(`${name}.scenario.yaml`), { [template]: read(template) });
  const flow = source && openFlow(source);
  if (!flow || !("drawing" in flow)) throw new Error(`${name} cannot be opened`);
  const run = new FlowRun(flow);
  while (run.aheadMs < timeMs && !(await run.runAhead({ maxEvents: 2_000 }))) {
    // the next slice
  }
  await run.seek(timeMs);
  return run;
}

function neighboursOf({ flow: { drawing } }: FlowRun, id: string): readonly string[] {
  const name = (at: number): string => drawing.nodes[at]?.id ?? "";
  const own = drawing.edges.map(({ from, to }) => [name(from), name(to)] as const);
  return own
    .filter((ends) => ends.includes(id))
    .map(([from, to]) => `${from} > ${to}`)
    .sort();
}

function seenOf(run: FlowRun, id: string): { fill: number; trouble: string } {
  const at = run.flow.drawing.nodes.findIndex((node) => node.id === id);
  const { fills, troubles } = frameOf(run, 0);
  return { fill: fills[at] ?? Number.NaN, trouble: troubles[at] ?? "" };
}

describe("what gathers messages", () => {
  test("a buffer of a delivery stream fills by size and by age", async () => {
    const run = await runAt("telemetry", 90_000);
    const { fill } = seenOf(run, "ArchiveDelivery");
    expect(fill).toBeGreaterThan(0);
    expect(fill).toBeLessThanOrEqual(1);
    expect(seenOf(run, "Telemetry").fill).toBe(-1);
    const { buffers } = inspectNode(run, "ArchiveDelivery").view as { buffers: Record<string, number>[] };
    for (const { bytes = 0, limitBytes = 0, sinceMs = 0, untilMs = 0 } of buffers) {
      expect(bytes).toBeLessThan(limitBytes);
      expect(sinceMs).toBeLessThanOrEqual(run.timeMs);
      expect(untilMs).toBeGreaterThanOrEqual(run.timeMs);
    }
  });

  test("a window closes as its watermark goes through it", async () => {
    const run = await runAt("heart-rates", 100_000);
    expect(neighboursOf(run, "WardMonitor")).toEqual(["HeartRates > WardMonitor", "WardMonitor > WardStatistics"]);
    const { fill } = seenOf(run, "WardMonitor");
    expect(fill).toBeCloseTo(0.5, 1);
    const { windows } = inspectNode(run, "WardMonitor").view as { windows: Record<string, number>[] };
    expect(windows.length).toBe(4);
    expect(windows.every(({ startMs = 0, endMs = 0 }) => endMs - startMs === 60_000)).toBe(true);
  });

  test("a consumer group is drawn, and says when it rebalances", async () => {
    const run = await runAt("clickstream", 179_000);
    expect(neighboursOf(run, "Counting")).toEqual(["Clicks > Counting", "Counting > ClicksFailed"]);
    expect(seenOf(run, "Counting").trouble).toBe("");
    const rebalancing: string[] = [];
    for (let timeMs = 179_000; timeMs < 245_000; timeMs += 250) {
      while (run.aheadMs < timeMs) await run.runAhead({ maxEvents: 2_000 });
      while ((await run.playTo(timeMs, { maxEvents: 2_000 })) === undefined) {
        // the next slice
      }
      rebalancing.push(seenOf(run, "Counting").trouble);
    }
    expect(rebalancing.some((trouble) => trouble.includes("rebalancing"))).toBe(true);
    expect(rebalancing.at(-1)).toBe("");
  });

  test("an application of the Kinesis Client Library is drawn with the shards of its workers", async () => {
    const run = await runAt("telemetry", 60_000);
    expect(neighboursOf(run, "Dashboard")).toEqual(["Telemetry > Dashboard"]);
    const { workers } = inspectNode(run, "Dashboard").view as { workers: { shards: string[] }[] };
    expect(workers.flatMap(({ shards }) => shards).length).toBeGreaterThan(0);
  });
});

test("what was seen becomes an expectation: the same total, and no more than the worst", () => {
  const series = { widthMs: 1, values: [] };
  const metrics = {
    deadLettered: { kind: "counter", total: 3, series },
    nothing: { kind: "counter", total: 0, series },
    oldestMs: { kind: "gauge", value: 1, max: 1_200.4, series },
  } as unknown as Parameters<typeof seenExpectations>[1];
  expect(seenExpectations("Stock", metrics)).toEqual({
    deadLettered: { metric: "Stock.deadLettered", total: "= 3" },
    oldestMs: { metric: "Stock.oldestMs", max: "<= 1201ms" },
  });
});
