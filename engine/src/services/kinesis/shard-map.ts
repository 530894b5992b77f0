/**
 * The shards of a stream: which one takes a hash key, and how they are split, merged and made anew. A closed shard stays
 * until its last record has expired: who reads has to finish it before its children.
 * https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-after-resharding.html
 */
import type { Finder, Keeper } from "../../sim/types.ts";
import { utf8Length } from "../../text/utf8.ts";
import { equalRanges, FIRST_HASH_KEY, type HashKeyRange, hashKeyAfter, hashKeyOf, LAST_HASH_KEY } from "./hash-key.ts";
import { type SavedShard, Shard } from "./shard.ts";

/** Partition keys repeat: so many are remembered with their shards, until these change. */
const MAX_REMEMBERED = 65_536;

/** Children begin so long after their parents' end, milliseconds. */
const CHILD_GAP_MS = 1_000;

/** Where records of a partition key go. */
export interface KeyPlace {
  readonly partitionKey: string;
  /** Of the key, in UTF-8. */
  readonly bytes: number;
  readonly shard: Shard;
}

export class ShardMap {
  /** By index; what has gone leaves a hole. */
  #all: (Shard | undefined)[] = [];
  /** By the beginning of their ranges. */
  #open: Shard[] = [];
  readonly #byKey = new Map<string, KeyPlace>();

  constructor(count: number) {
    for (const range of equalRanges(count)) this.#add(range, [], 0);
  }

  get open(): readonly Shard[] {
    return this.#open;
  }

  /** Those that can be read, in the order in which they came into being. */
  get listed(): readonly Shard[] {
    return this.#all.filter((shard) => shard !== undefined);
  }

  get(index: number): Shard | undefined {
    return this.#all[index];
  }

  /** The open shard that takes a hash key. */
  of(hashKey: string): Shard {
    let low = 0;
    let high = this.#open.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#open[middle] as Shard).range.start <= hashKey) low = middle;
      else high = middle - 1;
    }
    return this.#open[low] as Shard;
  }

  /** The open shard that takes a partition key. Keys that repeat are one text in memory, whoever made them. */
  ofKey(partitionKey: string): KeyPlace {
    const known = this.#byKey.get(partitionKey);
    if (known !== undefined) return known;
    const place = { partitionKey, bytes: utf8Length(partitionKey), shard: this.of(hashKeyOf(partitionKey)) };
    if (this.#byKey.size >= MAX_REMEMBERED) this.#byKey.clear();
    this.#byKey.set(partitionKey, place);
    return place;
  }

  children(index: number): readonly number[] {
    return this.listed.filter(({ parents }) => parents.includes(index)).map((shard) => shard.index);
  }

  /** `at`: the first hash key of the second half. */
  split(shard: Shard, at: string, timeMs: number): void {
    const { start, end } = shard.range;
    this.#close([shard], timeMs);
    this.#add({ start, end: hashKeyAfter(at, -1) }, [shard.index], timeMs + CHILD_GAP_MS);
    this.#add({ start: at, end }, [shard.index], timeMs + CHILD_GAP_MS);
  }

  /** Two neighbours, the lower one first. */
  merge(lower: Shard, upper: Shard, timeMs: number): void {
    this.#close([lower, upper], timeMs);
    const range = { start: lower.range.start, end: upper.range.end };
    this.#add(range, [lower.index, upper.index], timeMs + CHILD_GAP_MS);
  }

  /** Equal ranges in the place of those that are open; each comes of those that it overlaps. */
  resize(count: number, timeMs: number): void {
    const before = this.#open;
    this.#close(before, timeMs);
    for (const range of equalRanges(count)) {
      const parents = before.filter((shard) => shard.range.start <= range.end && shard.range.end >= range.start);
      this.#add(
        range,
        parents.map(({ index }) => index),
        timeMs + CHILD_GAP_MS,
      );
    }
  }

  #close(shards: readonly Shard[], timeMs: number): void {
    for (const shard of shards) shard.closedMs = timeMs;
    this.#open = this.#open.filter((shard) => !shards.includes(shard));
    this.#byKey.clear();
  }

  #add(range: HashKeyRange, parents: readonly number[], createdMs: number): void {
    const shard = new Shard({ index: this.#all.length, range, parents, createdMs });
    this.#all.push(shard);
    this.#opened(shard);
  }

  #opened(shard: Shard): void {
    const before = this.#open.findIndex(({ range }) => range.start > shard.range.start);
    this.#open.splice(before < 0 ? this.#open.length : before, 0, shard);
    this.#byKey.clear();
  }

  /** A closed shard without records goes when it would have expired itself. */
  forget(shard: Shard): void {
    this.#all[shard.index] = undefined;
  }

  /** The open shards take every hash key, each once. */
  audit(): readonly string[] {
    let expected = FIRST_HASH_KEY;
    for (const { id, range } of this.#open) {
      if (range.start !== expected) return [`${id} begins at ${range.start}, not at ${expected}`];
      if (range.end === LAST_HASH_KEY) return [];
      expected = hashKeyAfter(range.end, 1);
    }
    return [`no open shard takes the hash keys from ${expected} on`];
  }

  save(keeper: Keeper): readonly (SavedShard | null)[] {
    return Array.from(this.#all, (shard) => shard?.save(keeper) ?? null);
  }

  restore(saved: readonly (SavedShard | null)[], finder: Finder): void {
    this.#all = saved.map((shard) => (shard === null ? undefined : Shard.restored(shard, finder)));
    this.#open = [];
    for (const shard of this.#all) if (shard?.isClosed === false) this.#opened(shard);
  }
}
