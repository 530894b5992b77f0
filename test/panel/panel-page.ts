/**
 * The built panel in the installed Chromium, on the page that the extension really makes, with VS Code played by a few
 * lines: its theme variables, `acquireVsCodeApi`, and messages both ways.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { createNonce, panelHtml } from "../../client/src/panel/html.ts";
import type { HostMessage, RunReport, ViewMessage } from "../../client/src/panel/protocol.ts";
import { THEMES, type ThemeName } from "./themes.ts";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const BUNDLES = path.join(ROOT, "dist/webview");
/** Answered from the bundles' folder; no request leaves the machine. */
const ORIGIN = "http://panel.invalid";
const CHROMIUM_PATHS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const chromiumPath = CHROMIUM_PATHS.find((file) => existsSync(file));

/** Why the panel cannot be tested here, or undefined. */
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
  readonly reducedMotion?: boolean;
  /** What an earlier panel had kept. */
  readonly kept?: object;
}

export interface DocumentOptions {
  readonly definition: object | string;
  readonly input?: unknown;
  readonly mocks?: unknown;
  readonly name?: string;
  readonly language?: "json" | "yaml";
}

/** Opens the panel without a document; requests to anywhere else are refused and remembered in `outside`. */
export async function openPage(browser: Browser, options: PageOptions = {}): Promise<PanelPage> {
  const { theme = "dark", width = 720, height = 900, reducedMotion = false, kept } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    reducedMotion: reducedMotion ? "reduce" : "no-preference",
  });
  const page = await context.newPage();
  const panel = new PanelPage(page);
  await page.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== ORIGIN) {
      panel.outside.push(url.href);
      await route.abort();
    } else if (url.pathname === "/") await route.fulfill({ contentType: "text/html", body: pageText() });
    else await route.fulfill({ path: path.join(BUNDLES, path.normalize(url.pathname)) });
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") panel.complaints.push(message.text());
  });
  page.on("pageerror", (error) => panel.complaints.push(String(error)));
  await page.exposeFunction("sluiceTestHear", (message: ViewMessage) => panel.hear(message));
  await page.addInitScript(playVsCode, { theme: THEMES[theme], kept });
  await page.goto(`${ORIGIN}/`);
  await panel.said("ready");
  return panel;
}

function pageText(): string {
  return panelHtml({
    cspSource: ORIGIN,
    script: `${ORIGIN}/machine.js`,
    style: `${ORIGIN}/machine.css`,
    worker: `${ORIGIN}/machine-worker.js`,
    jsonata: `${ORIGIN}/jsonata.js`,
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

export class PanelPage {
  readonly page: Page;
  readonly messages: ViewMessage[] = [];
  /** Warnings and errors on the console, a broken security policy among them. */
  readonly complaints: string[] = [];
  readonly outside: string[] = [];
  #listeners: (() => void)[] = [];
  #version = 0;

  constructor(page: Page) {
    this.page = page;
  }

  hear(message: ViewMessage): void {
    this.messages.push(message);
    for (const listener of this.#listeners.splice(0)) listener();
  }

  /** The next message of a type, counted from the message `after`. */
  async said<T extends ViewMessage["type"]>(
    type: T,
    matches: (message: Extract<ViewMessage, { type: T }>) => boolean = () => true,
    after = 0,
  ): Promise<Extract<ViewMessage, { type: T }>> {
    for (let next = after; ; ) {
      for (; next < this.messages.length; next++) {
        const message = this.messages[next];
        if (message?.type === type && matches(message as never)) return message as never;
      }
      await new Promise<void>((resolve) => this.#listeners.push(resolve));
    }
  }

  send(message: HostMessage): Promise<void> {
    return this.page.evaluate((data: unknown) => window.postMessage(data, "*"), message as unknown);
  }

  /** Gives the panel a document and what lies beside it, and waits until it is drawn. */
  async open(options: DocumentOptions): Promise<void> {
    const { input, mocks, name = "machine.asl.json" } = options;
    const file = (kind: string, value: unknown) => ({
      name: name.replace(".asl.json", `.${kind}.json`),
      text: value === undefined ? undefined : JSON.stringify(value, null, 2),
    });
    await this.send({ type: "input", file: file("input", input) });
    await this.send({ type: "mocks", file: file("mocks", mocks) });
    await this.type(options);
  }

  /** Sends the text again, as after a keystroke. */
  async type({ definition, name = "machine.asl.json", language = "json" }: DocumentOptions): Promise<void> {
    this.#version += 1;
    const version = this.#version;
    const text = typeof definition === "string" ? definition : JSON.stringify(definition, null, 2);
    await this.send({ type: "document", uri: `file:///${name}`, name, language, text, version });
    await this.said("drawn", (message) => message.version === version);
  }

  /** Presses a button of the toolbar and waits until the run rests. */
  async press(label: string): Promise<RunReport> {
    const after = this.messages.length;
    await this.page.getByRole("button", { name: label, exact: true }).click();
    return (await this.said("report", () => true, after)).report;
  }

  /** name: what a screen reader hears of it. */
  async states(): Promise<Record<string, string>> {
    const labels = await this.page
      .locator(".state")
      .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
    return Object.fromEntries(labels.map((label) => (label ?? "").split(/, (.*)/s).slice(0, 2)));
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}
