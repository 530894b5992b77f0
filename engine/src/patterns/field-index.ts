/**
 * Branches of many patterns by what they ask of one field: by its value, by its beginning or end, by its letters without
 * their case; only what is left is tried one by one.
 */
import { foldKey } from "./ignore-case.ts";
import { isWide } from "./numbers.ts";
import type { Lookup, Scalar } from "./types.ts";

/** Branches by the beginnings, or ends, of texts; those of one length together. */
type ByLength = Map<number, Map<string, number[]>>;

export class FieldIndex {
  /** Branches that want the field not to be there. */
  readonly absent: number[] = [];
  private readonly byValue = new Map<Scalar, number[]>();
  private readonly byPrefix: ByLength = new Map();
  private readonly bySuffix: ByLength = new Map();
  private readonly byFolded = new Map<string, number[]>();
  private readonly scans: number[] = [];

  add(lookup: Lookup, branch: number): void {
    switch (lookup.by) {
      case "value":
        return push(this.byValue, keyOf(lookup.value), branch);
      case "folded":
        return push(this.byFolded, lookup.text, branch);
      case "prefix":
        return push(ofLength(this.byPrefix, lookup.text.length), lookup.text, branch);
      case "suffix":
        return push(ofLength(this.bySuffix, lookup.text.length), lookup.text, branch);
      case "scan":
        this.scans.push(branch);
    }
  }

  /** Gives every branch that may like the leaf to `tryOne`, some more than once. */
  find(value: Scalar, tryOne: (branch: number) => void): void {
    each(this.byValue.get(keyOf(value)), tryOne);
    each(this.scans, tryOne);
    if (typeof value !== "string") return;
    for (const [length, texts] of this.byPrefix) {
      if (length <= value.length) each(texts.get(value.slice(0, length)), tryOne);
    }
    for (const [length, texts] of this.bySuffix) {
      if (length <= value.length) each(texts.get(value.slice(value.length - length)), tryOne);
    }
    if (this.byFolded.size > 0) each(this.byFolded.get(foldKey(value)), tryOne);
  }
}

/** Wide numbers are objects, and equal by their texts; no other text begins with a zero byte. */
export function keyOf(value: Scalar): Scalar {
  return isWide(value) ? `\0${value.text}` : value;
}

function push<K>(lists: Map<K, number[]>, key: K, branch: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [branch]);
  else list.push(branch);
}

function ofLength(texts: ByLength, length: number): Map<string, number[]> {
  const known = texts.get(length) ?? new Map<string, number[]>();
  texts.set(length, known);
  return known;
}

function each(branches: readonly number[] | undefined, tryOne: (branch: number) => void): void {
  if (branches === undefined) return;
  for (let i = 0; i < branches.length; i++) tryOne(branches[i] as number);
}
