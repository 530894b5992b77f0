/** What Kafka's nodes ask of each other. */
import type { Address, Message } from "../../sim/types.ts";
import type { ClusterSettings } from "./cluster-settings.ts";
import type { TopicSettings } from "./topic-settings.ts";

/** A record as consumers get it. */
export interface KafkaRecord {
  readonly message: Message;
  readonly partition: number;
  readonly offset: number;
  readonly key: string | undefined;
  readonly bytes: number;
  /** When it was appended, milliseconds since the simulation began. */
  readonly timeMs: number;
}

export interface Fetched {
  /** The offset of the first record, or where reading goes on: another one than was asked for where that is not there. */
  readonly from: number;
  readonly records: readonly KafkaRecord[];
}

/** A topic, for those who read it. */
export interface KafkaTopicPort {
  /** Logical id. */
  readonly id: string;
  readonly settings: TopicSettings;
  readonly clusterArn: string;
  /** Records of a partition from an offset on, as far as they may be read; none while nobody leads it. */
  fetch(partition: number, offset: number, max: number): Fetched;
  /** The oldest offset that is kept, and the end of what may be read. */
  earliest(partition: number): number;
  latest(partition: number): number;
  /** The first offset at or after a time, milliseconds since the simulation began. */
  offsetAt(partition: number, timeMs: number): number;
  /** When the record of an offset was appended; undefined where there is none. */
  timeOf(partition: number, offset: number): number | undefined;
  /** Sends one event to the address as soon as there may be something to read from an offset on. */
  wait(partition: number, offset: number, address: Address): void;
  stopWaiting(address: Address): void;
  /** Whoever counts what is still to be read is told of each record. */
  watch(watcher: TopicWatcher): void;
}

export interface TopicWatcher {
  appended(topic: KafkaTopicPort, partition: number, offset: number): void;
  /** Records from `end` on are gone, with a broker that alone had them. */
  truncated(topic: KafkaTopicPort, partition: number, end: number): void;
}

/** A cluster, for its topics and those who read them. */
export interface KafkaClusterPort {
  readonly settings: ClusterSettings;
  /** Whether any broker is there. */
  readonly isUp: boolean;
  /** From now on a topic hears of its brokers. */
  join(topic: BrokerWatcher): void;
  isBrokerUp(broker: number): boolean;
  /** Whether the quota of a serverless cluster lets so many bytes in. */
  takeIn(bytes: number): boolean;
}

export interface BrokerWatcher {
  brokerStopped(broker: number): void;
  /** The controller has noticed that a broker is gone. */
  brokerFenced(broker: number): void;
  brokerStarted(broker: number): void;
  /** Leadership goes back to where it is to be. */
  preferLeaders(): void;
}
