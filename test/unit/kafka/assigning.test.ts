/** Which partition a record goes to, and which member reads it. */
import { describe, expect, it, test } from "vitest";
import { type Assignment, assign } from "../../../engine/src/services/kafka/assignors.ts";
import { murmur2 } from "../../../engine/src/services/kafka/murmur2.ts";
import { utf8Encode } from "../../../engine/src/text/utf8.ts";

/** Of Kafka's own tests: UtilsTest.testMurmur2. */
test.each([
  ["21", -973_932_308],
  ["foobar", -790_332_482],
  ["a-little-bit-long-string", -985_981_536],
  ["a-little-bit-longer-string", -1_486_304_829],
  ["lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58_897_971],
  ["abc", 479_470_107],
])("the hash of %s", (key, hash) => {
  expect(murmur2(utf8Encode(key)) | 0).toBe(hash);
});

describe("partitions are given out", () => {
  const TOPICS = [
    [0, 1, 2],
    [3, 4, 5],
  ];
  const given = (way: Assignment, members: readonly number[], owned: readonly (readonly [number, number[]])[] = []) =>
    [...assign(way, members, TOPICS, new Map(owned)).values()].map((each) => [...each].sort());

  it("in ranges, of each topic apart: the first members get more", () => {
    expect(given("range", [1, 2])).toEqual([
      [0, 1, 3, 4],
      [2, 5],
    ]);
  });

  it("in turn", () => {
    expect(given("roundrobin", [1, 2])).toEqual([
      [0, 2, 4],
      [1, 3, 5],
    ]);
  });

  it("so that as few move as can be", () => {
    const owned = [
      [1, [0, 1, 2]],
      [2, [3, 4, 5]],
    ] as const;
    const [first = [], second = [], third = []] = given(
      "sticky",
      [1, 2, 3],
      owned.map(([member, numbers]) => [member, [...numbers]]),
    );
    expect([first.length, second.length, third.length]).toEqual([2, 2, 2]);
    expect([0, 1, 2]).toEqual(expect.arrayContaining(first));
    expect([3, 4, 5]).toEqual(expect.arrayContaining(second));
  });

  it("to as many members as there are partitions; the others have none", () => {
    expect(given("range", [1, 2, 3, 4]).map(({ length }) => length)).toEqual([2, 2, 2, 0]);
  });
});
