/**
 * Pictures of the panel to look at: node test/panel/shots.ts [theme...], written to test/shots/. Not a test: what is
 * good to look at is for people to say.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ENDLESS, HOSTILE, longMachine, MANY_ITEMS, ORDER, ORDER_INPUT, ORDER_MOCKS } from "./machines.ts";
import { launchBrowser, openPage, type PanelPage, whyNot } from "./panel-page.ts";
import { THEMES, type ThemeName } from "./themes.ts";

const FOLDER = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../shots");

interface Scene {
  readonly name: string;
  readonly width?: number;
  readonly height?: number;
  readonly play: (panel: PanelPage) => Promise<unknown>;
}

const order = { definition: ORDER, input: ORDER_INPUT, mocks: ORDER_MOCKS, name: "order.asl.json" };

const SCENES: readonly Scene[] = [
  { name: "idle", play: (panel) => panel.open(order) },
  {
    name: "succeeded",
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
    },
  },
  {
    name: "failed",
    play: async (panel) => {
      await panel.open(order);
      await panel.page.getByLabel("Tasks").selectOption("Declined");
      await panel.press("Run to end");
      await panel.page.getByRole("tab", { name: "Events" }).click();
    },
  },
  {
    name: "state",
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
      await panel.page.locator(".state", { hasText: "Charge card" }).first().click();
    },
  },
  {
    name: "ask",
    play: async (panel) => {
      await panel.open({ ...order, mocks: undefined });
      await panel.press("Run to end");
    },
  },
  {
    name: "missing",
    play: async (panel) => {
      const lacking = { ...ORDER_MOCKS, StateMachines: { machine: { TestCases: { HappyPath: {} } } } };
      await panel.open({ ...order, mocks: lacking });
      await panel.press("Run to end");
      await panel.page.getByText("What to add to").click();
      await panel.page.getByLabel("keep in").check();
    },
  },
  {
    name: "flow",
    height: 1100,
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
      await panel.page.locator(".state", { hasText: "Charge card" }).first().click();
      for (const row of await panel.page.locator(".step summary").all()) await row.click();
    },
  },
  {
    name: "stepping",
    play: async (panel) => {
      await panel.open(order);
      for (let step = 0; step < 11; step++) await panel.press("Step");
    },
  },
  {
    name: "broken",
    play: async (panel) => {
      await panel.open(order);
      await panel.type({ ...order, definition: JSON.stringify(ORDER, null, 2).slice(0, 900) });
    },
  },
  {
    name: "hang",
    play: async (panel) => {
      await panel.open({ definition: ENDLESS });
      await panel.press("Run to end");
    },
  },
  {
    name: "hostile",
    play: async (panel) => {
      await panel.open({ definition: HOSTILE });
      await panel.press("Run to end");
    },
  },
  {
    name: "long",
    play: async (panel) => {
      await panel.open({ definition: longMachine(120), input: { x: 10 } });
      await panel.press("Run to end");
      await panel.page.getByRole("tab", { name: "Events" }).click();
    },
  },
  {
    name: "choice",
    height: 1000,
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
      await panel.page.locator(".state", { hasText: "In stock?" }).first().click();
    },
  },
  {
    name: "ladder",
    height: 1200,
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
      await panel.page.locator(".state", { hasText: "Charge card" }).first().click();
      for (const row of await panel.page.locator(".rung summary").all()) await row.click();
    },
  },
  {
    name: "lanes",
    height: 1000,
    play: async (panel) => {
      await panel.open({ ...order, input: MANY_ITEMS });
      await panel.press("Run to end");
      await panel.page.locator(".state .label", { hasText: "Pack each item" }).click();
    },
  },
  {
    name: "timeline",
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
      await panel.page.getByRole("tab", { name: "Timeline" }).click();
      await panel.page.getByRole("slider").fill("30");
    },
  },
  {
    name: "mocks",
    play: async (panel) => {
      await panel.open(order);
      await panel.page.getByRole("tab", { name: "Mocks" }).click();
      await panel.page.locator(".answer-text").nth(1).click();
    },
  },
  {
    name: "compare",
    height: 1100,
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
      await panel.page.getByLabel("Tasks").selectOption("Declined");
      await panel.press("Run to end");
      await panel.page.getByRole("tab", { name: "Compare" }).click();
      await panel.page.locator(".pair-row").first().click();
    },
  },
  {
    name: "trial",
    height: 1200,
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
      await panel.page.locator(".state", { hasText: "Charge card" }).first().click();
      await panel.page.getByRole("button", { name: "Try this state" }).click();
      await panel.page.getByRole("button", { name: "Try", exact: true }).click();
      await panel.page.getByLabel("Result of the trial").waitFor();
    },
  },
  {
    name: "keys",
    play: async (panel) => {
      await panel.open(order);
      await panel.page.keyboard.press("Control+/");
      await panel.page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "menu",
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
      await panel.page.getByRole("button", { name: "More" }).click();
    },
  },
  {
    name: "find",
    play: async (panel) => {
      await panel.open({ definition: longMachine(120), input: { x: 10 } });
      await panel.page.keyboard.press("Control+f");
      await panel.page.locator(".find input").fill("choice");
    },
  },
  {
    name: "far",
    play: async (panel) => {
      await panel.open({ definition: longMachine(600), input: { x: 10 } });
      await panel.press("Run to end");
      await panel.page.getByRole("button", { name: "Fit" }).click();
    },
  },
  {
    name: "wide",
    width: 1280,
    height: 720,
    play: async (panel) => {
      await panel.open(order);
      await panel.press("Run to end");
    },
  },
  { name: "narrow", width: 340, play: (panel) => panel.open(order).then(() => panel.press("Run to end")) },
];

async function main(themes: readonly ThemeName[], names: readonly string[]): Promise<void> {
  const reason = whyNot();
  if (reason) {
    console.log(reason);
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  const browser = await launchBrowser();
  try {
    for (const theme of themes) {
      for (const { name, width, height, play } of SCENES) {
        if (names.length > 0 && !names.includes(name)) continue;
        const panel = await openPage(browser, { theme, ...(width && { width }), ...(height && { height }) });
        await play(panel);
        await panel.page.mouse.move(5, 5);
        await panel.page.screenshot({ path: path.join(FOLDER, `panel-${name}-${theme}.png`) });
        if (panel.complaints.length > 0) console.log(name, theme, panel.complaints);
        await panel.close();
      }
    }
  } finally {
    await browser.close();
  }
}

const words = process.argv.slice(2);
const chosen = words.filter((word): word is ThemeName => word in THEMES);
const all = Object.keys(THEMES) as ThemeName[];
await main(
  chosen.length > 0 ? chosen : all,
  words.filter((word) => !(word in THEMES)),
);
