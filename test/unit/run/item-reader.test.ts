/** What a Distributed Map reads from S3: every format, listings, manifests, limits, and what it says when it cannot. */
import { deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../engine/src/json.ts";
import { datasetReader } from "../../../engine/src/run/item-reader/read-dataset.ts";
import { type InitialObject, memoryObjectStore } from "../../../engine/src/run/object-store.ts";
import { run } from "../../../engine/src/run/run.ts";
import { nodeDecoders } from "../../../server/src/cli/data-decoders.ts";

const CONTEXT_OF_ITEM = {
  "value.$": "$$.Map.Item.Value",
  "source.$": "$$.Map.Item.Source",
  "index.$": "$$.Map.Item.Index",
};

function machine(reader: JsonObject, more: JsonObject = {}): JsonObject {
  return {
    StartAt: "Each",
    States: {
      Each: {
        Type: "Map",
        ItemReader: { Resource: "arn:aws:states:::s3:getObject", ...reader },
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "Same",
          States: { Same: { Type: "Pass", End: true } },
        },
        End: true,
        ...more,
      },
    },
  };
}

function getObject(key: string, config: JsonObject): JsonObject {
  return { ReaderConfig: config, Parameters: { Bucket: "data", Key: key } };
}

function text(key: string, body: string | Uint8Array): InitialObject {
  return { bucket: "data", key, body };
}

/** Snappy-compressed columns sku (text), stock (64-bit whole numbers), price (doubles) of three rows. */
const PARQUET = Buffer.from(
  "UEFSMRUGFS4VMlwVBhUAFQYVABUEFQAAAAMHFVADAAAAQS0xAwAAAEItMgMAAABDLTMVBhU0FSRcFQYVABUGFQAVBBUAAAADBxgEDAA2AQAcBwAA" +
    "AAAAAAAVBhU0FTBcFQYVABUGFQAVBBUAAAADBxgAAAUBBPg/BQcoADRAAAAAAAAACkAVBBlMSARyb290FQYAFQwlAhgDc2t1JQAAFQQlAhgFc3RvY2sA" +
    "FQolAhgFcHJpY2UAFgYZHBk8JggcFQwZFQAZGANza3UVAhYGFlgWXCYIPDYAKANDLTMYA0EtMQAZHBUGFQAVAgAAACZkHBUEGRUAGRgFc3RvY2sVAhYG" +
    "Fl4WTiZkPDYAKAgMAAAAAAAAABgIAAAAAAAAAAAAGRwVBhUAFQIAAAAmsgEcFQoZFQAZGAVwcmljZRUCFgYWXhZaJrIBPDYAKAgAAAAAAAA0QBgIAAAA" +
    "AAAA+D82AAAZHBUGFQAVAgAAABaUAhYGNoQCACgJaHlwYXJxdWV0GTwcAAAcAAAcAAAABgEAAFBBUjE=",
  "base64",
);
const PARQUET_ROWS = [
  { sku: "A-1", stock: 12, price: 1.5 },
  { sku: "B-2", stock: 0, price: 20 },
  { sku: "C-3", stock: 7, price: 3.25 },
];

const LIST = "arn:aws:states:::s3:listObjectsV2";
const INVENTORY = JSON.stringify({
  sourceBucket: "photos",
  destinationBucket: "arn:aws:s3:::data",
  fileFormat: "CSV",
  fileSchema: "Bucket, Key, Size",
  files: [{ key: "inventory/data/1.csv.gz", size: 60, MD5checksum: "f11166069f1990abeb9c97ace9cdfabc" }],
});

interface Row {
  readonly what: string;
  readonly reader: JsonObject;
  readonly objects: readonly InitialObject[];
  readonly output: JsonValue;
}

const ROWS: readonly Row[] = [
  {
    what: "a JSON array",
    reader: getObject("a.json", { InputType: "JSON" }),
    objects: [text("a.json", '[1, {"b": [2]}, null]')],
    output: [1, { b: [2] }, null],
  },
  {
    what: "a JSON object: its fields with their names",
    reader: getObject("a.json", { InputType: "JSON" }),
    objects: [text("a.json", '{"x": 1, "y": [2]}')],
    output: [
      { Key: "x", Value: 1 },
      { Key: "y", Value: [2] },
    ],
  },
  {
    what: "the array that ItemsPointer names",
    reader: getObject("a.json", { InputType: "JSON", ItemsPointer: "/data/a~1b/0" }),
    objects: [text("a.json", '{"data": {"a/b": [["in"]]}}')],
    output: ["in"],
  },
  {
    what: "JSON lines",
    reader: getObject("a.jsonl", { InputType: "JSONL" }),
    objects: [text("a.jsonl", '{"n": 1}\r\n\n"two"\n[3]')],
    output: [{ n: 1 }, "two", [3]],
  },
  {
    what: "CSV",
    reader: getObject("a.csv", { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" }),
    objects: [text("a.csv", "n,m\n1,é\n")],
    output: [{ n: "1", m: "é" }],
  },
  {
    what: "CSV under GZIP",
    reader: getObject("a.csv.gz", { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" }),
    objects: [text("a.csv.gz", gzipSync("n\n1\n2\n"))],
    output: [{ n: "1" }, { n: "2" }],
  },
  {
    what: "Parquet",
    reader: getObject("a.parquet", { InputType: "PARQUET" }),
    objects: [text("a.parquet", PARQUET)],
    output: PARQUET_ROWS,
  },
  {
    what: "not more Parquet rows than MaxItems",
    reader: getObject("a.parquet", { InputType: "PARQUET", MaxItems: 2 }),
    objects: [text("a.parquet", PARQUET)],
    output: PARQUET_ROWS.slice(0, 2),
  },
  {
    what: "not more of an object's fields than MaxItems",
    reader: getObject("a.json", { InputType: "JSON", MaxItems: 1 }),
    objects: [text("a.json", '{"x": 1, "y": 2}')],
    output: [{ Key: "x", Value: 1 }],
  },
  {
    what: "the objects below a prefix, in the order of their keys",
    reader: { Resource: LIST, Parameters: { Bucket: "data", Prefix: "in/" } },
    objects: [text("in/b", "22"), text("out/c", "3"), text("in/a", "1")],
    output: [
      {
        Etag: '"c4ca4238a0b923820dcc509a6f75849b"',
        Key: "in/a",
        LastModified: 1767225600,
        Size: 1,
        StorageClass: "STANDARD",
      },
      {
        Etag: '"b6d767d2f8ed5d21a44b0e5886680cb9"',
        Key: "in/b",
        LastModified: 1767225600,
        Size: 2,
        StorageClass: "STANDARD",
      },
    ],
  },
  {
    what: "what is in the objects below a prefix, up to MaxItems",
    reader: {
      Resource: LIST,
      Parameters: { Bucket: "data", Prefix: "in/" },
      ReaderConfig: { InputType: "JSONL", Transformation: "LOAD_AND_FLATTEN", MaxItems: 4 },
    },
    objects: [text("in/1", "1\n2\n3"), text("in/2", "4\n5"), text("in/3", "not read at all")],
    output: [1, 2, 3, 4],
  },
  {
    what: "an S3 inventory",
    reader: getObject("inventory/manifest.json", { InputType: "MANIFEST" }),
    objects: [
      text("inventory/manifest.json", INVENTORY),
      text("inventory/data/1.csv.gz", gzipSync('"photos","a%20b.jpg","17"\n"photos","c.jpg","4"\n')),
    ],
    output: [
      { Bucket: "photos", Key: "a%20b.jpg", Size: "17" },
      { Bucket: "photos", Key: "c.jpg", Size: "4" },
    ],
  },
  {
    what: "an S3 inventory in Parquet",
    reader: getObject("inventory/manifest.json", { ManifestType: "S3_INVENTORY" }),
    objects: [
      text("inventory/manifest.json", INVENTORY.replace('"CSV"', '"Parquet"').replace("1.csv.gz", "1.parquet")),
      text("inventory/data/1.parquet", PARQUET),
    ],
    output: PARQUET_ROWS,
  },
  {
    what: "the files of an Athena UNLOAD, wherever they lie",
    reader: getObject("q-manifest.csv", { InputType: "JSONL", ManifestType: "ATHENA_DATA" }),
    objects: [
      text("q-manifest.csv", "s3://data/q/1\n\ns3://other/q/2.gz\n"),
      text("q/1", '{"n": 1}'),
      { bucket: "other", key: "q/2.gz", body: gzipSync('{"n": 2}\n{"n": 3}') },
    ],
    output: [{ n: 1 }, { n: 2 }, { n: 3 }],
  },
];

describe("reads", () => {
  test.each(ROWS)("$what", async ({ reader, objects, output }) => {
    const result = await run(machine(reader), {
      input: {},
      objects: memoryObjectStore(objects),
      datasets: datasetReader(nodeDecoders),
    });
    expect(result).toMatchObject({ status: "SUCCEEDED", output });
    const started = result.events.find(({ type }) => type === "MapStateStarted");
    expect(started).toMatchObject({ mapStateStartedEventDetails: { length: 0 } });
  });
});

describe("says where items come from", () => {
  test.each([
    ["the state's input", undefined, { ItemsPath: "$.list" }, ["STATE_DATA", "STATE_DATA"]],
    ["a file", getObject("1", { InputType: "JSON" }), {}, ["S3://data/1"]],
    ["a listing", { Resource: LIST, Parameters: { Bucket: "data" } }, {}, ["S3://data", "S3://data"]],
    [
      "each of many files",
      {
        Resource: LIST,
        Parameters: { Bucket: "data" },
        ReaderConfig: { InputType: "JSON", Transformation: "LOAD_AND_FLATTEN" },
      },
      {},
      ["S3://data/1", "S3://data/2", "S3://data/2"],
    ],
  ] as const)("%s", async (_what, reader, more, sources) => {
    const definition = machine(reader ?? {}, { ...more, ItemSelector: CONTEXT_OF_ITEM });
    const { ItemReader: _left, ...each } = (definition.States as JsonObject).Each as JsonObject;
    const result = await run(reader === undefined ? { ...definition, States: { Each: each } } : definition, {
      input: { list: [1, 2] },
      objects: memoryObjectStore([text("1", "[1]"), text("2", "[2, 3]")]),
    });
    expect((result.output as JsonObject[]).map(({ source }) => source)).toEqual(sources);
  });
});

const NO_KEY = /^The specified key does not exist\. \(Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey; /;

describe("fails with States.ItemReaderFailed", () => {
  test.each([
    ["no such object", getObject("none", { InputType: "JSON" }), NO_KEY],
    [
      "no such bucket",
      { Resource: LIST, Parameters: { Bucket: "none" } },
      /Status Code: 404; Error Code: NoSuchBucket; /,
    ],
    ["no bucket named", { Parameters: { Key: "a" } }, "The field 'Bucket' is required but was missing"],
    ["no key named", { Parameters: { Bucket: "data" } }, "The field 'Key' is required but was missing"],
    ["no JSON", getObject("text", { InputType: "JSON" }), /^The dataset is not JSON: /],
    ["a line that is no JSON", getObject("lines", { InputType: "JSONL" }), /^Line 2 of the dataset is not JSON: /],
    ["JSON without items", getObject("number", { InputType: "JSON" }), "Attempting to map over non-iterable node."],
    [
      "a pointer to nothing",
      getObject("lists", { InputType: "JSON", ItemsPointer: "/0/9" }),
      "ItemsPointer '/0/9' names nothing in the dataset.",
    ],
    ["no Parquet", getObject("text", { InputType: "PARQUET" }), /^text cannot be read: /],
    ["a broken GZIP file", getObject("broken.gz", { InputType: "JSON" }), /^broken\.gz cannot be read: /],
    [
      "a manifest that is none",
      getObject("text", { InputType: "MANIFEST" }),
      /^The manifest is not the manifest\.json/,
    ],
    [
      "a manifest that lists no URIs",
      getObject("text", { InputType: "CSV", ManifestType: "ATHENA_DATA" }),
      "The manifest lists 'some text', which is no S3 URI.",
    ],
    ["an inventory in ORC", getObject("orc", { InputType: "MANIFEST" }), /^The inventory's files are ORC/],
    ["too few", getObject("lists", { InputType: "JSON", MaxItems: -1 }), "field MaxItems must be positive"],
  ] as const)("%s", async (_what, reader, cause) => {
    const store = memoryObjectStore([
      text("text", "some text"),
      text("lines", "1\n{\n3"),
      text("number", "5"),
      text("lists", "[[1]]"),
      text("broken.gz", Buffer.concat([Buffer.from([0x1f, 0x8b]), deflateRawSync("[]")])),
      text("orc", JSON.stringify({ fileFormat: "ORC", files: [] })),
    ]);
    const result = await run(machine(reader), { input: {}, objects: store, datasets: datasetReader(nodeDecoders) });
    expect(result).toMatchObject({ status: "FAILED", error: "States.ItemReaderFailed" });
    if (typeof cause === "string") expect(result.cause).toBe(cause);
    else expect(result.cause).toMatch(cause);
    expect(result.events.map(({ type }) => type).slice(-4)).toEqual([
      "MapRunStarted",
      "MapRunFailed",
      "MapStateFailed",
      "ExecutionFailed",
    ]);
  });

  test("what the host has no decoder for", async () => {
    for (const [key, body] of [
      ["a.gz", gzipSync("[]")],
      ["a.zst", new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0])],
    ] as const) {
      const result = await run(machine(getObject(key, { InputType: "JSON" })), {
        input: {},
        objects: memoryObjectStore([text(key, body)]),
      });
      expect(result).toMatchObject({ error: "States.ItemReaderFailed" });
      expect(result.cause).toMatch(/^a\.\w+ is compressed with (GZIP|ZSTD): it cannot be read here\.$/);
    }
  });

  test("a host that fails to read", async () => {
    const store = { ...memoryObjectStore(), get: () => Promise.reject(new Error("permission denied")) };
    const result = await run(machine(getObject("a", { InputType: "JSON" })), { input: {}, objects: store });
    expect(result).toMatchObject({ error: "States.ItemReaderFailed", cause: "a cannot be read: permission denied" });
  });

  test("and can be retried and caught", async () => {
    const definition = machine(getObject("none", { InputType: "JSON" }), {
      Retry: [{ ErrorEquals: ["States.ItemReaderFailed"], MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ["States.ALL"], Next: "Caught" }],
    });
    const states = { ...(definition.States as JsonObject), Caught: { Type: "Succeed" } };
    const result = await run({ ...definition, States: states }, { input: {}, objects: memoryObjectStore() });
    expect(result.status).toBe("SUCCEEDED");
    expect(result.events.filter(({ type }) => type === "MapRunStarted")).toHaveLength(2);
  });
});

test("without S3, whoever answers tasks gives the items", async () => {
  const result = await run(machine(getObject("a", { InputType: "CSV", MaxItems: 2 })), {
    input: {},
    tasks: ({ resource, arguments: given }) => ({ result: [resource, given, "not read"] }),
  });
  expect(result.output).toEqual(["arn:aws:states:::s3:getObject", { Bucket: "data", Key: "a" }]);
});
