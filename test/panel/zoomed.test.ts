/** Every view at 200 %, on a screen that has room for half of it: nothing is cut off, nothing scrolls sideways. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBench } from "./bench-page.ts";
import { ORDER, ORDER_INPUT, ORDER_MOCKS } from "./machines.ts";
import { openPage } from "./panel-page.ts";
import { FILTER_TEMPLATE, FIVE_MESSAGES, REDRIVE_TEMPLATE, TEMPLATE_MESSAGES, WRONG_POLICY } from "./policies.ts";
import { openRedrive } from "./redrive-page.ts";
import { launchBrowser, whyNot } from "./view-page.ts";

const reason = whyNot();
if (reason) console.warn(reason);

/** As VS Code makes of a window of 1,440 pixels with the text beside the view. */
const ZOOMED = { width: 360, height: 420, scale: 2 };

/** What can be used and does not lie between the page's edges, unless somebody can scroll to it. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element): boolean => {
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around);
        if (around.scrollWidth > around.clientWidth && (overflowX === "auto" || overflowX === "scroll")) return true;
      }
      return false;
    };
    const all = [...document.querySelectorAll("button, select, input, textarea, [role=tab], h1, h2, h3, p")];
    const found = all.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      if (width === 0 || element.closest(".spoken, .canvas")) return false;
      return (left < -1 || right > innerWidth + 1) && !scrolls(element);
    });
    const { scrollWidth } = document.documentElement;
    const wide = scrollWidth > innerWidth ? [`the page is ${scrollWidth} wide`] : [];
    return [...wide, ...found.map((element) => element.outerHTML.slice(0, 120))];
  });
}

describe.skipIf(reason)("at 200 %", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it("the panel of a state machine has room in all of its tabs", async () => {
    const panel = await openPage(browser, ZOOMED);
    await panel.open({ definition: ORDER, input: ORDER_INPUT, mocks: ORDER_MOCKS });
    for (let run = 0; run < 2; run++) await panel.press(run === 0 ? "Run to end" : "Run again");
    for (const tab of await panel.page.getByRole("tab").all()) {
      await tab.click();
      expect(await cutOff(panel.page), await tab.innerText()).toEqual([]);
    }
    await panel.page.getByRole("button", { name: "More" }).click();
    expect(await cutOff(panel.page), "More").toEqual([]);
    await panel.page.keyboard.press("Escape");
    await panel.page.keyboard.press("Control+/");
    await panel.page.getByRole("dialog").waitFor();
    expect(await cutOff(panel.page), "Keys").toEqual([]);
    await panel.close();
  });

  it("the filter bench has room for a policy, and for many", async () => {
    const bench = await openBench(browser, ZOOMED);
    await bench.open({ name: "orders.filter-policy.json", text: WRONG_POLICY, messages: FIVE_MESSAGES });
    expect(await cutOff(bench.page), "one policy").toEqual([]);
    await bench.open({ name: "shop.template.yaml", text: FILTER_TEMPLATE, messages: TEMPLATE_MESSAGES });
    await bench.page.getByRole("button", { name: "All policies" }).click();
    expect(await cutOff(bench.page), "matrix").toEqual([]);
    await bench.close();
  });

  it("the redrive bench has room", async () => {
    const bench = await openRedrive(browser, ZOOMED);
    await bench.open("jobs.template.yaml", REDRIVE_TEMPLATE);
    expect(await cutOff(bench.page)).toEqual([]);
    await bench.close();
  });
});
