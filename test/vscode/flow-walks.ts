/**
 * node test/vscode/flow-walks.ts: what somebody does with flows, in the real VS Code, on examples/; pictures in test/shots/.
 * Needs a build (`npm run build`).
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { FrameLocator } from "playwright-core";
import { root } from "./install.ts";
import { openVscode, type Workbench } from "./ui.ts";

const shots = path.join(root, "test/shots");
const folder = mkdtempSync(path.join(tmpdir(), "sluice-flow-"));
cpSync(path.join(root, "examples"), folder, { recursive: true });

async function simulate(vscode: Workbench, file: string): Promise<FrameLocator> {
  await vscode.command("View: Close All Editors");
  await vscode.openFile(file);
  await vscode.command("Sluice: Simulate Flow");
  const flow = await vscode.webview(".node");
  await flow.getByRole("button", { name: "Pause" }).waitFor();
  return flow;
}

/** Understand why an order reached the dead-letter queue. */
async function deadLetter(vscode: Workbench): Promise<void> {
  const flow = await simulate(vscode, "shop-fan-out.scenario.yaml");
  await vscode.page.waitForTimeout(4_000);
  await vscode.screenshot(path.join(shots, "vscode-flow-playing.png"));
  await flow.getByRole("button", { name: "Pause" }).click();
  await flow.getByRole("tab", { name: "Checks" }).click();
  await flow.getByRole("button", { name: "StockFailed.visible > 0" }).click();
  await flow.getByRole("button", { name: "Run to the next breakpoint or the end" }).click();
  await flow.getByText("held up here").waitFor();
  await flow.getByRole("tab", { name: "Events" }).click();
  await flow
    .getByText(/was dead-lettered in Stock/)
    .last()
    .dblclick();
  await flow.getByRole("list", { name: /Life of message/ }).waitFor();
  await vscode.screenshot(path.join(shots, "vscode-flow-life.png"));
}

/** Change a setting, and write it into the template. */
async function setting(vscode: Workbench): Promise<void> {
  const flow = await simulate(vscode, "payments-fifo.scenario.yaml");
  await flow.getByRole("button", { name: "Run to the next breakpoint or the end" }).waitFor();
  await flow.locator('.node[aria-label^="Payments,"]').click();
  await vscode.screenshot(path.join(shots, "vscode-flow-fifo.png"));
  const field = flow.getByLabel("RedrivePolicy.maxReceiveCount");
  await field.fill("3");
  await field.press("Enter");
  await flow.getByRole("tab", { name: "Runs" }).click();
  await flow
    .getByRole("row", { name: /Payments\.oldestMs/ })
    .first()
    .waitFor();
  await vscode.screenshot(path.join(shots, "vscode-flow-runs.png"));
  await flow.getByRole("button", { name: "Write to scenario" }).click();
  await vscode.page.waitForTimeout(1_500);
  assert.match(readFileSync(path.join(folder, "payments-fifo.scenario.yaml"), "utf8"), /maxReceiveCount: 3/);
}

const vscode = await openVscode({
  folder,
  extension: root,
  settings: { "workbench.colorTheme": process.argv[2] ?? "Dark Modern", "window.autoDetectHighContrast": false },
  width: 1600,
  height: 950,
});
try {
  await deadLetter(vscode);
  await setting(vscode);
  assert.deepEqual(await vscode.notifications(), []);
  assert.deepEqual(vscode.outside, []);
  console.log("walked");
} catch (error) {
  await vscode.screenshot(path.join(shots, "vscode-flow-failed.png")).catch(() => {});
  console.error(vscode.log.slice(-20).join("\n"));
  throw error;
} finally {
  await vscode.close();
  rmSync(folder, { recursive: true, force: true });
}
