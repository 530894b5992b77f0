/**
 * S3 as an execution sees it: buckets of objects, behind a port, so that a command line reads a folder and a panel reads
 * memory. Item readers read from it, result writers write to it.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html
 */
import { digestHex } from "../text/hash.ts";
import { utf8Encode } from "../text/utf8.ts";
import { DEFAULT_START_MS } from "./identity.ts";
import type { MaybePromise } from "./maybe-promise.ts";

/** What ListObjectsV2 says about one object. */
export interface StoredObject {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
  /** Epoch milliseconds. */
  readonly lastModifiedMs?: number;
  /** Without the quotes that S3 puts around it. */
  readonly etag?: string;
}

export interface ObjectStore {
  /** Undefined where there is no such object. */
  get(bucket: string, key: string): MaybePromise<Uint8Array | undefined>;
  /** The objects whose keys begin with `prefix`, in any order; undefined where there is no such bucket. */
  list(bucket: string, prefix: string): MaybePromise<readonly StoredObject[] | undefined>;
  /** Writes or replaces; makes the bucket where there is none. */
  put(bucket: string, key: string, bytes: Uint8Array): MaybePromise<void>;
}

/** An object to begin with; text is stored as UTF-8. */
export interface InitialObject {
  readonly bucket: string;
  readonly key: string;
  readonly body: string | Uint8Array;
}

/** Buckets in memory: for tests, the panel and the web. */
export function memoryObjectStore(objects: readonly InitialObject[] = []): ObjectStore {
  const buckets = new Map<string, Map<string, Uint8Array>>();
  const put = (bucket: string, key: string, bytes: Uint8Array): void => {
    const held = buckets.get(bucket) ?? new Map<string, Uint8Array>();
    buckets.set(bucket, held.set(key, bytes));
  };
  for (const { bucket, key, body } of objects) put(bucket, key, typeof body === "string" ? utf8Encode(body) : body);
  return {
    get: (bucket, key) => buckets.get(bucket)?.get(key),
    list: (bucket, prefix) => {
      const held = buckets.get(bucket);
      if (held === undefined) return undefined;
      const found = [...held].filter(([key]) => key.startsWith(prefix));
      return found.map(([key, bytes]) => ({
        key,
        size: bytes.length,
        lastModifiedMs: DEFAULT_START_MS,
        etag: digestHex(bytes, "MD5") ?? "",
      }));
    },
    put,
  };
}
