/** Why an event matches a pattern or does not: key by key, with the nearest change that would make it match. */
import type { JsonValue } from "../json.ts";
import { heldTogether } from "./consistent.ts";
import type { PatternEvent } from "./events.ts";
import type { FoundFields } from "./found.ts";
import { conditionHolds, findFields, matchingBranch } from "./match.ts";
import { nearestChanges } from "./nearest.ts";
import { isWide } from "./numbers.ts";
import { anyOf, show } from "./operators/show.ts";
import type { Alternative, Branch, CompiledPattern, Condition, KeyVerdict, PatternMatch, Scalar } from "./types.ts";
import { absenceHint, valueHint } from "./why-not.ts";

/** How many leaves of a field, and how many alternatives of a list, a sentence names. */
const SHOWN = 4;

/** Whether an event matches a pattern, and why. Never throws; `matchesPattern` is faster where nobody asks why. */
export function matchPattern(pattern: CompiledPattern, event: PatternEvent): PatternMatch {
  const nothing = { matches: false, because: [], way: { choices: [], of: pattern.branches.length } };
  if (pattern.rejection !== undefined) {
    return { ...nothing, unreadable: `AWS refuses the pattern: ${pattern.rejection.message}` };
  }
  const found = findFields(pattern, event);
  if (found === undefined) return { ...nothing, unreadable: UNREADABLE[pattern.dialect] };
  const matching = matchingBranch(pattern, found);
  const branch = matching ?? nearestBranch(pattern, found);
  if (branch === undefined) return nothing;
  const { choices } = branch;
  const because = explainBranch(pattern, branch, found, event);
  return { matches: matching !== undefined, because, way: { choices, of: pattern.branches.length } };
}

const UNREADABLE = {
  "sns-attributes": "The message has no attributes.",
  "sns-body": "The body is not a JSON object, and a policy with the scope MessageBody lets nothing else through.",
  eventbridge: "The event is not a JSON object.",
  pipes: "The record is not a JSON object.",
  esm: "The record is not a JSON object.",
} as const;

/** The way with the fewest conditions that do not hold; of several the first. */
function nearestBranch({ branches }: CompiledPattern, found: FoundFields): Branch | undefined {
  let nearest: Branch | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const branch of branches) {
    const failing = branch.conditions.filter((condition) => !conditionHolds(condition, found)).length;
    if (failing < least) [nearest, least] = [branch, failing];
  }
  return nearest;
}

function explainBranch(
  pattern: CompiledPattern,
  branch: Branch,
  found: FoundFields,
  event: PatternEvent,
): readonly KeyVerdict[] {
  const verdicts = branch.conditions.map((condition) => explainKey(pattern, condition, found, event));
  // What holds somewhere may still not hold in the same elements.
  const holding = branch.conditions.filter((_, index) => verdicts[index]?.matched === true);
  const together = heldTogether({ ...branch, conditions: holding }, found);
  const odd = holding[together];
  if (odd === undefined) return verdicts;
  const before = holding.slice(0, together).map(({ path }) => pattern.paths[path] as string);
  return verdicts.map((verdict, index) => (branch.conditions[index] === odd ? apart(verdict, before) : verdict));
}

function explainKey(
  pattern: CompiledPattern,
  condition: Condition,
  found: FoundFields,
  event: PatternEvent,
): KeyVerdict {
  const { pointer, alternatives } = condition;
  const path = pattern.paths[condition.path] as string;
  const leaves = found.values[condition.path] ?? [];
  const values = leaves.slice(0, SHOWN).map(jsonOf);
  const key = { path, pointer, values };
  const passing = passingAlternative(alternatives, leaves);
  if (passing !== undefined) {
    const { alternative, value } = passing;
    const by = { pointer: alternative.pointer, text: alternative.text };
    return { ...key, matched: true, by, why: whySo(alternative, value) };
  }
  const why = leaves.length === 0 ? whyAbsent(pattern, path, alternatives, event) : whyNot(leaves, alternatives);
  const changes = nearestChanges(pattern, { path, pointer, alternatives, leaves });
  return { ...key, matched: false, why, changes };
}

/** The first alternative that a leaf passes, or that asks for none where there is none. */
function passingAlternative(
  alternatives: readonly Alternative[],
  leaves: readonly Scalar[],
): { readonly alternative: Alternative; readonly value: Scalar | undefined } | undefined {
  for (const alternative of alternatives) {
    if (leaves.length === 0 && alternative.whenAbsent === true) return { alternative, value: undefined };
    const value = leaves.find((leaf) => alternative.passes(leaf));
    if (value !== undefined) return { alternative, value };
  }
  return undefined;
}

function whySo({ operator, text }: Alternative, value: Scalar | undefined): string {
  if (value === undefined) return "It is not there, as is asked.";
  if (operator === "equals") return `It is ${show(value)}.`;
  return operator === "exists" ? `It is there: ${show(value)}.` : `${show(value)} passes ${text}.`;
}

function whyAbsent(
  pattern: CompiledPattern,
  path: string,
  alternatives: readonly Alternative[],
  event: PatternEvent,
): string {
  return joined(`It is not there, and must ${wishes(alternatives)}.`, absenceHint(pattern, path, event));
}

function whyNot(leaves: readonly Scalar[], alternatives: readonly Alternative[]): string {
  const shown = leaves.slice(0, SHOWN).map(show);
  const more = leaves.length > SHOWN ? ` and ${leaves.length - SHOWN} more` : "";
  const what = leaves.length === 1 ? `It is ${shown[0]}` : `It holds ${shown.join(", ")}${more}`;
  return joined(`${what}, and must ${wishes(alternatives)}.`, valueHint(leaves, alternatives));
}

/** What a field must be, behind "must": at most so many wishes. */
function wishes(alternatives: readonly Alternative[]): string {
  const asks = alternatives.map((alternative) => alternative.asks);
  const equal = asks.filter((ask) => ask.startsWith("be "));
  const shown = asks.slice(0, SHOWN);
  const rest = asks.length > SHOWN ? [`one of ${asks.length - SHOWN} more`] : [];
  // "be "a" or "b"" instead of "be "a" or be "b"".
  const short = equal.length === asks.length ? shown.map((ask, index) => (index === 0 ? ask : ask.slice(3))) : shown;
  return anyOf([...short, ...rest]);
}

function joined(sentence: string, hint: string | undefined): string {
  return hint === undefined ? sentence : `${sentence} ${hint}`;
}

function apart(verdict: KeyVerdict, before: readonly string[]): KeyVerdict {
  const { by: _, ...rest } = verdict;
  const others = anyOf(before).replace(" or ", " and ");
  const why = `It holds in some elements of the list, but in none together with ${others}: inside of a list all keys must hold in one element.`;
  const text = `Put ${verdict.path} and ${others} into one element of the list.`;
  return { ...rest, matched: false, why, changes: { message: { text, place: verdict.path } } };
}

function jsonOf(value: Scalar): JsonValue {
  return isWide(value) ? Number(value.text) : value;
}
