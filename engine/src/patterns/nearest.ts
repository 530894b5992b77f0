/** The nearest change of a message, and of a pattern, that makes a key match. */
import type { JsonValue } from "../json.ts";
import { closest } from "../schema/suggest.ts";
import { isWide } from "./numbers.ts";
import { show } from "./operators/show.ts";
import type { Alternative, CompiledPattern, KeyVerdict, NearestChange, Scalar } from "./types.ts";

interface FailingKey {
  readonly path: string;
  readonly pointer: string;
  readonly alternatives: readonly Alternative[];
  /** What the message holds in the field. */
  readonly leaves: readonly Scalar[];
}

export function nearestChanges({ dialect }: CompiledPattern, key: FailingKey): NonNullable<KeyVerdict["changes"]> {
  const what = dialect === "sns-attributes" ? `the attribute ${key.path}` : key.path;
  const message = messageChange(what, key);
  const pattern = patternChange(key);
  return { ...(message === undefined ? {} : { message }), ...(pattern === undefined ? {} : { pattern }) };
}

function messageChange(what: string, { path, alternatives, leaves }: FailingKey): NearestChange | undefined {
  const value = nearestValue(alternatives, leaves[0]);
  if (value !== undefined && !isWide(value)) {
    const text = leaves.length === 0 ? `Give the message ${what}: ${show(value)}.` : `Set ${what} to ${show(value)}.`;
    return { text, place: path, value };
  }
  return alternatives.some(({ whenAbsent }) => whenAbsent === true)
    ? { text: `Take ${what} away.`, place: path }
    : undefined;
}

/** Of the values that pass one of the alternatives the one that is most like the value. */
export function nearestValue(alternatives: readonly Alternative[], value: Scalar | undefined): Scalar | undefined {
  const candidates = alternatives.flatMap((alternative) => {
    const candidate = alternative.nearest(value);
    return candidate !== undefined && alternative.passes(candidate) ? [candidate] : [];
  });
  if (typeof value === "string") {
    const texts = candidates.filter((candidate) => typeof candidate === "string");
    return closest(value, texts) ?? texts[0] ?? candidates[0];
  }
  if (typeof value === "number") {
    const numbers = candidates.filter((candidate) => typeof candidate === "number");
    return numbers.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0] ?? candidates[0];
  }
  return candidates[0];
}

function patternChange({ pointer, leaves: [leaf] }: FailingKey): NearestChange | undefined {
  if (leaf !== undefined && isWide(leaf)) return undefined;
  const element: JsonValue = leaf === undefined ? { exists: false } : leaf;
  return { text: `Add ${JSON.stringify(element)} to the list at ${pointer}.`, place: pointer, value: element };
}
