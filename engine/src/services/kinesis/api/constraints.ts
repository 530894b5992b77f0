/**
 * What the model of the Kinesis API allows of the fields of requests, and what AWS says of the rest.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_Operations.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../../json.ts";
import { KINESIS_READ_MAX_RECORDS } from "../../../limits.ts";
import type { Refusal } from "../../../refusals/refusal.ts";
import { base64Decode } from "../../../text/base64.ts";
import { notAllowed } from "../errors.ts";

interface Constraint {
  readonly required?: true;
  readonly pattern?: string;
  readonly values?: readonly string[];
  /** Of numbers. */
  readonly least?: number;
  readonly most?: number;
  /** Of texts, lists and, where `isBlob`, of data in base64. */
  readonly shortest?: number;
  readonly longest?: number;
  readonly isBlob?: true;
  /** Of the fields of each item of a list. */
  readonly items?: Constraints;
}

type Constraints = Readonly<Record<string, Constraint>>;

const NAME = { pattern: "[a-zA-Z0-9_.-]+", shortest: 1, longest: 128 } as const;
const HASH_KEY = { pattern: "0|([1-9]\\d{0,38})" } as const;
const SEQUENCE_NUMBER = { pattern: "0|([1-9]\\d{0,128})" } as const;
const PARTITION_KEY = { required: true, shortest: 1, longest: 256 } as const;
const DATA = { required: true, isBlob: true, longest: 10_485_760 } as const;
const HOURS = { required: true } as const;

/** In the order in which AWS looks at them. */
const OPERATIONS: Readonly<Record<string, Constraints>> = {
  CreateStream: { ShardCount: { least: 1, most: 100_000 }, StreamName: { required: true, ...NAME } },
  PutRecord: {
    PartitionKey: PARTITION_KEY,
    ExplicitHashKey: HASH_KEY,
    Data: DATA,
    SequenceNumberForOrdering: SEQUENCE_NUMBER,
    StreamName: NAME,
  },
  PutRecords: {
    Records: {
      required: true,
      shortest: 1,
      longest: 500,
      items: { PartitionKey: PARTITION_KEY, Data: DATA, ExplicitHashKey: HASH_KEY },
    },
    StreamName: NAME,
  },
  GetShardIterator: {
    ShardId: { required: true, ...NAME },
    ShardIteratorType: {
      required: true,
      values: ["AFTER_SEQUENCE_NUMBER", "LATEST", "AT_TIMESTAMP", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON"],
    },
    StartingSequenceNumber: SEQUENCE_NUMBER,
    StreamName: NAME,
  },
  GetRecords: {
    Limit: { least: 1, most: KINESIS_READ_MAX_RECORDS },
    ShardIterator: { required: true, shortest: 1, longest: 512 },
  },
  SplitShard: {
    NewStartingHashKey: { required: true, ...HASH_KEY },
    StreamName: NAME,
    ShardToSplit: { required: true, ...NAME },
  },
  MergeShards: {
    ShardToMerge: { required: true, ...NAME },
    AdjacentShardToMerge: { required: true, ...NAME },
    StreamName: NAME,
  },
  UpdateShardCount: {
    ScalingType: { required: true, values: ["UNIFORM_SCALING"] },
    TargetShardCount: { required: true, least: 1 },
    StreamName: NAME,
  },
  IncreaseStreamRetentionPeriod: { RetentionPeriodHours: HOURS, StreamName: NAME },
  DecreaseStreamRetentionPeriod: { RetentionPeriodHours: HOURS, StreamName: NAME },
  DescribeStream: { StreamName: NAME },
  DeleteStream: { StreamName: NAME },
  RegisterStreamConsumer: { ConsumerName: { required: true, ...NAME } },
  SubscribeToShard: { ShardId: { required: true, ...NAME } },
};

/** AWS stops at so many. */
const MAX_FAILURES = 10;

export function refuseRequest(action: string, request: JsonObject): Refusal | undefined {
  const failures = failuresOf(OPERATIONS[action] ?? {}, request, "");
  return failures.length === 0 ? undefined : notAllowed(failures.slice(0, MAX_FAILURES));
}

function failuresOf(constraints: Constraints, values: JsonObject, path: string): readonly string[] {
  return Object.entries(constraints).flatMap(([name, constraint]) => {
    const value = values[name] ?? undefined;
    const at = path + name.charAt(0).toLowerCase() + name.slice(1);
    const own = sentencesOf(constraint, value).map(
      (sentence) =>
        `Value ${shown(value, constraint)} at '${at}' failed to satisfy constraint: Member must ${sentence}`,
    );
    const { items } = constraint;
    if (items === undefined || !Array.isArray(value)) return own;
    const ofItems = value.flatMap((item, index) => failuresOf(items, objectOf(item), `${at}.${index + 1}.member.`));
    return [...own, ...ofItems];
  });
}

function sentencesOf(constraint: Constraint, value: JsonValue | undefined): readonly string[] {
  const { required, pattern, values, least, most, shortest, longest } = constraint;
  if (value === undefined) return required === true ? ["not be null"] : [];
  const sentences: string[] = [];
  const length = lengthOf(value, constraint);
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(String(value)))
    sentences.push(`satisfy regular expression pattern: ${pattern}`);
  if (values !== undefined && !values.includes(String(value)))
    sentences.push(`satisfy enum value set: [${values.join(", ")}]`);
  if (least !== undefined && Number(value) < least) sentences.push(`have value greater than or equal to ${least}`);
  if (most !== undefined && Number(value) > most) sentences.push(`have value less than or equal to ${most}`);
  if (shortest !== undefined && length < shortest) sentences.push(`have length greater than or equal to ${shortest}`);
  if (longest !== undefined && length > longest) sentences.push(`have length less than or equal to ${longest}`);
  return sentences;
}

function lengthOf(value: JsonValue, { isBlob }: Constraint): number {
  if (isBlob === true) return base64Decode(String(value))?.length ?? 0;
  return Array.isArray(value) || typeof value === "string" ? value.length : 0;
}

function shown(value: JsonValue | undefined, constraint: Constraint): string {
  if (value === undefined) return "null";
  if (constraint.isBlob === true) {
    const length = lengthOf(value, constraint);
    return `'java.nio.HeapByteBuffer[pos=0 lim=${length} cap=${length}]'`;
  }
  if (!Array.isArray(value)) return `'${String(value)}'`;
  return `'[${value.map(() => "com.amazonaws.kinesis.v20131202.PutRecordsRequestEntry").join(", ")}]'`;
}
