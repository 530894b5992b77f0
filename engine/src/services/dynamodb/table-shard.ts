/** One shard of a table's stream: the changes of one partition, for some hours. */
import type { Finder, Keeper } from "../../sim/types.ts";
import { type SavedLog, ShardLog } from "../shards/shard-log.ts";

export interface SavedTableShard {
  readonly index: number;
  readonly partition: number;
  readonly parents: readonly number[];
  readonly createdMs: number;
  readonly closedMs: number | null;
  readonly log: SavedLog;
}

export class TableShard {
  readonly index: number;
  readonly partition: number;
  readonly parents: readonly number[];
  readonly createdMs: number;
  readonly id: string;
  closedMs: number | undefined;
  readonly log = new ShardLog();

  constructor(index: number, partition: number, parents: readonly number[], createdMs: number) {
    this.index = index;
    this.partition = partition;
    this.parents = parents;
    this.createdMs = createdMs;
    const mark = Math.imul(index + 1, 0x9e3779b1) >>> 0;
    this.id = `shardId-${String(index).padStart(20, "0")}-${mark.toString(16).padStart(8, "0")}`;
  }

  get isClosed(): boolean {
    return this.closedMs !== undefined;
  }

  get first(): number {
    return this.log.first;
  }

  get next(): number {
    return this.log.next;
  }

  save(keeper: Keeper): SavedTableShard {
    const { index, partition, parents, createdMs, closedMs = null } = this;
    return { index, partition, parents, createdMs, closedMs, log: this.log.save(keeper) };
  }

  static restored(
    { index, partition, parents, createdMs, closedMs, log }: SavedTableShard,
    finder: Finder,
  ): TableShard {
    const shard = new TableShard(index, partition, parents, createdMs);
    shard.closedMs = closedMs ?? undefined;
    shard.log.restore(log, finder);
    return shard;
  }
}
