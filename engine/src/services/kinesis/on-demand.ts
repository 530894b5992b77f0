/**
 * How an on-demand stream grows: it takes twice the highest rate that it has seen, and looks each minute. What a single
 * partition key may send stays what one shard takes.
 * https://docs.aws.amazon.com/streams/latest/dev/how-do-i-size-a-stream.html
 */
import {
  KINESIS_ON_DEMAND_MAX_SHARDS,
  KINESIS_WRITE_BYTES_PER_SECOND,
  KINESIS_WRITE_RECORDS_PER_SECOND,
} from "../../limits.ts";
import type { Reason } from "../../sim/types.ts";

const HEADROOM = 2;

/** What came in a minute, refused or not. */
export interface MinuteTraffic {
  readonly records: number;
  readonly bytes: number;
}

/** How many shards there should be; undefined where those that are open will do. */
export function wantedShards(
  open: number,
  { records, bytes }: MinuteTraffic,
): { readonly count: number; readonly why: Reason } | undefined {
  const perSecond = { records: records / 60, bytes: bytes / 60 };
  const peak = Math.max(
    perSecond.records / KINESIS_WRITE_RECORDS_PER_SECOND,
    perSecond.bytes / KINESIS_WRITE_BYTES_PER_SECOND,
  );
  // It grows by doubling, one change at a time.
  const count = Math.min(Math.ceil(HEADROOM * peak), open * 2, KINESIS_ON_DEMAND_MAX_SHARDS);
  if (count <= open) return undefined;
  const rounded = { records: Math.round(perSecond.records), bytes: Math.round(perSecond.bytes) };
  return { count, why: { code: "kinesis.scaled-on-demand", ...rounded } };
}
