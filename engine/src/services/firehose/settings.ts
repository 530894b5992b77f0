/**
 * What a delivery stream goes by, with AWS's defaults: where its records come from, what is done to them, where they go.
 * https://docs.aws.amazon.com/firehose/latest/APIReference/API_CreateDeliveryStream.html
 */
import { isObject, type JsonObject, objectOf, objectsIn } from "../../json.ts";
import { numberOf } from "../settings.ts";
import { type Endpoint, endpointOf } from "./endpoints.ts";
import { type Hints, hintsOf, MEBIBYTE } from "./hints.ts";
import { type Query, readQuery } from "./metadata-query.ts";

/** A bucket, and how its objects are named. */
export interface BucketSettings {
  readonly arn: string;
  readonly prefix: string;
  readonly errorPrefix: string;
  readonly extension: string;
  readonly hints: Hints;
}

export interface TransformSettings {
  readonly functionArn: string;
  readonly hints: Hints;
  readonly retries: number;
}

export interface FirehoseSettings {
  readonly name: string;
  /** A Kinesis stream; undefined: records are put. */
  readonly sourceArn: string | undefined;
  readonly transform: TransformSettings | undefined;
  /** Dynamic partitioning: what is read of each record, by the names that prefixes use. */
  readonly query: Query | undefined;
  readonly isPartitioned: boolean;
  /** Behind each record. */
  readonly delimiter: string;
  /** Where objects go: of S3 and Redshift all of them, of others what could not be delivered. */
  readonly bucket: BucketSettings;
  /** Undefined: the bucket is where records go. */
  readonly endpoint: Endpoint | undefined;
  /** Every record as it came, besides. */
  readonly backup: BucketSettings | undefined;
  readonly hints: Hints;
}

const TRANSFORM_SECONDS = 60;
const TRANSFORM_RETRIES = 3;
const TRANSFORM_MEBIBYTES = 1;
const SPLUNK_TRANSFORM_MEBIBYTES = 0.25;

const BACKUP_OF_ALL = /^(Enabled|All)/;

export function firehoseSettingsOf(properties: JsonObject, name: string): FirehoseSettings {
  const [key, destination] = destinationOf(properties);
  const endpoint = endpointOf(key, destination);
  const s3 = isObject(destination.S3Configuration) ? destination.S3Configuration : destination;
  const bucket = bucketOf(s3, endpoint === undefined);
  const source = objectOf(properties.KinesisStreamSourceConfiguration).KinesisStreamARN;
  const processors = processorsOf(destination);
  const query = processors.get("MetadataExtraction")?.MetadataExtractionQuery;
  const delimiter = processors.get("AppendDelimiterToRecord");
  const backsUpAll = BACKUP_OF_ALL.test(String(destination.S3BackupMode ?? ""));
  const backup = objectOf(destination.S3BackupConfiguration ?? destination.S3Configuration);
  return {
    name: typeof properties.DeliveryStreamName === "string" ? properties.DeliveryStreamName : name,
    sourceArn: typeof source === "string" ? source : undefined,
    transform: transformOf(processors.get("Lambda"), endpoint?.kind === "splunk"),
    query: query === undefined ? undefined : readQuery(query),
    isPartitioned: String(objectOf(destination.DynamicPartitioningConfiguration).Enabled) === "true",
    delimiter: delimiter === undefined ? "" : (delimiter.Delimiter ?? "\\n").replaceAll("\\n", "\n"),
    bucket,
    endpoint,
    backup: backsUpAll ? bucketOf(backup, false) : undefined,
    hints: endpoint === undefined ? bucket.hints : endpoint.hints,
  };
}

function destinationOf(properties: JsonObject): readonly [string, JsonObject] {
  for (const [name, value] of Object.entries(properties)) {
    if (name.endsWith("DestinationConfiguration") && isObject(value)) return [name, value];
  }
  return ["ExtendedS3DestinationConfiguration", {}];
}

/** `mayBeZero`: without buffering, as backups cannot be. */
function bucketOf(s3: JsonObject, mayBeZero: boolean): BucketSettings {
  const { BucketARN: arn, Prefix: prefix, ErrorOutputPrefix: errorPrefix, FileExtension: extension } = s3;
  const hints = hintsOf(s3.BufferingHints);
  return {
    arn: String(arn ?? ""),
    prefix: String(prefix ?? ""),
    errorPrefix: String(errorPrefix ?? ""),
    extension: typeof extension === "string" ? extension : s3.CompressionFormat === "GZIP" ? ".gz" : "",
    hints: mayBeZero || hints.intervalMs > 0 ? hints : hintsOf(undefined),
  };
}

type Parameters = Readonly<Record<string, string>>;

/** Parameters by type of processor. */
function processorsOf({ ProcessingConfiguration: configuration }: JsonObject): ReadonlyMap<string, Parameters> {
  const { Enabled: isEnabled = true, Processors: processors } = objectOf(configuration);
  if (String(isEnabled) === "false") return new Map();
  return new Map(
    objectsIn(processors).map((processor) => {
      const parameters = objectsIn(processor.Parameters).map(({ ParameterName, ParameterValue }) => {
        return [String(ParameterName), String(ParameterValue)] as const;
      });
      return [String(processor.Type), Object.fromEntries(parameters)];
    }),
  );
}

function transformOf(parameters: Parameters | undefined, isSplunk: boolean): TransformSettings | undefined {
  if (parameters?.LambdaArn === undefined) return undefined;
  const mebibytes = isSplunk ? SPLUNK_TRANSFORM_MEBIBYTES : TRANSFORM_MEBIBYTES;
  return {
    functionArn: parameters.LambdaArn,
    hints: {
      bytes: numberOf(parameters.BufferSizeInMBs, mebibytes) * MEBIBYTE,
      intervalMs: numberOf(parameters.BufferIntervalInSeconds, TRANSFORM_SECONDS) * 1_000,
    },
    retries: numberOf(parameters.NumberOfRetries, TRANSFORM_RETRIES),
  };
}
