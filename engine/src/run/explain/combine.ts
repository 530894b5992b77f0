/** And, Or and Not of explained tests: how they come out, and the fewest changes that would turn them round. */
import type { ExplainedTest, Outcome } from "./types.ts";

/** As Step Functions evaluates: in order, until it is decided or something fails. */
export function combined(kind: "and" | "or" | "not", text: string, parts: readonly ExplainedTest[]): ExplainedTest {
  return { kind, text, outcome: outcomeOf(kind, parts), values: [], parts };
}

function outcomeOf(kind: "and" | "or" | "not", parts: readonly ExplainedTest[]): Outcome {
  if (kind === "not") {
    const inner = parts[0]?.outcome ?? "error";
    return inner === "error" ? inner : inner === "true" ? "false" : "true";
  }
  const decides: Outcome = kind === "and" ? "false" : "true";
  const deciding = parts.find(({ outcome }) => outcome === "error" || outcome === decides);
  return deciding?.outcome ?? (kind === "and" ? "true" : "false");
}

/** What would have to be other for a test to be true; empty where it is. */
export function wishesFor(test: ExplainedTest): readonly string[] {
  if (test.outcome === "true") return [];
  switch (test.kind) {
    case "and":
      return test.parts.flatMap(wishesFor);
    case "or":
      return fewest(decidable(test.parts).map(wishesFor));
    case "not":
      return test.parts.flatMap(wishesAgainst);
    case "test":
      return [test.wish ?? `${test.text} were true`];
  }
}

/** What would have to be other for a test to be false. */
function wishesAgainst(test: ExplainedTest): readonly string[] {
  if (test.outcome === "false") return [];
  switch (test.kind) {
    case "and":
      return fewest(decidable(test.parts).map(wishesAgainst));
    case "or":
      return test.parts.flatMap(wishesAgainst);
    case "not":
      return test.parts.flatMap(wishesFor);
    case "test":
      return [test.unwish ?? `${test.text} were false`];
  }
}

/** What fails has to be mended before the parts behind it count. */
function decidable(parts: readonly ExplainedTest[]): readonly ExplainedTest[] {
  const failing = parts.filter(({ outcome }) => outcome === "error");
  return failing.length > 0 ? failing : parts;
}

function fewest(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce((best, list) => (list.length < best.length ? list : best), lists[0] ?? []);
}
