/** How each status looks: never by colour alone. */
import type { IconName } from "../ui/icon.tsx";
import type { ShownStatus } from "./words.ts";

export const STATUS_ICONS: Readonly<Record<ShownStatus, IconName>> = {
  running: "play",
  waiting: "question-mark",
  succeeded: "check",
  caught: "warning",
  failed: "close",
  aborted: "circle-slash",
};

export const TYPE_ICONS: Readonly<Record<string, IconName>> = {
  Task: "gear",
  Pass: "arrow-right",
  Choice: "diamond",
  Wait: "watch",
  Succeed: "check",
  Fail: "close",
  Parallel: "split-horizontal",
  Map: "layers",
};
