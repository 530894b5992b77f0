/** For everybody: axe finds nothing in any theme, and every part can be reached and used by keyboard. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { ORDER, ORDER_INPUT, ORDER_MOCKS } from "./machines.ts";
import { launchBrowser, openPage, whyNot } from "./panel-page.ts";
import { THEMES, type ThemeName } from "./themes.ts";

const reason = whyNot();
if (reason) console.warn(reason);

const order = { definition: ORDER, input: ORDER_INPUT, mocks: ORDER_MOCKS };

describe.skipIf(reason)("the panel for everybody", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it.each(Object.keys(THEMES) as ThemeName[])("has no violation in the %s theme", async (theme) => {
    const panel = await openPage(browser, { theme });
    await panel.open(order);
    expect(await violations(panel.page)).toEqual([]);
    await panel.page.getByLabel("Tasks").selectOption("Declined");
    await panel.press("Run to end");
    expect(await violations(panel.page)).toEqual([]);
    await panel.page.getByRole("tab", { name: "Events" }).click();
    expect(await violations(panel.page)).toEqual([]);
    await panel.page.locator(".state", { hasText: "Validate order" }).first().dispatchEvent("click");
    await panel.page.locator(".pipeline summary").nth(1).click();
    expect(await violations(panel.page)).toEqual([]);
    await panel.page.getByLabel("Tasks").selectOption("Ask me");
    await panel.press("Run to end");
    expect(await violations(panel.page)).toEqual([]);
    await panel.type({ definition: "{" });
    expect(await violations(panel.page)).toEqual([]);
    await panel.close();
  });

  it("is walked through by keyboard alone", async () => {
    const panel = await openPage(browser);
    const { keyboard } = panel.page;
    await panel.open(order);
    const focused = () => panel.page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
    await keyboard.press("Tab");
    expect(await focused()).toBe("Run");
    await keyboard.press("ArrowRight");
    expect(await focused()).toBe("Run to end");
    const stops = new Set<string>();
    while (!stops.has("States of machine.asl.json") && stops.size < 8) {
      await keyboard.press("Tab");
      stops.add(await focused());
    }
    expect([...stops]).toContain("Tasks");
    expect(await focused()).toBe("States of machine.asl.json");
    await keyboard.press("ArrowDown");
    const selected = () => panel.page.locator("[role=option][aria-selected=true]").getAttribute("aria-label");
    expect(await selected()).toBe("In stock?, Choice");
    await keyboard.press("Enter");
    expect((await panel.said("reveal")).focus).toBe(true);
    await keyboard.press("F10");
    await panel.said("report", ({ report }) => report.events > 0);
    await keyboard.press("F10");
    await panel.said("report", ({ report }) => report.events > 2);
    await keyboard.press("Alt+F10");
    expect(await selected()).toBe("Validate order, lambda: validate, Task, running");
    await keyboard.press("Control+Shift+Enter");
    await panel.said("report", ({ report }) => report.status === "SUCCEEDED");
    expect(await panel.page.locator("[aria-live=polite]").innerText()).toBe("Execution succeeded.");
    await panel.close();
  });
});
