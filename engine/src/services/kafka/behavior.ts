/**
 * What a topic's surroundings do that no configuration of it says: what its producers ask for, and how far its replicas
 * are behind each other.
 * https://kafka.apache.org/documentation/#producerconfigs_acks
 */
import type { JsonObject } from "../../json.ts";
import type { Acks } from "./partition-log.ts";

export interface TopicBehavior {
  /** How many replicas must have a record before its producer is content. Default "all". */
  readonly acks?: Acks;
  /** How far followers are behind their leader, milliseconds. Default 5. */
  readonly replicationMs?: number;
  /** How long a broker that comes back takes until it has everything again, milliseconds. Default 10,000. */
  readonly catchUpMs?: number;
}

const USUAL: Required<TopicBehavior> = { acks: "all", replicationMs: 5, catchUpMs: 10_000 };

export function topicBehaviorOf(behavior: JsonObject | undefined): Required<TopicBehavior> {
  return { ...USUAL, ...(behavior as TopicBehavior | undefined) };
}
