import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { SCENARIO, TEMPLATE } from "../unit/flow/fixtures.ts";
import { type FlowPage, openFlowPage } from "./flow-page.ts";

import { THEMES, type ThemeName } from "./themes.ts";
import { launchBrowser, type PageOptions, whyNot } from "./view-page.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const reason = whyNot();
if (reason) console.warn(reason);

/** A function with a handler: two invocations. */
const HANDLED = `resources:
  Work: { Type: AWS::SQS::Queue }
  Worker: { Type: AWS::Lambda::Function }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { EventSourceArn: !GetAtt Work.Arn, FunctionName: !Ref Worker, BatchSize: 1 }
traffic:
  - { to: Work, at: [0s, 1s], message: { body: "\${sequence}" } }
behavior:
  Worker: { handler: worker.mjs#handler }
expect:
  - { metric: Worker.processed, total: "= 2" }
`;

/** Where something is computed. */
const SOON = { timeout: 20_000 };

describe.skipIf(reason)("the panel of flows", () => {
  let browser: Browser;
  let flow: FlowPage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(flow.complaints).toEqual([]);
    expect(flow.outside).toEqual([]);
    await flow.close();
  });

  const openOrders = async (options?: PageOptions, scenario = SCENARIO) => {
    flow = await openFlowPage(browser, options);
    await flow.open("orders.scenario.yaml", scenario, { "orders.yaml": TEMPLATE });
    return flow.page;
  };

  it("draws the system, runs it to its end and judges it", async () => {
    await openOrders();
    const report = await flow.runToEnd();
    expect(report).toMatchObject({ over: true, lost: 0, verdicts: [{ name: "BillingDlq is empty", passed: false }] });
    expect(report.counts.find(({ id }) => id === "Billing")).toMatchObject({ in: 60, dead: 2 });
    expect(await flow.node("BillingDlq")).toMatch(/^BillingDlq, Dead-letter queue, 2 dead letters, .*does not hold/);
  });

  it("goes by steps both ways, and anywhere by the bar of time, with the keyboard alone", async () => {
    const page = await openOrders();
    const clock = page.locator(".clock");
    await page.keyboard.press("F10");
    await expect.poll(() => flow.node("Orders"), SOON).toMatch(/1 published/);
    await page.keyboard.press("Alt+F10");
    await expect.poll(() => flow.node("Orders"), SOON).toMatch(/0 published/);
    await flow.runToEnd();
    const end = await clock.textContent();
    await page.getByLabel("Virtual time").focus();
    await page.keyboard.press("Home");
    await expect.poll(() => clock.textContent(), SOON).toBe("00:00:00.000");
    await page.keyboard.press("End");
    await expect.poll(() => clock.textContent(), SOON).toBe(end);
  });

  it("has a local function called, each invocation once, also where the run is looked at again", async () => {
    const source = { name: "work.scenario.yaml", text: HANDLED, files: { "worker.mjs": "" }, isSample: false };
    flow = await openFlowPage(browser);
    await flow.send({ type: "source", uri: "file:///work.scenario.yaml", name: source.name, source });
    await flow.said("drawn", () => true);
    const ended = flow.runToEnd();
    for (const body of ["1", "2"]) {
      const { call } = await flow.said("callHandler", ({ call: { event } }) =>
        JSON.stringify(event).includes(`"${body}"`),
      );
      expect(call).toMatchObject({ node: "Worker", handler: "worker.mjs#handler" });
      await flow.send({ type: "handlerAnswered", number: call.number, answer: { response: null } });
    }
    expect((await ended).verdicts).toMatchObject([{ passed: true }]);
    expect(flow.messages.filter(({ type }) => type === "callHandler")).toHaveLength(2);
  });

  it("says plainly where local functions are not called", async () => {
    const source = { name: "work.scenario.yaml", text: HANDLED, files: { "worker.mjs": "" }, isSample: false };
    flow = await openFlowPage(browser);
    const handlersRefused = "Restricted Mode: local functions run in trusted workspaces only";
    await flow.send({ type: "source", uri: "file:///work.scenario.yaml", name: source.name, source, handlersRefused });
    await flow.page.getByText("The handler of Worker is not called. Restricted Mode").waitFor();
    await flow.runToEnd();
    expect(flow.messages.filter(({ type }) => type === "callHandler")).toEqual([]);
  });

  it("is held up at a breakpoint, and tells the life of the message that it shows", async () => {
    const page = await openOrders();
    await flow.tab("Checks");
    await page.getByRole("button", { name: "BillingDlq.visible > 0" }).click();
    const report = await flow.runToEnd();
    expect(report.halted).toBe("BillingDlq.visible > 0");
    await flow.tab("Events");
    await page.getByRole("grid", { name: "Events" }).focus();
    await page.keyboard.press("Enter");
    const life = page.getByRole("list", { name: /^Life of message/ });
    await expect.poll(() => life.locator("li").count(), SOON).toBeGreaterThan(5);
    expect(await life.innerText()).toMatch(/was dead-lettered in Billing \(BillingDlq\): /);
  });

  it("says of a breakpoint that it is true already", async () => {
    const page = await openOrders();
    await flow.runToEnd();
    await flow.tab("Checks");
    await page.getByRole("button", { name: "BillingDlq.visible > 0" }).click();
    const note = page.getByText("is true already: it holds the run up when it becomes true again.");
    await expect.poll(() => note.count(), SOON).toBe(2); // beside it, and for screen readers
    await page.getByRole("button", { name: "Back to the beginning" }).click();
    await expect.poll(() => note.count(), SOON).toBe(0);
    expect((await flow.runToEnd()).halted).toBe("BillingDlq.visible > 0");
  });

  it("keeps what was changed here while files change, and says what does not fit any more", async () => {
    const page = await openOrders();
    await flow.runToEnd();
    await flow.tab("Billing");
    const field = page.getByLabel("RedrivePolicy.maxReceiveCount", { exact: true });
    await field.fill("10");
    await flow.changed(() => field.press("Enter"));
    const edited = { "orders.yaml": `${TEMPLATE}# edited\n` };
    const report = await flow.changed(() => flow.open("orders.scenario.yaml", `${SCENARIO}# edited\n`, edited));
    expect(report.verdicts[0]).toMatchObject({ passed: true });
    await page.getByRole("button", { name: "Write to scenario" }).click();
    const { text } = await flow.said("saveScenario");
    for (const kept of ["maxReceiveCount: 10", "# edited"]) expect(text).toContain(kept);
    await flow.open("orders.scenario.yaml", `${SCENARIO}resources: nothing\n`, edited);
    await page.getByText("does not fit the file as it is now").waitFor();
  });

  it("runs a changed setting beside the former run, and writes it", async () => {
    const page = await openOrders();
    await flow.runToEnd();
    await flow.tab("Billing");
    const field = page.getByLabel("RedrivePolicy.maxReceiveCount", { exact: true });
    await field.fill("10");
    const report = await flow.changed(() => field.press("Enter"));
    expect(report.verdicts[0]).toMatchObject({ passed: true });
    await flow.tab("Runs");
    await expect
      .poll(() =>
        page
          .getByRole("row", { name: /BillingDlq\.visible / })
          .first()
          .innerText(),
      )
      .toMatch(/2\s+0/);
    await page.getByRole("button", { name: "Write to scenario" }).click();
    const { text } = await flow.said("saveScenario");
    expect(text).toMatch(/resources:\n {2}Billing:\n {4}Properties:\n {6}RedrivePolicy:\n {8}maxReceiveCount: 10/);
    await flow.tab("Billing");
    await page.getByRole("button", { name: "To template" }).first().click();
    expect(await flow.said("editFile")).toMatchObject({ file: "orders.yaml", newText: "10" });
  });

  it("sends messages, begins faults, redrives: each is a part of the scenario", async () => {
    const page = await openOrders();
    await flow.runToEnd();
    for (const [node, button] of [
      ["Orders", "Send"],
      ["Bill", "Begin"],
      ["BillingDlq", "Redrive"],
    ] as const) {
      await page.locator(`.node[aria-label^="${node},"]`).click();
      await flow.changed(() => page.getByRole("button", { name: button, exact: true }).click());
    }
    await page.getByRole("button", { name: "Write to scenario" }).click();
    const { text } = await flow.said("saveScenario");
    expect(text).toMatch(/to: Orders/);
    expect(text).toMatch(/outage: Bill/);
    expect(text).toMatch(/redrives:/);
  });

  it("sweeps a setting with percentiles and confidence", async () => {
    const page = await openOrders();
    await flow.tab("Sweep");
    await page.getByLabel("Values").fill("1, 10");
    await page.getByLabel("Seeds of each").fill("3");
    await page.getByRole("button", { name: "Sweep", exact: true }).click();
    const rows = page.locator(".sweep tbody tr");
    await expect.poll(() => rows.count(), SOON).toBe(2);
    expect(await rows.nth(1).innerText()).toMatch(/10\s+0 ± 0\s+0 ± 0\s+3 of 3/);
  });

  it("saves a run and shows it again as it was", async () => {
    const page = await openOrders();
    await flow.runToEnd();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Save This Run…" }).click();
    const { content } = await flow.said("saveTrace");
    const { source, seed, timeMs, trace } = JSON.parse(content);
    expect(trace.length).toBeGreaterThan(100);
    const before = await flow.node("Billing");
    await flow.send({ type: "opened", name: "orders.flow.json", source, seed, timeMs });
    await expect.poll(() => flow.node("Billing"), SOON).toBe(before);
  });

  it("stays responsive while a million messages are simulated, with hundreds on their way, and can be stopped", async () => {
    const busy = `${SCENARIO.replace("2/s, until: 30s", "4000/s, until: 250s").replace("20%", "0%")}`;
    const page = await openOrders({}, busy);
    await page.getByRole("button", { name: "Play" }).click();
    const frames = await page.evaluate(async () => {
      const times: number[] = [];
      let last = performance.now();
      for (let at = 0; at < 60; at++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        times.push(performance.now() - last);
        last = performance.now();
      }
      return times.sort((a, b) => a - b);
    });
    console.log(
      `a million messages, playing: median frame ${frames[30]?.toFixed(1)} ms, 95th ${frames[57]?.toFixed(1)} ms`,
    );
    // Only what would be felt as broken: other machines are slower, and busy.
    expect(frames[30]).toBeLessThan(500);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect.poll(() => page.getByRole("button", { name: "Play" }).isVisible()).toBe(true);
    await page.getByRole("button", { name: "Stop", exact: true }).click();
  });

  it.each(Object.keys(THEMES) as ThemeName[])("has no violation in the %s theme", async (theme) => {
    const page = await openOrders({ theme });
    await flow.runToEnd();
    await page.evaluate(axe);
    for (const tab of ["Billing", "Charts", "Message", "Events", "Checks", "Runs", "Sweep"]) {
      await flow.tab(tab);
      const found = await page.evaluate(async () => {
        const { axe: checker } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
        return (await checker.run()).violations;
      });
      expect(found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${tab}: ${id}: ${html}`))).toEqual([]);
    }
  });
});
