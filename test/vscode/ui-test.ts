/**
 * npm run test:ui: what a person sees. Packages Sluice, opens a real VS Code with it on examples/, looks at a diagnostic,
 * a hover, a completion, a policy with its samples and the panel, runs a machine, and takes pictures in light, dark and high contrast (test/shots/).
 * `--built` takes the package that is there; names of themes take only those.
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./install.ts";
import { packageVsix, vsixFile } from "./suites.ts";
import { openVscode, type Workbench } from "./ui.ts";

const shots = path.join(root, "test/shots");
/** Each theme's setting, and the class that the workbench has once it is on. */
const THEMES = {
  light: ["Light Modern", "vs"],
  dark: ["Dark Modern", "vs-dark"],
  contrast: ["Default High Contrast", "hc-black"],
} as const;
const built = process.argv.includes("--built");
const wanted = process.argv.slice(2).filter((name) => name !== "--built");

/** The examples in a folder that may be changed, with one definition that has a mistake. */
function workspace(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "sluice-ui-"));
  cpSync(path.join(root, "examples"), folder, { recursive: true });
  for (const name of ["mistakes.asl.json", "mistakes.filter-policy.json"])
    cpSync(path.join(import.meta.dirname, "workspace", name), path.join(folder, name));
  cpSync(path.join(import.meta.dirname, "workspace/order.asl.json"), path.join(folder, "small.asl.json"));
  cpSync(path.join(import.meta.dirname, "workspace/order.input.json"), path.join(folder, "small.input.json"));
  const mocks = '{ "StateMachines": { "small": { "TestCases": { "Paid": { "Charge": "Paid" } } } },\n';
  writeFileSync(
    path.join(folder, "small.mocks.json"),
    `${mocks}  "MockedResponses": { "Paid": { "0": { "Return": { "receipt": "R-1" } } } } }\n`,
  );
  return folder;
}

async function visit(vscode: Workbench, theme: string): Promise<void> {
  await vscode.openFile("mistakes.asl.json");
  await vscode.squiggle("Missing");
  assert.match(await vscode.hover("Missing"), /Missing/);
  await vscode.screenshot(path.join(shots, `${theme}-diagnostic.png`));
  await vscode.page.mouse.move(5, 5);

  await vscode.openFile("small.asl.json");
  assert.match(await vscode.hover("TimeoutSeconds"), /second/i);
  await vscode.screenshot(path.join(shots, `${theme}-hover.png`));
  await vscode.page.mouse.move(5, 5);
  await vscode.clickText("Ship");
  assert.ok(
    (await vscode.complete()).some((label) => label.includes("Ship")),
    "completion at Next",
  );
  await vscode.screenshot(path.join(shots, `${theme}-completion.png`));
  await vscode.page.keyboard.press("Escape");

  await vscode.openFile("small.asl.json");
  await vscode.command("Sluice: Run State Machine");
  const panel = await vscode.webview("svg");
  await panel.locator(".run-bar .standing-succeeded").waitFor();
  await vscode.screenshot(path.join(shots, `${theme}-panel.png`));
  assert.deepEqual(await vscode.notifications(), [], "notifications");
  assert.deepEqual(vscode.outside, [], "addresses outside this machine");
}

/** Views come back with the window, also those behind others, for each remembers its document and what was chosen. */
async function restore(vscode: Workbench): Promise<void> {
  await vscode.openFile("large-orders.filter-policy.json");
  await vscode.command("Sluice: Open Filter Bench");
  const before = await vscode.webview(".message-row");
  await before.getByRole("option", { name: /too small/ }).click();
  // The command, and not the browser's own reload, gives VS Code the time to write down what is open.
  await Promise.all([vscode.page.waitForEvent("load"), vscode.command("Developer: Reload Window")]);
  await vscode.ready();
  const bench = await vscode.webview(".message-row");
  await bench.getByRole("option", { name: /too small/, selected: true }).waitFor();
  await vscode.page.locator(".tabs-container .tab", { hasText: /^small$/ }).click();
  const panel = await vscode.webview(".state");
  await panel.locator(".toolbar button").first().click();
  await panel.locator(".run-bar .standing-succeeded").waitFor();
}

if (!built) await packageVsix();
const folder = workspace();
try {
  for (const [theme, [name, className]] of Object.entries(THEMES)) {
    if (wanted.length > 0 && !wanted.includes(theme)) continue;
    const vscode = await openVscode({
      folder,
      vsix: [vsixFile],
      settings: { "workbench.colorTheme": name, "window.autoDetectHighContrast": false },
    });
    try {
      await vscode.page.locator(`.monaco-workbench.${className}`).waitFor();
      await visit(vscode, theme);
      if (theme === "dark") await restore(vscode);
      console.log(`${theme}: seen, pictures in test/shots`);
    } catch (error) {
      await vscode.screenshot(path.join(shots, `${theme}-failed.png`)).catch(() => {});
      console.error(vscode.log.slice(-20).join("\n"));
      throw error;
    } finally {
      await vscode.close();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
