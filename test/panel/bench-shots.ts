/** Pictures of the filter bench and the redrive bench to look at: node test/panel/bench-shots.ts [theme...], in test/shots/. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { type BenchFiles, openBench } from "./bench-page.ts";
import { FILTER_TEMPLATE, FIVE_MESSAGES, REDRIVE_TEMPLATE, TEMPLATE_MESSAGES, WRONG_POLICY } from "./policies.ts";
import { openRedrive } from "./redrive-page.ts";
import { THEMES, type ThemeName } from "./themes.ts";
import { launchBrowser, type PageOptions, ROOT, whyNot } from "./view-page.ts";

const FOLDER = path.join(ROOT, "test/shots");

interface Scene {
  readonly name: string;
  readonly options?: PageOptions;
  /** Gives the page as it is to be seen. */
  readonly play: (browser: Browser, options: PageOptions) => Promise<Page>;
}

const filter =
  (files: BenchFiles, act: (page: Page) => Promise<unknown> = async () => {}): Scene["play"] =>
  async (browser, options) => {
    const bench = await openBench(browser, options);
    await bench.open(files);
    await act(bench.page);
    return bench.page;
  };

const redrive =
  (name: string, text: string): Scene["play"] =>
  async (browser, options) => {
    const bench = await openRedrive(browser, options);
    await bench.open(name, text);
    return bench.page;
  };

const orders: BenchFiles = { name: "orders.filter-policy.json", text: WRONG_POLICY, messages: FIVE_MESSAGES };
const template: BenchFiles = { name: "shop.template.yaml", text: FILTER_TEMPLATE, messages: TEMPLATE_MESSAGES };
const lone = '{ "deadLetterTargetArn": "arn:aws:sqs:eu-west-1:111122223333:dead", "maxReceiveCount": 2 }\n';

const SCENES: readonly Scene[] = [
  { name: "filter", play: filter(orders) },
  { name: "filter-narrow", options: { width: 360 }, play: filter(orders) },
  { name: "filter-wide", options: { width: 1200, height: 700 }, play: filter(orders) },
  { name: "filter-empty", play: filter({ ...orders, messages: undefined }) },
  { name: "filter-broken", play: filter({ ...orders, text: '{ "shop": [{ "prefx": "a" }] }' }) },
  {
    name: "matrix",
    play: filter(template, (page) => page.getByRole("button", { name: "All policies" }).click()),
  },
  { name: "redrive", play: redrive("jobs.template.yaml", REDRIVE_TEMPLATE) },
  { name: "redrive-narrow", options: { width: 360 }, play: redrive("jobs.template.yaml", REDRIVE_TEMPLATE) },
  { name: "redrive-lone", play: redrive("jobs.redrive-policy.json", lone) },
];

async function takePictures(themes: readonly ThemeName[]): Promise<void> {
  const browser = await launchBrowser();
  for (const theme of themes) {
    for (const { name, options, play } of SCENES) {
      const page = await play(browser, { ...options, theme });
      await page.screenshot({ path: path.join(FOLDER, `bench-${name}-${theme}.png`) });
      await page.context().close();
    }
  }
  await browser.close();
}

const why = whyNot();
if (why) throw new Error(why);
mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2).filter((word): word is ThemeName => word in THEMES);
await takePictures(wanted.length > 0 ? wanted : (Object.keys(THEMES) as ThemeName[]));
