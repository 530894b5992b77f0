/** From what is read of a value to a value that can be read so: deterministic, and plausible by the names of its fields. */
import type { JsonValue } from "../../json.ts";
import type { Reads, Wish } from "./reads.ts";

const SAMPLE_TIME = "2026-01-01T00:00:00Z";
/** Items of a list that is made up: enough to see that a Map runs more than once. */
const ITEMS = 2;

/**
 * Fills in what is read, over `sample` (what the service would answer). `turn` counts from 0: where a Choice could go
 * several ways, later turns take later ones, so that a loop that waits for something comes to its end. Undefined: the
 * value is better not there.
 */
export function fill(reads: Reads, name: string, sample: JsonValue | undefined, turn: number): JsonValue | undefined {
  const best = wished(reads.wishes, turn);
  // What it is where it is to be there, its other uses and wishes say.
  const wish = best?.present === true ? wished(reads.wishes.filter(isForValue), turn) : best;
  if (wish !== undefined && reads.fields.size === 0 && reads.item === undefined)
    return granted(wish, reads, name, sample);
  if (wish !== undefined && wish.value === undefined) return undefined;
  if (reads.text !== undefined) return JSON.stringify(fill(reads.text, name, undefined, turn) ?? {});
  if (reads.item !== undefined || (reads.uses.has("array") && reads.fields.size === 0)) {
    return fillList(reads, name, sample, turn);
  }
  if (reads.fields.size > 0 || reads.uses.has("object")) return fillObject(reads, sample, turn);
  return fits(sample, reads) ? sample : leaf(reads, name);
}

/** The cheapest wishes first, those for one value before those against one, in the order of the rules. */
function wished(wishes: readonly Wish[], turn: number): Wish | undefined {
  const ordered = wishes.toSorted((a, b) => a.cost - b.cost || against(a) - against(b));
  return ordered[Math.floor(turn / TURNS_EACH) % ordered.length];
}

function isForValue({ value, present }: Wish): boolean {
  return value !== undefined && present === undefined;
}

function against({ not }: Wish): number {
  return not === undefined ? 0 : 1;
}

function granted(wish: Wish, reads: Reads, name: string, sample: JsonValue | undefined): JsonValue | undefined {
  if (wish.not === undefined) return wish.value;
  const usual = fits(sample, reads) ? sample : leaf(reads, name);
  // Other wishes name what other rules look for: the usual value is none of them.
  const taken = reads.wishes.some(({ value, not }) => value === usual || not === usual);
  return taken || typeof usual !== typeof wish.value ? wish.value : usual;
}

/** How many turns keep to one wish before the next is tried. */
const TURNS_EACH = 20;

function fillList(reads: Reads, name: string, sample: JsonValue | undefined, turn: number): JsonValue {
  const items = Array.isArray(sample) && sample.length > 0 ? sample : new Array<undefined>(ITEMS).fill(undefined);
  const singular = name.replace(/ies$/, "y").replace(/s$/, "") || "item";
  return items.map((item: JsonValue | undefined, index) => {
    const filled = reads.item && fill(reads.item, singular, item, turn);
    const value = filled ?? item ?? `${singular}-${index + 1}`;
    return typeof value === "string" && value === `${singular}-1` ? `${singular}-${index + 1}` : value;
  });
}

function fillObject(reads: Reads, sample: JsonValue | undefined, turn: number): JsonValue {
  const isRecord = typeof sample === "object" && sample !== null && !Array.isArray(sample);
  const filled: Record<string, JsonValue> = isRecord ? { ...(sample as Record<string, JsonValue>) } : {};
  for (const [name, field] of reads.fields) {
    const value = fill(field, name, Object.hasOwn(filled, name) ? filled[name] : undefined, turn);
    if (value !== undefined) {
      Object.defineProperty(filled, name, { value, enumerable: true, configurable: true, writable: true });
    }
  }
  return filled;
}

function fits(sample: JsonValue | undefined, { uses }: Reads): sample is JsonValue {
  if (sample === undefined) return false;
  if (uses.size === 0) return true;
  const type = sample === null ? "null" : Array.isArray(sample) ? "array" : typeof sample;
  return [...uses].some((use) => use === type || (use === "timestamp" && type === "string"));
}

function leaf({ uses }: Reads, name: string): JsonValue {
  if (uses.has("timestamp")) return SAMPLE_TIME;
  if (uses.has("number")) return 1;
  if (uses.has("string")) return text(name);
  if (uses.has("boolean")) return true;
  return named(name);
}

const BY_NAME: readonly (readonly [pattern: RegExp, value: JsonValue])[] = [
  // DynamoDB's attribute values: numbers are text.
  [/^N$/, "1"],
  [/^BOOL$/, true],
  [/statusCode$/i, 200],
  [/^(is|has|should|can|was)[A-Z_]/, true],
  [/^(approved|enabled|valid|success|ok|available|exists|done|finished|completed?)$/i, true],
  [/(count|total|amount|price|quantity|size|length|seconds|minutes|index|number|limit|offset|percentage|score)$/i, 1],
];

/** By its name alone: numbers, flags, otherwise text. */
function named(name: string): JsonValue {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? text(name);
}

function text(name: string): string {
  if (name === "N") return "1";
  if (/(date|time|timestamp)$|[a-z]At$/i.test(name) && !/(run|up)time$/i.test(name)) return SAMPLE_TIME;
  if (/arn$/i.test(name)) return `arn:aws:service:us-east-1:123456789012:${name}/1`;
  if (/(url|uri|endpoint)$/i.test(name)) return `https://example.com/${name}`;
  if (/email$/i.test(name)) return "someone@example.com";
  return `${name === "" ? "value" : name}-1`;
}
