/** What people open the panel for. */
import path from "node:path";
import { walksOf } from "../take-walks.ts";
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

export const panelWalks = walksOf({
  files: path.join(import.meta.dirname, "files"),
  shots: "walks",
  hands: (vscode) => [mouse(vscode), keyboard(vscode)],
  rows: [[findWrongBranch, tryState], [succeedOnThirdTry, compareRuns], [redrive], [findFailingInput], [mendPolicy]],
});
