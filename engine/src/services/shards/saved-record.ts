/** Records that a reader has in hand, as plain data. */
import type { Finder, Keeper } from "../../sim/types.ts";
import type { ShardRecord } from "./shard-record.ts";

export type SavedRecord = readonly [
  message: number,
  partitionKey: string,
  position: number,
  timeMs: number,
  bytes: number,
];

export function saveRecord(
  { message, partitionKey, position, timeMs, bytes }: ShardRecord,
  keeper: Keeper,
): SavedRecord {
  return [keeper.keep(message), partitionKey, position, timeMs, bytes];
}

export function restoreRecord(
  [message, partitionKey, position, timeMs, bytes]: SavedRecord,
  finder: Finder,
): ShardRecord {
  return { message: finder.find(message), partitionKey, position, timeMs, bytes };
}
