/** Two runs beside each other: visits of the same state, in the same iteration, for the same time, belong together. */
import { isEqual } from "../../json-diff.ts";
import type { TraceFold, Visit } from "./types.ts";

export type Difference = "status" | "error" | "input" | "output" | "tries" | "duration";

/** A visit in both runs, or in one of them. */
export interface VisitPair {
  readonly state: string;
  /** From 1: which visit of the state, in its iteration. */
  readonly number: number;
  readonly before?: Visit;
  readonly after?: Visit;
  /** Empty: the same in both. Of a visit in one run only, nothing is compared. */
  readonly differences: readonly Difference[];
}

/** In the order of the later run; visits of the earlier one alone stand where they would have come. */
export function compareRuns(before: TraceFold, after: TraceFold): readonly VisitPair[] {
  const earlier = numbered(before);
  const indexes = new Map(earlier.map(({ key }, index) => [key, index]));
  const later = numbered(after);
  const inBoth = new Set(later.filter(({ key }) => indexes.has(key)).map(({ key }) => key));
  const pairs: VisitPair[] = [];
  let told = 0;
  const tellEarlier = (end: number): void => {
    for (; told < end; told++) {
      const one = earlier[told];
      if (one && !inBoth.has(one.key)) {
        pairs.push({ state: one.visit.state, number: one.number, before: one.visit, differences: [] });
      }
    }
  };
  for (const { key, visit, number } of later) {
    const index = indexes.get(key);
    if (index !== undefined) tellEarlier(index);
    const match = index === undefined ? undefined : earlier[index]?.visit;
    pairs.push({
      state: visit.state,
      number,
      ...(match && { before: match }),
      after: visit,
      differences: match ? differencesOf(match, visit) : [],
    });
  }
  tellEarlier(earlier.length);
  return pairs;
}

/** The same in both runs. */
export function isSame({ before, after, differences }: VisitPair): boolean {
  return before !== undefined && after !== undefined && differences.length === 0;
}

interface Numbered {
  readonly key: string;
  readonly visit: Visit;
  readonly number: number;
}

function numbered({ visits }: TraceFold): readonly Numbered[] {
  const counts = new Map<string, number>();
  return visits.map((visit) => {
    const place = `${visit.iterations.map(({ state, index }) => `${state}\u0000${index}`).join("\u0001")}\u0002${visit.state}`;
    const number = (counts.get(place) ?? 0) + 1;
    counts.set(place, number);
    return { key: `${place}\u0002${number}`, visit, number };
  });
}

function differencesOf(before: Visit, after: Visit): readonly Difference[] {
  const differences: Difference[] = [];
  const add = (what: Difference, differs: boolean): void => void (differs && differences.push(what));
  add("status", before.status !== after.status);
  add("error", before.error !== after.error || before.cause !== after.cause);
  add("input", !isEqual(before.input, after.input));
  add("output", !isEqual(before.output, after.output));
  add("tries", before.attempts.length !== after.attempts.length);
  add("duration", durationMs(before) !== durationMs(after));
  return differences;
}

function durationMs({ enteredMs, endedMs }: Visit): number | undefined {
  return endedMs === undefined ? undefined : endedMs - enteredMs;
}
