/**
 * Digests of texts and bytes: the five algorithms of States.Hash and JSONata's $hash; MD5 also for SQS and Kinesis.
 * https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html
 */
import { md5, sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha384, sha512 } from "@noble/hashes/sha2.js";
import { utf8Encode } from "./utf8.ts";

const ALGORITHMS: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  ["MD5", md5],
  ["SHA-1", sha1],
  ["SHA-256", sha256],
  ["SHA-384", sha384],
  ["SHA-512", sha512],
]);

export const HASH_ALGORITHMS: readonly string[] = [...ALGORITHMS.keys()];

/** Lower-case hexadecimal digest; undefined for an unknown algorithm. */
export function hashHex(text: string, algorithm: string): string | undefined {
  return digestHex(utf8Encode(text), algorithm);
}

/** As `hashHex`, of bytes. */
export function digestHex(bytes: Uint8Array, algorithm: string): string | undefined {
  const digest = ALGORITHMS.get(algorithm)?.(bytes);
  return digest === undefined ? undefined : Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
