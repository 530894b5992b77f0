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
  readonly names: readonly string[];
  /** Those that are named, and what they go on from. Rejects at the first one that does not get there. */
  take(vscode: Workbench, folder: string, walks: readonly string[], hands: readonly string[]): Promise<void>;
}

/** Whom walks are taken by. */
const HANDS: readonly string[] = ["mouse", "keyboard"];

const WINDOW = { width: 1440, height: 900 };

export function walksOf<Hands extends { readonly name: string }>(walks: Walks<Hands>): ReadyWalks {
  const { files, shots, timeoutMs, hands: handsOf, rows, ...size } = walks;
  const pictures = path.join(root, "test/shots", shots);
  const take: ReadyWalks["take"] = async (vscode, folder, wanted, wantedHands) => {
    const renew = (): void => cpSync(files, folder, { recursive: true });
    const isWanted = ({ name }: { readonly name: string }): boolean => wanted.includes(name);
    await vscode.page.setViewportSize({ ...WINDOW, ...size });
    if (timeoutMs !== undefined) vscode.page.setDefaultTimeout(timeoutMs);
    let current = "";
    try {
      for (const hands of handsOf(vscode)) {
        if (!wantedHands.includes(hands.name)) continue;
        for (const row of rows.map((each) => each.slice(0, each.findLastIndex(isWanted) + 1))) {
          if (row.length === 0) continue;
          await vscode.command("View: Close All Editors");
          await vscode.page.waitForFunction(() => document.querySelectorAll(".tabs-container .tab").length === 0);
          renew();
          for (const walk of row) {
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
  return { files, names: rows.flat().map(({ name }) => name), take };
}

/** In one window. `wanted`: names of hands and of walks; of either, none means all. */
export async function takeWalks(walks: readonly ReadyWalks[], wanted: readonly string[] = []): Promise<void> {
  const named = (among: readonly string[]): readonly string[] => {
    const found = among.filter((name) => wanted.includes(name));
    return found.length === 0 ? among : found;
  };
  const [hands, names] = [named(HANDS), named(walks.flatMap((each) => each.names))];
  const unknown = wanted.filter((name) => !hands.includes(name) && !names.includes(name));
  assert.deepEqual(unknown, [], "there are no such walks");
  const folder = mkdtempSync(path.join(tmpdir(), "sluice-walks-"));
  for (const { files } of walks) cpSync(files, folder, { recursive: true });
  // What is left unsaved would be asked for.
  const settings = { "files.autoSave": "afterDelay", "files.autoSaveDelay": 20 };
  const vscode = await openVscode({ folder, extension: root, settings, ...WINDOW });
  try {
    for (const { take } of walks) await take(vscode, folder, names, hands);
    assert.deepEqual(await vscode.notifications(), []);
    assert.deepEqual(vscode.outside, []);
  } finally {
    await vscode.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
