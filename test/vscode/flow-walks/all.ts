/** Seven things that people open flows for, on the examples. */
import path from "node:path";
import { root } from "../install.ts";
import { walksOf } from "../take-walks.ts";
import { keyboard, mouse } from "./hands.ts";
import { batchWindow, blockedGroup, deadLetter, duplicates, hotShard, keep, sweep } from "./walks.ts";

export const flowWalks = walksOf({
  files: path.join(root, "examples"),
  shots: "flow",
  width: 1600,
  height: 950,
  timeoutMs: 60_000, // a machine that has other things to do
  hands: (vscode) => [mouse(), keyboard(vscode)],
  rows: [[deadLetter], [duplicates], [sweep], [blockedGroup], [hotShard], [batchWindow], [keep]],
});
