/** What Node can decode for item readers: GZIP, ZSTD (from Node 22.15 on) and Apache Parquet, loaded when one is read. */
import zlib from "node:zlib";
import type { DataDecoders, JsonValue, ParquetRow } from "@sluice/engine";

type Decompress = (bytes: Uint8Array) => Uint8Array;

/** VS Code's Node may be older than the function. */
const unzstd = (zlib as { zstdDecompressSync?: Decompress }).zstdDecompressSync;

export const nodeDecoders: DataDecoders = {
  gunzip: (bytes) => zlib.gunzipSync(bytes),
  ...(unzstd === undefined ? {} : { unzstd }),
  parquet: readParquet,
};

async function readParquet(bytes: Uint8Array, max: number): Promise<readonly ParquetRow[]> {
  const { parquetReadObjects } = await import("hyparquet");
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const compressors = {
    GZIP: (input: Uint8Array) => zlib.gunzipSync(input),
    BROTLI: (input: Uint8Array) => zlib.brotliDecompressSync(input),
    ...(unzstd === undefined ? {} : { ZSTD: unzstd }),
  };
  const rows = await parquetReadObjects({ file, compressors, rowEnd: max });
  return rows.map((row) => plain(row) as ParquetRow);
}

/** Parquet's types as JSON has them: whole numbers, times as ISO 8601 text, bytes in Base64. */
function plain(value: unknown): JsonValue {
  if (typeof value === "bigint") return Number(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plain(field)]));
  }
  return value === undefined || (typeof value === "number" && !Number.isFinite(value)) ? null : (value as JsonValue);
}
