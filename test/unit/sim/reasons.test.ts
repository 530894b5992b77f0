import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { HAPPENING_WORDS, REASON_CODES, sentenceOf, textOf } from "../../../engine/src/services/reasons.ts";
import { duration, ordinal } from "../../../engine/src/services/sentences.ts";

const ENGINE = join(import.meta.dirname, "../../../engine/src");

/** Has names of prices, which look like codes. */
const OTHER_CODES = /(^|\/)(usage|prices)\.ts$/;

/** All that nodes and kernel are made of. */
function sources(): readonly string[] {
  return ["services", "sim"].flatMap((folder) => {
    const names = readdirSync(join(ENGINE, folder), { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => name.endsWith(".ts") && !OTHER_CODES.test(name))
      .map((name) => readFileSync(join(ENGINE, folder, name), "utf8"));
  });
}

function found(pattern: RegExp): readonly string[] {
  const all = sources().flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ""));
  return [...new Set(all)].sort();
}

/** A code begins with whose it is: `sqs.received`. Other words with a point in them, settings and prices, do not. */
function serviceOf(code: string): string {
  return code.slice(0, code.indexOf("."));
}

describe("the tables", () => {
  it("have a sentence for every code that is used, and no other", () => {
    const services = new Set(REASON_CODES.map(serviceOf));
    const named = found(/"([a-z]+\.[a-z-]+)"(?!:)/g).filter((code) => services.has(serviceOf(code)));
    const given = found(/\bcode: "([a-z]+\.[a-z-]+)"/g);
    expect([...new Set([...named, ...given])].sort()).toEqual([...REASON_CODES].sort());
  });

  it("have words for all that happens", () => {
    const used = found(/tell\((?:[^"()]*\? )?"([a-z][A-Za-z]+)"/g);
    expect(used.length).toBeGreaterThan(20);
    for (const word of used) expect(HAPPENING_WORDS).toContain(word);
  });
});

describe("sentences", () => {
  const rows: readonly [string, string][] = [
    [
      sentenceOf({ code: "sqs.visibility-expired", seconds: 30, count: 1 }),
      "its visibility timeout expired after 30 s; it was received once and not deleted",
    ],
    [sentenceOf({ code: "sqs.group-blocked", group: "g1", message: 7 }), "group g1 is blocked by m7"],
    [
      sentenceOf({ code: "sqs.deduplicated", message: 3, afterMs: 192_000 }),
      "it has the deduplication id of m3, sent 3 min 12 s ago",
    ],
    [sentenceOf({ code: "kernel.fault", throttleRate: 0.5, slowness: 3 }), "50 % of calls throttled, 3 times as slow"],
    [
      textOf({
        sequence: 1,
        timeMs: 0,
        node: "Orders",
        what: "received",
        message: 4,
        why: { code: "sqs.received", count: 11 },
      }),
      "m4 was received in Orders: for the 11th time",
    ],
    [duration(0.5), "0.5 ms"],
    [duration(999), "999 ms"],
    [duration(61_000), "1 min 1 s"],
    [duration(3_600_000), "1 h"],
    [duration(90_061_000), "1 d 1 h"],
    [ordinal(2), "second"],
    [ordinal(22), "22nd"],
    [ordinal(113), "113th"],
  ];
  it.each(rows)("%s", (said, wanted) => {
    expect(said).toBe(wanted);
  });
});
