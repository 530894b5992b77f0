/**
 * What an item reader is asked for and what it gives. Reading is handed to an execution, so that a shell which never
 * reads from S3 does not carry the readers along.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { MaybePromise } from "../maybe-promise.ts";
import type { ObjectStore } from "../object-store.ts";

/** An array, or an object whose fields are the items. */
export type Collection = readonly JsonValue[] | JsonObject;

export interface DatasetRequest {
  /** `arn:aws:states:::s3:getObject` or `arn:aws:states:::s3:listObjectsV2` */
  readonly resource: string;
  /** Bucket and Key or Prefix, evaluated. */
  readonly arguments: JsonValue;
  /** ReaderConfig */
  readonly config: JsonObject;
  /** MaxItems */
  readonly max: number;
}

export interface Dataset {
  readonly items: Collection;
  /** `$$.Map.Item.Source` of all items, or of each. */
  readonly source: string | readonly string[];
}

/** Reads a whole dataset. Rejects with a StateFailure, States.ItemReaderFailed, where it cannot. */
export type DatasetReader = (store: ObjectStore, request: DatasetRequest) => Promise<Dataset>;

/**
 * What reading some files takes and the engine does not carry along: decompression and Parquet. Whoever leaves one out
 * cannot read such files; the execution then says so.
 */
export interface DataDecoders {
  readonly gunzip?: (bytes: Uint8Array) => MaybePromise<Uint8Array>;
  readonly unzstd?: (bytes: Uint8Array) => MaybePromise<Uint8Array>;
  /** The rows of an Apache Parquet file as JSON objects, not more than `max`. Throws where it is none. */
  readonly parquet?: (bytes: Uint8Array, max: number) => MaybePromise<readonly ParquetRow[]>;
}

/** Values as JSON has them. */
export type ParquetRow = Readonly<Record<string, unknown>>;
