/** What a pattern says to sample messages, in words. */
import { code, paragraphs, plain } from "../../editor/markdown.ts";
import { matchPattern } from "../../patterns/explain.ts";
import type { CompiledPattern, KeyVerdict, PatternDialect, PatternMatch } from "../../patterns/types.ts";
import type { Sample } from "./read.ts";

export interface Verdict {
  readonly sample: Sample;
  readonly matches: boolean;
  /** In few words, behind "no match": "price, store". */
  readonly reason: string;
  /** In sentences, of the keys that do not match. */
  readonly why: string;
  /** Every key with whether it matches, why, and the nearest change. */
  readonly markdown: string;
}

/** One for each sample, in their order. */
export function verdictsOf(pattern: CompiledPattern, samples: readonly Sample[]): readonly Verdict[] {
  return samples.map((sample) => verdictOf(pattern, sample));
}

export function verdictOf(pattern: CompiledPattern, sample: Sample): Verdict {
  const match = matchPattern(pattern, isOfSns(pattern.dialect) ? sample.message : sample.event);
  const { matches, because, unreadable } = match;
  const failing = because.filter(({ matched }) => !matched);
  return {
    sample,
    matches,
    reason: pattern.rejection === undefined ? failing.map(({ path }) => path).join(", ") : "AWS refuses the pattern",
    why: unreadable ?? failing.map(({ path, why }) => `${path}: ${why}`).join(" "),
    markdown: matchMarkdown(match),
  };
}

/** Whether patterns of a dialect are matched with messages of SNS, not with events. */
export function isOfSns(dialect: PatternDialect): boolean {
  return dialect === "sns-attributes" || dialect === "sns-body";
}

/** "3 of 4 samples match" */
export function tally(verdicts: readonly Verdict[]): string {
  const matching = verdicts.filter(({ matches }) => matches).length;
  return `${matching} of ${verdicts.length} ${verdicts.length === 1 ? "sample matches" : "samples match"}`;
}

/** The verdict on one sample in full. */
export function verdictMarkdown({ sample, matches, markdown }: Verdict): string {
  const { title, expected } = sample;
  const head = `**${plain(title)}** ${matches ? "matches" : "does not match"}`;
  const wanted = expected === undefined || expected === matches ? "" : ", which it is not meant to";
  return paragraphs(`${head}${wanted}.`, markdown);
}

function matchMarkdown({ because, way, unreadable }: PatternMatch): string {
  if (unreadable !== undefined) return plain(unreadable);
  const ways = way.of > 1 ? "Of the alternatives of `$or`, this one comes nearest:" : undefined;
  return paragraphs(ways, because.map(keyMarkdown).join("\n"));
}

function keyMarkdown({ path, matched, why, changes }: KeyVerdict): string {
  const nearest = changes?.message?.text;
  return `- ${matched ? "✓" : "✗"} ${code(path)}: ${plain(why)}${nearest === undefined ? "" : ` _${plain(nearest)}_`}`;
}
