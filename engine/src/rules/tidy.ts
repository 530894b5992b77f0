/** The order in which problems are shown, and one for each mistake. */
import type { Problem } from "../problem.ts";

const WEIGHT = { error: 0, warning: 1, info: 2, hint: 3 } as const;

/** Sorts by place and keeps one problem for each range: the gravest, among equals the first reported. */
export function tidy(problems: readonly Problem[]): readonly Problem[] {
  const sorted = problems.toSorted(
    (a, b) => a.start - b.start || a.end - b.end || WEIGHT[a.severity] - WEIGHT[b.severity],
  );
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.start !== problem.start || before.end !== problem.end;
  });
}
