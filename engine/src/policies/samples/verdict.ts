/** What a pattern says to sample messages, in words. */
import { code } from "../../editor/markdown.ts";
import { findFields } from "../../patterns/events.ts";
import { conditionHolds, matchesPattern } from "../../patterns/match.ts";
import type { Branch, CompiledPattern, Condition } from "../../patterns/types.ts";
import { asksOf } from "../pattern/words.ts";
import type { Sample } from "./read.ts";

export interface Verdict {
  readonly sample: Sample;
  readonly matches: boolean;
  /** In few words, behind "does not match": "price, store". */
  readonly reason: string;
  /** Every condition with whether it holds. */
  readonly markdown: string;
}

/** One for each sample, in their order. */
export function verdictsOf(pattern: CompiledPattern, samples: readonly Sample[]): readonly Verdict[] {
  return samples.map((sample) => verdictOf(pattern, sample));
}

/** "3 of 4 samples match" */
export function tally(verdicts: readonly Verdict[]): string {
  const matching = verdicts.filter(({ matches }) => matches).length;
  return `${matching} of ${verdicts.length} ${verdicts.length === 1 ? "sample matches" : "samples match"}`;
}

export function verdictOf(pattern: CompiledPattern, sample: Sample): Verdict {
  const isSns = pattern.dialect === "sns-attributes" || pattern.dialect === "sns-body";
  const event = isSns ? sample.message : sample.event;
  const matches = matchesPattern(pattern, event);
  if (pattern.rejection !== undefined) {
    const { message } = pattern.rejection;
    return {
      sample,
      matches: false,
      reason: "AWS refuses the policy",
      markdown: `AWS refuses the policy: ${code(message)}`,
    };
  }
  const found = findFields(pattern, event);
  if (found === undefined) {
    return { sample, matches: false, reason: "no JSON object", markdown: "There is no JSON object to compare." };
  }
  const holds = (condition: Condition): boolean => conditionHolds(condition, found);
  const failing = nearestBranch(pattern.branches, holds)?.conditions.filter((condition) => !holds(condition)) ?? [];
  const names = failing.map(({ path }) => pattern.paths[path] ?? "");
  const lines = failing.map((condition) => `- ${code(pattern.paths[condition.path] ?? "")} must ${asksOf(condition)}`);
  return { sample, matches, reason: names.join(", "), markdown: lines.join("\n") };
}

/** The way through `$or` that fails in the fewest conditions. */
function nearestBranch(branches: readonly Branch[], holds: (condition: Condition) => boolean): Branch | undefined {
  const failing = ({ conditions }: Branch): number => conditions.filter((condition) => !holds(condition)).length;
  return branches.toSorted((a, b) => failing(a) - failing(b))[0];
}
