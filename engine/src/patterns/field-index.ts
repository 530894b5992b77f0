/**
 * The conditions of many patterns on one field, found by what a leaf holds: by its value, by its beginning or end, by its
 * letters without their case; only what is left is tried one by one.
 */
import { foldKey } from "./ignore-case.ts";
import { isWide } from "./numbers.ts";
import type { Alternative, Scalar } from "./types.ts";

/** One condition, however many patterns have it. */
export interface IndexedCondition {
  readonly id: number;
  /** Indexes of the branches that it belongs to. */
  readonly branches: number[];
}

interface Candidate {
  readonly passes: Alternative["passes"];
  readonly condition: IndexedCondition;
}

/** Candidates by the beginnings, or ends, of texts; those of one length together. */
type ByLength = Map<number, Map<string, Candidate[]>>;

export class FieldIndex {
  /** Conditions that hold where the field is not there. */
  readonly absent: IndexedCondition[] = [];
  private readonly byValue = new Map<Scalar, IndexedCondition[]>();
  private readonly byPrefix: ByLength = new Map();
  private readonly bySuffix: ByLength = new Map();
  private readonly byFolded = new Map<string, Candidate[]>();
  private readonly scans: Candidate[] = [];

  add({ lookup, passes, whenAbsent }: Alternative, condition: IndexedCondition): void {
    const candidate = { passes, condition };
    if (whenAbsent === true) this.absent.push(condition);
    else if (lookup.by === "value") push(this.byValue, keyOf(lookup.value), condition);
    else if (lookup.by === "folded") push(this.byFolded, lookup.text, candidate);
    else if (lookup.by === "prefix") push(lengthOf(this.byPrefix, lookup.text.length), lookup.text, candidate);
    else if (lookup.by === "suffix") push(lengthOf(this.bySuffix, lookup.text.length), lookup.text, candidate);
    else this.scans.push(candidate);
  }

  /** Gives every condition that the leaf passes to `hit`, some of them more than once. */
  find(value: Scalar, hit: (condition: IndexedCondition) => void): void {
    const equal = this.byValue.get(keyOf(value));
    if (equal !== undefined) for (let i = 0; i < equal.length; i++) hit(equal[i] as IndexedCondition);
    tryAll(this.scans, value, hit);
    if (typeof value !== "string") return;
    for (const [length, texts] of this.byPrefix) {
      if (length <= value.length) tryAll(texts.get(value.slice(0, length)), value, hit);
    }
    for (const [length, texts] of this.bySuffix) {
      if (length <= value.length) tryAll(texts.get(value.slice(value.length - length)), value, hit);
    }
    if (this.byFolded.size > 0) tryAll(this.byFolded.get(foldKey(value)), value, hit);
  }
}

/** Wide numbers are objects, and equal by their texts; no other text begins with a zero byte. */
function keyOf(value: Scalar): Scalar {
  return isWide(value) ? `\0${value.text}` : value;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

function lengthOf(texts: ByLength, length: number): Map<string, Candidate[]> {
  const known = texts.get(length) ?? new Map<string, Candidate[]>();
  texts.set(length, known);
  return known;
}

function tryAll(
  candidates: readonly Candidate[] | undefined,
  value: Scalar,
  hit: (condition: IndexedCondition) => void,
): void {
  if (candidates === undefined) return;
  for (let i = 0; i < candidates.length; i++) {
    const { passes, condition } = candidates[i] as Candidate;
    if (passes(value)) hit(condition);
  }
}
