/** The filter bench: verdicts, nearest changes, expectations, the matrix of a template. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { type BenchFiles, type BenchPage, openBench } from "./bench-page.ts";
import { FILTER_TEMPLATE, FIVE_MESSAGES, TEMPLATE_MESSAGES, WRONG_POLICY } from "./policies.ts";
import { THEMES, type ThemeName } from "./themes.ts";
import { launchBrowser, type PageOptions, whyNot } from "./view-page.ts";

const reason = whyNot();
if (reason) console.warn(reason);

const orders: BenchFiles = { name: "orders.filter-policy.json", text: WRONG_POLICY, messages: FIVE_MESSAGES };
const template: BenchFiles = { name: "shop.template.yaml", text: FILTER_TEMPLATE, messages: TEMPLATE_MESSAGES };

describe.skipIf(reason)("the filter bench", () => {
  let browser: Browser;
  let bench: BenchPage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(bench?.complaints).toEqual([]);
    expect(bench?.outside).toEqual([]);
    await bench?.close();
  });
  const open = async (files: BenchFiles, options?: PageOptions): Promise<void> => {
    bench = await openBench(browser, options);
    await bench.open(files);
  };
  const tally = () => bench.page.locator(".tally > span").innerText();
  const button = (name: string | RegExp) => bench.page.getByRole("button", { name });

  it("mends a policy until five messages are right, by its nearest changes", async () => {
    await open(orders);
    expect(await tally()).toBe("1 of 5 match, 3 of 5 as expected");
    expect(await bench.rows()).toEqual([
      "large, does not match, not as expected",
      "online, does not match, not as expected",
      "small, does not match, as expected",
      "elsewhere, does not match, as expected",
      "huge, matches, as expected",
    ]);
    expect(await bench.page.getByRole("list", { name: "Keys" }).innerText()).toContain("It is 300, and must");
    for (const row of [0, 1]) {
      await bench.page.getByRole("option").nth(row).click();
      const change = bench.page
        .getByRole("listitem")
        .filter({ hasText: /^Policy:/ })
        .getByRole("button")
        .first();
      await bench.after(() => change.click());
    }
    expect(await tally()).toBe("3 of 5 match, 5 of 5 as expected");
    expect(JSON.parse(bench.files.text).shop).toEqual(["amsterdam", "online-7"]);
  });

  it("leads from one message that is not as expected to the next, and keeps the focus where a change was made", async () => {
    await open(orders);
    const selected = () => bench.page.locator(".message-row[aria-selected=true]").getAttribute("aria-label");
    const { keyboard } = bench.page;
    await button("Show the other 2").click();
    expect(await selected()).toContain("online");
    await keyboard.press("F8");
    expect(await selected()).toContain("large");
    await keyboard.press("Shift+F8");
    expect(await selected()).toContain("online");
    await button(/^Add "online-7"/).focus();
    await bench.after(() => keyboard.press("Enter"));
    await bench.page.waitForFunction(() => document.activeElement?.matches(".message-detail"));
    await button("Show the other").press("Enter");
    expect(await selected()).toContain("large");
  });

  it("changes a message, says what is expected of it, and takes it away", async () => {
    await open(orders);
    await bench.page.getByRole("option").nth(2).click();
    const change = bench.page
      .getByRole("listitem")
      .filter({ hasText: /^Message:/ })
      .getByRole("button")
      .first();
    await bench.after(() => change.click());
    expect((await bench.rows())[2]).toBe("small, matches, not as expected");
    await bench.after(() => bench.page.getByRole("combobox", { name: "Expected" }).selectOption("to match"));
    expect((await bench.rows())[2]).toBe("small, matches, as expected");
    await bench.page.getByRole("textbox", { name: "Message" }).fill("{ no");
    await bench.page.getByRole("alert").waitFor();
    await bench.after(() =>
      bench.page.getByRole("textbox", { name: "Message" }).fill('{"MessageAttributes": {"shop": "nowhere"}}'),
    );
    expect((await bench.rows())[2]).toBe("small, does not match, not as expected");
    await bench.after(() => button("Remove").click());
    expect(await bench.rows()).toHaveLength(4);
  });

  it("makes up messages that match and that do not, into a file that was not there", async () => {
    await open({ ...orders, messages: undefined });
    await bench.after(() => button("Add one that matches").click());
    await bench.after(() => button("Add one that does not").click());
    expect(await bench.rows()).toEqual([
      "to be taken, matches, as expected",
      "to be left out, does not match, as expected",
    ]);
    expect(await bench.page.locator(".message-row[aria-selected=true]").innerText()).toContain("to be left out");
  });

  it("shows how near a policy is to what AWS takes, and what AWS refuses", async () => {
    await open(orders);
    expect(await bench.page.getByRole("meter").evaluateAll((all) => all.map((one) => one.ariaValueText))).toEqual([
      "2 of 5 keys",
      "1 of 150 combinations",
      "54 of 262,144 bytes",
    ]);
    const six = Object.fromEntries(["a", "b", "c", "d", "e", "f"].map((key) => [key, ["x"]]));
    await bench.open({ ...orders, text: JSON.stringify(six) });
    expect(await bench.page.locator(".notice-error").innerText()).toContain("can not have more than 5 keys");
    await bench.open({ ...orders, text: '{ "shop": [' });
    expect(await bench.page.locator(".notice-warning").innerText()).toContain("being written");
  });

  it("sets every message against every policy of a template", async () => {
    await open(template);
    await button("All policies").click();
    const grid = bench.page.getByRole("grid");
    const cells = () =>
      grid.getByRole("gridcell").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    expect(await grid.getByRole("columnheader").allInnerTexts()).toEqual([
      "Message",
      "ByShop\n1/2",
      "ByBody\n1/2",
      "Jobs\n0/2",
    ]);
    expect(await cells()).toEqual([
      ...["matches", "does not match", "does not match"],
      ...["does not match", "matches, not as expected", "does not match"],
    ]);
    await grid.focus();
    await grid.press("ArrowDown");
    await grid.press("ArrowRight");
    await grid.press("Enter");
    expect(await bench.page.getByLabel("Policy").inputValue()).toContain("/ByBody/");
    const path = bench.page.locator(".key-path").first();
    await path.click();
    const { start, end } = await bench.said("reveal");
    expect(FILTER_TEMPLATE.slice(start, end)).toBe('"refund"');
  });

  it("counts a large matrix in slices, which can be stopped and gone on with", async () => {
    const messages = Array.from({ length: 2_000 }, (_, index) => ({
      Message: { kind: index % 2 ? "order" : "refund" },
    }));
    await open({ ...template, messages: JSON.stringify({ messages }) });
    const status = bench.page.locator(".counting [role=status]");
    const refunds = bench.page.locator(".matrix-policy .muted").nth(1);
    // A clock that runs so fast that every slice is a short one; stopped from within, before the next slice.
    await bench.page.evaluate(async () => {
      let nowMs = 0;
      performance.now = () => (nowMs += 1_000);
      const press = (name: string): boolean => {
        const found = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name);
        found?.click();
        return found !== undefined;
      };
      press("All policies");
      while (!press("Stop")) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    expect(await status.innerText()).toBe("Stopped counting 2,000 messages by 3 policies");
    const counted = Number((await refunds.innerText()).split("/")[1]);
    expect(counted).toBeGreaterThan(0);
    expect(counted).toBeLessThan(2_000);
    expect(await violations(bench.page)).toEqual([]);
    await button("Go on").click();
    await status.waitFor({ state: "detached" });
    expect(await refunds.innerText()).toBe("1000/2000");
    await bench.page.getByRole("status").getByText("All messages are counted.").waitFor();
  });

  it("shows its keys, and gives the focus back", async () => {
    await open(orders);
    await button("Keys").focus();
    await bench.page.keyboard.press("Control+/");
    const keys = bench.page.getByRole("dialog", { name: "Keys" });
    await keys.getByText("Next message that is not as expected").waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await bench.page.keyboard.press("Escape");
    await keys.waitFor({ state: "detached" });
    expect(await bench.page.evaluate(() => document.activeElement?.ariaLabel)).toBe("Keys");
  });

  it.each(Object.keys(THEMES) as ThemeName[])("has no violation in the %s theme", async (theme) => {
    await open(template, { theme });
    expect(await violations(bench.page)).toEqual([]);
    await button("All policies").click();
    expect(await violations(bench.page)).toEqual([]);
  });

  it("comes back as it was, and is used by keyboard alone", async () => {
    bench = await openBench(browser, { kept: { message: 3, pointer: "" } });
    await bench.open(orders);
    const selected = () => bench.page.locator(".message-row[aria-selected=true]").getAttribute("aria-label");
    expect(await selected()).toContain("elsewhere");
    const { keyboard } = bench.page;
    for (let stop = 0; stop < 3; stop++) await keyboard.press("Tab");
    await keyboard.press("Home");
    expect(await selected()).toContain("large");
    await keyboard.press("ArrowDown");
    expect(await selected()).toContain("online");
    await bench.after(() => keyboard.press("Delete"));
    expect(await bench.rows()).toHaveLength(4);
  });
});
