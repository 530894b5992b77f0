/** What the members of a consumer group share, and what the events of a group are. */
import type { NodeContext } from "../../sim/types.ts";
import type { GroupMeters } from "./group-meters.ts";
import type { GroupOffsets } from "./group-offsets.ts";
import type { GroupSettings } from "./group-settings.ts";
import type { KafkaRecord } from "./ports.ts";

/** A member is ready to join; there may be records; the one in hand is done, or is tried again; a commit is due. */
export const READY = 0;
export const DATA = 1;
export const DONE = 2;
export const AGAIN = 3;
export const COMMIT = 4;
/** It may have worked for too long; its time to finish is over; it hears of a rebalance; its session is over. */
export const WATCH = 5;
export const STOP = 6;
export const HEARTBEAT = 7;
export const SESSION = 8;
/** Of the group: everybody has joined, or nobody is waited for any longer. */
export const JOINED = 9;
export const TIMEOUT = 10;

export interface GroupHost {
  readonly context: NodeContext;
  readonly settings: GroupSettings;
  readonly meters: GroupMeters;
  readonly offsets: GroupOffsets;
  /** Whether the group's cluster answers. */
  readonly isReachable: boolean;
}

/** A record in hand, with the group's number of its partition. */
export interface InHand {
  readonly number: number;
  readonly record: KafkaRecord;
}
