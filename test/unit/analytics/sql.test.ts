/** What is read of SQL over streams, of Flink and of Kinesis Data Analytics. */
import { describe, expect, it } from "vitest";
import { readQueries, type WindowQuery } from "../../../engine/src/services/analytics/sql.ts";

function read(sql: string): WindowQuery {
  const queries = readQueries(sql);
  if (typeof queries === "string") throw new Error(queries);
  return queries[0] as WindowQuery;
}

it.each([
  [
    "SELECT k, COUNT(*) AS n FROM s GROUP BY TUMBLE(ts, INTERVAL '10' MINUTE), k",
    { kind: "tumbling", sizeMs: 600_000 },
  ],
  [
    "SELECT k, SUM(v) AS n FROM TABLE(TUMBLE(TABLE s, DESCRIPTOR(ts), INTERVAL '10' SECONDS)) GROUP BY window_start, window_end, k",
    { kind: "tumbling", sizeMs: 10_000 },
  ],
  [
    "SELECT k, SUM(v) AS n FROM TABLE(HOP(TABLE s, DESCRIPTOR(ts), INTERVAL '5' SECONDS, INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, k",
    { kind: "hopping", slideMs: 5_000, sizeMs: 60_000 },
  ],
  [
    "SELECT k, COUNT(*) AS n FROM s GROUP BY HOP(ts, INTERVAL '1' SECOND, INTERVAL '3' SECOND), k",
    { kind: "hopping", slideMs: 1_000, sizeMs: 3_000 },
  ],
  ["SELECT k, COUNT(*) AS n FROM s GROUP BY SESSION(ts, INTERVAL '30' SECOND), k", { kind: "session", gapMs: 30_000 }],
  [
    'SELECT STREAM "k", COUNT(*) AS n FROM "S_001" GROUP BY "k", STEP("S_001".ROWTIME BY INTERVAL \'60\' SECOND)',
    { kind: "tumbling", sizeMs: 60_000 },
  ],
  [
    "SELECT STREAM k, COUNT(*) AS n FROM S GROUP BY k, FLOOR(S.ROWTIME TO MINUTE)",
    { kind: "tumbling", sizeMs: 60_000 },
  ],
  [
    "SELECT STREAM k, COUNT(*) AS n FROM S WINDOWED BY STAGGER (PARTITION BY k RANGE INTERVAL '1' MINUTE)",
    { kind: "stagger", sizeMs: 60_000 },
  ],
  [
    "SELECT STREAM k, AVG(v) OVER W1 AS a FROM S WINDOW W1 AS (PARTITION BY k RANGE INTERVAL '1' MINUTE PRECEDING)",
    { kind: "sliding", rangeMs: 60_000 },
  ],
  [
    "SELECT k, AVG(v) OVER (PARTITION BY k ORDER BY ts ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS a FROM S",
    { kind: "sliding-rows", rows: 3 },
  ],
])("%s", (sql, window) => {
  const query = read(sql);
  expect(query.window).toEqual(window);
  expect(query.keys).toEqual(["k"]);
  expect(query.aggregates).toHaveLength(1);
});

describe("a pump of Kinesis Data Analytics", () => {
  const query = read(`
    CREATE OR REPLACE STREAM "OUT" ("k" VARCHAR(8), "n" INTEGER); -- the results
    CREATE OR REPLACE PUMP "P" AS INSERT INTO "OUT"
      SELECT STREAM "k", COUNT(*) AS "n", MAX("v" * 2) AS "m" FROM "IN_001"
      WHERE "v" BETWEEN 1 AND 9 AND "k" LIKE 'a%' AND "x" IS NULL
      GROUP BY "k", STEP("IN_001".ROWTIME BY INTERVAL '1' MINUTE)
      HAVING COUNT(*) > 1;`);

  it("goes into its stream, by arrival", () => {
    expect(query.into).toBe("OUT");
    expect(query.timeColumn).toBeUndefined();
    expect(query.selected.map(({ as, is }) => [as, is])).toEqual([
      ["k", "key"],
      ["n", "aggregate"],
      ["m", "aggregate"],
    ]);
  });

  it.each([
    [{ k: "ab", v: 3 }, true],
    [{ k: "ab", v: 30 }, false],
    [{ k: "b", v: 3 }, false],
    [{ k: "ab", v: 3, x: 1 }, false],
  ])("takes %j: %s", (values, isTaken) => {
    expect(query.where?.({ timeMs: 0, values })).toBe(isTaken);
  });

  it("computes of each row", () => {
    expect(query.aggregates[1]?.of?.({ timeMs: 0, values: { v: 4 } })).toBe(8);
    expect(query.having?.({ timeMs: 0, values: { $having2: 2 } })).toBe(true);
  });
});

it("a watermark says which column event time is, and how late it may be", () => {
  const query =
    read(`CREATE TABLE s (k STRING, ts TIMESTAMP(3), WATERMARK FOR ts AS ts - INTERVAL '5' SECOND) WITH ('connector' = 'kinesis');
    SELECT k, COUNT(*) AS n FROM s GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE), k`);
  expect([query.timeColumn, query.delayMs]).toEqual(["ts", 5_000]);
});

it.each([
  ["SELECT k FROM s", /without a window/],
  ["SELECT k, v, COUNT(*) AS n FROM s GROUP BY k, TUMBLE(ts, INTERVAL '1' MINUTE)", /`v`, which is not in GROUP BY/],
  ["SELECT k, COUNT(DISTINCT v) AS n FROM s GROUP BY k, TUMBLE(ts, INTERVAL '1' MINUTE)", /DISTINCT/],
  ["SELECT k FROM TABLE(RANDOM_CUT_FOREST(CURSOR(SELECT STREAM * FROM s)))", /cannot be/],
  ["CREATE STREAM x (k INTEGER)", /no SELECT/],
  ["SELECT k, FROM", /cannot be read/],
])("%s is not read", (sql, text) => {
  expect(readQueries(sql)).toMatch(text);
});
