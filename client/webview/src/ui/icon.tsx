/** VS Code's own icons, only those that are used: their paths go into the page's own SVG, so they take its colours. */
import add from "@vscode/codicons/src/icons/add.svg";
import archive from "@vscode/codicons/src/icons/archive.svg";
import arrowRight from "@vscode/codicons/src/icons/arrow-right.svg";
import beaker from "@vscode/codicons/src/icons/beaker.svg";
import broadcast from "@vscode/codicons/src/icons/broadcast.svg";
import check from "@vscode/codicons/src/icons/check.svg";
import chevronLeft from "@vscode/codicons/src/icons/chevron-left.svg";
import chevronRight from "@vscode/codicons/src/icons/chevron-right.svg";
import circleFilled from "@vscode/codicons/src/icons/circle-filled.svg";
import circleSlash from "@vscode/codicons/src/icons/circle-slash.svg";
import close from "@vscode/codicons/src/icons/close.svg";
import database from "@vscode/codicons/src/icons/database.svg";
import debugPause from "@vscode/codicons/src/icons/debug-pause.svg";
import debugRestart from "@vscode/codicons/src/icons/debug-restart.svg";
import debugStart from "@vscode/codicons/src/icons/debug-start.svg";
import debugStepBack from "@vscode/codicons/src/icons/debug-step-back.svg";
import debugStepOver from "@vscode/codicons/src/icons/debug-step-over.svg";
import ellipsis from "@vscode/codicons/src/icons/ellipsis.svg";
import error from "@vscode/codicons/src/icons/error.svg";
import gear from "@vscode/codicons/src/icons/gear.svg";
import info from "@vscode/codicons/src/icons/info.svg";
import layers from "@vscode/codicons/src/icons/layers.svg";
import pulse from "@vscode/codicons/src/icons/pulse.svg";
import question from "@vscode/codicons/src/icons/question.svg";
import recordKeys from "@vscode/codicons/src/icons/record-keys.svg";
import rocket from "@vscode/codicons/src/icons/rocket.svg";
import runAll from "@vscode/codicons/src/icons/run-all.svg";
import screenFull from "@vscode/codicons/src/icons/screen-full.svg";
import search from "@vscode/codicons/src/icons/search.svg";
import serverProcess from "@vscode/codicons/src/icons/server-process.svg";
import splitHorizontal from "@vscode/codicons/src/icons/split-horizontal.svg";
import symbolMethod from "@vscode/codicons/src/icons/symbol-method.svg";
import sync from "@vscode/codicons/src/icons/sync.svg";
import target from "@vscode/codicons/src/icons/target.svg";
import typeHierarchySub from "@vscode/codicons/src/icons/type-hierarchy-sub.svg";
import warning from "@vscode/codicons/src/icons/warning.svg";
import watch from "@vscode/codicons/src/icons/watch.svg";
import zoomIn from "@vscode/codicons/src/icons/zoom-in.svg";
import zoomOut from "@vscode/codicons/src/icons/zoom-out.svg";

const SOURCES = {
  "type-hierarchy-sub": typeHierarchySub,
  "symbol-method": symbolMethod,
  "server-process": serverProcess,
  rocket,
  pulse,
  database,
  "circle-filled": circleFilled,
  broadcast,
  add,
  archive,
  "arrow-right": arrowRight,
  beaker,
  check,
  "chevron-left": chevronLeft,
  "chevron-right": chevronRight,
  "circle-slash": circleSlash,
  close,
  "debug-pause": debugPause,
  "debug-restart": debugRestart,
  "debug-start": debugStart,
  "debug-step-back": debugStepBack,
  "debug-step-over": debugStepOver,
  ellipsis,
  error,
  gear,
  info,
  "record-keys": recordKeys,
  layers,
  question,
  "run-all": runAll,
  "screen-full": screenFull,
  search,
  "split-horizontal": splitHorizontal,
  sync,
  target,
  warning,
  watch,
  "zoom-in": zoomIn,
  "zoom-out": zoomOut,
};

export type IconName = keyof typeof SOURCES | "diamond" | "fast-forward" | "play" | "question-mark";

/** A Choice state's own shape in every flow chart; VS Code has no icon of it. */
const DIAMOND = "M8 1.3 14.7 8 8 14.7 1.3 8ZM8 2.7 2.7 8 8 13.3 13.3 8Z";

/** Filled, to be made out at the size of a badge. */
const PLAY = "M4.5 2.6V13.4L13.5 8Z";

/** As on every player; VS Code has none. */
const FAST_FORWARD = "M1.5 3.2 7 8 1.5 12.8ZM7 3.2 12.5 8 7 12.8ZM12.6 3.2h1.4v9.6h-1.4Z";

/** All paths of an icon as one, on a field of 16 by 16. */
const PATHS = new Map<string, string>(Object.entries(SOURCES).map(([name, paths]) => [name, paths.join("")]));
PATHS.set("diamond", DIAMOND);
PATHS.set("play", PLAY);
PATHS.set("fast-forward", FAST_FORWARD);
// Without its circle, for where there is one already.
PATHS.set("question-mark", question.slice(0, 2).join(""));

export function iconPath(name: IconName): string {
  return PATHS.get(name) ?? "";
}

/** Decoration beside a text or inside a labelled button: never read aloud. */
export function Icon({ name, class: className = "" }: { name: IconName; class?: string }) {
  return (
    <svg class={`icon ${className}`} width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={iconPath(name)} />
    </svg>
  );
}
