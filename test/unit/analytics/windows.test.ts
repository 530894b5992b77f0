/** Windows of rows in any order, against what computing over all of the rows at once gives. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Aggregate,
  addTo,
  newTally,
  type Row,
  resultOf,
} from "../../../engine/src/services/analytics/aggregate.ts";
import { Watermarks } from "../../../engine/src/services/analytics/watermarks.ts";
import { fixedSpans, type WindowSpec } from "../../../engine/src/services/analytics/window-spec.ts";
import { type WindowResult, Windows } from "../../../engine/src/services/analytics/windows.ts";

const value = ({ values }: Row): number | undefined => values.v as number | undefined;
const AGGREGATES: readonly Aggregate[] = [
  { name: "COUNT", of: undefined, as: "count" },
  ...(["SUM", "AVG", "MIN", "MAX"] as const).map((name): Aggregate => ({ name, of: value, as: name })),
];

interface Keyed {
  readonly key: string;
  readonly row: Row;
}

type Result = Pick<WindowResult, "key" | "startMs" | "endMs" | "values">;

function computed(key: string, startMs: number, endMs: number, rows: readonly Row[]): Result {
  const values = AGGREGATES.map((aggregate) => {
    const tally = newTally();
    for (const row of rows) addTo(tally, aggregate, row);
    return resultOf(tally, aggregate);
  });
  return { key, startMs, endMs, values };
}

/** Over all rows, without order, watermark or state. */
function bruteForce(spec: WindowSpec, all: readonly Keyed[]): readonly Result[] {
  return [...new Set(all.map(({ key }) => key))].flatMap((key) => {
    const rows = all.filter((each) => each.key === key).map(({ row }) => row);
    const sorted = rows.toSorted((a, b) => a.timeMs - b.timeMs);
    return spec.kind === "tumbling" || spec.kind === "hopping"
      ? ofFixed(spec, key, sorted)
      : spec.kind === "sliding" || spec.kind === "sliding-rows"
        ? ofSliding(spec, key, sorted)
        : ofOwn(spec, key, sorted);
  });
}

function ofFixed(spec: WindowSpec, key: string, rows: readonly Row[]): readonly Result[] {
  const spans = new Map(rows.flatMap(({ timeMs }) => fixedSpans(spec, timeMs)).map((span) => [span.startMs, span]));
  return [...spans.values()].map(({ startMs, endMs }) => {
    return computed(
      key,
      startMs,
      endMs,
      rows.filter(({ timeMs }) => timeMs >= startMs && timeMs < endMs),
    );
  });
}

function ofSliding(spec: WindowSpec, key: string, rows: readonly Row[]): readonly Result[] {
  return rows.map((row, index) => {
    const from = spec.kind === "sliding-rows" ? index - spec.rows : 0;
    const sinceMs = spec.kind === "sliding" ? row.timeMs - spec.rangeMs : Number.NEGATIVE_INFINITY;
    const within = rows.slice(Math.max(0, from), index + 1).filter(({ timeMs }) => timeMs >= sinceMs);
    return computed(key, (within[0] as Row).timeMs, row.timeMs, within);
  });
}

/** Windows that rows themselves begin: parts of the sorted rows. */
function ofOwn(spec: WindowSpec, key: string, rows: readonly Row[]): readonly Result[] {
  const results: Result[] = [];
  let from = 0;
  for (let index = 1; index <= rows.length; index++) {
    const first = (rows[from] as Row).timeMs;
    const last = (rows[index - 1] as Row).timeMs;
    const endMs = spec.kind === "session" ? last + spec.gapMs : first + (spec.kind === "stagger" ? spec.sizeMs : 0);
    if (index < rows.length && (rows[index] as Row).timeMs < endMs) continue;
    results.push(computed(key, first, endMs, rows.slice(from, index)));
    from = index;
  }
  return results;
}

const spec: fc.Arbitrary<WindowSpec> = fc.oneof(
  fc.record({ kind: fc.constant("tumbling" as const), sizeMs: fc.integer({ min: 1, max: 50 }) }),
  fc.record({
    kind: fc.constant("hopping" as const),
    sizeMs: fc.integer({ min: 1, max: 50 }),
    slideMs: fc.integer({ min: 1, max: 50 }),
  }),
  fc.record({ kind: fc.constant("session" as const), gapMs: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ kind: fc.constant("stagger" as const), sizeMs: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ kind: fc.constant("sliding" as const), rangeMs: fc.integer({ min: 0, max: 50 }) }),
  fc.record({ kind: fc.constant("sliding-rows" as const), rows: fc.integer({ min: 0, max: 5 }) }),
);

/** Rows with different times: of equal ones, who comes first is the order of arrival. */
const rows = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.constantFrom("a", "b"), fc.integer({ min: -9, max: 9 })), {
    selector: ([timeMs]) => timeMs,
    maxLength: 40,
  })
  .map((all) => all.map(([timeMs, key, v]): Keyed => ({ key, row: { timeMs, values: v === 0 ? {} : { v } } })));

const order = ({ key, startMs, endMs }: Result): string =>
  `${key} ${String(startMs).padStart(5)} ${String(endMs).padStart(5)}`;
const sorted = (results: readonly Result[]): readonly Result[] =>
  results
    .map(({ key, startMs, endMs, values }) => ({ key, startMs, endMs, values }))
    .toSorted((a, b) => (order(a) < order(b) ? -1 : 1));

describe("windows", () => {
  it("agree with what all rows at once give, in whatever order they come, wherever they are saved", () => {
    fc.assert(
      fc.property(spec, rows, fc.nat(50), (given, all, saveAt) => {
        let windows = new Windows(given, AGGREGATES);
        const results: WindowResult[] = [];
        // The watermark stays behind whatever is still to come.
        for (const [index, { key, row }] of all.entries()) {
          const late = windows.add(key, row);
          expect(late).toEqual([]);
          const left = all.slice(index + 1).map((each) => each.row.timeMs);
          results.push(...windows.advance(Math.min(...left, row.timeMs)));
          if (index === saveAt) {
            const again = new Windows(given, AGGREGATES);
            again.restore(JSON.parse(JSON.stringify(windows.save())));
            windows = again;
          }
        }
        results.push(...windows.advance(1_000));
        expect(sorted(results)).toEqual(sorted(bruteForce(given, all)));
        expect(windows.waitingRows).toBe(0);
      }),
      { numRuns: 2_000, seed: 4 },
    );
  });

  it("leave out what is late, and say so", () => {
    const windows = new Windows({ kind: "tumbling", sizeMs: 10 }, AGGREGATES);
    windows.add("a", { timeMs: 3, values: { v: 1 } });
    expect(windows.advance(10).map(({ values }) => values[0])).toEqual([1]);
    expect(windows.add("a", { timeMs: 9, values: { v: 1 } })).toBeUndefined();
  });

  it("are given again for rows that may be late", () => {
    const windows = new Windows({ kind: "tumbling", sizeMs: 10 }, AGGREGATES, 5);
    windows.add("a", { timeMs: 3, values: { v: 1 } });
    windows.advance(12);
    expect(windows.add("a", { timeMs: 9, values: { v: 4 } })).toMatchObject([
      { values: [2, 5, 2.5, 1, 4], isUpdate: true },
    ]);
    windows.advance(15);
    expect(windows.add("a", { timeMs: 9, values: { v: 4 } })).toBeUndefined();
  });
});

describe("the watermark", () => {
  it("waits for the shard that is furthest behind, until that is idle", () => {
    const watermarks = new Watermarks(5, 1_000);
    expect(watermarks.at(0)).toBe(Number.NEGATIVE_INFINITY);
    watermarks.see(0, 100, 0);
    watermarks.see(1, 40, 0);
    expect(watermarks.at(10)).toBe(35);
    watermarks.see(0, 200, 900);
    watermarks.see(0, 150, 950);
    expect(watermarks.at(1_200)).toBe(195);
    watermarks.forget(0);
    expect(watermarks.at(1_200)).toBe(35);
  });
});
