/** Delivery streams: what their outages, prefixes, queries and calls lead to. */
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { createRandom } from "../../../engine/src/random.ts";
import { refuseDeliveryStream } from "../../../engine/src/refusals/delivery-stream.ts";
import { readQuery } from "../../../engine/src/services/firehose/metadata-query.ts";
import { objectKey } from "../../../engine/src/services/firehose/object-keys.ts";
import { refuseBatch } from "../../../engine/src/services/firehose/puts.ts";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import type { Ports } from "../../../engine/src/services/ports.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { PlannedFault } from "../../../engine/src/sim/faults.ts";
import { Simulation } from "../../../engine/src/sim/simulation.ts";
import { total } from "../sqs/systems.ts";

const HOUR_MS = 3_600_000;
const BUCKET = "arn:aws:s3:::archive";

async function delivered(
  properties: JsonObject,
  behavior: JsonObject,
  faults: readonly PlannedFault[],
  hours: number,
): Promise<Simulation> {
  const simulation = new Simulation(
    [
      { id: "Archive", type: "AWS::S3::Bucket", arn: BUCKET, properties: {} },
      { id: "Delivery", type: "AWS::KinesisFirehose::DeliveryStream", arn: "delivery", properties, behavior },
    ],
    nodeFactoryOf,
    { faults, trace: { keep: "all", max: 100_000 } },
  );
  const { target } = simulation.ports("Delivery") as Ports;
  for (const body of ["one", "two"]) expect(target.deliver(undefined, { body, from: "test" })).toBeUndefined();
  await runSimulation(simulation, { untilMs: hours * HOUR_MS });
  expect(simulation.audit()).toEqual([]);
  return simulation;
}

const s3 = { ExtendedS3DestinationConfiguration: { BucketARN: BUCKET } };
const http = {
  HttpEndpointDestinationConfiguration: {
    EndpointConfiguration: { Name: "Log", Url: "https://log.example.com" },
    RetryOptions: { DurationInSeconds: 600 },
    S3Configuration: { BucketARN: BUCKET },
  },
};

describe("an outage", () => {
  it("of the bucket for some hours delays what is put", async () => {
    const faults = [{ node: "Archive", fromMs: 0, untilMs: 5 * HOUR_MS, outage: true }];
    const simulation = await delivered(s3, {}, faults, 6);
    expect(total(simulation, "Delivery", "delivered")).toBe(2);
    expect(total(simulation, "Archive", "stored")).toBe(1);
  });

  it("of the bucket for more than 24 hours loses it", async () => {
    const simulation = await delivered(s3, {}, [{ node: "Archive", fromMs: 0, outage: true }], 26);
    expect(total(simulation, "Delivery", "lost")).toBe(2);
    expect(total(simulation, "Delivery", "delivered")).toBe(0);
  });

  it("of the endpoint that ends before the retries do delays it", async () => {
    const simulation = await delivered(http, { outages: [{ fromMs: 0, untilMs: 700_000 }] }, [], 1);
    expect(total(simulation, "Delivery", "delivered")).toBe(2);
    expect(total(simulation, "Archive", "stored")).toBe(0);
  });

  it("of the endpoint for longer has it put into the bucket", async () => {
    const simulation = await delivered(http, { outages: [{ fromMs: 0 }] }, [], 1);
    expect(total(simulation, "Delivery", "failed")).toBe(2);
    expect(simulation.view("Archive")?.lastKeys).toEqual([
      expect.stringMatching(/^http-endpoint-failed\/2026\/01\/01\/00\/Delivery-1-2026-01-01-00-00-00-[-0-9a-f]{36}$/),
    ]);
  });
});

it("Redshift takes what is in the bucket", async () => {
  const redshift = {
    RedshiftDestinationConfiguration: { ClusterJDBCURL: "jdbc:redshift://c", S3Configuration: { BucketARN: BUCKET } },
  };
  const simulation = await delivered(redshift, { outages: [{ fromMs: 0, untilMs: HOUR_MS / 2 }] }, [], 1);
  expect(total(simulation, "Archive", "stored")).toBe(1);
  expect(total(simulation, "Delivery", "delivered")).toBe(2);
});

it.each<[string, JsonObject, JsonObject | undefined]>([
  ["{customer:.customer}", { customer: "a" }, { customer: "a" }],
  ["{ c: .customer.id, y: .at[0] }", { customer: { id: 7 }, at: ["2026"] }, { c: "7", y: "2026" }],
  ['{"k": .["a b"] | ascii_downcase}', { "a b": "X" }, { k: "x" }],
  ["{k: .k | tostring}", { k: true }, { k: "true" }],
  ["{k: .missing}", { k: 1 }, undefined],
  ["{k: .k}", { k: null }, undefined],
  ["{k: .k | strftime}", { k: 1 }, undefined],
  [".k", { k: 1 }, undefined],
])("the query %s reads %j as %j", (query, record, keys) => {
  expect(readQuery(query)(record)).toEqual(keys);
});

it.each([
  ["", "2026/03/05/07/"],
  ["raw/", "raw/2026/03/05/07/"],
  ["y=!{timestamp:yyyy}/m=!{timestamp:MM}/", "y=2026/m=03/"],
  ["c=!{partitionKeyFromQuery:customer}/", "c=a/"],
  ["e/!{firehose:error-output-type}/", "e/processing-failed/"],
])("the prefix %s makes %s", (prefix, wanted) => {
  const key = objectKey(prefix, "", {
    streamName: "S",
    epochMs: Date.UTC(2026, 2, 5, 7, 8, 9),
    random: createRandom(1),
    keys: { customer: "a" },
    ...(prefix.startsWith("e/") && { errorType: "processing-failed" }),
  });
  expect(key.slice(0, key.indexOf("S-1-"))).toBe(wanted);
  expect(key.slice(wanted.length)).toMatch(/^S-1-2026-03-05-07-08-09-[-0-9a-f]{36}$/);
});

it.each<[JsonObject, RegExp]>([
  [{ BufferingHints: { SizeInMBs: 129, IntervalInSeconds: 60 } }, /sizeInMBs.*less than or equal to 128/],
  [{ BufferingHints: { SizeInMBs: 5 } }, /both/],
  [
    { BufferingHints: { SizeInMBs: 5, IntervalInSeconds: 60 }, DynamicPartitioningConfiguration: { Enabled: true } },
    /at least 64/,
  ],
])("%j is refused", (destination, text) => {
  expect(refuseDeliveryStream({ ExtendedS3DestinationConfiguration: destination })?.message).toMatch(text);
});

it("a call takes 500 records and 4 MiB", () => {
  expect(refuseBatch(new Array(500).fill(10))).toBeUndefined();
  expect(refuseBatch(new Array(501).fill(10))?.code).toBe("ValidationException");
  expect(refuseBatch(new Array(5).fill(1_000_000))?.message).toBe("Records size exceeds 4 MB limit");
});
