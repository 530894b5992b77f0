/**
 * Changes of a stream's shards: by hand, and by itself where it is on-demand. A change takes its time; until then the
 * stream is UPDATING, takes no other, and the shards stay as they are.
 * https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-resharding.html
 */
import type { JsonValue } from "../../json.ts";
import { isRefusal, type Refusal } from "../../refusals/refusal.ts";
import type { NodeContext, Reason } from "../../sim/types.ts";
import type { Resharding } from "./behavior.ts";
import { cannotScale, hashKeyCannotSplit, noShard, notAdjacent, type StreamName, streamIs } from "./errors.ts";
import { decimalOf, hashKeyAfter, hashKeyOfDecimal, LAST_HASH_KEY, middleOf } from "./hash-key.ts";
import { type Shard, shardIdOf, shardIndexOf } from "./shard.ts";
import type { ShardMap } from "./shard-map.ts";

/** AWS says "a few seconds" of one change; measured, it is half a minute. */
const UPDATE_MS = 30_000;

/** What is under way. */
type Change =
  | { readonly split: number; readonly at: string }
  | { readonly merge: readonly [lower: number, upper: number] }
  | { readonly resize: number; readonly why: Reason | null };

export class Reshards {
  readonly #context: NodeContext;
  readonly #shards: ShardMap;
  readonly #stream: StreamName;
  readonly #kind: number;
  #change: Change | undefined;

  /** `kind`: of the event that ends a change. */
  constructor(context: NodeContext, shards: ShardMap, stream: StreamName, kind: number) {
    this.#context = context;
    this.#shards = shards;
    this.#stream = stream;
    this.#kind = kind;
  }

  get isUpdating(): boolean {
    return this.#change !== undefined;
  }

  /** `hashKey`: the first one of the second half, in decimal; left out, the middle. */
  split(shardId: string, hashKey?: string): Refusal | undefined {
    const shard = this.#find(shardId);
    if (isRefusal(shard)) return shard;
    const { start, end } = shard.range;
    const at = hashKey === undefined ? middleOf(shard.range) : hashKeyOfDecimal(hashKey);
    if (at === undefined || at <= hashKeyAfter(start, 1) || at >= end) {
      const range = { start: decimalOf(start), end: decimalOf(end) };
      return hashKeyCannotSplit(hashKey ?? "", shard.id, range, this.#stream);
    }
    return this.#begin({ split: shard.index, at });
  }

  merge(lowerId: string, upperId: string): Refusal | undefined {
    const [lower, upper] = [this.#find(lowerId), this.#find(upperId)];
    if (isRefusal(lower)) return lower;
    if (isRefusal(upper)) return upper;
    const { end } = lower.range;
    const areNeighbours = end !== LAST_HASH_KEY && hashKeyAfter(end, 1) === upper.range.start;
    if (!areNeighbours || lower.isClosed || upper.isClosed) return notAdjacent(lower.id, upper.id, this.#stream);
    return this.#begin({ merge: [lower.index, upper.index] });
  }

  /** UpdateShardCount. `why`: where it is not the user who asks. */
  resize(count: number, why: Reason | null = null): Refusal | undefined {
    const { length: open } = this.#shards.open;
    if (count > open * 2) return cannotScale("up", open, count);
    if (count < open / 2) return cannotScale("down", open, count);
    return this.#begin({ resize: count, why });
  }

  /** What a scenario asks for. */
  ask(resharding: Resharding): void {
    const refused = this.#asked(resharding);
    if (refused === undefined) return;
    this.#context.tell("reshardRefused", undefined, { code: "kinesis.reshard-refused", text: refused.message });
  }

  #asked(resharding: Resharding): Refusal | undefined {
    if ("shards" in resharding) return this.resize(resharding.shards);
    if ("split" in resharding) return this.split(resharding.split, resharding.hashKey);
    return this.merge(...resharding.merge);
  }

  #find(shardId: string): Shard | Refusal {
    const index = shardIndexOf(shardId);
    if (index === undefined) return noShard(shardId, this.#stream);
    return this.#shards.get(index) ?? noShard(shardIdOf(index), this.#stream);
  }

  #begin(change: Change): Refusal | undefined {
    if (this.#change !== undefined) return streamIs("UPDATING", this.#stream);
    this.#change = change;
    this.#context.at(this.#context.timeMs + UPDATE_MS, this.#kind);
    return undefined;
  }

  /** The time of the change is over. Answers the shards that it has closed. */
  end(): readonly Shard[] {
    const change = this.#change;
    if (change === undefined) return [];
    this.#change = undefined;
    const before = this.#shards.open;
    this.#context.tell("resharded", undefined, this.#apply(change));
    return before.filter(({ isClosed }) => isClosed);
  }

  #apply(change: Change): Reason {
    const { timeMs } = this.#context;
    if ("split" in change) {
      const shard = this.#shards.get(change.split) as Shard;
      this.#shards.split(shard, change.at, timeMs);
      return { code: "kinesis.split", shard: shard.id, children: this.#childrenOf(shard) };
    }
    if ("merge" in change) {
      const [lower, upper] = change.merge.map((index) => this.#shards.get(index)) as [Shard, Shard];
      this.#shards.merge(lower, upper, timeMs);
      return { code: "kinesis.merged", shards: `${lower.id} and ${upper.id}`, child: this.#childrenOf(lower) };
    }
    const { length: from } = this.#shards.open;
    this.#shards.resize(change.resize, timeMs);
    return { code: "kinesis.resized", ...change.why, from, to: change.resize };
  }

  #childrenOf({ index }: Shard): string {
    return this.#shards.children(index).map(shardIdOf).join(" and ");
  }

  save(): JsonValue {
    return (this.#change ?? null) as JsonValue;
  }

  restore(saved: JsonValue): void {
    this.#change = (saved ?? undefined) as Change | undefined;
  }
}
