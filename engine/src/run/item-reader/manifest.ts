/**
 * Manifests: lists of the files that make up one dataset, as Amazon S3 Inventory and Athena's UNLOAD write them.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html
 * https://docs.aws.amazon.com/athena/latest/ug/unload.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { utf8Decode } from "../../text/utf8.ts";
import { readerFailure } from "./failure.ts";
import { type DataSource, fetchObject } from "./file.ts";

/** One file of a dataset, and how to read it. */
export interface DataFile {
  readonly bucket: string;
  readonly key: string;
  readonly config: JsonObject;
}

/** The files that a manifest lists. Throws StateFailure where it cannot be read. */
export async function readManifest(
  source: DataSource,
  bucket: string,
  key: string,
  config: JsonObject,
): Promise<readonly DataFile[]> {
  const text = utf8Decode(await fetchObject(source, bucket, key));
  return config.ManifestType === "ATHENA_DATA" ? athenaFiles(text, config) : inventoryFiles(text, bucket);
}

/** One S3 URI a line; the files are in the format that InputType names. */
function athenaFiles(text: string, config: JsonObject): readonly DataFile[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim().replace(/^"(.*)"$/, "$1"));
  return lines
    .filter((line) => line !== "")
    .map((line) => {
      const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/i.exec(line) ?? [];
      if (bucket === undefined || key === undefined)
        throw readerFailure(`The manifest lists '${line}', which is no S3 URI.`);
      return { bucket, key, config };
    });
}

/** `fileSchema` names the columns of the CSV files, which have no header row. They lie beside the manifest. */
function inventoryFiles(text: string, bucket: string): readonly DataFile[] {
  const { files, fileFormat, fileSchema } = parseInventory(text);
  const config: JsonObject =
    fileFormat.toUpperCase() === "PARQUET"
      ? { InputType: "PARQUET" }
      : { InputType: "CSV", CSVHeaderLocation: "GIVEN", CSVHeaders: fileSchema.split(",").map((name) => name.trim()) };
  return files.map((key) => ({ bucket, key, config }));
}

function parseInventory(text: string): { files: readonly string[]; fileFormat: string; fileSchema: string } {
  let manifest: JsonValue = null;
  try {
    manifest = JSON.parse(text) as JsonValue;
  } catch {
    // Not JSON: the refusal below says what was expected.
  }
  if (!isObject(manifest) || !Array.isArray(manifest.files)) {
    throw readerFailure("The manifest is not the manifest.json of an Amazon S3 inventory.");
  }
  const { fileFormat = "CSV", fileSchema = "" } = manifest;
  if (!/^(?:csv|parquet)$/i.test(String(fileFormat))) {
    throw readerFailure(`The inventory's files are ${String(fileFormat)}: only CSV and Parquet can be read.`);
  }
  const files = (manifest.files as readonly JsonValue[]).map((file) => String(isObject(file) ? file.key : file));
  return { files, fileFormat: String(fileFormat), fileSchema: String(fileSchema) };
}
