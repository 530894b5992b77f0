/** Texts that are broken, hostile or endless: the panel stays what it was and says what is the matter. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ENDLESS, ENDLESS_BRANCH, HOSTILE, ORDER, ORDER_INPUT, ORDER_MOCKS } from "./machines.ts";
import { launchBrowser, openPage, type PanelPage, whyNot } from "./panel-page.ts";

const reason = whyNot();
if (reason) console.warn(reason);

const order = { definition: ORDER, input: ORDER_INPUT, mocks: ORDER_MOCKS };
const text = JSON.stringify(ORDER, null, 2);

describe.skipIf(reason)("what a text may do to the panel", () => {
  let browser: Browser;
  let panel: PanelPage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    panel = await openPage(browser);
  });
  afterEach(async () => {
    expect(panel.complaints).toEqual([]);
    expect(panel.outside).toEqual([]);
    await panel.close();
  });

  it("keeps the last good graph while the text is broken", async () => {
    await panel.open(order);
    const before = Object.keys(await panel.states());
    await panel.type({ definition: text.slice(0, 700) });
    expect(Object.keys(await panel.states())).toEqual(before);
    expect(await panel.page.locator(".graph.stale").count()).toBe(1);
    expect(await panel.page.locator(".notice").innerText()).toMatch(/^Line \d+: /);
    await panel.page.getByRole("button", { name: "Show in text" }).click();
    expect(await panel.said("reveal", ({ focus }) => focus)).toMatchObject({ focus: true });
    await panel.type(order);
    expect(await panel.page.locator(".graph.stale, .notice").count()).toBe(0);
  });

  it("says when a run is of an older text, and runs the new one", async () => {
    await panel.open(order);
    await panel.press("Run to end");
    await panel.type({ definition: text.replaceAll("Done", "Delivered") });
    expect(await panel.page.locator(".notice").innerText()).toContain("has changed");
    await panel.press("Run to end");
    expect((await panel.states()).Delivered).toBe("Succeed, succeeded");
    expect(await panel.page.locator(".notice").count()).toBe(0);
  });

  it("does not mind white space", async () => {
    await panel.open(order);
    await panel.press("Run to end");
    await panel.type({ definition: JSON.stringify(ORDER) });
    expect(await panel.page.locator(".notice").count()).toBe(0);
  });

  it.each([
    ["nothing", ""],
    ["an open object", "{"],
    ["an array", "[]"],
    ["an open string", '"'],
    ["null", "null"],
    ["fields of wrong types", '{ "StartAt": 1, "States": [] }'],
    ["5,000 open brackets", "[".repeat(5000)],
    ["half a character", "\u0000\ud800"],
  ])("draws nothing for %s, and lives on", async (_, definition) => {
    await panel.open({ definition });
    expect(await panel.page.locator(".notice").innerText()).toMatch(/^Line 1: /);
    await panel.open(order);
    expect((await panel.press("Run to end")).status).toBe("SUCCEEDED");
  });

  it("survives a text cut anywhere", async () => {
    await panel.open(order);
    for (let end = 0; end < text.length; end += 211) await panel.type({ definition: text.slice(0, end) });
    await panel.type(order);
    expect((await panel.press("Run to end")).status).toBe("SUCCEEDED");
  });

  it("ends an expression that never does, and names its state", async () => {
    await panel.open({ definition: ENDLESS });
    expect(await panel.press("Run to end")).toMatchObject({ status: "STOPPED", events: 4 });
    expect(await panel.page.locator(".notice").innerText()).toContain("“Spin” did not finish within 2 s");
    expect(await panel.states()).toMatchObject({ Before: "Pass, succeeded", Spin: "Pass, aborted" });
    await panel.page.getByRole("button", { name: "Step back" }).click();
    expect((await panel.states()).Spin).toBe("Pass");
    await panel.page.getByRole("button", { name: "Step", exact: true }).click();
    expect((await panel.states()).Spin).toBe("Pass, aborted");
    await panel.open(order);
    expect((await panel.press("Run to end")).status).toBe("SUCCEEDED");
  });

  it("stands before the endless expression again, and loses no answer", async () => {
    await panel.open({ definition: ENDLESS_BRANCH });
    expect(await panel.press("Run to end")).toMatchObject({ status: "RUNNING", pending: 1 });
    const stopped = await panel.press("Return");
    expect(stopped).toMatchObject({ status: "STOPPED", pending: 0 });
    expect(await panel.page.locator(".notice").innerText()).toContain("“Spin” did not finish");
    expect(await panel.states()).toMatchObject({ Ask: "lambda:invoke, Task, succeeded", Spin: "Pass, aborted" });
    expect(await panel.press("Step")).toMatchObject({ status: "STOPPED", pending: 0, events: stopped.events });
    expect((await panel.states()).Ask).toBe("lambda:invoke, Task, succeeded");
    await panel.type({ definition: JSON.stringify(ENDLESS_BRANCH).replace(/\{%.*?%\}/, "done") });
    await panel.press("Run to end");
    expect(await panel.press("Return")).toMatchObject({ status: "SUCCEEDED" });
  });

  it("shows names and data as text only", async () => {
    await panel.open({ definition: HOSTILE, mocks: { "<b>": 1 }, name: "<u>x</u>.asl.json" });
    await panel.press("Run to end");
    for (const tab of ["Events", "Input", "State"]) await panel.page.getByRole("tab", { name: tab }).click();
    expect(await panel.page.locator("img, b, i, u, a, script:not([src]), [onload], [onerror]").count()).toBe(0);
    expect(await panel.page.locator(".label").first().innerHTML()).toContain("&lt;img");
  });

  it("says what is wrong with a mock file", async () => {
    await panel.open({ ...order, mocks: { StateMachines: 3 } });
    expect(await panel.page.locator(".notice").innerText()).toContain("machine.mocks.json");
  });

  it("stops a machine that loops for ever at AWS's 25,000 events", async () => {
    const definition = { StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } } };
    await panel.open({ definition });
    const report = await panel.press("Run to end");
    expect(report).toMatchObject({ status: "FAILED", events: 25_000 });
    expect(await panel.page.getByRole("tab", { name: /Events/ }).innerText()).toContain("25,000");
  });
});
