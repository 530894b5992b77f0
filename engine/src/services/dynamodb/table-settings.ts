/**
 * What a table goes by, as far as its stream is concerned.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { numberOf } from "../settings.ts";

export type StreamViewType = "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";

export interface TableSettings {
  readonly partitionKey: string;
  readonly sortKey: string | undefined;
  /** Undefined: the table has no stream. */
  readonly viewType: StreamViewType | undefined;
  /** A Kinesis stream that gets its changes. */
  readonly kinesisArn: string | undefined;
  /** Partitions that it begins with, each with a shard of the stream. */
  readonly partitions: number;
}

export interface TableBehavior {
  readonly partitions?: number;
}

/** What one partition takes of each kind of capacity. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html */
const READ_UNITS_OF_PARTITION = 3_000;
const WRITE_UNITS_OF_PARTITION = 1_000;
/** A new on-demand table takes 4,000 writes and 12,000 reads a second. */
const ON_DEMAND_PARTITIONS = 4;

/** Where a template says nothing, as SAM's SimpleTable. */
const DEFAULT_KEY = "id";

export function tableSettingsOf(properties: JsonObject, behavior: JsonObject | undefined): TableSettings {
  const { partitions } = (behavior ?? {}) as TableBehavior;
  const schema = list(properties.KeySchema).filter(isObject);
  const keyOf = (type: string): string | undefined => {
    const name = schema.find(({ KeyType }) => KeyType === type)?.AttributeName;
    return typeof name === "string" ? name : undefined;
  };
  const stream = objectOf(properties.StreamSpecification);
  const kinesisArn = objectOf(properties.KinesisStreamSpecification).StreamArn;
  return {
    partitionKey: keyOf("HASH") ?? DEFAULT_KEY,
    sortKey: keyOf("RANGE"),
    viewType: viewTypeOf(stream),
    kinesisArn: typeof kinesisArn === "string" ? kinesisArn : undefined,
    partitions: partitions ?? partitionsOf(properties),
  };
}

/** A global table has a stream, whether it says so or not. */
function viewTypeOf({ StreamViewType: viewType, StreamEnabled }: JsonObject): StreamViewType | undefined {
  if (String(StreamEnabled) === "false") return undefined;
  return typeof viewType === "string" ? (viewType as StreamViewType) : undefined;
}

function partitionsOf({ BillingMode, ProvisionedThroughput }: JsonObject): number {
  if (BillingMode === "PAY_PER_REQUEST") return ON_DEMAND_PARTITIONS;
  const { ReadCapacityUnits, WriteCapacityUnits } = objectOf(ProvisionedThroughput);
  const reads = numberOf(ReadCapacityUnits, 0) / READ_UNITS_OF_PARTITION;
  const writes = numberOf(WriteCapacityUnits, 0) / WRITE_UNITS_OF_PARTITION;
  return Math.max(1, Math.ceil(reads + writes));
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
