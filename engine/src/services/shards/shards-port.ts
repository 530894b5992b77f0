/**
 * What a stream of shards offers to those who read it: event source mappings, pipes, delivery streams, consumer groups.
 * Kinesis streams, their enhanced fan-out consumers, DynamoDB streams and topics of Kafka have it. Who reads keeps its own positions.
 */
import type { JsonObject } from "../../json.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type { Address } from "../../sim/types.ts";
import type { ShardRecord } from "./shard-record.ts";

export type StartingPosition =
  | { readonly type: "TRIM_HORIZON" | "LATEST" }
  /** Milliseconds since the simulation began. */
  | { readonly type: "AT_TIMESTAMP"; readonly timeMs: number };

/** One shard; they are numbered from 0 in the order in which they came into being. */
export interface ShardView {
  readonly index: number;
  /** `shardId-000000000003`. */
  readonly id: string;
  /** The shards that it came of, as far as they are still there: their records come before its own. */
  readonly parents: readonly number[];
  /** Takes no more records. */
  readonly isClosed: boolean;
  /** Position of the oldest record that is kept, and of the one that comes next. */
  readonly first: number;
  readonly next: number;
}

/** What one read gave. */
export interface ShardReading {
  readonly records: readonly ShardRecord[];
  /** Where the next read goes on. */
  readonly position: number;
  /** Records between the position that was asked for and the oldest one that is kept: nobody will read them any more. */
  readonly missed: number;
  /** The shard is closed, and all of it has been read. */
  readonly isEnd: boolean;
}

export interface ShardsPort {
  /** The stream's. */
  readonly streamArn: string;
  readonly source: "kinesis" | "dynamodb" | "kafka";
  /** Records come by themselves, so long after they have arrived; undefined: the stream is to be polled. */
  readonly pushMs: number | undefined;
  /** How often an event source mapping or pipe polls each shard. */
  readonly pollMs: number;
  /** All that are still there, the oldest first; and one of them. */
  readonly shards: readonly ShardView[];
  shard(index: number): ShardView | undefined;
  /** The shards that were made of one. */
  children(shard: number): readonly number[];
  /** Up to so many records from a position on. Refused: throttled, or an outage. */
  read(shard: number, position: number, max: number): ShardReading | Refusal;
  /** After a read that gave nothing: one event to the address when a record comes, or the shard ends. */
  wait(shard: number, address: Address): void;
  stopWaiting(address: Address): void;
  positionOf(shard: number, start: StartingPosition): number;
  /** When the record at a position, or the oldest one behind it, arrived; undefined: it has not come yet. */
  arrivedMs(shard: number, position: number): number | undefined;
  sequenceNumberOf(shard: number, record: ShardRecord): string;
  /** A record as Lambda gets it in `Records`. */
  eventOf(shard: number, record: ShardRecord): JsonObject;
  /** The event of some records, where it is not `{ Records }`. */
  envelopeOf?(shard: number, records: readonly JsonObject[]): JsonObject;
}
