/** What the page begins with: the graph is there before the worker is, and the user's text in the page stays text. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostileTexts, INJECTED } from "./hostile.ts";
import { ORDER } from "./machines.ts";
import { firstOf, launchBrowser, openPage, whyNot } from "./panel-page.ts";

const reason = whyNot();
if (reason) console.warn(reason);

describe.skipIf(reason)("first picture", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it("is there as soon as the view is, and runs when its worker has come", async () => {
    const panel = await openPage(browser, { first: firstOf(ORDER) });
    const types = panel.messages.map(({ type }) => type);
    expect(types.indexOf("drawn"), "drawn before the host hears that it is ready").toBeLessThan(types.indexOf("ready"));
    expect(Object.keys(await panel.states())).toContain("Charge card");
    await panel.said("drawn", () => true, panel.messages.length);
    await panel.press("Step");
    expect((await panel.states())["Validate order"]).toMatch(/waiting|running/);
    expect(panel.complaints).toEqual([]);
    await panel.close();
  });

  it("holds a command back until the mocks are read", async () => {
    const Price = { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", End: true };
    const mocks = {
      StateMachines: { machine: { TestCases: { Priced: { Price: "Price" } } } },
      MockedResponses: { Price: { 0: { Return: { total: 480 } } } },
    };
    const panel = await openPage(browser, { first: firstOf({ StartAt: "Price", States: { Price } }, mocks) });
    await panel.send({ type: "command", command: "runToEnd" });
    expect((await panel.said("report")).report.status).toBe("SUCCEEDED");
    await panel.close();
  });

  it("goes on with the text as it is typed", async () => {
    const panel = await openPage(browser, { first: firstOf(ORDER) });
    const { "Charge card": _, ...rest } = ORDER.States;
    await panel.type({ definition: { ...ORDER, States: rest } });
    await panel.page.locator(".state[aria-label^='Charge card']").waitFor({ state: "detached" });
    await panel.close();
  });

  it("takes hostile names for names", async () => {
    const text = hostileTexts(1);
    const names = ["</script><script>", "<!--<script>", "\u2028", text(), text()].map(
      (name, index) => `${index}${name}`,
    );
    const states = Object.fromEntries(names.map((name) => [name, { Type: "Pass", End: true }]));
    const panel = await openPage(browser, { first: firstOf({ Comment: text(), StartAt: names[0], States: states }) });
    expect(await panel.page.locator(".state").count()).toBe(new Set(names).size);
    expect(await panel.page.locator(INJECTED).count()).toBe(0);
    expect(panel.complaints).toEqual([]);
    await panel.close();
  });
});
