/**
 * A topic of Kafka for those who read streams of shards: each partition is one. Event source mappings, pipes and delivery streams
 * read it so.
 * https://docs.aws.amazon.com/lambda/latest/dg/with-msk.html
 */
import type { JsonObject } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Address, NodeContext } from "../../sim/types.ts";
import { base64Encode } from "../../text/base64.ts";
import { utf8Encode } from "../../text/utf8.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import type { ShardReading, ShardsPort, ShardView, StartingPosition } from "../shards/shards-port.ts";
import type { KafkaTopicPort } from "./ports.ts";

export class TopicShards implements ShardsPort {
  readonly source = "kafka";
  /** Brokers answer a fetch as soon as there is something. */
  readonly pushMs = 0;
  readonly pollMs = 0;
  readonly #topic: KafkaTopicPort;
  readonly #context: NodeContext;

  constructor(topic: KafkaTopicPort, context: NodeContext) {
    this.#topic = topic;
    this.#context = context;
  }

  get streamArn(): string {
    return this.#topic.clusterArn;
  }

  get shards(): readonly ShardView[] {
    return Array.from({ length: this.#topic.settings.partitions }, (_, index) => this.shard(index));
  }

  /** `orders-3`, as events name partitions. */
  shard(index: number): ShardView {
    const { settings } = this.#topic;
    const [first, next] = [this.#topic.earliest(index), this.#topic.latest(index)];
    return { index, id: `${settings.name}-${index}`, parents: [], isClosed: false, first, next };
  }

  children(): readonly number[] {
    return [];
  }

  read(partition: number, position: number, max: number): ShardReading | Refusal {
    if (this.#context.faults.outage) return UNREACHABLE;
    const { from, records } = this.#topic.fetch(partition, position, max);
    return {
      records: records.map(({ message, offset, key = "", timeMs, bytes }): ShardRecord => {
        return { message, partitionKey: key, position: offset, timeMs, bytes };
      }),
      position: from + records.length,
      missed: Math.max(0, from - position),
      isEnd: false,
    };
  }

  wait(partition: number, address: Address): void {
    this.#topic.wait(partition, this.#topic.latest(partition), address);
  }

  stopWaiting(address: Address): void {
    this.#topic.stopWaiting(address);
  }

  positionOf(partition: number, start: StartingPosition): number {
    if (start.type === "AT_TIMESTAMP") return this.#topic.offsetAt(partition, start.timeMs);
    return start.type === "LATEST" ? this.#topic.latest(partition) : this.#topic.earliest(partition);
  }

  arrivedMs(partition: number, position: number): number | undefined {
    return this.#topic.timeOf(partition, Math.max(position, this.#topic.earliest(partition)));
  }

  sequenceNumberOf(_partition: number, { position }: ShardRecord): string {
    return String(position);
  }

  eventOf(partition: number, { message, partitionKey, position, timeMs }: ShardRecord): JsonObject {
    const startMs = this.#context.epochMs - this.#context.timeMs;
    return {
      topic: this.#topic.settings.name,
      partition,
      offset: position,
      timestamp: startMs + timeMs,
      timestampType: "CREATE_TIME",
      ...(partitionKey !== "" && { key: base64Encode(utf8Encode(partitionKey)) }),
      value: base64Encode(utf8Encode(message.body)),
      headers: [],
    };
  }

  /** Records of a topic do not stand in `Records`, but under the name of their partition. */
  envelopeOf(partition: number, records: readonly JsonObject[]): JsonObject {
    const { streamArn } = this;
    const isOwn = streamArn.startsWith("arn:");
    return {
      eventSource: isOwn ? "aws:kafka" : "SelfManagedKafka",
      ...(isOwn && { eventSourceArn: streamArn }),
      bootstrapServers: isOwn ? `b-1.${streamArn.split("/")[1] ?? ""}:9098` : streamArn,
      records: { [this.shard(partition).id]: records },
    };
  }
}

const UNREACHABLE = refusal("UnknownTopicOrPartitionException", "No broker of the topic answers.");
