/**
 * One file of a dataset: fetched, decompressed and read by its InputType.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { utf8Decode } from "../../text/utf8.ts";
import type { ObjectStore } from "../object-store.ts";
import { readCsv } from "./csv.ts";
import type { Collection, DataDecoders } from "./dataset.ts";
import { noSuchKey, readerFailure } from "./failure.ts";
import { readJson, readJsonLines } from "./json.ts";

/** Where a dataset lies and what can read it. */
export interface DataSource {
  readonly store: ObjectStore;
  readonly decoders: DataDecoders;
}

/** Throws StateFailure where there is no such object. */
export async function fetchObject({ store }: DataSource, bucket: string, key: string): Promise<Uint8Array> {
  const bytes = await readWith(() => store.get(bucket, key), key);
  if (bytes === undefined) throw noSuchKey(bucket, key);
  return bytes;
}

/** The items of one file in `config.InputType`, not more than `max` of an array's. Throws StateFailure. */
export async function readFile(
  source: DataSource,
  bucket: string,
  key: string,
  config: JsonObject,
  max: number,
): Promise<Collection> {
  const bytes = await fetchObject(source, bucket, key);
  if (config.InputType === "PARQUET") return readParquet(source.decoders, bytes, key, max);
  const text = utf8Decode(await decompress(source.decoders, bytes, key));
  if (config.InputType === "CSV") return readCsv(text, config, max);
  if (config.InputType === "JSONL") return readJsonLines(text, max);
  return readJson(text, config);
}

/** GZIP and ZSTD are told by how the file begins: no text in UTF-8 begins so. */
export async function decompress(decoders: DataDecoders, bytes: Uint8Array, key: string): Promise<Uint8Array> {
  const gzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const zstd = bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
  if (!gzip && !zstd) return bytes;
  const decode = gzip ? decoders.gunzip : decoders.unzstd;
  if (decode === undefined)
    throw readerFailure(`${key} is compressed with ${gzip ? "GZIP" : "ZSTD"}: it cannot be read here.`);
  return readWith(() => decode(bytes), key);
}

async function readParquet(
  { parquet }: DataDecoders,
  bytes: Uint8Array,
  key: string,
  max: number,
): Promise<readonly JsonValue[]> {
  if (parquet === undefined) throw readerFailure(`${key} is a Parquet file: it cannot be read here.`);
  const rows = await readWith(() => parquet(bytes, max), key);
  return rows.slice(0, max) as readonly JsonObject[];
}

/** What the host cannot do is the reader's failure, not the engine's. */
export async function readWith<T>(read: () => T | Promise<T>, key: string): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw readerFailure(`${key} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
