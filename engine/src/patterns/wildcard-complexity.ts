/**
 * How complex AWS's engine finds the wildcards of a field: how many of their beginnings one text can fit at most, those that
 * end in a star counted beside those that end before it. `a*b` and `ac` fit the text `a` three times: as `a`, `a*` and `a`.
 * https://github.com/aws/event-ruler#machinecomplexityevaluator
 */
import { EVENT_PATTERN_MAX_LENGTH } from "../limits.ts";
import { splitWildcard } from "./operators/wildcard.ts";
import type { ReadPattern } from "./read.ts";

/** Beyond that nobody needs to know how far. */
const COUNT_TO = 100;
/** The engine matches texts with the quotes that they have in JSON. */
const QUOTE = '"';

/**
 * The most complex field's; at most COUNT_TO. 0 without wildcards, and where they alone are longer than AWS takes: then
 * that is what is wrong.
 */
export function wildcardComplexity({ conditions }: ReadPattern): number {
  const byPath = new Map<number, Set<string>>();
  for (const { path, alternatives } of conditions) {
    for (const { operator, text } of alternatives) {
      if (operator !== "wildcard") continue;
      const wildcard = (JSON.parse(text) as { wildcard?: unknown }).wildcard;
      if (typeof wildcard === "string") byPath.set(path, (byPath.get(path) ?? new Set()).add(wildcard));
    }
  }
  const lengths = [...byPath.values()].flatMap((texts) => [...texts].map(({ length }) => length));
  if (lengths.reduce((sum, length) => sum + length, 0) > EVENT_PATTERN_MAX_LENGTH) return 0;
  return Math.max(0, ...[...byPath.values()].map((texts) => complexityOf([...texts])));
}

interface Wildcard {
  /** What stands before the first star. */
  readonly head: string;
  /** What stands behind each star. */
  readonly segments: readonly string[];
  /** Its characters one by one; undefined stands for a star. */
  readonly tokens: readonly (string | undefined)[];
}

function complexityOf(texts: readonly string[]): number {
  const all = texts.flatMap((text) => {
    const parts = splitWildcard(text);
    return "kind" in parts ? [] : [wildcardOf(parts)];
  });
  let most = 0;
  for (const input of worstInputs(all)) {
    most = Math.max(most, mostAt(all, input));
    if (most >= COUNT_TO) return COUNT_TO;
  }
  return most;
}

function wildcardOf(parts: readonly string[]): Wildcard {
  const quoted = parts.map(
    (part, index) => (index === 0 ? QUOTE : "") + part + (index === parts.length - 1 ? QUOTE : ""),
  );
  const [head = "", ...segments] = quoted;
  const tokens = [...head.split(""), ...segments.flatMap((segment) => [undefined, ...segment.split("")])];
  return { head, segments, tokens };
}

/**
 * Texts of which one is the worst. Once a star is reached it stays; so a text that goes through all stars of all
 * wildcards that begin alike, and then repeats what stands behind one of them, fits as many beginnings as can be.
 */
function* worstInputs(all: readonly Wildcard[]): Generator<string> {
  for (const { head } of all) {
    const segments = all.filter((other) => head.startsWith(other.head)).flatMap((other) => other.segments);
    const through = head + segments.join("");
    yield through;
    for (const segment of new Set(segments)) yield through + segment;
  }
}

/** The most beginnings that fit while the text is read. */
function mostAt(all: readonly Wildcard[], input: string): number {
  let active = all.map(() => new Set([0]));
  let most = 0;
  for (const char of input) {
    active = all.map(({ tokens }, index) => step(tokens, active[index] as ReadonlySet<number>, char));
    let count = 0;
    for (const places of active) count += places.size;
    most = Math.max(most, count);
    if (most >= COUNT_TO) break;
  }
  return most;
}

/** How many tokens have been read: of every beginning that still fits. */
function step(tokens: Wildcard["tokens"], places: ReadonlySet<number>, char: string): Set<number> {
  const next = new Set<number>();
  const enter = (place: number): void => {
    next.add(place);
    if (place < tokens.length && tokens[place] === undefined) next.add(place + 1);
  };
  for (const place of places) {
    // A place behind a star stays there whatever comes.
    if (place > 0 && tokens[place - 1] === undefined) next.add(place);
    if (tokens[place] === char) enter(place + 1);
  }
  return next;
}
