/** Walks through a real VS Code, one after another with each kind of hands: what `walks/` and `flow-walks/` have in common. */
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./install.ts";
import { openVscode, type Workbench } from "./ui.ts";

/** What every walk is given. */
export interface Walk<Hands> {
  readonly vscode: Workbench;
  readonly hands: Hands;
  /** The files, which may be changed. */
  readonly folder: string;
  /** Takes a picture. */
  shoot(name: string): Promise<void>;
}

export interface Walks<Hands> {
  /** Folder of the files; each walk finds them as they were. */
  readonly files: string;
  /** Where the pictures go, in `test/shots/`. */
  readonly shots: string;
  readonly width?: number;
  readonly height?: number;
  /** Of the page, milliseconds; left out, Playwright's. */
  readonly timeoutMs?: number;
  readonly hands: (vscode: Workbench) => readonly Hands[];
  /** Each row begins with no view open; in a row, each goes on from the one before. */
  readonly rows: readonly (readonly ((walk: Walk<Hands>) => Promise<void>)[])[];
}

/** Walks that are ready to be taken in a window on a folder with their files. */
export interface ReadyWalks {
  readonly files: string;
  /** Rejects at the first one that does not get there. */
  take(vscode: Workbench, folder: string, wanted: readonly string[]): Promise<void>;
}

const WINDOW = { width: 1440, height: 900 };

export function walksOf<Hands extends { readonly name: string }>(walks: Walks<Hands>): ReadyWalks {
  const { files, shots, timeoutMs, hands: handsOf, rows, ...size } = walks;
  const pictures = path.join(root, "test/shots", shots);
  const take: ReadyWalks["take"] = async (vscode, folder, wanted) => {
    const renew = (): void => cpSync(files, folder, { recursive: true });
    const bothHands = handsOf(vscode);
    const isWanted = (name: string, among: readonly { readonly name: string }[]): boolean => {
      const named = wanted.filter((each) => among.some((one) => one.name === each));
      return named.length === 0 || named.includes(name);
    };
    await vscode.page.setViewportSize({ ...WINDOW, ...size });
    if (timeoutMs !== undefined) vscode.page.setDefaultTimeout(timeoutMs);
    let current = "";
    try {
      for (const hands of bothHands) {
        if (!isWanted(hands.name, bothHands)) continue;
        for (const row of rows) {
          await vscode.command("View: Close All Editors");
          await vscode.page.waitForFunction(() => document.querySelectorAll(".tabs-container .tab").length === 0);
          renew();
          for (const walk of row) {
            if (!isWanted(walk.name, rows.flat())) continue;
            const startedMs = performance.now();
            current = `${walk.name}-${hands.name}`;
            const shoot = (name: string) => vscode.screenshot(path.join(pictures, `${name}-${hands.name}.png`));
            await walk({ vscode, hands, folder, shoot });
            console.log(`${hands.name}: ${walk.name} in ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
          }
        }
      }
    } catch (error) {
      await vscode.screenshot(path.join(pictures, `failed-${current}.png`)).catch(() => {});
      console.error(`in ${current}\n${vscode.log.slice(-20).join("\n")}`);
      throw error;
    }
  };
  return { files, take };
}

/** All of them in one window. `wanted`: names of hands and of walks; of either, none means all. */
export async function takeWalks(walks: readonly ReadyWalks[], wanted: readonly string[] = []): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "sluice-walks-"));
  for (const { files } of walks) cpSync(files, folder, { recursive: true });
  // What is left unsaved would be asked for.
  const settings = { "files.autoSave": "afterDelay", "files.autoSaveDelay": 20 };
  const vscode = await openVscode({ folder, extension: root, settings, ...WINDOW });
  try {
    for (const { take } of walks) await take(vscode, folder, wanted);
    assert.deepEqual(await vscode.notifications(), []);
    assert.deepEqual(vscode.outside, []);
  } finally {
    await vscode.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
