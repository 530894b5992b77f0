/**
 * Pictures of flows to look at: node test/panel/flow-shots.ts [theme...], written to test/shots/. Not a test: what is good
 * to look at is for people to say.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { SCENARIO, TEMPLATE } from "../unit/flow/fixtures.ts";
import { type FlowPage, openFlowPage } from "./flow-page.ts";
import { THEMES, type ThemeName } from "./themes.ts";
import { launchBrowser } from "./view-page.ts";

const FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../shots");

interface Scene {
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  readonly play: (flow: FlowPage) => Promise<unknown>;
}

const orders = (flow: FlowPage) => flow.open("orders.scenario.yaml", SCENARIO, { "orders.yaml": TEMPLATE });

const SCENES: readonly Scene[] = [
  { name: "flow-idle", play: orders },
  {
    name: "flow-playing",
    play: async (flow) => {
      await orders(flow);
      await flow.page.getByRole("button", { name: "Play" }).click();
      await flow.page.waitForTimeout(1500);
      await flow.page.getByRole("button", { name: "Pause" }).click();
    },
  },
  {
    name: "flow-end",
    play: async (flow) => {
      await orders(flow);
      await flow.runToEnd();
      await flow.tab("Checks");
    },
  },
  {
    name: "flow-charts",
    play: async (flow) => {
      await orders(flow);
      await flow.runToEnd();
      await flow.tab("Charts");
    },
  },
  {
    name: "flow-tall",
    width: 620,
    height: 1000,
    play: async (flow) => {
      await orders(flow);
      await flow.runToEnd();
      await flow.tab("Events");
    },
  },
];

const wanted = process.argv.slice(2).filter((word): word is ThemeName => word in THEMES);
const names = process.argv.slice(2).filter((word) => !(word in THEMES));
mkdirSync(FOLDER, { recursive: true });
const browser = await launchBrowser();
for (const theme of wanted.length > 0 ? wanted : (["dark"] as const)) {
  for (const { name, play, ...size } of SCENES) {
    if (names.length > 0 && !names.some((each) => name.includes(each))) continue;
    const flow = await openFlowPage(browser, { theme, ...size });
    await play(flow);
    await flow.page.waitForTimeout(250);
    await flow.page.screenshot({ path: path.join(FOLDER, `${name}-${theme}.png`) });
    console.log(`${name} ${theme}`, flow.complaints);
    await flow.close();
  }
}
await browser.close();
