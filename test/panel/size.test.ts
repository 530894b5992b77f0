/** Large machines and long traces: measured and printed; only what would be felt as broken fails. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { longMachine } from "./machines.ts";
import { launchBrowser, openPage, type PanelPage, whyNot } from "./panel-page.ts";

const reason = whyNot();
if (reason) console.warn(reason);

/** From the message with the text to the frame that shows it, milliseconds: reading, layout and drawing. */
function timeToDraw(panel: PanelPage, definition: object, states: number): Promise<number> {
  const text = JSON.stringify(definition);
  const message = { type: "document", uri: "file:///big", name: "big", language: "json", text, version: 99 };
  return panel.page.evaluate(
    async ({ message, states }) => {
      const startedMs = performance.now();
      window.postMessage(message, "*");
      // Of a large machine only what is in sight exists.
      const drawn = () => document.querySelector(".state")?.ariaSetSize === `${states}`;
      await new Promise<void>((resolve) => {
        const look = (): void => void (drawn() ? requestAnimationFrame(() => resolve()) : requestAnimationFrame(look));
        look();
      });
      return performance.now() - startedMs;
    },
    { message, states },
  );
}

/** Each press of a key to the frame that shows it, milliseconds. */
function timeOfSteps(panel: PanelPage, key: object, count: number): Promise<number[]> {
  return panel.page.evaluate(
    async ({ key, count }) => {
      const times: number[] = [];
      const position = () => document.querySelector(".position")?.textContent;
      for (let step = 0; step < count; step++) {
        const before = position();
        const startedMs = performance.now();
        window.dispatchEvent(new KeyboardEvent("keydown", key));
        while (position() === before) await new Promise((resolve) => requestAnimationFrame(resolve));
        times.push(performance.now() - startedMs);
      }
      return times;
    },
    { key, count },
  );
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

describe.skipIf(reason)("large machines", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it("draws 500 states, and steps through them smoothly", async () => {
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const panel = await openPage(browser);
      await panel.open({ definition: longMachine(2), input: { x: 0 } });
      times.push(await timeToDraw(panel, longMachine(500), 500));
      if (round === 2) {
        const on = await timeOfSteps(panel, { key: "F10" }, 30);
        const back = await timeOfSteps(panel, { key: "F10", altKey: true }, 20);
        console.log(`panel: a step in 500 states ${median(on).toFixed(1)} ms, back ${median(back).toFixed(1)} ms`);
        expect(median(on)).toBeLessThan(100);
      }
      await panel.close();
    }
    console.log(`panel: 500 states drawn in ${times.map((ms) => ms.toFixed(0)).join(", ")} ms`);
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  it("keeps 25,000 events at hand", async () => {
    const panel = await openPage(browser);
    await panel.open({
      definition: { StartAt: "A", States: { A: { Type: "Pass", Next: "B" }, B: { Type: "Pass", Next: "A" } } },
    });
    const startedMs = performance.now();
    await panel.press("Run to end");
    console.log(`panel: 25,000 events run and shown in ${(performance.now() - startedMs).toFixed(0)} ms`);
    await panel.page.getByRole("tab", { name: /Events/ }).click();
    expect(await panel.page.locator(".event-row").count()).toBeLessThan(80);
    const back = await timeOfSteps(panel, { key: "F10", altKey: true }, 20);
    console.log(`panel: a step back in 25,000 events ${median(back).toFixed(1)} ms`);
    await panel.close();
  });
});
