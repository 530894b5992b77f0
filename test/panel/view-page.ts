/**
 * A built view in the installed Chromium, on the page that the extension really makes, with VS Code played by a few lines:
 * its theme variables, `acquireVsCodeApi`, and messages both ways.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { createNonce, panelHtml } from "../../client/src/panel/html.ts";
import { THEMES, type ThemeName } from "./themes.ts";

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const BUNDLES = path.join(ROOT, "dist/webview");
/** Answered from the bundles' folder; no request leaves the machine. */
const ORIGIN = "http://panel.invalid";
const CHROMIUM_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const chromiumPath = CHROMIUM_PATHS.find((file) => existsSync(file));

/** Why views cannot be tested here, or undefined. */
export function whyNot(): string | undefined {
  return chromiumPath ? undefined : "panel tests skipped: no Chromium here; mend it with: apt-get install chromium";
}

export function launchBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error(whyNot());
  if (!existsSync(path.join(BUNDLES, "machine-worker.js"))) throw new Error("The panel is not built: npm run build");
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
    ],
  });
}

export interface PageOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** Pixels of the screen for each CSS pixel. */
  readonly scale?: number;
  readonly reducedMotion?: boolean;
  /** What an earlier panel had kept. */
  readonly kept?: object;
  /** Messages that the host has put into the page. */
  readonly first?: readonly object[];
}

/** The bundles of a view. */
export interface View {
  readonly name: string;
  /** Scripts that it starts workers from, by the names that it knows them by. */
  readonly workers?: Readonly<Record<string, string>>;
}

interface Said {
  readonly type: string;
}

/** Plays the host: hears what the view says, and answers. */
export class ViewPage<Host, Message extends Said> {
  readonly page: Page;
  readonly messages: Message[] = [];
  /** Warnings and errors on the console, a broken security policy among them. */
  readonly complaints: string[] = [];
  readonly outside: string[] = [];
  #listeners: (() => void)[] = [];

  constructor(page: Page) {
    this.page = page;
  }

  hear(message: Message): void {
    this.messages.push(message);
    for (const listener of this.#listeners.splice(0)) listener();
  }

  /** The next message of a type, counted from the message `after`. */
  async said<T extends Message["type"]>(
    type: T,
    matches: (message: Extract<Message, { type: T }>) => boolean = () => true,
    after = 0,
  ): Promise<Extract<Message, { type: T }>> {
    for (let next = after; ; ) {
      for (; next < this.messages.length; next++) {
        const message = this.messages[next];
        if (message?.type === type && matches(message as never)) return message as never;
      }
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  send(message: Host): Promise<void> {
    return this.page.evaluate((data: unknown) => window.postMessage(data, "*"), message as unknown);
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

/** Opens a view without a document; requests to anywhere else are refused and remembered in `outside`. */
export async function openView<Host, Message extends Said, Driver extends ViewPage<Host, Message>>(
  browser: Browser,
  view: View,
  drive: (page: Page) => Driver,
  options: PageOptions = {},
): Promise<Driver> {
  const { theme = "dark", width = 720, height = 900, scale = 1, reducedMotion = false, kept, first } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  const driver = drive(page);
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      driver.outside.push(url.href);
      await route.abort();
    } else if (url.pathname === "/") await route.fulfill({ contentType: "text/html", body: pageText(view, first) });
    else await route.fulfill({ path: path.join(BUNDLES, path.normalize(url.pathname)) });
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") driver.complaints.push(message.text());
  });
  page.on("pageerror", (error) => driver.complaints.push(String(error)));
  await page.exposeFunction("sluiceTestHear", (message: Message) => driver.hear(message));
  await page.addInitScript(playVsCode, { theme: THEMES[theme], kept });
  await page.goto(`${ORIGIN}/`);
  await driver.said("ready" as Message["type"]);
  return driver;
}

function pageText({ name, workers = {} }: View, first: readonly object[] | undefined): string {
  const preloads = JSON.parse(readFileSync(path.join(BUNDLES, "preloads.json"), "utf8"))[name] as readonly string[];
  const addresses = Object.entries(workers).map(([key, file]) => [key, `${ORIGIN}/${file}`] as const);
  return panelHtml({
    cspSource: ORIGIN,
    script: `${ORIGIN}/${name}.js`,
    style: `${ORIGIN}/${name}.css`,
    preloads: preloads.map((file) => `${ORIGIN}/${file}`),
    workers: Object.fromEntries(addresses),
    title: name,
    ...(first && { first }),
    nonce: createNonce(),
  });
}

/** Runs in the page before anything of the panel. */
function playVsCode({ theme, kept }: { theme: (typeof THEMES)["dark"]; kept: object | undefined }): void {
  let state = kept;
  const api = {
    postMessage: (message: unknown) =>
      (globalThis as unknown as { sluiceTestHear(m: unknown): void }).sluiceTestHear(message),
    getState: () => state,
    setState: (next: object) => {
      state = next;
    },
  };
  Object.assign(globalThis, { acquireVsCodeApi: () => api, keptState: () => state });
  document.addEventListener("DOMContentLoaded", () => {
    document.body.className = theme.bodyClass;
    for (const [name, value] of Object.entries(theme.variables)) {
      document.documentElement.style.setProperty(`--vscode-${name}`, value);
    }
  });
}
