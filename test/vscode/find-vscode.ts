/**
 * Which VS Code the suites run in: one named by the variable SLUICE_VSCODE, else one that @vscode/test-electron
 * downloads (or has downloaded), else the one from the npm registry. A network that is not there is noticed in seconds.
 */
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { findChromium, INSTALL_CHROMIUM } from "./browser.ts";
import { cacheFolder, cannotInstall } from "./install.ts";

const REACHABLE_TIMEOUT_MS = 3_000;
const IDLE_DOWNLOAD_TIMEOUT_MS = 15_000;

export interface DesktopVscode {
  readonly kind: "desktop";
  readonly executable: string;
  readonly why: string;
}

export type FoundVscode =
  | DesktopVscode
  | { readonly kind: "npm"; readonly executable: string; readonly why: string }
  | { readonly kind: "none"; readonly why: string; readonly mend: string };

export async function findVscode(): Promise<FoundVscode> {
  const named = process.env.SLUICE_VSCODE;
  if (named) return { kind: "desktop", executable: named, why: "named by SLUICE_VSCODE" };
  const headless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const desktop = headless ? "there is no display for a desktop VS Code" : await downloadedVscode();
  if (typeof desktop !== "string") return desktop;
  const cannot = cannotInstall();
  if (cannot) return { kind: "none", why: `${desktop}; ${cannot}`, mend: "SLUICE_VSCODE=/path/to/code npm test" };
  if (!findChromium()) return { kind: "none", why: `${desktop}; there is no Chromium`, mend: INSTALL_CHROMIUM };
  return {
    kind: "npm",
    executable: path.join(import.meta.dirname, "code-shim.mjs"),
    why: `${desktop}: the one from the npm registry`,
  };
}

/** The desktop VS Code of @vscode/test-electron, or why there is none. */
export async function downloadedVscode(): Promise<DesktopVscode | string> {
  const cached =
    existsSync(cacheFolder) && readdirSync(cacheFolder).some((name) => /^vscode-(linux|darwin|win32)/.test(name));
  if (!cached && !(await reachable())) return "Microsoft's downloads cannot be reached from here";
  try {
    const executable = await downloadAndUnzipVSCode({ cachePath: cacheFolder, timeout: IDLE_DOWNLOAD_TIMEOUT_MS });
    return { kind: "desktop", executable, why: "downloaded by @vscode/test-electron" };
  } catch (error) {
    return `the download of VS Code failed (${error instanceof Error ? error.message : error})`;
  }
}

async function reachable(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(REACHABLE_TIMEOUT_MS);
    return (await fetch("https://update.code.visualstudio.com/api/releases/stable", { signal })).ok;
  } catch {
    return false;
  }
}
