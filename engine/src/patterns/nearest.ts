/** The nearest change of a message, and of a pattern, that makes a key match. */
import type { JsonValue } from "../json.ts";
import { closest } from "../schema/suggest.ts";
import { isWide } from "./numbers.ts";
import { jsonLine, show } from "./operators/show.ts";
import type { Alternative, CompiledPattern, KeyVerdict, NearestChange, Scalar } from "./types.ts";

interface FailingKey {
  readonly path: string;
  readonly pointer: string;
  readonly alternatives: readonly Alternative[];
  /** What the message holds in the field. */
  readonly leaves: readonly Scalar[];
}

export function nearestChanges({ dialect }: CompiledPattern, key: FailingKey): NonNullable<KeyVerdict["changes"]> {
  const isAttribute = dialect === "sns-attributes";
  const message = messageChange(isAttribute ? `the attribute ${key.path}` : key.path, key, isAttribute);
  const pattern = patternChange(key);
  return { ...(message === undefined ? {} : { message }), ...(pattern === undefined ? {} : { pattern }) };
}

function messageChange(
  what: string,
  { path, alternatives, leaves }: FailingKey,
  isAttribute: boolean,
): NearestChange | undefined {
  const value = nearestValue(alternatives, leaves[0]);
  if (value !== undefined && !isWide(value)) {
    const shown = isAttribute ? `${show(value)} (${attributeType(value)})` : show(value);
    const text = leaves.length === 0 ? `Give the message ${what}: ${shown}.` : `Set ${what} to ${shown}.`;
    return { text, place: path, value };
  }
  return alternatives.some(({ whenAbsent }) => whenAbsent === true)
    ? { text: `Take ${what} away.`, place: path }
    : undefined;
}

/** Booleans and null exist in lists only. */
function attributeType(value: Scalar): string {
  return typeof value === "string" ? "String" : typeof value === "number" ? "Number" : "in a String.Array";
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
  return { text: `Add ${jsonLine(element)} to the list at ${pointer}.`, place: pointer, value: element };
}
