/**
 * node test/vscode/flow-walks/run.ts [mouse|keyboard] [walk...]: what people do with flows, in a real VS Code on the
 * examples, with the mouse and with the keyboard alone; pictures in test/shots/flow/. Needs a build (`npm run build`).
 */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "../install.ts";
import { openVscode } from "../ui.ts";
import { keyboard, mouse } from "./hands.ts";
import { batchWindow, blockedGroup, deadLetter, duplicates, hotShard, keep, sweep } from "./walks.ts";

const WALKS = [deadLetter, duplicates, sweep, blockedGroup, hotShard, batchWindow, keep];

const shots = path.join(root, "test/shots/flow");
const wanted = process.argv.slice(2);
const isWanted = (name: string, among: readonly string[]): boolean => {
  const named = wanted.filter((each) => among.includes(each));
  return named.length === 0 || named.includes(name);
};
const folder = mkdtempSync(path.join(tmpdir(), "sluice-flow-"));
const renew = (): void => cpSync(path.join(root, "examples"), folder, { recursive: true });
renew();
// What is left unsaved would be asked for.
const settings = { "files.autoSave": "afterDelay", "files.autoSaveDelay": 20 };
const vscode = await openVscode({ folder, extension: root, settings, width: 1600, height: 950 });
vscode.page.setDefaultTimeout(60_000); // a machine that has other things to do
let current = "";

/** The next walk begins as the first one did. */
async function closeAll(): Promise<void> {
  await vscode.command("View: Close All Editors");
  await vscode.page.waitForFunction(() => document.querySelectorAll(".tabs-container .tab").length === 0);
  renew();
}

try {
  for (const hands of [mouse(), keyboard(vscode)]) {
    if (!isWanted(hands.name, ["mouse", "keyboard"])) continue;
    for (const walk of WALKS) {
      if (
        !isWanted(
          walk.name,
          WALKS.map(({ name }) => name),
        )
      )
        continue;
      const startedMs = performance.now();
      current = `${walk.name}-${hands.name}`;
      const shoot = (name: string) => vscode.screenshot(path.join(shots, `${name}-${hands.name}.png`));
      await walk({ vscode, hands, folder, shoot });
      console.log(`${hands.name}: ${walk.name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
      await closeAll();
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
