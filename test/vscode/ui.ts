/**
 * Drives a real VS Code as a person does, in Chromium: open a file, hover, complete, run a command, look into a webview,
 * take a picture. Close it in the end, whatever happened.
 */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Browser, FrameLocator, Locator, Page } from "playwright-core";
import { launchChromium } from "./browser.ts";
import { startServer, type VscodeServer } from "./server.ts";
import { openWindow } from "./workbench.ts";

export interface UiOptions {
  readonly folder: string;
  /** Folder of an extension under development. */
  readonly extension?: string;
  /** Packaged extensions to install. */
  readonly vsix?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly width?: number;
  readonly height?: number;
  /** Pixels of a picture for each CSS pixel. */
  readonly scale?: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export async function openVscode(options: UiOptions): Promise<Workbench> {
  const settings = { "editor.hover.delay": 150, ...options.settings };
  const server = await startServer({ testDriver: true, vsix: options.vsix ?? [], settings });
  let browser: Browser | undefined;
  try {
    browser = await launchChromium();
    const viewport = { width: options.width ?? 1440, height: options.height ?? 900 };
    const context = await browser.newContext({ viewport, deviceScaleFactor: options.scale ?? 1 });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const workbench = new Workbench(server, browser, page);
    const extensions = options.extension ? [options.extension] : [];
    await openWindow(page, server, { folder: options.folder, extensions });
    await workbench.ready();
    return workbench;
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}

const HOVER_ATTEMPTS = 5;

export class Workbench {
  readonly page: Page;
  /** What the page said in its console. */
  readonly log: string[] = [];
  /** Addresses outside this machine that were asked for: there must be none. */
  readonly outside: string[] = [];
  readonly #server: VscodeServer;
  readonly #browser: Browser;

  constructor(server: VscodeServer, browser: Browser, page: Page) {
    this.#server = server;
    this.#browser = browser;
    this.page = page;
    page.on("console", (message) => this.log.push(`${message.type()} ${message.text()}`));
    page.on("pageerror", (error) => this.log.push(`page error: ${error.stack ?? error}`));
    page.on("request", (request) => {
      const { protocol, hostname, href } = new URL(request.url());
      // A webview's own files have addresses that its service worker answers; they never reach a network.
      const inside = hostname === "127.0.0.1" || hostname.endsWith(".vscode-resource.vscode-cdn.net");
      if (/^https?:$/.test(protocol) && !inside) this.outside.push(href);
    });
  }

  /** The workbench is there, and the extension host behind it answers. */
  async ready(): Promise<void> {
    await this.page.locator(".monaco-workbench").waitFor();
    await this.page.evaluate(async () => {
      const host = globalThis as { driver?: { whenWorkbenchRestored(): Promise<void> } };
      while (!host.driver) await new Promise((resolve) => setTimeout(resolve, 50));
      await host.driver.whenWorkbenchRestored();
    });
  }

  /** Quick open by file name. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press("Control+P");
    await this.#quickInput().fill(name);
    const base = path.basename(name);
    // What was open last stands first until the search is done.
    await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: base }).waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".tabs-container .tab.active", { hasText: base }).waitFor();
    await this.page.locator(".editor-group-container.active .view-line").first().waitFor();
  }

  /** Runs a command by its whole title in the palette: "Sluice: Open State Machine Panel". */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.#quickInput().fill(`>${title}`);
    await this.page.locator(`.quick-input-list .monaco-list-row[aria-label^="${title}"]`).first().click();
  }

  #quickInput(): Locator {
    return this.page.locator(".quick-input-widget input").first();
  }

  /** Where a text stands on the screen, in the active editor first. Monaco splits lines into spans: look below them. */
  async find(text: string, occurrence = 0): Promise<Box> {
    const handle = await this.page.waitForFunction(
      ({ text, occurrence }) => {
        let left = occurrence;
        const groups = [
          ...document.querySelectorAll(".editor-group-container.active"),
          ...document.querySelectorAll(".editor-group-container:not(.active)"),
        ];
        for (const line of groups.flatMap((group) => [...group.querySelectorAll(".view-lines > .view-line")])) {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const nodes: Text[] = [];
          for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
          const all = nodes
            .map((node) => node.data)
            .join("")
            .replaceAll("\u00a0", " ");
          const point = (offset: number): [Text, number] | undefined => {
            let rest = offset;
            for (const node of nodes) {
              if (rest <= node.length) return [node, rest];
              rest -= node.length;
            }
            return undefined;
          };
          for (let at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
            const [start, end] = [point(at), point(at + text.length)];
            if (left-- > 0 || !start || !end) continue;
            const range = document.createRange();
            range.setStart(...start);
            range.setEnd(...end);
            const { x, y, width, height } = range.getBoundingClientRect();
            return { x, y, width, height };
          }
        }
        return undefined;
      },
      { text, occurrence },
    );
    const box = await handle.jsonValue();
    if (!box) throw new Error(`${text} is not on the screen`);
    return box;
  }

  async clickText(text: string, occurrence = 0): Promise<void> {
    const { x, y, width, height } = await this.find(text, occurrence);
    await this.page.mouse.click(x + width / 2, y + height / 2);
  }

  /** Waits for a wavy line below a text. */
  async squiggle(text: string, severity: "error" | "warning" | "info" = "error"): Promise<void> {
    const box = await this.find(text);
    await this.page.waitForFunction(
      ({ box, severity }) =>
        [...document.querySelectorAll(`.squiggly-${severity}`)].some((element) => {
          const { left, right, top, bottom, width } = element.getBoundingClientRect();
          const across = left < box.x + box.width && right > box.x;
          return width > 0 && across && top < box.y + box.height && bottom > box.y;
        }),
      { box, severity },
    );
  }

  /** Puts the mouse on a text; gives what the hover says. */
  async hover(text: string, occurrence = 0): Promise<string> {
    const box = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").filter({ visible: true }).first();
    for (let attempt = 1; ; attempt++) {
      const { x, y, width, height } = await this.find(text, occurrence);
      await this.page.mouse.move(5, 5);
      await this.page.mouse.move(x + width / 2, y + height / 2, { steps: 4 }); // the editor wants to see it move
      // A lens or a hint that comes late moves the text away from under the mouse: then once more.
      const isLast = attempt === HOVER_ATTEMPTS;
      const isShown = await box.waitFor({ timeout: isLast ? 20_000 : 5_000 }).then(
        () => true,
        (thrown: unknown) => {
          if (isLast) throw thrown;
          return false;
        },
      );
      if (!isShown || (!isLast && (await this.find(text, occurrence)).y !== y)) continue;
      await this.page.waitForFunction(
        (element) => !/Loading/.test(element?.textContent ?? ""),
        await box.elementHandle(),
      );
      return (await box.innerText()).trim();
    }
  }

  /** Asks for completion at the cursor; gives the labels. */
  async complete(): Promise<string[]> {
    await this.page.keyboard.press("Control+Space");
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    await rows.first().waitFor();
    return rows.locator(".label-name").allInnerTexts();
  }

  /** The document inside the webview that shows an element: it sits two frames deep. */
  async webview(selector: string): Promise<FrameLocator> {
    const deadlineMs = performance.now() + 20_000;
    while (performance.now() < deadlineMs) {
      for (const outer of await this.page.locator("iframe.webview").all()) {
        const inner = outer.contentFrame().frameLocator("#active-frame");
        const isSeen = inner
          .locator(selector)
          .first()
          .waitFor({ timeout: 500 }) // a view that is just being closed never answers
          .then(
            () => true,
            () => false,
          );
        if (await isSeen) return inner;
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`no webview shows ${selector}`);
  }

  /** The texts of the notifications on the screen. */
  notifications(): Promise<string[]> {
    return this.page.locator(".notification-toast .notification-list-item-message").allInnerTexts();
  }

  async screenshot(file: string): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, animations: "disabled" });
  }

  async close(): Promise<void> {
    await this.#browser.close().catch(() => {});
    await this.#server.stop();
  }
}
