/**
 * node test/vscode/walks/run.ts [mouse|keyboard]: five things that people open the panel for, done in a real VS Code with
 * the mouse and then with the keyboard alone; a picture of each in test/shots/walks/. Needs a build (`npm run build`).
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../install.ts";
import { openVscode } from "../ui.ts";
import { keyboard, mouse } from "./hands.ts";
import { compareRuns, findFailingInput, findWrongBranch, mendPolicy, succeedOnThirdTry } from "./walks.ts";

/** Each begins with no view open, but the last of a row, which goes on from the one before. */
const WALKS = [[findWrongBranch], [succeedOnThirdTry, compareRuns], [findFailingInput], [mendPolicy]];

const shots = path.join(root, "test/shots/walks");
const wanted = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), "sluice-walks-"));
const renew = (): void => cpSync(path.join(import.meta.dirname, "files"), folder, { recursive: true });
renew();
const vscode = await openVscode({ folder, extension: root });
let current = "";

/** The next walk begins as the first one did. */
async function closeAll(): Promise<void> {
  await vscode.command("View: Close All Editors");
  await vscode.page.waitForFunction(() => document.querySelectorAll(".tabs-container .tab").length === 0);
  renew();
}

try {
  for (const hands of [mouse(vscode), keyboard(vscode)]) {
    if (wanted.length > 0 && !wanted.includes(hands.name)) continue;
    for (const row of WALKS) {
      await closeAll();
      for (const walk of row) {
        const startedMs = performance.now();
        current = `${walk.name}-${hands.name}`;
        const shoot = (name: string) => vscode.screenshot(path.join(shots, `${name}-${hands.name}.png`));
        await walk({ vscode, hands, shoot });
        console.log(`${hands.name}: ${walk.name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
      }
    }
  }
  assert.deepEqual(await vscode.notifications(), []);
  assert.deepEqual(vscode.outside, []);
} catch (error) {
  await vscode.screenshot(path.join(shots, `failed-${current}.png`)).catch(() => {});
  console.error(`in ${current}\n${vscode.log.slice(-20).join("\n")}`);
  throw error;
} finally {
  await vscode.close();
  rmSync(folder, { recursive: true, force: true });
}
