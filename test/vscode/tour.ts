/**
 * npm run tour [-- --built] [light|dark|contrast|contrast-light] [file...]: real definitions in a real VS Code. Each is
 * opened, must have no error, is drawn in the panel with all of its states, runs to its end with its tasks answered, and
 * has its picture taken (test/shots/tour/). Not part of npm test: the files are not in this repository.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FrameLocator } from "playwright-core";
import { root } from "./install.ts";
import { packageVsix, vsixFile } from "./suites.ts";
import { answersFor } from "./tour-answers.ts";
import { readStops, type Stop, whyNoTour } from "./tour-stops.ts";
import { openVscode, type Workbench } from "./ui.ts";

const SHOTS = path.join(root, "test/shots/tour");
/** Each theme's setting, and the class that the workbench has once it is on. */
const THEMES: Readonly<Record<string, readonly [setting: string, className: string]>> = {
  light: ["Light Modern", "vs"],
  dark: ["Dark Modern", "vs-dark"],
  contrast: ["Default High Contrast", "hc-black"],
  "contrast-light": ["Default High Contrast Light", "hc-light"],
};
/** A definition with a mistake: shows that errors would be seen. */
const MISTAKEN = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "Nowhere" } } }';
const MISTAKEN_NAME = "mistaken.asl.json";

/** What a person would note down of one definition. */
interface Visited {
  readonly stop: Stop;
  /** Errors that the editor shows. */
  readonly errors: number;
  /** States in the picture. */
  readonly drawn: number;
  readonly drawnMs: number;
  readonly status: string;
  readonly events: string;
  /** The state in which a failed run ended, with its type. */
  readonly endedIn: string;
}

const workspaceName = ({ file, language }: Stop): string =>
  `${file.replace(/\..*$/, "")}.asl.${language === "yaml" ? "yaml" : "json"}`;

/** Temporary copies, each with an input and mocks beside it. */
async function makeWorkspace(stops: readonly Stop[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), "sluice-tour-"));
  writeFileSync(path.join(folder, MISTAKEN_NAME), MISTAKEN);
  for (const stop of stops) {
    const stem = path.join(folder, stop.file.replace(/\..*$/, ""));
    const { input, mocks } = await answersFor(stop);
    writeFileSync(path.join(folder, workspaceName(stop)), stop.text);
    writeFileSync(`${stem}.input.json`, JSON.stringify(input, undefined, 2));
    writeFileSync(`${stem}.mocks.json`, JSON.stringify(mocks, undefined, 2));
  }
  return folder;
}

/** The number of errors that the status bar counts in what is open. */
async function errorCount(vscode: Workbench): Promise<number> {
  const label = await vscode.page.locator("[id='status.problems'] a").first().getAttribute("aria-label");
  return Number(
    /(\d+)\s*Error|Errors:\s*(\d+)/i
      .exec(label ?? "")
      ?.slice(1)
      .find(Boolean) ?? 0,
  );
}

async function visit(vscode: Workbench, stop: Stop, picture: string): Promise<Visited> {
  await vscode.openFile(workspaceName(stop));
  const startedMs = performance.now();
  await vscode.command("Sluice: Open State Machine Panel");
  const panel = await vscode.webview(".state");
  const drawnMs = performance.now() - startedMs;
  const drawn = await panel.locator(".state").count();
  await panel.locator(".toolbar button").first().click();
  const standing = panel.locator(".run-bar .standing-succeeded, .run-bar .standing-failed, .run-bar .standing-waiting");
  await standing.waitFor({ timeout: 60_000 });
  const status = await standing.innerText();
  const events = (await panel.locator(".position").innerText()).split("/").at(-1)?.trim() ?? "";
  const endedIn = status.trim() === "Succeeded" ? "" : await headOf(panel);
  await panel.locator(".zoom button").last().click();
  await vscode.page.mouse.move(5, 5);
  const errors = await errorCount(vscode);
  await vscode.screenshot(picture);
  await vscode.command("View: Close All Editors");
  return { stop, errors, drawn, drawnMs, status: status.trim(), events, endedIn };
}

async function headOf(panel: FrameLocator): Promise<string> {
  const head = await panel.locator(".state-detail h2, .ask h2").first().innerText();
  return head.replace(/\s+/g, " ").trim();
}

function mistakesOf({ stop, errors, drawn, status, endedIn }: Visited): string[] {
  const mistakes: string[] = [];
  if (errors > 0) mistakes.push(`${errors} errors shown`);
  if (drawn !== stop.states.length) mistakes.push(`${drawn} of ${stop.states.length} states drawn`);
  if (status !== "Succeeded" && !endedIn.endsWith("Fail")) mistakes.push(`${status} in ${endedIn}`);
  return mistakes;
}

function row({ stop, errors, drawn, drawnMs, status, events, endedIn }: Visited): string {
  const cells = [
    stop.file.padEnd(22),
    String(stop.lines).padStart(4),
    stop.text.includes("JSONata") ? "JSONata " : "JSONPath",
    `${drawn}/${stop.states.length}`.padStart(6),
    String(errors).padStart(6),
    `${drawnMs.toFixed(0)} ms`.padStart(8),
    events.padStart(6),
    `${status}${endedIn ? ` in ${endedIn}` : ""}`.padEnd(10),
    stop.shows,
  ];
  return cells.join("  ");
}

async function tour(theme: string, stops: readonly Stop[]): Promise<string[]> {
  const folder = await makeWorkspace(stops);
  const [setting = "", className = ""] = THEMES[theme] ?? [];
  const mistakes: string[] = [];
  let vscode: Workbench | undefined;
  try {
    vscode = await openVscode({
      folder,
      vsix: [vsixFile],
      width: 1600,
      height: 1000,
      scale: 2,
      settings: { "workbench.colorTheme": setting, "window.autoDetectHighContrast": false },
    });
    await vscode.page.locator(`.monaco-workbench.${className}`).waitFor();
    await vscode.page.keyboard.press("Control+B"); // room for the picture
    await vscode.openFile(MISTAKEN_NAME);
    await vscode.squiggle("Nowhere");
    if ((await errorCount(vscode)) === 0) mistakes.push("the status bar does not count errors: nothing here is proven");
    await vscode.command("View: Close All Editors");
    for (const stop of stops) {
      const picture = path.join(SHOTS, `${stop.file.replace(/\..*$/, "")}-${theme}.png`);
      const visited = await visit(vscode, stop, picture);
      console.log(row(visited));
      mistakes.push(...mistakesOf(visited).map((mistake) => `${stop.file}: ${mistake}`));
    }
    mistakes.push(...vscode.outside.map((address) => `asked for ${address}`));
  } catch (error) {
    await vscode?.screenshot(path.join(SHOTS, `failed-${theme}.png`)).catch(() => {});
    console.error(vscode?.log.slice(-20).join("\n"));
    throw error;
  } finally {
    await vscode?.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return mistakes;
}

const reason = whyNoTour();
if (reason) {
  console.log(reason);
  process.exit(0);
}
const words = process.argv.slice(2).filter((word) => word !== "--built");
const themes = words.filter((word) => word in THEMES);
const names = words.filter((word) => !(word in THEMES));
const stops = readStops().filter(({ file }) => names.length === 0 || names.some((name) => file.startsWith(name)));
if (!process.argv.includes("--built")) await packageVsix();
const mistakes: string[] = [];
for (const theme of themes.length > 0 ? themes : ["dark"]) {
  console.log(`${theme}: ${"file".padEnd(16)} lines  language  states  errors     drawn  events  ended`);
  mistakes.push(...(await tour(theme, stops)));
}
console.log(
  mistakes.length === 0 ? `${stops.length} definitions, no mistake; pictures in test/shots/tour` : mistakes.join("\n"),
);
process.exit(mistakes.length === 0 ? 0 : 1);
