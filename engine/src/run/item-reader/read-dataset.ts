/**
 * ItemReader: what a Distributed Map iterates over, read from S3. One file of this folder a format.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import type { StoredObject } from "../object-store.ts";
import type { Collection, DataDecoders, Dataset, DatasetReader, DatasetRequest } from "./dataset.ts";
import { noSuchBucket, readerFailure } from "./failure.ts";
import { type DataSource, readFile, readWith } from "./file.ts";
import { type DataFile, readManifest } from "./manifest.ts";

/** Reads every format that AWS documents, as far as `decoders` go. */
export function datasetReader(decoders: DataDecoders = {}): DatasetReader {
  return (store, request) => readDataset({ store, decoders }, request);
}

async function readDataset(source: DataSource, request: DatasetRequest): Promise<Dataset> {
  const { config, max, resource } = request;
  const given = objectOf(request.arguments);
  const bucket = text(given, "Bucket");
  if (resource.endsWith(":s3:listObjectsV2")) {
    const prefix = typeof given.Prefix === "string" ? given.Prefix : "";
    const objects = await listObjects(source, bucket, prefix);
    if (config.Transformation !== "LOAD_AND_FLATTEN") {
      return { items: objects.slice(0, max).map(objectMetadata), source: `S3://${bucket}` };
    }
    const files = objects.map(({ key }) => ({ bucket, key, config }));
    return readFiles(source, files, max);
  }
  const key = text(given, "Key");
  if (config.InputType === "MANIFEST" || config.ManifestType !== undefined) {
    return readFiles(source, await readManifest(source, bucket, key, config), max);
  }
  return { items: await readFile(source, bucket, key, config, max), source: uri(bucket, key) };
}

function text(given: JsonObject, name: string): string {
  const value = given[name];
  if (typeof value === "string" && value !== "") return value;
  throw readerFailure(`The field '${name}' is required but was missing`);
}

function uri(bucket: string, key: string): string {
  return `S3://${bucket}/${key}`;
}

/** The items of all files in a row. */
async function readFiles(source: DataSource, files: readonly DataFile[], max: number): Promise<Dataset> {
  const items: JsonValue[] = [];
  const sources: string[] = [];
  for (const { bucket, key, config } of files) {
    if (items.length >= max) break;
    const read = await readFile(source, bucket, key, config, max - items.length);
    const from = uri(bucket, key);
    for (const item of flat(read)) {
      if (items.length >= max) break;
      items.push(item);
      sources.push(from);
    }
  }
  return { items, source: sources };
}

/** The fields of an object are items like those of an array, as `{Key, Value}`. */
function flat(items: Collection): readonly JsonValue[] {
  return Array.isArray(items)
    ? items
    : Object.entries(items as JsonObject).map(([key, value]) => ({ Key: key, Value: value }));
}

/** In S3's order: by the bytes of the keys. */
async function listObjects({ store }: DataSource, bucket: string, prefix: string): Promise<readonly StoredObject[]> {
  const objects = await readWith(() => store.list(bucket, prefix), bucket);
  if (objects === undefined) throw noSuchBucket(bucket);
  return [...objects].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** An item of listObjectsV2 as Step Functions spells it; LastModified in epoch seconds. */
function objectMetadata({ key, size, etag = "", lastModifiedMs = 0 }: StoredObject): JsonObject {
  return {
    Etag: `"${etag}"`,
    Key: key,
    LastModified: Math.floor(lastModifiedMs / 1_000),
    Size: size,
    StorageClass: "STANDARD",
  };
}
