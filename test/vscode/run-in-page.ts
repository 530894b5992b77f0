/**
 * Runs a suite in the npm-installed VS Code: server, Chromium, one window. It is what code-shim.mjs calls, so that
 * @vscode/test-electron's `runTests` drives this VS Code as it drives a downloaded one.
 *
 * The page reports the exit code, but VS Code says 0 even when the extension host dies half-way: only the marked line
 * `end N` of the suite tells that mocha came to its end with N failures.
 *
 * Exit code: 0 passed, 1 failed, 2 could not run, 124 too late.
 */
import type { Page } from "playwright-core";
import { launchChromium } from "./browser.ts";
import { startServer } from "./server.ts";
import { SUITE_MARK } from "./suite/mark.ts";
import { openWindow, type WindowOptions } from "./workbench.ts";

const TIMEOUT_MS = 240_000;

export interface PageRun extends WindowOptions {
  readonly tests: string;
  readonly vsix?: readonly string[];
}

export async function runInPage(options: PageRun): Promise<number> {
  const log: string[] = [];
  const undo: (() => unknown)[] = [];
  let over = false; // closing the browser is not losing it
  try {
    const server = await startServer({
      testDriver: true,
      vsix: options.vsix ?? [],
      env: { SUITE_MARK },
      say: (text) => console.log(`vscode: ${text}`),
    });
    undo.unshift(() => server.stop());
    const browser = await launchChromium();
    undo.unshift(() => browser.close());
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    page.on("pageerror", (error) => log.push(`page error: ${error.stack ?? error}`));
    const outcome = new Promise<number>((resolve) => void listen(page, log, resolve));
    const lost = new Promise<number>((resolve) => {
      const lose = (reason: string, code = 2): void => resolve(over ? code : fail(log, reason, code));
      page.on("crash", () => lose("the page crashed"));
      browser.on("disconnected", () => lose("the browser ended"));
      const timer = setTimeout(() => lose(`no result after ${TIMEOUT_MS / 1000} s`, 124), TIMEOUT_MS);
      undo.unshift(() => clearTimeout(timer));
    });
    undo.unshift(await openWindow(page, server, options));
    return await Promise.race([outcome, lost]);
  } catch (error) {
    return fail(log, error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    over = true;
    for (const step of undo) await Promise.resolve(step()).catch(() => {});
  }
}

/** Reads what the page says: the suite's marked lines are printed, the rest is kept for a failure's post-mortem. */
async function listen(page: Page, log: string[], resolve: (code: number) => void): Promise<void> {
  let failures: number | undefined;
  await page.exposeFunction("codeAutomationLog", (level: string, args: readonly unknown[]) => {
    const text = args.map((arg) => (typeof arg === "string" ? arg : JSON.stringify(arg))).join(" ");
    if (!text.includes(SUITE_MARK)) {
      log.push(`${level} ${text}`);
      return;
    }
    const line = text.replaceAll(SUITE_MARK, "");
    const end = /^end (\d+)$/.exec(line);
    if (end) failures = Number(end[1]);
    else console.log(line);
  });
  await page.exposeFunction(
    "codeAutomationExit",
    (code: number, files?: { relativePath: string; contents: string }[]) => {
      for (const file of files ?? []) log.push(`=== ${file.relativePath}`, file.contents);
      if (failures === undefined) resolve(fail(log, `the extension host ended (code ${code}) before the suite did`));
      else resolve(failures === 0 && code === 0 ? 0 : 1);
    },
  );
}

function fail(log: readonly string[], reason: string, code = 2): number {
  console.error([reason, "--- the end of VS Code's log", ...log.slice(-40), "---"].join("\n"));
  return code;
}
