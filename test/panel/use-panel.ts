/** What the panel's tests share: one browser for a `describe`, one panel for each of its tests. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { launchBrowser, openPage, type PageOptions, type PanelPage } from "./panel-page.ts";

/** Answers how a test opens its panel, which afterwards must have complained of nothing and asked for nothing outside. */
export function usePanel(): (options?: PageOptions) => Promise<PanelPage> {
  let browser: Browser;
  let panel: PanelPage | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(panel?.complaints).toEqual([]);
    expect(panel?.outside).toEqual([]);
    await panel?.close();
    panel = undefined;
  });
  return async (options) => {
    panel = await openPage(browser, options);
    return panel;
  };
}
