/**
 * node test/vscode/flow-walks/run.ts [mouse|keyboard] [walk...]: what people do with flows, in a real VS Code on the
 * examples, with the mouse and with the keyboard alone; pictures in test/shots/flow/. Needs a build (`npm run build`).
 */
import path from "node:path";
import { root } from "../install.ts";
import { takeWalks } from "../take-walks.ts";
import { keyboard, mouse } from "./hands.ts";
import { batchWindow, blockedGroup, deadLetter, duplicates, hotShard, keep, sweep } from "./walks.ts";

await takeWalks(
  {
    files: path.join(root, "examples"),
    shots: "flow",
    // What is left unsaved would be asked for.
    window: { settings: { "files.autoSave": "afterDelay", "files.autoSaveDelay": 20 }, width: 1600, height: 950 },
    timeoutMs: 60_000, // a machine that has other things to do
    hands: (vscode) => [mouse(), keyboard(vscode)],
    rows: [[deadLetter], [duplicates], [sweep], [blockedGroup], [hotShard], [batchWindow], [keep]],
  },
  process.argv.slice(2),
);
