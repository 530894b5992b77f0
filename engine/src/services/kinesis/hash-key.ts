/**
 * Where a record belongs: the MD5 of its partition key as a number of 128 bits. Written as 32 hexadecimal digits, which
 * compare as the numbers do; AWS writes them in decimal.
 * https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html
 */
import { hashHex } from "../../text/hash.ts";

const DIGITS = 32;
const LIMIT = 1n << 128n;

export const FIRST_HASH_KEY = "0".repeat(DIGITS);
export const LAST_HASH_KEY = "f".repeat(DIGITS);

/** Keys repeat: so many are remembered with what was found. */
const MAX_REMEMBERED = 65_536;
const remembered = new Map<string, string>();

/** Of a partition key, in UTF-8. */
export function hashKeyOf(partitionKey: string): string {
  const known = remembered.get(partitionKey);
  if (known !== undefined) return known;
  const hashKey = hashHex(partitionKey, "MD5") ?? FIRST_HASH_KEY;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(partitionKey, hashKey);
  return hashKey;
}

/** Of an ExplicitHashKey or NewStartingHashKey in decimal; undefined where it is no number from 0 to 2^128 - 1. */
export function hashKeyOfDecimal(decimal: string): string | undefined {
  if (!/^\d{1,39}$/.test(decimal)) return undefined;
  const number = BigInt(decimal);
  return number < LIMIT ? written(number) : undefined;
}

export function decimalOf(hashKey: string): string {
  return BigInt(`0x${hashKey}`).toString();
}

/** The hash key so many after another; none is below the first or above the last. */
export function hashKeyAfter(hashKey: string, count: number): string {
  return written(BigInt(`0x${hashKey}`) + BigInt(count));
}

/** From and to, both included. */
export interface HashKeyRange {
  readonly start: string;
  readonly end: string;
}

/** Equal ranges; what does not divide goes to the last one. */
export function equalRanges(count: number): readonly HashKeyRange[] {
  const size = LIMIT / BigInt(count);
  return Array.from({ length: count }, (_, index) => {
    const start = BigInt(index) * size;
    return { start: written(start), end: index === count - 1 ? LAST_HASH_KEY : written(start + size - 1n) };
  });
}

/** Where a range is cut into halves: the first hash key of the second one. */
export function middleOf({ start, end }: HashKeyRange): string {
  return written((BigInt(`0x${start}`) + BigInt(`0x${end}`)) / 2n + 1n);
}

function written(number: bigint): string {
  return number.toString(16).padStart(DIGITS, "0");
}
