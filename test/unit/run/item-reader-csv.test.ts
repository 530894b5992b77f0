/** Delimited text by Step Functions' rules, as rows of data. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { StateFailure } from "../../../engine/src/run/errors.ts";
import { readCsv } from "../../../engine/src/run/item-reader/csv.ts";

interface Row {
  readonly what: string;
  readonly text: string;
  readonly config?: JsonObject;
  readonly max?: number;
  readonly items: readonly JsonObject[];
}

const GIVEN = { CSVHeaderLocation: "GIVEN", CSVHeaders: ["a", "b"] };

const ROWS: readonly Row[] = [
  {
    what: "headers in the first row",
    text: "a,b\n1,2\n3,4\n",
    items: [
      { a: "1", b: "2" },
      { a: "3", b: "4" },
    ],
  },
  { what: "no line end at the end", text: "a,b\n1,2", items: [{ a: "1", b: "2" }] },
  { what: "Windows line ends", text: "a,b\r\n1,2\r\n", items: [{ a: "1", b: "2" }] },
  { what: "a byte order mark", text: "\ufeffa,b\n1,2", items: [{ a: "1", b: "2" }] },
  { what: "empty lines are no rows", text: "a,b\n\n1,2\n\n\n", items: [{ a: "1", b: "2" }] },
  { what: "a row of one empty quoted cell is a row", text: 'a\n""\n', items: [{ a: "" }] },
  { what: "missing cells are empty", text: "a,b\n1\n", items: [{ a: "1", b: "" }] },
  { what: "cells past the headers are left out", text: "a,b\n1,2,3\n", items: [{ a: "1", b: "2" }] },
  {
    what: "headers given",
    text: "1,2\n3,4",
    config: GIVEN,
    items: [
      { a: "1", b: "2" },
      { a: "3", b: "4" },
    ],
  },
  { what: "quotes around a delimiter", text: 'a,b\n"1,5",2', items: [{ a: "1,5", b: "2" }] },
  { what: "quotes around a line end", text: 'a,b\n"1\n5",2', items: [{ a: "1\n5", b: "2" }] },
  { what: "doubled quotes", text: 'a,b\n"say ""hi""",2', items: [{ a: 'say "hi"', b: "2" }] },
  { what: "a quote inside an unquoted cell", text: 'a,b\n5" pipe,2', items: [{ a: '5" pipe', b: "2" }] },
  { what: "a backslash before a backslash", text: "a,b\nC:\\\\dir,2", items: [{ a: "C:\\dir", b: "2" }] },
  { what: "a backslash before a quote", text: 'a,b\n\\"x\\",2', items: [{ a: '"x"', b: "2" }] },
  { what: "a backslash before the delimiter", text: "a,b\n1\\,5,2", items: [{ a: "1,5", b: "2" }] },
  { what: "a backslash before anything else", text: "a,b\nC:\\dir,\\n", items: [{ a: "C:dir", b: "n" }] },
  {
    what: "a backslash before another delimiter",
    text: "a|b\n1\\,5|2",
    config: { CSVDelimiter: "PIPE" },
    items: [{ a: "1,5", b: "2" }],
  },
  { what: "semicolons", text: "a;b\n1;2", config: { CSVDelimiter: "SEMICOLON" }, items: [{ a: "1", b: "2" }] },
  { what: "spaces", text: 'a b\n1 "2 3"', config: { CSVDelimiter: "SPACE" }, items: [{ a: "1", b: "2 3" }] },
  { what: "tabs", text: "a\tb\n1\t2", config: { CSVDelimiter: "TAB" }, items: [{ a: "1", b: "2" }] },
  { what: "not more than asked for", text: "a\n1\n2\n3", max: 2, items: [{ a: "1" }, { a: "2" }] },
  { what: "nothing", text: "", items: [] },
  { what: "a header alone", text: "a,b\n", items: [] },
  {
    what: "names that objects have themselves",
    text: "__proto__,constructor\n1,2",
    items: [JSON.parse('{"__proto__":"1","constructor":"2"}') as JsonObject],
  },
];

test.each(ROWS)("$what", ({ text, config = {}, max = 1_000, items }) => {
  expect(readCsv(text, config, max)).toEqual(items);
});

describe("refuses", () => {
  test.each([
    ["headers that stand twice", "a,b,a\n1,2,3", {}, "CSV headers cannot contain duplicates."],
    [
      "given headers that stand twice",
      "1,2",
      { CSVHeaderLocation: "GIVEN", CSVHeaders: ["x", "x"] },
      "CSV headers cannot contain duplicates.",
    ],
    ["headers of more than 10 KiB", `${"h".repeat(10_241)}\n1`, {}, "CSV headers cannot be longer than 10240 bytes."],
  ] as const)("%s", (_what, text, config, cause) => {
    let thrown: unknown;
    try {
      readCsv(text, config, 10);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(StateFailure);
    expect(thrown).toMatchObject({ error: "States.ItemReaderFailed", cause });
  });
});

test("gives back whatever was written in quotes", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", " ", ",", "|", '"', "\\", "\n", "\r") });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 });
  const quote = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '""')}"`;
  fc.assert(
    fc.property(rows, fc.constantFrom("\n", "\r\n"), (given, end) => {
      const text = given.map((row) => row.map(quote).join(",")).join(end);
      expect(readCsv(text, GIVEN, 100)).toEqual(given.map(([a, b]) => ({ a, b })));
    }),
  );
});

test("reads any text at all", () => {
  const text = fc.string({ unit: fc.constantFrom("a", ",", '"', "\\", "\n", "\r") });
  fc.assert(
    fc.property(text, (given) => {
      for (const item of readCsv(given, GIVEN, 100)) expect(Object.keys(item)).toEqual(["a", "b"]);
    }),
  );
});

test("a million cells", () => {
  const text = `a,b,c,d\n${"1,2,3,4\n".repeat(250_000)}`;
  expect(readCsv(text, {}, 1_000_000)).toHaveLength(250_000);
});
