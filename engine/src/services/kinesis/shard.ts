/** One shard: a range of hash keys, its records, and what may be written and read in a second. */
import type { JsonValue } from "../../json.ts";
import {
  KINESIS_READ_BYTES_PER_SECOND,
  KINESIS_READ_CALLS_PER_SECOND,
  KINESIS_WRITE_BYTES_PER_SECOND,
  KINESIS_WRITE_RECORDS_PER_SECOND,
} from "../../limits.ts";
import type { Finder, Keeper, Reason } from "../../sim/types.ts";
import { SecondBudget, type SecondBudgetState } from "../shards/second-budget.ts";
import { type SavedLog, ShardLog } from "../shards/shard-log.ts";
import type { HashKeyRange } from "./hash-key.ts";
import { HeavyKeys } from "./heavy-keys.ts";

/** What does not change of a shard. */
export interface ShardOrigin {
  readonly index: number;
  readonly range: HashKeyRange;
  /** The shards that it was made of, by index: none, one of a split, two of a merge. */
  readonly parents: readonly number[];
  /** When it was made, milliseconds. */
  readonly createdMs: number;
}

export type SavedShard = ShardOrigin & {
  readonly closedMs: number | null;
  readonly log: SavedLog;
  readonly budgets: readonly SecondBudgetState[];
  readonly heavyKeys: JsonValue;
  readonly incoming: readonly [records: number, bytes: number];
};

export class Shard {
  readonly index: number;
  readonly range: HashKeyRange;
  readonly parents: readonly number[];
  readonly createdMs: number;
  readonly id: string;
  /** When it was split or merged; undefined: it is open. */
  closedMs: number | undefined;
  readonly log = new ShardLog();
  readonly writeRecords = new SecondBudget(KINESIS_WRITE_RECORDS_PER_SECOND);
  readonly writeBytes = new SecondBudget(KINESIS_WRITE_BYTES_PER_SECOND);
  readonly readCalls = new SecondBudget(KINESIS_READ_CALLS_PER_SECOND);
  readonly readBytes = new SecondBudget(KINESIS_READ_BYTES_PER_SECOND);
  /** Why a record comes in here; one object for all of them. */
  readonly arrival: Reason;
  /** Of what was to be put since the beginning of this minute. */
  readonly heavyKeys = new HeavyKeys();
  incomingRecords = 0;
  incomingBytes = 0;

  constructor({ index, range, parents, createdMs }: ShardOrigin) {
    this.index = index;
    this.range = range;
    this.parents = parents;
    this.createdMs = createdMs;
    this.id = shardIdOf(index);
    this.arrival = { code: "kinesis.arrived", shard: this.id };
  }

  get isClosed(): boolean {
    return this.closedMs !== undefined;
  }

  // The same as views of a shard have it.

  get first(): number {
    return this.log.first;
  }

  get next(): number {
    return this.log.next;
  }

  /** A new minute begins. */
  clearMinute(): void {
    this.heavyKeys.clear();
    this.incomingRecords = 0;
    this.incomingBytes = 0;
  }

  get #budgets(): readonly SecondBudget[] {
    return [this.writeRecords, this.writeBytes, this.readCalls, this.readBytes];
  }

  save(keeper: Keeper): SavedShard {
    const { index, range, parents, createdMs, closedMs = null } = this;
    return {
      index,
      range,
      parents,
      createdMs,
      closedMs,
      log: this.log.save(keeper),
      budgets: this.#budgets.map((budget) => budget.save()),
      heavyKeys: this.heavyKeys.save(),
      incoming: [this.incomingRecords, this.incomingBytes],
    };
  }

  static restored({ closedMs, log, budgets, heavyKeys, incoming, ...origin }: SavedShard, finder: Finder): Shard {
    const shard = new Shard(origin);
    shard.closedMs = closedMs ?? undefined;
    shard.log.restore(log, finder);
    for (const [index, budget] of shard.#budgets.entries()) budget.restore(budgets[index] as SecondBudgetState);
    shard.heavyKeys.restore(heavyKeys);
    [shard.incomingRecords, shard.incomingBytes] = incoming;
    return shard;
  }
}

export function shardIdOf(index: number): string {
  return `shardId-${String(index).padStart(12, "0")}`;
}

/** The number in a shard's id: the digits after the first dash, or all of it. Undefined where there is none. */
export function shardIndexOf(shardId: string): number | undefined {
  const digits = shardId.split("-")[1] || shardId;
  const index = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return index <= 0x7fff_ffff ? index : undefined;
}
