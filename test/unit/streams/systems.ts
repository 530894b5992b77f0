/** Parts of systems of streams, and what stands in their shards. */
import type { JsonObject } from "../../../engine/src/json.ts";
import type { Ports } from "../../../engine/src/services/ports.ts";
import type { ShardRecord } from "../../../engine/src/services/shards/shard-record.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { arnOf } from "../sqs/systems.ts";

export const SOURCE = "Source";
export const streamArn = `arn:aws:kinesis:us-east-1:123456789012:stream/${SOURCE}`;
const tableArn = `arn:aws:dynamodb:us-east-1:123456789012:table/${SOURCE}`;
const tableStreamArn = `${tableArn}/stream/2026-01-01T00:00:00.000`;

export const functionArn = (id: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${id}`;
export const bucketArn = (id: string): string => `arn:aws:s3:::${id.toLowerCase()}`;

export const streamSystem = {
  failedArn: arnOf("Failed"),
  failed: { id: "Failed", type: "AWS::SQS::Queue", arn: arnOf("Failed"), properties: {} } as NodeSpec,

  stream(properties: JsonObject = {}, behavior: JsonObject = {}): NodeSpec {
    return { id: SOURCE, type: "AWS::Kinesis::Stream", arn: streamArn, properties, behavior };
  },

  table(partitions: number): NodeSpec {
    const properties = {
      KeySchema: [{ AttributeName: "k", KeyType: "HASH" }],
      StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" },
    };
    return { id: SOURCE, type: "AWS::DynamoDB::Table", arn: tableArn, properties, behavior: { partitions } };
  },

  /** Records `{"k": key, "n": number}` of so many keys, some of which come often. */
  producer(
    into: "stream" | "table",
    { arrivals, untilMs, keys }: { readonly arrivals: JsonObject; readonly untilMs: number; readonly keys: number },
  ): readonly NodeSpec[] {
    const messages = [{ body: `{"k":"k\${zipf(${keys})}","n":\${sequence}}`, partitionKey: `p\${zipf(${keys})}` }];
    const properties = { TargetArn: into === "stream" ? streamArn : tableArn, BatchSize: 2 };
    return [
      { id: "Writer", type: "Sluice::Producer", arn: "writer", properties, behavior: { arrivals, untilMs, messages } },
    ];
  },

  function(id: string, behavior: JsonObject): NodeSpec {
    return { id, type: "AWS::Lambda::Function", arn: functionArn(id), properties: { Timeout: 60 }, behavior };
  },

  mapping(properties: JsonObject, ofTable = false): NodeSpec {
    return {
      id: "Mapping",
      type: "AWS::Lambda::EventSourceMapping",
      arn: "mapping",
      properties: {
        ...properties,
        EventSourceArn: ofTable ? tableStreamArn : streamArn,
        FunctionName: functionArn("Reader"),
      },
    };
  },

  group(properties: JsonObject, behavior: JsonObject, ofTable = false): NodeSpec {
    const all = { ...properties, StreamArn: ofTable ? tableStreamArn : streamArn };
    return { id: "Group", type: "Sluice::KclApplication", arn: "group", properties: all, behavior };
  },
};

/** Records of a shard that was never trimmed, and the shard's index. */
export type Contents = readonly { readonly shard: number; readonly records: readonly ShardRecord[] }[];

export function contentsOf(simulation: Simulation): Contents {
  const { shards } = simulation.ports(SOURCE) as Ports;
  return shards.shards.map(({ index, next }) => {
    const { log } = shards.shard(index) as unknown as { readonly log: { at(position: number): ShardRecord } };
    return { shard: index, records: Array.from({ length: next }, (_, position) => log.at(position)) };
  });
}
