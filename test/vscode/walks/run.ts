/**
 * node test/vscode/walks/run.ts [mouse|keyboard] [walk...]: what people open the panel for, done in a real
 * VS Code with the mouse and then with the keyboard alone; a picture of each in test/shots/walks/. Needs a build
 * (`npm run build`).
 */
import path from "node:path";
import { takeWalks } from "../take-walks.ts";
import { keyboard, mouse } from "./hands.ts";
import {
  compareRuns,
  findFailingInput,
  findWrongBranch,
  mendPolicy,
  redrive,
  succeedOnThirdTry,
  tryState,
} from "./walks.ts";

await takeWalks(
  {
    files: path.join(import.meta.dirname, "files"),
    shots: "walks",
    hands: (vscode) => [mouse(vscode), keyboard(vscode)],
    rows: [[findWrongBranch, tryState], [succeedOnThirdTry, compareRuns], [redrive], [findFailingInput], [mendPolicy]],
  },
  process.argv.slice(2),
);
