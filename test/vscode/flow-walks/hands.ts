/** How somebody uses the panel of flows: with the mouse, or with the keyboard alone. */
import assert from "node:assert/strict";
import type { FrameLocator, Locator } from "playwright-core";
import type { Workbench } from "../ui.ts";
import { insideOf, tabTo } from "../walks/hands.ts";

export interface Hands {
  readonly name: string;
  /** Goes into the panel that stands beside the text. */
  enter(): Promise<void>;
  press(button: Locator): Promise<void>;
  /** Puts a text into a field, in the place of what is there, and has it taken. */
  type(field: Locator, text: string): Promise<void>;
  tab(flow: FrameLocator, name: string): Promise<void>;
  /** A resource of the drawing. */
  choose(flow: FrameLocator, name: string): Promise<void>;
  runToEnd(flow: FrameLocator): Promise<void>;
  restart(flow: FrameLocator): Promise<void>;
  save(flow: FrameLocator): Promise<void>;
}

const nodeOf = (flow: FrameLocator, name: string): Locator => flow.locator(`.node[aria-label^="${name},"]`);

export function mouse(): Hands {
  return {
    name: "mouse",
    enter: async () => {},
    press: (button) => button.click(),
    type: async (field, text) => {
      await field.fill(text);
      await field.press("Enter");
    },
    tab: (flow, name) => flow.getByRole("tab", { name }).click(),
    choose: (flow, name) => nodeOf(flow, name).click(),
    runToEnd: (flow) => flow.getByRole("button", { name: "Run to the next breakpoint or the end" }).click(),
    restart: (flow) => flow.getByRole("button", { name: "Back to the beginning" }).click(),
    save: (flow) => flow.getByRole("button", { name: "Write to scenario" }).click(),
  };
}

/** Enough to walk from any resource to any other. */
const MAX_ARROWS = 30;

export function keyboard({ page }: Workbench): Hands {
  const keys = page.keyboard;
  return {
    name: "keyboard",
    enter: async () => {
      await keys.press("Control+2"); // VS Code's own: the second group of editors
      await page.waitForFunction(() => document.activeElement?.matches("iframe.webview"));
      await insideOf(page.frameLocator("iframe.webview.ready").first());
    },
    press: async (button) => {
      await tabTo(button);
      await keys.press("Enter");
    },
    type: async (field, text) => {
      await tabTo(field);
      await keys.press("Control+A");
      await keys.insertText(text);
      await keys.press("Enter");
    },
    tab: async (flow, name) => {
      const chosen = flow.getByRole("tab", { name, selected: true });
      for (let at = 0; (await chosen.count()) === 0 && at < MAX_ARROWS; at++) await keys.press("Alt+PageDown");
      await chosen.waitFor();
    },
    choose: async (flow, name) => {
      await tabTo(flow.getByRole("listbox", { name: /^Resources of/ }));
      const chosen = flow.locator(`.node[aria-label^="${name},"][aria-selected="true"]`);
      for (let at = 0; (await chosen.count()) === 0 && at < MAX_ARROWS; at++) await step(flow, name);
      await chosen.waitFor();
      await keys.press(" "); // its tab
    },
    runToEnd: () => keys.press("Control+Shift+Enter"),
    restart: () => keys.press("Control+Shift+F5"),
    save: () => keys.press("Control+S"),
  };

  /** One arrow key towards a resource: the one that goes most of the way. */
  async function step(flow: FrameLocator, name: string): Promise<void> {
    const [from, to] = [await centre(flow.locator('.node[aria-selected="true"]')), await centre(nodeOf(flow, name))];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const [across, down] = [dx > 0 ? "ArrowRight" : "ArrowLeft", dy > 0 ? "ArrowDown" : "ArrowUp"];
    await keys.press(Math.abs(dy) > from.height / 2 ? down : across);
  }
}

async function centre(node: Locator): Promise<{ x: number; y: number; height: number }> {
  const box = await node.locator(".box").boundingBox();
  assert.ok(box, "a resource is seen");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, height: box.height };
}
