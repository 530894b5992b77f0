/** A system of streams from a seed: who writes, who reads, how it is resharded, what goes wrong. Always the same for a seed. */
import type { JsonObject } from "../../../engine/src/json.ts";
import type { PlannedFault } from "../../../engine/src/sim/faults.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { Dice } from "../sim/properties/dice.ts";
import { bucketArn, functionArn, streamArn, streamSystem } from "./systems.ts";

export interface Plan {
  readonly seed: number;
  readonly nodes: readonly NodeSpec[];
  readonly faults: readonly PlannedFault[];
  /** Everything that can come to an end has come to it. */
  readonly endMs: number;
  /** After so many events it is saved and goes on elsewhere. */
  readonly saveAfterEvents: number;
}

/** When writing ends. */
const WRITTEN_MS = 60_000;
const END_MS = 3_600_000;

export function generate(seed: number): Plan {
  const dice = new Dice(seed);
  const isTable = dice.oneIn(4);
  const records = 10 + dice.below(60);
  const nodes = [
    source(dice, isTable),
    ...streamSystem.producer(isTable ? "table" : "stream", {
      arrivals: dice.of<JsonObject>(
        { poisson: { perSecond: (1_000 * records) / WRITTEN_MS } },
        { bursts: { size: 10, everyMs: (WRITTEN_MS * 10) / records } },
      ),
      untilMs: WRITTEN_MS,
      keys: 1 + dice.below(12),
    }),
    ...mappingOf(dice, isTable),
    groupOf(dice, isTable),
    ...(isTable ? [] : deliveryOf(dice)),
  ];
  return { seed, nodes, faults: faultsOf(dice, nodes), endMs: END_MS, saveAfterEvents: 1 + dice.below(400) };
}

function source(dice: Dice, isTable: boolean): NodeSpec {
  if (isTable) return streamSystem.table(1 + dice.below(3));
  const shards = 1 + dice.below(4);
  const wanted = (count: number): number => Math.max(1, Math.min(count * 2, Math.ceil(count / 2) + dice.below(count)));
  const resharding = dice.oneIn(2) ? [] : [{ atMs: 5_000 + dice.below(40_000), shards: wanted(shards) }];
  return streamSystem.stream({ ShardCount: shards }, { resharding });
}

function mappingOf(dice: Dice, isTable: boolean): readonly NodeSpec[] {
  const properties = {
    StartingPosition: "TRIM_HORIZON",
    BatchSize: dice.of(1, 3, 10, 100),
    MaximumBatchingWindowInSeconds: dice.of(0, 0, 1, 5),
    ParallelizationFactor: dice.of(1, 1, 2, 10),
    MaximumRetryAttempts: dice.of(0, 1, 3),
    BisectBatchOnFunctionError: dice.oneIn(2),
    MaximumRecordAgeInSeconds: dice.of(-1, -1, 60),
    ...(dice.oneIn(3) && { FunctionResponseTypes: ["ReportBatchItemFailures"] }),
    ...(dice.oneIn(4) && { TumblingWindowInSeconds: dice.of(5, 30) }),
    ...(dice.oneIn(4) && {
      FilterCriteria: {
        Filters: [
          { Pattern: JSON.stringify(isTable ? { eventName: ["INSERT"] } : { data: { n: [{ numeric: ["<", 30] }] } }) },
        ],
      },
    }),
    ...(dice.oneIn(2) && { DestinationConfig: { OnFailure: { Destination: streamSystem.failedArn } } }),
  };
  const behavior = {
    durationMs: dice.of<JsonObject | number>(0, 50, { exponential: { mean: 500 } }),
    failureRate: dice.of(0, 0, 0.2, 0.6),
    itemFailureRate: dice.of(0, 0.1),
  };
  return [streamSystem.failed, streamSystem.function("Reader", behavior), streamSystem.mapping(properties, isTable)];
}

function groupOf(dice: Dice, isTable: boolean): NodeSpec {
  const workers = 1 + dice.below(3);
  const deaths = Array.from({ length: dice.below(3) }, () => {
    const atMs = 2_000 + dice.below(WRITTEN_MS);
    return { atMs, worker: 1 + dice.below(workers), backMs: atMs + 1_000 + dice.below(40_000) };
  });
  const properties = {
    DesiredCount: workers,
    InitialPositionInStream: "TRIM_HORIZON",
    MaxRecords: dice.of(1, 5, 10_000),
    OnError: dice.of("Skip", "Retry"),
    ...(dice.oneIn(2) && { CheckpointSeconds: dice.of(2, 20) }),
  };
  const behavior = { durationMs: dice.of(0, 20, 400), failureRate: dice.of(0, 0.1), deaths };
  return streamSystem.group(properties, behavior, isTable);
}

function deliveryOf(dice: Dice): readonly NodeSpec[] {
  const isTransformed = dice.oneIn(2);
  const lambda = [{ ParameterName: "LambdaArn", ParameterValue: functionArn("Transform") }];
  const isPartitioned = dice.oneIn(2);
  const query = [{ ParameterName: "MetadataExtractionQuery", ParameterValue: "{key: .k}" }];
  const destination = {
    BucketARN: bucketArn("Archive"),
    BufferingHints: { SizeInMBs: 1, IntervalInSeconds: dice.of(0, 5, 60) },
    DynamicPartitioningConfiguration: { Enabled: isPartitioned },
    Prefix: isPartitioned ? "!{partitionKeyFromQuery:key}/" : "all/",
    ProcessingConfiguration: {
      Enabled: true,
      Processors: [
        ...(isTransformed ? [{ Type: "Lambda", Parameters: lambda }] : []),
        ...(isPartitioned ? [{ Type: "MetadataExtraction", Parameters: query }] : []),
      ],
    },
  };
  return [
    { id: "Archive", type: "AWS::S3::Bucket", arn: bucketArn("Archive"), properties: {} },
    streamSystem.function("Transform", {
      durationMs: 100,
      failureRate: dice.of(0, 0.3),
      itemFailureRate: dice.of(0, 0.1),
    }),
    {
      id: "Delivery",
      type: "AWS::KinesisFirehose::DeliveryStream",
      arn: "arn:aws:firehose:us-east-1:123456789012:deliverystream/Delivery",
      properties: {
        KinesisStreamSourceConfiguration: { KinesisStreamARN: streamArn },
        ExtendedS3DestinationConfiguration: destination,
      },
    },
  ];
}

function faultsOf(dice: Dice, nodes: readonly NodeSpec[]): readonly PlannedFault[] {
  return Array.from({ length: dice.below(4) }, () => {
    const fromMs = dice.below(WRITTEN_MS);
    const fault = dice.of<Partial<PlannedFault>>({ outage: true }, { throttleRate: 0.4 }, { slowness: 5 });
    return { node: dice.of(...nodes).id, fromMs, untilMs: fromMs + dice.below(30_000), ...fault };
  });
}
