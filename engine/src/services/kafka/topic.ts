/**
 * A topic of Kafka: records in partitions, each with its order, kept for a while whether they are read or not.
 * https://kafka.apache.org/documentation/#intro_concepts_and_terms
 */
import type { JsonObject } from "../../json.ts";
import { KAFKA_RETENTION_CHECK_MS } from "../../limits.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type {
  Address,
  Finder,
  Keeper,
  Message,
  NodeContext,
  NodeSpec,
  NodeState,
  SimEvent,
  SimNode,
} from "../../sim/types.ts";
import { utf8Length } from "../../text/utf8.ts";
import { refuseLoop } from "../loops.ts";
import { type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";
import { Appending, type AppendingHost } from "./appending.ts";
import { type TopicBehavior, topicBehaviorOf } from "./behavior.ts";
import { clusterOf } from "./completing.ts";
import { Partition, type SavedPartition } from "./partition.ts";
import type { LogRecord } from "./partition-log.ts";
import { Partitioner, type PartitionerState } from "./partitioner.ts";
import type { BrokerWatcher, Fetched, KafkaClusterPort, KafkaTopicPort, TopicWatcher } from "./ports.ts";
import type { LeaderChange } from "./replicas.ts";
import { TopicMeters } from "./topic-meters.ts";
import { type TopicSettings, topicSettingsOf } from "./topic-settings.ts";
import { TopicShards } from "./topic-shards.ts";

/** The events that it sets: held records are tried again; records are readable; a broker has caught up; retention. */
const RETRY = 0;
const READABLE = 1;
const CAUGHT_UP = 2;
const EXPIRE = 3;

export class KafkaTopic implements SimNode, TargetPort, KafkaTopicPort, BrokerWatcher, AppendingHost {
  readonly ports: Partial<Ports>;
  readonly context: NodeContext;
  readonly settings: TopicSettings;
  readonly meters: TopicMeters;
  readonly clusterArn: string;
  readonly partitions: readonly Partition[];
  readonly #behavior: Required<TopicBehavior>;
  readonly #partitioner: Partitioner;
  readonly #appending: Appending;
  readonly #watchers: TopicWatcher[] = [];
  /** Times for which an event is set: that something may be read, that something expires; Infinity where none is. */
  readonly #readableMs: number[];
  #expiresMs = Number.POSITIVE_INFINITY;

  constructor(context: NodeContext, { properties, behavior }: NodeSpec) {
    const cluster = clusterOf(properties);
    this.context = context;
    this.clusterArn = String(properties.ClusterArn ?? "");
    this.settings = topicSettingsOf(properties, cluster);
    this.meters = new TopicMeters(context);
    this.#behavior = topicBehaviorOf(behavior);
    const { partitions, replicationFactor } = this.settings;
    this.partitions = Array.from({ length: partitions }, (_, number) => {
      return new Partition(number, replicationFactor, this.#behavior.replicationMs, cluster);
    });
    this.#readableMs = this.partitions.map(() => Number.POSITIVE_INFINITY);
    this.#partitioner = new Partitioner(partitions, context.random);
    this.#appending = new Appending(this, RETRY);
    this.ports = { target: this, kafkaTopic: this, shards: new TopicShards(this, context) };
  }

  start(): void {
    this.cluster?.join(this);
  }

  get id(): string {
    return this.context.id;
  }

  get cluster(): KafkaClusterPort | undefined {
    return portOf(this.context, this.clusterArn, "kafkaCluster");
  }

  #partition(number: number): Partition {
    const partition = this.partitions[number];
    if (partition === undefined) throw new Error(`${this.context.id} has no partition ${number}`);
    return partition;
  }

  // --- writing

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const { context } = this;
    const { body = cause?.body ?? "", partitionKey: key, from } = delivery;
    const attributes = delivery.attributes ?? (delivery.body === undefined ? cause?.attributes : undefined);
    const bytes = utf8Length(body) + utf8Length(key ?? "");
    const refused = bytes > this.settings.maxMessageBytes ? this.#tooLarge(bytes) : refuseLoop(context, cause);
    if (refused !== undefined) return refused;
    const message = context.newMessage(body, attributes, cause);
    context.entered(1);
    const isAvailable = (partition: number): boolean => this.#partition(partition).replicas.isLed;
    const partition = this.#partition(this.#partitioner.partitionOf(key, from, bytes, isAvailable));
    const { acks } = this.#behavior;
    this.#appending.add(partition, { message, key, bytes, acks, timeMs: context.timeMs });
    return undefined;
  }

  #tooLarge(bytes: number): Refusal {
    this.meters.refused.add(1);
    const text = `The message is ${bytes} bytes when serialized which is larger than ${this.settings.maxMessageBytes}.`;
    return refusal("RecordTooLargeException", text);
  }

  appended(partition: Partition, offset: number, { message, timeMs }: LogRecord): void {
    this.context.tell("arrived", message, { code: "kafka.appended", partition: partition.number, offset });
    this.meters.records.set(this.meters.records.value + 1);
    for (const watcher of this.#watchers) watcher.appended(this, partition.number, offset);
    this.#serveWaiters(partition);
    const { retentionMs, retentionBytes } = this.settings;
    this.#planExpiry(Number.isFinite(retentionBytes) ? timeMs : timeMs + retentionMs);
  }

  lose({ message }: LogRecord, code: string): void {
    this.meters.lost.add(1);
    this.context.tell("lost", message, { code });
    this.context.left(1);
  }

  // --- reading

  fetch(number: number, offset: number, max: number): Fetched {
    const { log, replicas } = this.#partition(number);
    const end = replicas.readable(this.context.timeMs);
    const from = Math.min(Math.max(offset, log.start), end);
    if (this.context.faults.outage || !replicas.isLed) return { from: offset, records: [] };
    const records = Array.from({ length: Math.min(max, end - from) }, (_, index) => {
      const record = log.at(from + index);
      if (record === undefined) throw new Error(`${this.context.id}: offset ${from + index} should be there`);
      const { message, key, timeMs, bytes } = record;
      this.meters.bytesOut.add(bytes);
      return { message, partition: number, offset: from + index, key, timeMs, bytes };
    });
    this.meters.read.add(records.length);
    return { from, records };
  }

  earliest(number: number): number {
    return this.#partition(number).log.start;
  }

  latest(number: number): number {
    return this.#partition(number).replicas.readable(this.context.timeMs);
  }

  timeOf(number: number, offset: number): number | undefined {
    return this.#partition(number).log.at(offset)?.timeMs;
  }

  offsetAt(number: number, timeMs: number): number {
    let [low, high] = [this.earliest(number), this.latest(number)];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.timeOf(number, middle) ?? 0) < timeMs) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  wait(number: number, offset: number, address: Address): void {
    const partition = this.#partition(number);
    partition.addWaiter(offset, address);
    this.#serveWaiters(partition);
  }

  stopWaiting(address: Address): void {
    for (const partition of this.partitions) partition.removeWaiter(address);
  }

  watch(watcher: TopicWatcher): void {
    if (!this.#watchers.includes(watcher)) this.#watchers.push(watcher);
  }

  /** Calls those who wait, as soon as the in-sync replicas have what they wait for. */
  #serveWaiters(partition: Partition): void {
    const { context } = this;
    const { number, replicas } = partition;
    if (partition.waiting === 0 || context.faults.outage || !replicas.isLed) return;
    for (const address of partition.takeWaiters(this.latest(number))) context.send(address);
    const nextMs = partition.waiting === 0 ? undefined : replicas.nextReadableMs(context.timeMs);
    if (nextMs === undefined || nextMs >= (this.#readableMs[number] ?? 0)) return;
    this.#readableMs[number] = nextMs;
    context.at(nextMs, READABLE, number);
  }

  // --- brokers

  brokerStopped(broker: number): void {
    for (const { replicas } of this.partitions) replicas.stop(broker, this.context.timeMs);
    this.#measure();
  }

  brokerFenced(broker: number): void {
    const { cluster } = this;
    const election = {
      isUp: (each: number): boolean => cluster?.isBrokerUp(each) ?? true,
      isUncleanAllowed: this.settings.isUncleanElection,
      nowMs: this.context.timeMs,
    };
    for (const partition of this.partitions) this.#changed(partition, partition.replicas.fence(broker, election));
    this.#goOn();
  }

  brokerStarted(broker: number): void {
    const { isUncleanElection } = this.settings;
    for (const partition of this.partitions) {
      this.#changed(partition, partition.replicas.start(broker, isUncleanElection));
    }
    this.context.at(this.context.timeMs + this.#behavior.catchUpMs, CAUGHT_UP, broker);
    this.#goOn();
  }

  preferLeaders(): void {
    for (const partition of this.partitions) this.#changed(partition, partition.replicas.prefer());
  }

  faultChanged(): void {
    this.#goOn();
  }

  /** What waited for brokers goes on. */
  #goOn(): void {
    this.#measure();
    for (const partition of this.partitions) this.#serveWaiters(partition);
  }

  #changed(partition: Partition, change: LeaderChange | undefined): void {
    if (change === undefined) return;
    const { number, log } = partition;
    const { from, to, isUnclean, end } = change;
    this.meters.elections.add(1);
    const code = to === undefined ? "kafka.leaderless" : "kafka.leader";
    this.context.tell("leaderChanged", undefined, { code, partition: number, from, to });
    const cut = log.truncate(end);
    if (cut.length > 0) for (const watcher of this.#watchers) watcher.truncated(this, number, end);
    this.meters.records.set(this.meters.records.value - cut.length);
    const isAgain = ({ acks }: LogRecord): boolean => acks === "all" && !isUnclean;
    for (const record of cut) if (!isAgain(record)) this.lose(record, isUnclean ? "kafka.unclean" : "kafka.truncated");
    this.#appending.takeBack(partition, cut.filter(isAgain));
  }

  #measure(): void {
    const { replicationFactor } = this.settings;
    this.meters.underReplicated.set(
      this.partitions.filter(({ replicas }) => replicas.inSync.length < replicationFactor).length,
    );
    this.meters.offline.set(this.partitions.filter(({ replicas }) => !replicas.isLed).length);
  }

  // --- time

  handle({ kind, ref }: SimEvent): void {
    if (kind === RETRY) this.#appending.retry();
    else if (kind === EXPIRE) this.#expire();
    else if (kind === CAUGHT_UP) {
      if (this.cluster?.isBrokerUp(ref) === false) return;
      for (const { replicas } of this.partitions) replicas.caughtUp(ref);
      this.#goOn();
    } else {
      this.#readableMs[ref] = Number.POSITIVE_INFINITY;
      this.#serveWaiters(this.#partition(ref));
    }
  }

  /** Retention is looked at now and then, not when the time is over to the millisecond. */
  #planExpiry(timeMs: number): void {
    const checkedMs = Math.ceil(timeMs / KAFKA_RETENTION_CHECK_MS) * KAFKA_RETENTION_CHECK_MS;
    if (checkedMs >= this.#expiresMs) return;
    this.#expiresMs = checkedMs;
    this.context.atIdle(checkedMs, EXPIRE);
  }

  #expire(): void {
    const { context, settings, meters } = this;
    this.#expiresMs = Number.POSITIVE_INFINITY;
    for (const { number, log, replicas } of this.partitions) {
      for (const { message } of log.expire(context.timeMs, settings)) {
        meters.deleted.add(1);
        context.tell("expired", message, { code: "kafka.expired", partition: number });
        context.left(1);
      }
      replicas.logStartsAt(log.start);
      this.#planExpiry(Math.max(log.expiresMs(settings), context.timeMs + 1));
    }
    meters.records.set(this.inside() - this.#appending.held);
  }

  // --- for the kernel

  inside(): number {
    return this.#appending.held + this.partitions.reduce((sum, { log }) => sum + log.end - log.start, 0);
  }

  view(): JsonObject {
    const partitions = this.partitions.map(({ number, log, replicas, pending }) => {
      const { leader = null, inSync } = replicas;
      return { number, start: log.start, end: log.end, leader, inSync, held: pending.size };
    });
    return { partitions };
  }

  save(keeper: Keeper): SavedTopic {
    return {
      partitions: this.partitions.map((partition) => partition.save(keeper)),
      partitioner: this.#partitioner.save(),
      pauseMs: this.#appending.save(),
      readableMs: this.#readableMs.map((timeMs) => (Number.isFinite(timeMs) ? timeMs : null)),
      expiresMs: Number.isFinite(this.#expiresMs) ? this.#expiresMs : null,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { partitions, partitioner, pauseMs, readableMs, expiresMs } = saved as SavedTopic;
    for (const [index, partition] of this.partitions.entries()) {
      const state = partitions[index];
      if (state !== undefined) partition.restore(state, finder);
      this.#readableMs[index] = readableMs[index] ?? Number.POSITIVE_INFINITY;
    }
    this.#partitioner.restore(partitioner);
    this.#appending.restore(pauseMs);
    this.#expiresMs = expiresMs ?? Number.POSITIVE_INFINITY;
    this.start();
  }
}

interface SavedTopic {
  readonly partitions: readonly SavedPartition[];
  readonly partitioner: PartitionerState;
  readonly pauseMs: number;
  readonly readableMs: readonly (number | null)[];
  readonly expiresMs: number | null;
}
