/** Timestamps as AWS reads them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { formatTimestamp, parseTimestamp } from "../../../engine/src/run/timestamp.ts";

test.each([
  ["2016-12-05T21:29:29Z", "2016-12-05T21:29:29.000Z"],
  ["2016-12-05T21:29:29.123Z", "2016-12-05T21:29:29.123Z"],
  ["2016-12-05T21:29:29.123456789Z", "2016-12-05T21:29:29.123Z"],
  ["2016-12-05T21:29:29+01:00", "2016-12-05T20:29:29.000Z"],
  ["2016-12-05T21:29:29-05:30", "2016-12-06T02:59:29.000Z"],
  ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
])("%s is %s", (text, utc) => {
  const timeMs = parseTimestamp(text);
  expect(timeMs === undefined ? undefined : formatTimestamp(timeMs)).toBe(utc);
});

test.each([
  "2016-12-05 21:29:29Z",
  "2016-12-05T21:29:29",
  "2016-13-05T21:29:29Z",
  "2016-12-05T25:29:29Z",
  "05-12-2016T21:29:29Z",
  "2023-02-29T00:00:00Z",
  "2016-12-05",
  "",
  "now",
])("%j is no timestamp", (text) => {
  expect(parseTimestamp(text)).toBeUndefined();
});

test("every millisecond of four-digit years survives", () => {
  const times = fc.integer({ min: Date.UTC(1000, 0, 1), max: Date.UTC(9999, 11, 31) });
  fc.assert(
    fc.property(times, (timeMs) => {
      expect(parseTimestamp(formatTimestamp(timeMs))).toBe(timeMs);
    }),
  );
});
