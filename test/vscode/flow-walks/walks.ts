/** What people open flows for, each from the file to the answer. Nothing waits but for what is seen. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { FrameLocator } from "playwright-core";
import { root } from "../install.ts";
import type { Walk as AnyWalk } from "../take-walks.ts";
import type { Hands } from "./hands.ts";

type Walk = AnyWalk<Hands>;

/** An example's flow, which plays. */
async function simulate({ vscode, hands }: Walk, file: string): Promise<FrameLocator> {
  await vscode.openFile(file);
  await vscode.command("Sluice: Simulate Flow");
  const flow = await vscode.webview(".node");
  await hands.enter();
  return flow;
}

/** Runs to the end; what is shown then is of the whole run. */
async function runToEnd({ hands }: Walk, flow: FrameLocator): Promise<void> {
  await hands.runToEnd(flow);
  await flow.getByRole("button", { name: "Play again" }).waitFor();
}

/** From the beginning to where something becomes true. */
async function haltAt({ hands }: Walk, flow: FrameLocator, breakpoint: string): Promise<void> {
  await hands.restart(flow);
  await hands.tab(flow, "Checks");
  await hands.press(flow.getByRole("button", { name: breakpoint }));
  await hands.runToEnd(flow);
  await flow.getByText("held up here").waitFor();
}

/** A setting that is tried, and a row of what came of it beside the former run. */
async function trySetting(walk: Walk, flow: FrameLocator, setting: string, value: string, row: RegExp): Promise<void> {
  await walk.hands.type(flow.getByLabel(setting, { exact: true }), value);
  await walk.hands.tab(flow, "Runs");
  await flow.getByRole("row", { name: row }).first().waitFor();
}

/** Why did an order reach the dead-letter queue? */
export async function deadLetter(walk: Walk): Promise<void> {
  const { hands, shoot } = walk;
  const flow = await simulate(walk, "shop-fan-out.scenario.yaml");
  await runToEnd(walk, flow);
  await hands.choose(flow, "StockFailed");
  await hands.press(flow.getByRole("button", { name: /^m\d+: why\?$/ }).first());
  await flow.locator(".fate", { hasText: /dead-lettered in Stock \(StockFailed\): it was received 5 times/ }).waitFor();
  await flow.getByRole("list", { name: /^Life of message/ }).waitFor();
  await shoot("dead-letter");
}

/** Raises a visibility timeout until the duplicates stop, and writes it into the template. */
export async function duplicates(walk: Walk): Promise<void> {
  const { vscode, hands, shoot } = walk;
  const flow = await simulate(walk, "label-printers.scenario.yaml");
  await runToEnd(walk, flow);
  await hands.choose(flow, "Labels");
  await trySetting(walk, flow, "VisibilityTimeout", "60", /^Printers\.duplicates [1-9]\d* [1-9]/);
  await hands.tab(flow, "Labels");
  await trySetting(walk, flow, "VisibilityTimeout", "90", /^Printers\.duplicates [1-9]\d* 0/);
  await shoot("duplicates");
  await hands.tab(flow, "Labels");
  await hands.press(flow.getByRole("button", { name: "VisibilityTimeout: to template" }));
  await vscode.find("VisibilityTimeout: 90");
}

/** Finds by a sweep which maxReceiveCount loses nothing while nothing can be started for two minutes. */
export async function sweep(walk: Walk): Promise<void> {
  const { hands, shoot } = walk;
  const flow = await simulate(walk, "order-saga.scenario.yaml");
  await hands.tab(flow, "Sweep");
  await hands.press(flow.getByRole("button", { name: "Sweep", exact: true }));
  const rows = flow.locator(".sweep tbody tr");
  await rows.nth(3).waitFor();
  const dead = await rows.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)));
  const lossless = dead.filter(([, visible]) => /^0\b/.test(visible ?? "")).map(([value]) => Number(value));
  assert.deepEqual(lossless, [5, 8], "of 2, 3, 5 and 8 receives");
  await shoot("sweep");
}

/** Sees which message blocks a FIFO group, and frees it. */
export async function blockedGroup(walk: Walk): Promise<void> {
  const { hands, shoot } = walk;
  const flow = await simulate(walk, "payments-fifo.scenario.yaml");
  await haltAt(walk, flow, "Payments.oldestMs > 60s");
  await hands.choose(flow, "Payments");
  await flow.locator('.node[aria-label^="Payments, group customer-ben blocked"]').waitFor();
  await flow.getByRole("list", { name: "Message groups" }).getByText("locked by").first().waitFor();
  await shoot("blocked-group");
  await hands.type(flow.getByLabel("RedrivePolicy.maxReceiveCount", { exact: true }), "1");
  await flow.locator('.node[aria-label^="Payments, Queue"]').waitFor();
}

/** Sees a hot shard refuse records, and splits it. */
export async function hotShard(walk: Walk): Promise<void> {
  const { hands, shoot } = walk;
  const flow = await simulate(walk, "page-views.scenario.yaml");
  await haltAt(walk, flow, "PageViews.writeThrottled > 0");
  await hands.choose(flow, "PageViews");
  await flow
    .getByRole("list", { name: "Shards" })
    .getByText(/% of them with the key/)
    .first()
    .waitFor();
  await shoot("hot-shard");
  await hands.press(flow.getByRole("button", { name: "Split all shards (4 → 8)" }));
  await hands.tab(flow, "Runs");
  await flow
    .getByRole("row", { name: /^PageViews\.writeThrottled .*▼/ })
    .first()
    .waitFor();
}

/** Compares a batch window of five seconds with none. */
export async function batchWindow(walk: Walk): Promise<void> {
  const { hands, shoot } = walk;
  const flow = await simulate(walk, "thumbnail-worker.scenario.yaml");
  await runToEnd(walk, flow);
  await hands.choose(flow, "Uploads");
  await hands.press(flow.getByRole("button", { name: "ThumbnailsUpload" }));
  await trySetting(walk, flow, "MaximumBatchingWindowInSeconds", "0", /^Thumbnails\.invocations 24 360/);
  await shoot("batch-window");
}

/** Turns what was seen into a scenario that passes in the terminal. */
export async function keep(walk: Walk): Promise<void> {
  const { hands, folder, shoot } = walk;
  const name = "label-printers.scenario.yaml";
  const flow = await simulate(walk, name);
  await runToEnd(walk, flow);
  await hands.choose(flow, "Labels");
  await hands.press(flow.getByRole("button", { name: /^Expect sent: total = \d+$/ }));
  await hands.tab(flow, "Checks");
  await flow
    .getByRole("region", { name: "Expectations" })
    .getByText(/^total of Labels\.sent = \d+$/)
    .waitFor();
  await shoot("keep");
  await hands.save(flow);
  const file = path.join(folder, name);
  const { page } = walk.vscode;
  // It may be behind the template's tab, which shows what was chosen; VS Code writes it by itself.
  const deadlineMs = performance.now() + 20_000;
  const isKept = (): boolean => /metric"?: "?Labels\.sent/.test(readFileSync(file, "utf8"));
  while (!isKept() && performance.now() < deadlineMs) await page.waitForTimeout(50);
  assert.ok(isKept(), `no expectation is kept in ${readFileSync(file, "utf8")}`);
  execFileSync(process.execPath, [path.join(root, "dist/cli.js"), "test", file], { stdio: "pipe" });
}
