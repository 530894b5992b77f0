import { expect, test } from "vitest";
import { runOf, SCENARIO } from "./fixtures.ts";

const withBehavior = (line: string) => SCENARIO.replace("behavior:\n", `behavior:\n  BillingDlq: { ${line} }\n`);

test("a redrive moves dead letters back to where they came from", async () => {
  const run = await runOf(withBehavior("redrives: { at: 200s, rate: 100/s }"));
  await run.seek(199_000);
  const dead = run.now.reading("BillingDlq", "visible");
  expect(dead).toBeGreaterThan(0);
  const received = run.now.reading("Billing", "received") ?? 0;
  await run.seek(201_000);
  expect(run.now.reading("BillingDlq", "visible")).toBe(0);
  expect(run.now.reading("Billing", "received")).toBe(received + (dead ?? 0));
});

test("a purge empties a queue", async () => {
  const run = await runOf(withBehavior("purges: [{ at: 200s }]"));
  await run.seek(300_000);
  expect(run.now.reading("BillingDlq", "visible")).toBe(0);
});
