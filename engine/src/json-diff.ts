/**
 * What one JSON value has that another has not: as a list of fields in a few words, and line by line for people to look
 * at.
 */
import { isObject, type JsonObject, type JsonValue } from "./json.ts";

export interface Change {
  readonly kind: "added" | "removed" | "changed";
  /** The field, from the outermost in: `payment.receipt`; empty for the value as a whole. */
  readonly path: string;
}

/** Fields inside fields are looked at this deep; below, the field as a whole has changed. */
const MAX_DEPTH = 3;

/**
 * At most `limit` changes, in the order of the later value, removed fields last. Empty: nothing has changed. `before`
 * undefined: there was nothing.
 */
export function changesBetween(before: JsonValue | undefined, after: JsonValue, limit: number): Change[] {
  const changes: Change[] = [];
  compare(before, after, "", 0, changes, limit);
  return changes.slice(0, limit);
}

function compare(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  path: string,
  depth: number,
  changes: Change[],
  limit: number,
): void {
  if (before === after || changes.length >= limit) return;
  if (before === undefined || after === undefined) {
    changes.push({ kind: before === undefined ? "added" : "removed", path });
    return;
  }
  if (!isObject(before) || !isObject(after) || depth === MAX_DEPTH) {
    if (!isEqual(before, after)) changes.push({ kind: "changed", path });
    return;
  }
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  const kept = Object.keys(before).some((name) => Object.hasOwn(after, name));
  // Nothing in common: another value, and no list of its fields says more.
  if (!kept && Object.keys(before).length > 0 && Object.keys(after).length > 0) {
    changes.push({ kind: "changed", path });
    return;
  }
  for (const name of names) {
    compare(own(before, name), own(after, name), path === "" ? name : `${path}.${name}`, depth + 1, changes, limit);
  }
}

function own(value: JsonObject, name: string): JsonValue | undefined {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}

/** As JSON means it: the order of an object's fields does not count. */
export function isEqual(a: JsonValue | undefined, b: JsonValue | undefined): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  if (!isObject(a) || !isObject(b)) return false;
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && isEqual(a[name], b[name]))
  );
}

/** One line of two values laid over each other, as `JSON.stringify(value, null, 2)` writes it. */
export interface DiffLine {
  readonly mark: "same" | "added" | "removed";
  readonly text: string;
}

/** Longer lists are compared item by item instead of looking for what has moved. */
const MAX_ALIGNED_ITEMS = 200;

/** All lines of both values; undefined stands for no value. Deep nesting costs recursion, as JSON.stringify does. */
export function diffLines(before: JsonValue | undefined, after: JsonValue | undefined): readonly DiffLine[] {
  const lines: DiffLine[] = [];
  new Differ(lines).value(before, after, { indent: "", name: "", comma: ["", ""] });
  return lines;
}

interface Place {
  readonly indent: string;
  /** `"name": `, or empty. */
  readonly name: string;
  /** What follows the value: before, after. */
  readonly comma: readonly [before: string, after: string];
}

interface Pair {
  readonly name: string;
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}

class Differ {
  readonly #lines: DiffLine[];

  constructor(lines: DiffLine[]) {
    this.#lines = lines;
  }

  value(before: JsonValue | undefined, after: JsonValue | undefined, place: Place): void {
    const { comma } = place;
    if (before !== undefined && after !== undefined && comma[0] === comma[1] && isEqual(before, after)) {
      this.#print("same", after, place, comma[1]);
    } else if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
      this.#children("[", "]", alignedItems(before, after), place);
    } else if (isObject(before) && isObject(after) && shareField(before, after)) {
      this.#children("{", "}", alignedFields(before, after), place);
    } else {
      if (before !== undefined) this.#print("removed", before, place, comma[0]);
      if (after !== undefined) this.#print("added", after, place, comma[1]);
    }
  }

  #children(open: string, close: string, pairs: readonly Pair[], { indent, name, comma }: Place): void {
    this.#line("same", `${indent}${name}${open}`);
    const lastBefore = pairs.findLastIndex((pair) => pair.before !== undefined);
    const lastAfter = pairs.findLastIndex((pair) => pair.after !== undefined);
    for (const [index, pair] of pairs.entries()) {
      const commas = [index < lastBefore ? "," : "", index < lastAfter ? "," : ""] as const;
      // A comma alone is no difference worth showing.
      const shown = pair.before !== undefined && pair.after !== undefined ? ([commas[1], commas[1]] as const) : commas;
      this.value(pair.before, pair.after, { indent: `${indent}  `, name: pair.name, comma: shown });
    }
    this.#line("same", `${indent}${close}${comma[1]}`);
  }

  #print(mark: DiffLine["mark"], value: JsonValue, { indent, name }: Place, comma: string): void {
    const [first = "", ...rest] = JSON.stringify(value, undefined, 2).split("\n");
    const texts = [`${name}${first}`, ...rest];
    for (const [index, text] of texts.entries()) {
      this.#line(mark, `${indent}${text}${index === texts.length - 1 ? comma : ""}`);
    }
  }

  #line(mark: DiffLine["mark"], text: string): void {
    this.#lines.push({ mark, text });
  }
}

function shareField(before: JsonObject, after: JsonObject): boolean {
  const names = Object.keys(before);
  return (names.length === 0 && Object.keys(after).length === 0) || names.some((name) => Object.hasOwn(after, name));
}

/** In the order of the later value; removed fields stand behind the field that they stood behind. */
function alignedFields(before: JsonObject, after: JsonObject): readonly Pair[] {
  const names = Object.keys(after);
  let at = 0;
  for (const name of Object.keys(before)) {
    if (Object.hasOwn(after, name)) at = names.indexOf(name) + 1;
    else names.splice(at++, 0, name);
  }
  return names.map((name) => ({
    name: `${JSON.stringify(name)}: `,
    before: own(before, name),
    after: own(after, name),
  }));
}

/** Items that are equal stand beside each other where the lists are short; what lies between is paired in order. */
function alignedItems(before: readonly JsonValue[], after: readonly JsonValue[]): readonly Pair[] {
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  const upTo = (endI: number, endJ: number): void => {
    while (i < endI || j < endJ) {
      pairs.push({ name: "", before: i < endI ? before[i++] : undefined, after: j < endJ ? after[j++] : undefined });
    }
  };
  for (const [equalI, equalJ] of equalItems(before, after)) {
    upTo(equalI, equalJ);
    pairs.push({ name: "", before: before[i++], after: after[j++] });
  }
  upTo(before.length, after.length);
  return pairs;
}

/** A longest common subsequence, by indexes. */
function equalItems(before: readonly JsonValue[], after: readonly JsonValue[]): readonly (readonly [number, number])[] {
  if (before.length > MAX_ALIGNED_ITEMS || after.length > MAX_ALIGNED_ITEMS) return [];
  const [left, right] = [before, after].map((items) => items.map((item) => JSON.stringify(item))) as [
    string[],
    string[],
  ];
  const width = right.length + 1;
  const lengths = new Uint16Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const [down = 0, across = 0, both = 0] = [
        lengths[(i + 1) * width + j],
        lengths[i * width + j + 1],
        lengths[(i + 1) * width + j + 1],
      ];
      lengths[i * width + j] = left[i] === right[j] ? both + 1 : Math.max(down, across);
    }
  }
  const equal: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < left.length && j < right.length; ) {
    if (left[i] === right[j]) equal.push([i++, j++]);
    else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return equal;
}
