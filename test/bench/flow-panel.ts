/**
 * The panel of flows in Chromium: frames while 500 messages move, and a run of a million messages: how long the page is
 * busy at a time, how far away "Stop" is, what a place on the bar of time takes, and what memory it takes.
 */
import { readFileSync } from "node:fs";
import type { Browser, CDPSession, Page } from "playwright-core";
import { type FlowPage, openFlowPage } from "../panel/flow-page.ts";
import { launchBrowser } from "../panel/view-page.ts";
import { SCENARIO, TEMPLATE } from "../unit/flow/fixtures.ts";

export interface FlowPanelMeasured {
  readonly moving: {
    /** Dots in a picture. */
    readonly dots: number;
    /** From frame to frame, and processor time of the page's thread a frame, milliseconds. */
    readonly frameMs: number;
    readonly frameP95Ms: number;
    readonly workMs: number;
  };
  readonly million: {
    readonly events: number;
    readonly runMs: number;
    /** The longest that the page's thread is busy at a time. */
    readonly longestTaskMs: number;
    /** Different words of progress that were shown. */
    readonly progress: number;
    /** What the extension host hears of it. */
    readonly messagesToHost: number;
    readonly scrubMs: number;
    readonly scrubP95Ms: number;
    /** Of the renderer's process, page and worker together; at a tenth of the messages, and at all. */
    readonly tenthMegabytes: number;
    readonly megabytes: number;
    /** From "Stop", pressed in the middle of another run, until it stands still. */
    readonly stopMs: number;
  };
}

const FRAMES = 180;
const SCRUBS = 40;

/** A message goes over four edges: about 500 are on their way for the 0.9 s that an eye needs. */
const MOVING = scenarioOf("208/s", "60s");

function scenarioOf(rate: string, until: string): string {
  return SCENARIO.replace("2/s, until: 30s", `${rate}, until: ${until}`).replace("20%", "0%");
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;

async function openScenario(browser: Browser, scenario: string): Promise<FlowPage> {
  const flow = await openFlowPage(browser);
  await flow.open("orders.scenario.yaml", scenario, { "orders.yaml": TEMPLATE });
  return flow;
}

async function busyMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1_000 * (metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0);
}

async function measureMoving(browser: Browser): Promise<FlowPanelMeasured["moving"]> {
  const flow = await openScenario(browser, MOVING);
  const { page } = flow;
  await page.getByLabel("Speed").selectOption({ label: "Real time" });
  await page.getByRole("button", { name: "Play" }).click();
  await page.waitForTimeout(3_000); // until as many arrive as set out
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const before = await busyMs(session);
  const { times, dots } = await page.evaluate(async (frames) => {
    let drawn = 0;
    const { drawImage } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.drawImage = function (...what: unknown[]) {
      drawn += 1;
      return Reflect.apply(drawImage, this, what);
    };
    const intervals: number[] = [];
    let last = await new Promise<number>(requestAnimationFrame);
    for (let index = 0; index < frames; index++) {
      const now = await new Promise<number>(requestAnimationFrame);
      intervals.push(now - last);
      last = now;
    }
    return { times: intervals.toSorted((a, b) => a - b), dots: drawn / frames };
  }, FRAMES);
  const workMs = ((await busyMs(session)) - before) / FRAMES;
  await flow.close();
  return { dots, frameMs: at(times, 0.5), frameP95Ms: at(times, 0.95), workMs };
}

/** Notes the longest task from now on, and every word of progress. */
function observe(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen = { longestMs: 0, progress: new Set<string>() };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longestMs = Math.max(seen.longestMs, duration);
    }).observe({ entryTypes: ["longtask"] });
    const look = (): void => {
      const words = document.querySelector(".position")?.textContent ?? "";
      if (words.includes("% ahead")) seen.progress.add(words);
      requestAnimationFrame(look);
    };
    look();
  });
}

/** Puts the knob somewhere, and waits until that place is shown. */
function scrub(page: Page, count: number): Promise<readonly number[]> {
  return page.evaluate(async (scrubs) => {
    const knob = document.querySelector<HTMLInputElement>(".time-track input");
    const clock = document.querySelector(".clock");
    if (!knob || !clock) return [];
    const times: number[] = [];
    for (let index = 0; index < scrubs; index++) {
      const { textContent: before } = clock;
      const startMs = performance.now();
      knob.value = String(20 + ((index * 617) % 960)); // to and fro
      knob.dispatchEvent(new Event("input", { bubbles: true }));
      while (clock.textContent === before) await new Promise((resolve) => setTimeout(resolve));
      times.push(performance.now() - startMs);
    }
    return times.toSorted((a, b) => a - b);
  }, count);
}

/** The most that the process of the newest page has held. */
async function peakMegabytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const peaks = processInfo
    .filter(({ type }) => type === "renderer")
    .map(({ id }) => Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, "utf8"))?.[1] ?? 0) / 1_024);
  return Math.max(...peaks);
}

/** A run to its end, and the page on which it was. */
async function runWhole(browser: Browser, until: string) {
  const flow = await openScenario(browser, scenarioOf("4000/s", until));
  await observe(flow.page);
  const before = flow.messages.length;
  const startMs = performance.now();
  await flow.page.getByRole("button", { name: "Play" }).click();
  await flow.page.waitForTimeout(3_000); // somebody looks for a while
  await flow.page.getByRole("button", { name: "Pause" }).click();
  await flow.page.getByText(/^of .* events$/).waitFor({ timeout: 150_000 });
  const runMs = performance.now() - startMs;
  const seen = await flow.page.evaluate(() => {
    const { longestMs, progress } = (globalThis as unknown as { seen: { longestMs: number; progress: Set<string> } })
      .seen;
    return { longestMs, progress: progress.size };
  });
  return { flow, runMs, seen, messagesToHost: flow.messages.length - before };
}

async function measureStop(browser: Browser): Promise<number> {
  const flow = await openScenario(browser, scenarioOf("4000/s", "250s"));
  await flow.page.getByRole("button", { name: "Play" }).click();
  const stop = flow.page.getByRole("button", { name: "Stop", exact: true });
  await stop.waitFor();
  const startMs = performance.now();
  await stop.click();
  await stop.waitFor({ state: "detached" });
  const stopMs = performance.now() - startMs;
  await flow.close();
  return stopMs;
}

async function measureMillion(): Promise<FlowPanelMeasured["million"]> {
  const small = await launchBrowser();
  const tenth = await runWhole(small, "25s");
  await scrub(tenth.flow.page, SCRUBS);
  const tenthMegabytes = await peakMegabytes(small);
  await small.close();
  const browser = await launchBrowser();
  try {
    const { flow, runMs, seen, messagesToHost } = await runWhole(browser, "250s");
    const scrubs = await scrub(flow.page, SCRUBS);
    const megabytes = await peakMegabytes(browser);
    const text = await flow.page.locator(".position").innerText();
    const events = Number(/([\d,]+) events/.exec(text)?.[1]?.replaceAll(",", "") ?? 0);
    await flow.close();
    return {
      ...{ events, runMs, longestTaskMs: seen.longestMs, progress: seen.progress, messagesToHost },
      ...{ scrubMs: at(scrubs, 0.5), scrubP95Ms: at(scrubs, 0.95), tenthMegabytes, megabytes },
      stopMs: await measureStop(browser),
    };
  } finally {
    await browser.close();
  }
}

export async function reportFlowPanel(): Promise<FlowPanelMeasured> {
  const browser = await launchBrowser();
  const moving = await measureMoving(browser).finally(() => browser.close());
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  console.log(
    [
      "\nThe panel of flows in Chromium. A frame is 16.7 ms.",
      `${moving.dots.toFixed(0)} moving: a frame every ${ms(moving.frameMs)} (p95 ${ms(moving.frameP95Ms)}), ${ms(moving.workMs)} of work each`,
    ].join("\n  "),
  );
  const million = await measureMillion();
  console.log(
    [
      `  a million messages: ${million.events.toLocaleString("en")} events in ${(million.runMs / 1_000).toFixed(1)} s, 3 of them played; progress ${million.progress} times`,
      `longest task of the page ${ms(million.longestTaskMs)}; messages to the extension host ${million.messagesToHost}`,
      `a place on the bar of time p50 ${ms(million.scrubMs)}, p95 ${ms(million.scrubP95Ms)}; stopped after ${ms(million.stopMs)}`,
      `memory ${million.megabytes.toFixed(0)} MB, of a tenth of the messages ${million.tenthMegabytes.toFixed(0)} MB`,
    ].join("\n  "),
  );
  return { moving, million };
}
