/** What stands in a shard, of Kinesis as of a DynamoDB stream. */
import type { Message } from "../../sim/types.ts";

export interface ShardRecord {
  readonly message: Message;
  readonly partitionKey: string;
  /** Its place in the shard, from 0, without gaps. */
  readonly position: number;
  /** When it arrived, milliseconds. */
  readonly timeMs: number;
  /** As the limits of reading count it. */
  readonly bytes: number;
}
