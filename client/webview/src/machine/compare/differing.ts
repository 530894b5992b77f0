/** Two runs beside each other, worked out once for as long as neither grows. */
import { compareRuns, isSame, type VisitPair } from "@sluice/engine";
import { whole } from "../run/whole.ts";
import type { Run } from "../state.ts";

let last:
  | {
      readonly before: Run["events"];
      readonly after: Run["events"];
      readonly length: number;
      readonly pairs: readonly VisitPair[];
    }
  | undefined;

/** Nothing where there is only one run. */
export function comparisonOf(before: Run | undefined, after: Run | undefined): readonly VisitPair[] {
  if (!before || !after) return [];
  if (last?.before !== before.events || last.after !== after.events || last.length !== after.length) {
    const pairs = compareRuns(whole(before), whole(after));
    last = { before: before.events, after: after.events, length: after.length, pairs };
  }
  return last.pairs;
}

/** The states in which two runs differ. */
export function differingStates(before: Run | undefined, after: Run | undefined): ReadonlySet<string> {
  return new Set(comparisonOf(before, after).flatMap((pair) => (isSame(pair) ? [] : [pair.state])));
}
