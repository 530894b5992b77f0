/** Where records go, against MD5 and ranges that are computed apart. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../../engine/src/random.ts";
import {
  decimalOf,
  equalRanges,
  FIRST_HASH_KEY,
  hashKeyOf,
  hashKeyOfDecimal,
  LAST_HASH_KEY,
} from "../../../engine/src/services/kinesis/hash-key.ts";
import { ShardMap } from "../../../engine/src/services/kinesis/shard-map.ts";

const KEYS = 10_000;
const LIMIT = 2n ** 128n;

/** Keys as people have them: numbers, UUIDs, other scripts, long ones. */
function keys(): readonly string[] {
  const random = createRandom(1);
  const kinds = [
    (index: number) => `customer-${index}`,
    () => random.uuid(),
    (index: number) => String(index),
    (index: number) => `ключ ${index} 日本 🙂`,
    (index: number) => String.fromCodePoint(0x20 + Math.floor(random.next() * 0x2000)).repeat(1 + (index % 256)),
  ];
  return Array.from({ length: KEYS }, (_, index) => (kinds[index % kinds.length] as (index: number) => string)(index));
}

function expectedHash(key: string): bigint {
  return BigInt(`0x${createHash("md5").update(key, "utf8").digest("hex")}`);
}

describe("hash keys", () => {
  it(`of ${KEYS} partition keys are their MD5`, () => {
    for (const key of keys()) expect(decimalOf(hashKeyOf(key))).toBe(expectedHash(key).toString());
  });

  it.each([1, 2, 3, 7, 32, 100])("put records into the shard of %i that computing apart gives", (count) => {
    const shards = new ShardMap(count);
    const size = LIMIT / BigInt(count);
    for (const key of keys()) {
      const wanted = expectedHash(key) / size;
      const expected = wanted >= BigInt(count) ? count - 1 : Number(wanted);
      expect(shards.of(hashKeyOf(key)).index).toBe(expected);
    }
  });

  it("in decimal have 128 bits and no more", () => {
    expect(hashKeyOfDecimal("0")).toBe(FIRST_HASH_KEY);
    expect(hashKeyOfDecimal((LIMIT - 1n).toString())).toBe(LAST_HASH_KEY);
    for (const bad of [LIMIT.toString(), "-1", "", "1e3", "0x1"]) expect(hashKeyOfDecimal(bad)).toBeUndefined();
  });

  it.each([1, 3, 10, 4_096])("are all in one of %i equal ranges", (count) => {
    const ranges = equalRanges(count);
    expect(ranges[0]?.start).toBe(FIRST_HASH_KEY);
    expect(ranges.at(-1)?.end).toBe(LAST_HASH_KEY);
    for (const [index, { end }] of ranges.slice(0, -1).entries()) {
      expect(BigInt(`0x${ranges[index + 1]?.start}`)).toBe(BigInt(`0x${end}`) + 1n);
    }
  });
});
