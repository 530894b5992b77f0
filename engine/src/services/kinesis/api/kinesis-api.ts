/**
 * The Kinesis Data Streams API: AWS's requests in, AWS's responses or errors out, as the JSON of the SDKs has them.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html
 */
import type { JsonObject } from "../../../json.ts";
import { refusal } from "../../../refusals/refusal.ts";
import { type Answer, text } from "../../requests.ts";
import { noShard, noStream, streamNameOf } from "../errors.ts";
import { shardIndexOf } from "../shard.ts";
import type { Stream } from "../stream.ts";
import { refuseRequest } from "./constraints.ts";
import { deregisterStreamConsumer, listStreamConsumers, registerStreamConsumer } from "./consumer-actions.ts";
import { getRecords, getShardIterator, putRecord, putRecords } from "./record-actions.ts";
import {
  changeRetention,
  createStream,
  deleteStream,
  describeStream,
  listShards,
  updateShardCount,
} from "./stream-actions.ts";
import { Subscriptions } from "./subscriptions.ts";
import { type KinesisWorld, streamArnOf } from "./world.ts";

type StreamAction = (stream: Stream, request: JsonObject, world: KinesisWorld) => Answer;

/** Actions on the stream that StreamName or StreamARN names. */
const STREAM_ACTIONS: Readonly<Record<string, StreamAction>> = {
  PutRecord: putRecord,
  PutRecords: putRecords,
  DescribeStream: describeStream,
  ListShards: listShards,
  DeleteStream: deleteStream,
  SplitShard: (stream, request) => {
    return stream.reshards.split(text(request, "ShardToSplit") ?? "", text(request, "NewStartingHashKey")) ?? {};
  },
  MergeShards: (stream, request) => {
    const [lower = "", upper = ""] = [text(request, "ShardToMerge"), text(request, "AdjacentShardToMerge")];
    return stream.reshards.merge(lower, upper) ?? {};
  },
  UpdateShardCount: updateShardCount,
  IncreaseStreamRetentionPeriod: (stream, request) => changeRetention(stream, request, "longer"),
  DecreaseStreamRetentionPeriod: (stream, request) => changeRetention(stream, request, "shorter"),
  RegisterStreamConsumer: registerStreamConsumer,
  DeregisterStreamConsumer: deregisterStreamConsumer,
  ListStreamConsumers: listStreamConsumers,
};

/** Fields whose shard ids are read before the stream is looked for. */
const SHARD_FIELDS = ["ShardToSplit", "ShardToMerge", "AdjacentShardToMerge"] as const;

export class KinesisApi {
  readonly #world: KinesisWorld;
  readonly #subscriptions: Subscriptions;
  #iterators = 0;

  constructor(world: KinesisWorld) {
    this.#world = world;
    this.#subscriptions = new Subscriptions(world);
  }

  /** `action`: "PutRecord", ... Of SubscribeToShard's events, `subscriptionEvents` tells. */
  call(action: string, request: JsonObject): Answer {
    const refused = refuseRequest(action, request);
    if (refused !== undefined) return refused;
    const world = this.#world;
    switch (action) {
      case "CreateStream":
        return createStream(world, request);
      case "GetShardIterator":
        return getShardIterator(world, request, this.#nextIterator());
      case "GetRecords":
        return getRecords(world, request, this.#nextIterator());
      case "SubscribeToShard":
        return this.#subscriptions.begin(request);
      default:
        return this.#onStream(action, request);
    }
  }

  #nextIterator(): number {
    this.#iterators += 1;
    return this.#iterators;
  }

  #onStream(action: string, request: JsonObject): Answer {
    const act = Object.hasOwn(STREAM_ACTIONS, action) ? STREAM_ACTIONS[action] : undefined;
    if (act === undefined) return refusal("UnknownOperationException", "");
    const name = streamNameOf(streamArnOf(text(request, "StreamARN") ?? text(request, "StreamName") ?? ""));
    const unread = SHARD_FIELDS.map((field) => text(request, field)).find((id) => {
      return id !== undefined && shardIndexOf(id) === undefined;
    });
    if (unread !== undefined) return noShard(unread, name);
    const stream = this.#world.find(name.name);
    return stream === undefined ? noStream(name) : act(stream, request, this.#world);
  }

  /** What a subscription has given since it was asked the last time: SubscribeToShardEvents. */
  subscriptionEvents(subscriptionId: string): readonly JsonObject[] {
    return this.#subscriptions.events(subscriptionId);
  }
}
