/**
 * Subscriptions of enhanced fan-out consumers: for five minutes, whatever comes to the shard is handed on.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_SubscribeToShard.html
 */
import { type JsonObject, objectOf } from "../../../json.ts";
import { KINESIS_ITERATOR_MS, KINESIS_READ_MAX_RECORDS } from "../../../limits.ts";
import { isRefusal } from "../../../refusals/refusal.ts";
import { type Answer, text } from "../../requests.ts";
import { noConsumer, streamNameOf } from "../errors.ts";
import type { Stream } from "../stream.ts";
import { positionOf, shardToRead } from "./iterators.ts";
import { recordIn } from "./record-actions.ts";
import type { KinesisWorld } from "./world.ts";

interface Subscription {
  readonly stream: Stream;
  readonly shard: number;
  readonly untilMs: number;
  position: number;
}

export class Subscriptions {
  readonly #world: KinesisWorld;
  readonly #all: Subscription[] = [];

  constructor(world: KinesisWorld) {
    this.#world = world;
  }

  begin(request: JsonObject): Answer {
    const consumerArn = text(request, "ConsumerARN") ?? "";
    const [streamArn = ""] = consumerArn.split("/consumer/");
    const stream = this.#world.find(streamArn);
    const isThere = this.#world.consumers(streamArn).some(({ arn }) => arn === consumerArn);
    if (stream === undefined || !isThere) return noConsumer(consumerArn);
    const shard = shardToRead(text(request, "ShardId") ?? "", stream, streamNameOf(streamArn));
    if (isRefusal(shard)) return shard;
    const start = objectOf(request.StartingPosition);
    const fields = { type: "Type", sequenceNumber: "SequenceNumber" } as const;
    const position = positionOf(stream, shard, start, fields, this.#world);
    if (isRefusal(position)) return position;
    const untilMs = this.#world.timeMs + KINESIS_ITERATOR_MS;
    this.#all.push({ stream, shard: shard.index, untilMs, position });
    return { SubscriptionId: String(this.#all.length) };
  }

  events(subscriptionId: string): readonly JsonObject[] {
    const subscription = this.#all[Number(subscriptionId) - 1];
    if (subscription === undefined) return [];
    const { stream, shard, untilMs } = subscription;
    const log = stream.shardMap.get(shard)?.log;
    const records: JsonObject[] = [];
    for (let record = log?.at(subscription.position); record !== undefined; record = log?.at(subscription.position)) {
      if (record.timeMs > untilMs || records.length >= KINESIS_READ_MAX_RECORDS) break;
      records.push(recordIn(stream, shard, record, this.#world.epochMs - this.#world.timeMs));
      subscription.position += 1;
    }
    return records.length === 0 ? [] : [{ Records: records, MillisBehindLatest: 0 }];
  }
}
