/** What each operator passes and what not, dialect by dialect. A row: a list, then values that pass, then values that do not. */
import { compilePattern, type JsonValue, matchesPattern, type PatternDialect } from "@sluice/engine";
import { describe, expect, test } from "vitest";

/** Stands for a field that is not there. */
const ABSENT = "(absent)";
type Row = readonly [list: readonly JsonValue[], passes: readonly JsonValue[], fails: readonly JsonValue[]];

const EVERYWHERE: readonly Row[] = [
  [["a"], ["a", ["b", "a"]], ["A", "ab", "", 1, null, true, ABSENT, [], {}]],
  [[""], [""], ["a", null, ABSENT]],
  [[1], [1, 1.0, [0, 1]], ["1", 2, true, ABSENT]],
  [[3.018e2], [301.8], [301, "301.8"]],
  [[true], [true], ["true", 1, false]],
  [[null], [null], ["null", ABSENT, "", 0, []]],
  [[{ prefix: "ab" }], ["ab", "abc"], ["Ab", "a", "cab", 1, ABSENT]],
  [[{ prefix: "" }], ["", "x"], [1, null, ABSENT]],
  [[{ suffix: ".png" }], [".png", "a.png"], ["a.PNG", "png", 1]],
  [[{ suffix: "" }], ["", "x"], [true, ABSENT]],
  [[{ "equals-ignore-case": "Straße" }], ["straße", "STRAßE"], ["STRASSE", "strasse"]],
  [[{ "equals-ignore-case": "" }], [""], ["a"]],
  [[{ "anything-but": "a" }], ["b", "A", 1, null, true, ["a", "b"]], ["a", ABSENT, [], ["a"]]],
  [[{ "anything-but": ["a", "b"] }], ["c", 1], ["a", "b"]],
  [[{ "anything-but": 100 }], [101, "100", null], [100, 1e2]],
  [[{ "anything-but": [1, 2] }], [3, "1"], [1, 2]],
  [[{ "anything-but": { prefix: "tmp-" } }], ["a", "Tmp-1", 1, null], ["tmp-", "tmp-1", ABSENT]],
  [[{ numeric: ["=", 5] }], [5, 5.0], [5.1, "5", null, ABSENT]],
  [[{ numeric: [">", 0, "<=", 5] }], [0.1, 5], [0, 5.1, "3"]],
  [[{ numeric: [">=", 0] }], [0, 1], [-1]],
  [[{ numeric: ["<", 0] }], [-1], [0]],
  [[{ cidr: "10.0.0.0/24" }], ["10.0.0.0", "10.0.0.255"], ["10.0.1.0", "10.0.0", "10.0.0.256", 10, "a"]],
  [[{ cidr: "2001:db8::/32" }], ["2001:0db8:0:0:0:0:0:1", "2001:DB8:ffff::"], ["2001:db9::1", "10.0.0.1"]],
  [["10.0.0.1"], ["10.0.0.1"], ["10.0.0.2"]],
  [["2001:db8::1"], ["2001:db8:0:0:0:0:0:1"], ["2001:db8::2"]],
  [[{ exists: true }], ["a", "", 0, null, false], [ABSENT, [], {}, { b: 1 }]],
  [[{ exists: false }], [ABSENT, [], {}, { b: 1 }], ["a", "", 0, null]],
  [
    ["a", { numeric: [">", 1] }, { exists: false }],
    ["a", 2, ABSENT],
    ["b", 1],
  ],
];

const EVENTBRIDGE: readonly Row[] = [
  [[{ wildcard: "a*c" }], ["ac", "abc", "abbc"], ["abcd", "bac", 1]],
  [[{ wildcard: "*.p*g" }], ["a.png", ".pg"], ["a.png.x", "apng"]],
  [[{ wildcard: "a\\*b\\\\" }], ["a*b\\"], ["axb\\"]],
  [[{ wildcard: "*" }], ["", "a"], [1, null, ABSENT]],
  [[{ wildcard: "" }], [""], ["a"]],
  [[{ wildcard: "ab*ba" }], ["abba", "abXba"], ["aba"]],
  [[{ prefix: { "equals-ignore-case": "Ev" } }], ["event", "EVENT"], ["even t".slice(1)]],
  [[{ suffix: { "equals-ignore-case": ".PNG" } }], ["a.png", "A.Png"], ["a.jpg"]],
  [[{ "anything-but": { suffix: [".tmp", ".log"] } }], ["a", 1], ["a.tmp", "b.log"]],
  [[{ "anything-but": { "equals-ignore-case": ["On", "Off"] } }], ["standby"], ["ON", "off"]],
  [[{ "anything-but": { wildcard: "*/tmp/*" } }], ["/var"], ["/var/tmp/x"]],
  [[{ exactly: "a" }], ["a"], ["b"]],
  // Of IP addresses, too: only bare texts match however an address is written.
  [[{ exactly: "2001:db8::1" }], ["2001:db8::1"], ["2001:db8:0:0:0:0:0:1"]],
];

function matches(list: readonly JsonValue[], value: JsonValue, dialect: PatternDialect): boolean {
  const data = value === ABSENT ? {} : { a: value };
  const compiled = compilePattern({ a: list }, dialect);
  expect(compiled.rejection).toBeUndefined();
  return matchesPattern(compiled, dialect === "sns-body" ? { body: JSON.stringify(data) } : data);
}

function rows(table: readonly Row[]): readonly [string, ...Row][] {
  return table.map((row) => [JSON.stringify(row[0]), ...row]);
}

describe.each(["sns-body", "eventbridge", "esm"] as const)("%s", (dialect) => {
  test.each(rows(EVERYWHERE))("%s", (_, list, passes, fails) => {
    for (const value of passes) expect(matches(list, value, dialect), `${JSON.stringify(value)} passes`).toBe(true);
    for (const value of fails) expect(matches(list, value, dialect), `${JSON.stringify(value)} fails`).toBe(false);
  });
});

describe("EventBridge alone", () => {
  test.each(rows(EVENTBRIDGE))("%s", (_, list, passes, fails) => {
    for (const value of passes) expect(matches(list, value, "eventbridge"), JSON.stringify(value)).toBe(true);
    for (const value of fails) expect(matches(list, value, "eventbridge"), JSON.stringify(value)).toBe(false);
  });
});

test.each([
  // SNS: five digits behind the point. EventBridge: the whole double.
  ["sns-body", "100.123456789", "100.1234567", true],
  ["eventbridge", "100.123456789", "100.1234567", false],
  ["sns-body", "1.00005", "1.000050001", true],
  ["sns-body", "1.00005", "1.00006", false],
  ["eventbridge", "0.1", "1e-1", true],
  ["eventbridge", "300", "3e2", true],
  ["eventbridge", "-0", "0", true],
  // Beyond a double numbers are compared by their texts.
  ["eventbridge", "9007199254740993", "9007199254740993", true],
  ["eventbridge", "9007199254740993", "9007199254740992", false],
  ["eventbridge", "1e400", "1e400", true],
  ["eventbridge", "1e400", "2e400", false],
] as const)("%s: %s and %s", (dialect, wanted, given, expected) => {
  const compiled = compilePattern(`{"a": [${wanted}]}`, dialect);
  const text = `{"a": ${given}}`;
  expect(matchesPattern(compiled, dialect === "sns-body" ? { body: text } : text)).toBe(expected);
});
