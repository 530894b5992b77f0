/**
 * How records get into a partition: its leader takes them, where enough replicas are in sync. What cannot be appended now the
 * producer holds, tries again, and gives up after a while, as Kafka's producers do.
 * https://kafka.apache.org/documentation/#producerconfigs_delivery.timeout.ms
 */
import { KAFKA_DELIVERY_TIMEOUT_MS, KAFKA_MAX_RETRY_PAUSE_MS, KAFKA_RETRY_PAUSE_MS } from "../../limits.ts";
import type { NodeContext } from "../../sim/types.ts";
import type { Partition } from "./partition.ts";
import type { LogRecord } from "./partition-log.ts";
import type { KafkaClusterPort } from "./ports.ts";
import type { TopicMeters } from "./topic-meters.ts";
import type { TopicSettings } from "./topic-settings.ts";

/** What appending has to do with the topic. */
export interface AppendingHost {
  readonly context: NodeContext;
  readonly settings: TopicSettings;
  readonly meters: TopicMeters;
  readonly partitions: readonly Partition[];
  readonly cluster: KafkaClusterPort | undefined;
  appended(partition: Partition, offset: number, record: LogRecord): void;
  lose(record: LogRecord, code: string): void;
}

export class Appending {
  readonly #host: AppendingHost;
  readonly #kind: number;
  /** The pause before the next attempt; 0 while nothing is held. */
  #pauseMs = 0;

  /** `kind`: of the event that it sets to try again. */
  constructor(host: AppendingHost, kind: number) {
    this.#host = host;
    this.#kind = kind;
  }

  get held(): number {
    return this.#host.partitions.reduce((sum, { pending }) => sum + pending.size, 0);
  }

  /** Appends a record, or holds it behind those that are held already. */
  add(partition: Partition, record: LogRecord): void {
    const why = partition.pending.size > 0 ? "kafka.behind" : this.#refusal(partition, record);
    if (why === undefined) this.#append(partition, record);
    else this.#hold(partition, record, why);
  }

  #append(partition: Partition, record: LogRecord): void {
    const { context, settings, meters } = this.#host;
    const appended = { ...record, timeMs: context.timeMs };
    const offset = partition.log.append(appended, settings);
    meters.sent.add(1);
    meters.bytesIn.add(record.bytes);
    this.#host.appended(partition, offset, appended);
  }

  #hold(partition: Partition, record: LogRecord, code: string): void {
    const { context, meters } = this.#host;
    if (record.acks === "0" && code !== "kafka.behind") {
      this.#host.lose(record, "kafka.not-acknowledged"); // sent, and nobody asked what became of it
      return;
    }
    partition.pending.push(record);
    meters.held.set(this.held);
    meters.retried.add(1);
    context.tell("held", record.message, { code, partition: partition.number });
    this.#plan();
  }

  /** Why a leader does not take a record now. */
  #refusal({ replicas, ingress }: Partition, { acks, bytes }: LogRecord): string | undefined {
    const { context, settings, cluster } = this.#host;
    const { faults, random, timeMs } = context;
    if (faults.outage || !replicas.isLed) return "kafka.no-leader";
    if (acks === "all" && replicas.inSync.length < settings.minInsyncReplicas) return "kafka.not-enough-replicas";
    if (faults.throttleRate > 0 && random.next() < faults.throttleRate) return "kafka.throttled";
    if (ingress?.take(timeMs, bytes) === false || cluster?.takeIn(bytes) === false) return "kafka.throttled";
    return undefined;
  }

  #plan(): void {
    const { context } = this.#host;
    if (this.#pauseMs > 0) return;
    this.#pauseMs = KAFKA_RETRY_PAUSE_MS;
    context.at(context.timeMs + this.#pauseMs, this.#kind);
  }

  /** It is time to try again: in each partition as far as it goes. */
  retry(): void {
    const { context, meters, partitions } = this.#host;
    for (const partition of partitions) this.#flush(partition);
    const { held } = this;
    meters.held.set(held);
    this.#pauseMs = held === 0 ? 0 : Math.min(KAFKA_MAX_RETRY_PAUSE_MS, this.#pauseMs * 2);
    if (held > 0) context.at(context.timeMs + this.#pauseMs, this.#kind);
  }

  #flush(partition: Partition): void {
    const { context, meters } = this.#host;
    const { pending } = partition;
    for (let record = pending.peek(); record !== undefined; record = pending.peek()) {
      const why = this.#refusal(partition, record);
      const isLate = record.timeMs + KAFKA_DELIVERY_TIMEOUT_MS <= context.timeMs;
      if (why !== undefined && !isLate) {
        meters.retried.add(1);
        return;
      }
      pending.shift();
      if (why === undefined) this.#append(partition, record);
      else this.#host.lose(record, "kafka.delivery-timeout");
    }
  }

  /** Records that went with a leader before they were acknowledged: their producers send them again. */
  takeBack(partition: Partition, records: readonly LogRecord[]): void {
    const { context, meters } = this.#host;
    for (const { message } of records)
      context.tell("held", message, { code: "kafka.sent-again", partition: partition.number });
    meters.retried.add(records.length);
    partition.holdAgain(records);
    meters.held.set(this.held);
    if (records.length > 0) this.#plan();
  }

  save(): number {
    return this.#pauseMs;
  }

  restore(pauseMs: number): void {
    this.#pauseMs = pauseMs;
  }
}
