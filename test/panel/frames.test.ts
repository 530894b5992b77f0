/**
 * Frames while somebody moves about in a graph of 2,000 states, and the time to the first paint: measured and printed beside
 * their budgets. A busy machine misses frames whatever the panel does, so only what would be felt as broken fails.
 */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { longMachine, ORDER } from "./machines.ts";
import { firstOf, launchBrowser, openPage, type PanelPage, whyNot } from "./panel-page.ts";

const reason = whyNot();
if (reason) console.warn(reason);

const FRAMES = 90;
/** At 60 frames a second. */
const BUDGET_MS = 16.7;

interface Gesture {
  readonly name: string;
  readonly type: "wheel" | "keydown";
  /** Of the event of one frame; every other one the other way round. */
  readonly there: object;
  readonly back: object;
}

const GESTURES: readonly Gesture[] = [
  { name: "panning", type: "wheel", there: { deltaY: 60, deltaX: 15 }, back: { deltaY: 55, deltaX: -15 } },
  { name: "panning from afar", type: "wheel", there: { deltaY: 9, deltaX: 9 }, back: { deltaY: 7, deltaX: -9 } },
  { name: "zooming", type: "wheel", there: { deltaY: 90, ctrlKey: true }, back: { deltaY: -80, ctrlKey: true } },
  { name: "stepping back", type: "keydown", there: { key: "F10", altKey: true }, back: { key: "F10", altKey: true } },
  { name: "stepping", type: "keydown", there: { key: "F10" }, back: { key: "F10" } },
];

interface FrameTimes {
  /** From frame to frame, milliseconds, in order of length. */
  readonly intervals: readonly number[];
  /** Processor time of the page's main thread, milliseconds a frame: whatever else the machine does. */
  readonly workMs: number;
}

/** One event a frame, as the hand of somebody does it. */
async function framesOf(panel: PanelPage, gesture: Gesture): Promise<FrameTimes> {
  const session = await panel.page.context().newCDPSession(panel.page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const busySeconds = async (): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
  };
  const before = await busySeconds();
  const intervals = await panel.page.evaluate(
    async ({ type, there, back, count }) => {
      const canvas = document.querySelector(".canvas");
      const make = (init: object): Event =>
        type === "wheel"
          ? new WheelEvent("wheel", { bubbles: true, cancelable: true, clientX: 300, clientY: 300, ...init })
          : new KeyboardEvent("keydown", { bubbles: true, ...init });
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      const times: number[] = [];
      let last = await frame();
      for (let index = 0; index < count; index++) {
        canvas?.dispatchEvent(make(index % 2 === 0 ? there : back));
        const now = await frame();
        times.push(now - last);
        last = now;
      }
      return times.toSorted((a, b) => a - b);
    },
    { ...gesture, count: FRAMES },
  );
  const workMs = ((await busySeconds()) - before) * (1000 / FRAMES);
  await session.detach();
  return { intervals, workMs };
}

const at = (times: readonly number[], share: number): number => times[Math.floor((times.length - 1) * share)] ?? 0;

describe.skipIf(reason)("frames", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  it("moves about in 2,000 states", async () => {
    const panel = await openPage(browser, { width: 900, height: 900 });
    await panel.open({ definition: longMachine(2000), input: { x: 0 } });
    await panel.press("Run to end");
    for (const gesture of GESTURES) {
      if (gesture.name === "panning from afar") await panel.page.getByRole("button", { name: "Fit" }).click();
      if (gesture.name === "zooming") for (let times = 0; times < 12; times++) await panel.page.keyboard.press("+");
      const { intervals, workMs } = await framesOf(panel, gesture);
      const [p50, p95] = [at(intervals, 0.5).toFixed(1), at(intervals, 0.95).toFixed(1)];
      console.log(
        `panel: ${gesture.name} in 2,000 states: a frame every ${p50} ms (p95 ${p95}), ${workMs.toFixed(1)} ms of work each; budget ${BUDGET_MS} ms`,
      );
      expect(workMs, gesture.name).toBeLessThan(4 * BUDGET_MS);
    }
    expect(await panel.page.locator(".state").count(), "only what is in sight exists").toBeLessThan(250);
    await panel.close();
  });

  it("paints for the first time soon", async () => {
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
      const panel = await openPage(browser, { first: firstOf(ORDER) });
      await panel.said("drawn");
      // From the beginning of the page, with its scripts, to the frame with the graph.
      times.push(await panel.page.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(resolve))));
      await panel.close();
    }
    console.log(`panel: first painted after ${times.map((ms) => ms.toFixed(0)).join(", ")} ms; budget 300 ms`);
    expect(Math.min(...times)).toBeLessThan(3_000);
  });
});
