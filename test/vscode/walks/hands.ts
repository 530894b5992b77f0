/** How somebody uses a view: with the mouse, or with the keyboard alone. */
import assert from "node:assert/strict";
import type { FrameLocator, Locator } from "playwright-core";
import type { Workbench } from "../ui.ts";

export interface Hands {
  readonly name: string;
  /** Opens the view of the file in front: by the lens or the button that leads there, or by the keys that do. */
  open(lens: string): Promise<void>;
  /** A button or a link of the view; `key`: its own, if it has one. */
  press(button: Locator, key?: string): Promise<void>;
  /** Puts a text into a field, in the place of what is there. */
  type(field: Locator, text: string): Promise<void>;
  /** Of two radio buttons that have just been shown with the other one chosen. */
  other(radio: Locator): Promise<void>;
  /** A state of the graph. */
  choose(view: FrameLocator, state: string): Promise<void>;
  step(view: FrameLocator): Promise<void>;
  runToEnd(view: FrameLocator): Promise<void>;
  tab(view: FrameLocator, name: string): Promise<void>;
}

export function mouse({ page }: Workbench): Hands {
  const clickTool = (view: FrameLocator, name: string): Promise<void> =>
    view.getByRole("button", { name, exact: true }).click();
  return {
    name: "mouse",
    open: (lens) => page.locator(lens).first().click(),
    press: (button) => button.click(),
    type: (field, text) => field.fill(text),
    other: (radio) => radio.check(),
    choose: (view, state) => view.getByRole("option", { name: new RegExp(`^${state},`) }).click(),
    step: (view) => clickTool(view, "Step"),
    runToEnd: (view) => clickTool(view, "Run to end"),
    tab: (view, name) => view.getByRole("tab", { name }).click(),
  };
}

/** Enough to go once through any of our views. */
const MAX_TABS = 80;

/** Tab by Tab, as far as it takes: whatever cannot be reached so cannot be used without a mouse. */
export async function tabTo(element: Locator): Promise<void> {
  await element.waitFor();
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    if (await element.evaluate((one) => one === one.ownerDocument.activeElement)) return;
    await element.page().keyboard.press("Tab");
  }
  assert.fail(`${element} is not reached by Tab`);
}

/** Until keys go to the view itself: its frame has the focus before what is in it does. */
export function insideOf(frame: FrameLocator): Promise<void> {
  const body = frame.frameLocator("#active-frame").locator("body");
  return body.evaluate(
    ({ ownerDocument }) =>
      new Promise<void>((resolve) => {
        const look = (): unknown => (ownerDocument.hasFocus() ? resolve() : setTimeout(look));
        look();
      }),
  );
}

export function keyboard({ page }: Workbench): Hands {
  const keys = page.keyboard;
  return {
    name: "keyboard",
    open: async (lens) => {
      await page.locator(lens).first().waitFor(); // the file is known for what it is
      // Once shows the view beside the text, once more goes into it.
      const views = await page.locator("iframe.webview.ready").count();
      await keys.press("Control+K");
      await keys.press("v");
      await page.locator("iframe.webview.ready").nth(views).waitFor();
      await keys.press("Control+K");
      await keys.press("v");
      await page.waitForFunction(() => document.activeElement?.matches("iframe.webview"));
      await insideOf(page.frameLocator("iframe.webview.ready").nth(views));
    },
    press: async (button, key) => {
      await button.waitFor();
      if (key === undefined) await tabTo(button);
      await keys.press(key ?? "Enter");
    },
    type: async (field, text) => {
      await tabTo(field);
      await keys.press("Control+A");
      await keys.insertText(text);
    },
    other: async (radio) => {
      await radio.waitFor();
      while (!(await radio.isChecked())) await keys.press("ArrowRight");
    },
    choose: async (view, state) => {
      await tabTo(view.getByRole("listbox"));
      const chosen = view.getByRole("option", { name: new RegExp(`^${state},`), selected: true });
      // From below: the graph's first states stand above.
      while ((await chosen.count()) === 0) await keys.press("ArrowUp");
    },
    step: () => keys.press("F10"),
    runToEnd: () => keys.press("Control+Shift+Enter"),
    tab: async (view, name) => {
      const chosen = view.getByRole("tab", { name, selected: true });
      while ((await chosen.count()) === 0) await keys.press("Alt+PageDown");
    },
  };
}
