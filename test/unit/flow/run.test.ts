import { differencesBetween, frameOf, inspectNode, readBreakpoint } from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { overEdges, runOf, SCENARIO } from "./fixtures.ts";

describe("a run that is watched", () => {
  test("counts messages over edges, from the beginning and from any checkpoint", async () => {
    const run = await runOf();
    const all = overEdges(run, run.end?.totals ?? []);
    expect(all["Shop > Orders"]).toBe(60);
    expect(all["Orders > Billing"]).toBe(60);
    expect(all["Billing > Bill"]).toBeGreaterThan(60);
    expect(all["Billing > BillingDlq"]).toBe(
      run.end?.metrics.Billing?.deadLettered?.kind === "counter" && run.end.metrics.Billing.deadLettered.total,
    );
    await run.seek(run.untilMs);
    expect(overEdges(run, run.totals)).toEqual(all);
  });

  test("is the same wherever it is put, however it got there", async () => {
    const run = await runOf();
    await run.playTo(12_345, {});
    const played = frameOf(run, 0);
    await run.seek(run.untilMs);
    await run.seek(12_345);
    const found = frameOf(run, 0);
    expect({ ...found, seen: 0, hops: [] }).toEqual({ ...played, seen: 0, hops: [] });
  });

  test("goes step by step, both ways", async () => {
    const run = await runOf();
    const places: number[] = [];
    for (let step = 0; step < 12; step++) {
      await run.step();
      places.push(run.now.events);
    }
    for (const place of places.slice(0, -1).reverse()) {
      await run.stepBack();
      expect(run.now.events).toBe(place);
    }
    await run.stepBack();
    expect(run.timeMs).toBe(0);
  });

  test("tells a fault while it lasts", async () => {
    const run = await runOf();
    const troubleAt = async (timeMs: number) => {
      await run.seek(timeMs);
      return frameOf(run, 0).troubles.join("");
    };
    expect([await troubleAt(9_000), await troubleAt(15_000), await troubleAt(21_000)]).toEqual(["", "slow", ""]);
  });

  test("knows the life of a message, each step with its why", async () => {
    const run = await runOf();
    await run.seek(run.untilMs);
    const dead = run.now.records().find(({ what }) => what === "deadLettered");
    const life = await run.lifeOf(dead?.message ?? 0);
    expect(life[0]?.text).toMatch(/was published in Orders/);
    expect(life.find(({ what }) => what === "deadLettered")?.text).toMatch(/\(BillingDlq\): .*2/);
    // What it was made of is its own, too; what else was made of that is not.
    expect(life[0]?.isOwn).toBe(true);
    const own = new Set(life.filter(({ isOwn }) => isOwn).map(({ message }) => message));
    expect([...own].sort()).toEqual([life[0]?.message, dead?.message].sort());
  });

  test("knows what came first into a dead-letter queue, up to where somebody is", async () => {
    const run = await runOf();
    await run.seek(run.untilMs);
    const records = run.now.records().filter(({ what }) => what === "deadLettered");
    const letters = records.map(({ message, timeMs }) => ({ message, timeMs, from: "Billing" }));
    expect(inspectNode(run, "BillingDlq").deadLetters).toEqual(letters);
    await run.seek(0);
    expect(inspectNode(run, "BillingDlq").deadLetters).toEqual([]);
  });

  test("judges expectations at its end", async () => {
    const { end } = await runOf();
    expect(end?.verdicts.map(({ passed }) => passed)).toEqual([false]);
    expect(end?.violations).toEqual([]);
  });
});

describe("breakpoints", () => {
  test.each([
    ["BillingDlq.visible > 0", { node: "BillingDlq", metric: "visible", bound: 0 }],
    ["Billing.oldestMs > 60s", { node: "Billing", metric: "oldestMs", bound: 60_000 }],
  ])("%s", (text, { node, metric, bound }) => {
    expect(readBreakpoint(text)).toMatchObject({ node, metric, bound: { value: bound, comparison: ">" } });
  });

  test.each(["", "Billing", "Billing > 1", "Billing.visible", "Billing.visible > much"])("%j is none", (text) => {
    expect(readBreakpoint(text)).toBeUndefined();
  });

  test("hold a run up once, where they become true", async () => {
    const run = await runOf();
    const breakpoint = readBreakpoint("BillingDlq.visible > 0");
    run.setBreakpoints(breakpoint ? [breakpoint] : []);
    expect(await run.playTo(Number.POSITIVE_INFINITY, {})).toEqual({ why: "breakpoint", breakpoint });
    expect(run.now.reading("BillingDlq", "visible")).toBe(1);
    expect(await run.playTo(Number.POSITIVE_INFINITY, {})).toEqual({ why: "end" });
  });
});

test("two runs: what is not the same comes first", async () => {
  const [before, after] = [await runOf(), await runOf(SCENARIO.replace("20%", "0%"))];
  if (!before.end || !after.end) throw new Error("they are at their ends");
  const differences = differencesBetween(before.end, after.end);
  expect(differences.find(({ node, metric }) => node === "BillingDlq" && metric === "visible")?.after).toBe(0);
  expect(differencesBetween(before.end, before.end)).toEqual([]);
});
