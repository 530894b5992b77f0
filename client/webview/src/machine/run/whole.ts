/** The fold of a whole trace, wherever its cursor stands. */
import { foldTrace, type TraceEvent, type TraceFold } from "@sluice/engine";
import type { Run } from "../state.ts";

const folds = new WeakMap<readonly TraceEvent[], TraceFold>();

export function whole({ events, length }: Run): TraceFold {
  const fold = foldTrace(events, length, folds.get(events));
  folds.set(events, fold);
  return fold;
}
