/**
 * Reads of one shard, within what it gives in a second.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_GetRecords.html
 */
import { KINESIS_READ_MAX_BYTES, KINESIS_READ_MAX_RECORDS } from "../../limits.ts";
import type { SecondBudget } from "../shards/second-budget.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import type { ShardReading } from "../shards/shards-port.ts";
import type { Shard } from "./shard.ts";

/** What a reader may have: calls and bytes a second. A subscription has no calls. */
export interface ReadBudget {
  readonly calls?: SecondBudget;
  readonly bytes: SecondBudget;
}

/** Undefined: throttled. */
export function readShard(
  shard: Shard,
  position: number,
  max: number,
  { calls, bytes }: ReadBudget,
  timeMs: number,
): ShardReading | undefined {
  if (calls?.allows(timeMs, 1) === false || bytes.left(timeMs) <= 0) return undefined;
  calls?.use(1);
  const { log } = shard;
  const from = Math.max(position, log.first);
  const until = Math.min(log.next, from + Math.min(max, KINESIS_READ_MAX_RECORDS));
  const records: ShardRecord[] = [];
  let size = 0;
  for (let at = from; at < until; at++) {
    const record = log.at(at) as ShardRecord;
    size += record.bytes;
    if (size > KINESIS_READ_MAX_BYTES && records.length > 0) {
      size -= record.bytes;
      break;
    }
    records.push(record);
  }
  bytes.use(size);
  const next = from + records.length;
  return { records, position: next, missed: from - position, isEnd: shard.isClosed && next >= log.next };
}
