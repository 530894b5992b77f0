/** JSON reading: the tree of good text, one problem for one mistake, and no text that breaks it. */
import { nodeAt, offsetInString, type Problem, parseText, pointerOf, valueNode, valueOf } from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

/** text, value, what the only problem is about (the text it covers) or undefined. */
const CASES: readonly (readonly [text: string, value: unknown, wrong: string | undefined])[] = [
  ['{"a":1,"b":[1,2,{"c":null}]}', { a: 1, b: [1, 2, { c: null }] }, undefined],
  ['\uFEFF{"a":true}', { a: true }, undefined],
  ['{"a":-1.5e3}', { a: -1500 }, undefined],
  ['{"Seconds":${N},"b":"${M}"}', { Seconds: "${N}", b: "${M}" }, undefined],
  ['{"a":1 "b":2}', { a: 1, b: 2 }, "1"],
  ['{"a" 1}', { a: 1 }, '"a"'],
  ['{"a":}', { a: null }, '"a":'],
  ['{"a"}', { a: null }, '"a"'],
  ['{"a":1,}', { a: 1 }, ","],
  ["[1,]", [1], ","],
  ['{"a":"x,\n"b":2}', { a: "x,", b: 2 }, '"x,'],
  ['{"a":[1,2}', { a: [1, 2] }, "}"],
  ['{"a":[1,2],"b":3]}', { a: [1, 2], b: 3 }, "]"],
  ['{"x":{"y":[}}}', { x: { y: [] } }, "}"],
  ["{", {}, "{"],
  ['{"a":', { a: null }, ":"],
  ['{"a":{"b":1', { a: { b: 1 } }, "1"],
  ['{"Next":\n"End":true}', { Next: null, End: true }, '"Next":'],
  ["{a:1}", { a: 1 }, "a"],
  ["{'a':1}", { a: 1 }, "'a'"],
  ['// c\n{"a":1}', { a: 1 }, "// c"],
  ['{"a":/* c */1}', { a: 1 }, "/* c */"],
  ['{"a":1}}', { a: 1 }, "}"],
  ["[01]", [0, 1], "0"],
  ['["a\tb"]', ["a\tb"], '"a\tb"'],
  ['["\\q"]', [""], '"\\q"'],
  ['{"a":nul}', { a: null }, "nul"],
  ['{"a":1,,"b":2}', { a: 1, b: 2 }, ","],
  ["", null, ""],
];

test.each(CASES)("%s", (text, value, wrong) => {
  const parsed = parseText(text, "json");
  expect(valueOf(parsed.root)).toEqual(value);
  expect(parsed.problems.map((problem) => text.slice(problem.start, problem.end))).toEqual(
    wrong === undefined ? [] : [wrong],
  );
});

test("a key that stands twice stays twice, and the last value counts as in JSON.parse", () => {
  const { root } = parseText('{"a":1,"a":2}', "json");
  expect(root.kind === "object" && root.properties.length).toBe(2);
  expect(valueOf(root)).toEqual({ a: 2 });
});

test("__proto__ is a key as any other", () => {
  expect(JSON.stringify(valueOf(parseText('{"__proto__":{"a":1}}', "json").root))).toBe('{"__proto__":{"a":1}}');
});

test("nodes know their place", () => {
  const text = '{"States":{"a/b":{"list":[10,20]}}}';
  const { root } = parseText(text, "json");
  const twenty = nodeAt(root, text.indexOf("20"));
  expect(twenty && pointerOf(twenty)).toBe("/States/a~1b/list/1");
  expect(nodeAt(root, text.indexOf("list"))?.kind).toBe("string");
});

test("an index in a string leads back through escapes", () => {
  const text = '{"a":"x\\n\\u0041\\"end"}';
  const parsed = parseText(text, "json");
  const node = valueNode(parsed.root, "a");
  if (node?.kind !== "string") throw new Error("no string");
  expect(text.slice(offsetInString(parsed, node, node.value.indexOf("end"))).slice(0, 3)).toBe("end");
});

describe("whatever the text", () => {
  const sample = JSON.stringify({
    StartAt: "A",
    States: { A: { Type: "Pass", Result: ["\u00e9\ud83d\ude00\\", 1.5] } },
  });

  test("cut off anywhere it gives a tree and at least one problem", () => {
    for (let length = 0; length < sample.length; length++) {
      const { problems } = parseText(sample.slice(0, length), "json");
      expect(problems.length, sample.slice(0, length)).toBe(1);
    }
  });

  test("brackets without end give one problem", () => {
    for (const bracket of ["[", '{"a":']) {
      const rules = parseText(bracket.repeat(5_000), "json").problems.map((problem: Problem) => problem.rule);
      expect(rules).toEqual(["too-deeply-nested"]);
    }
  });

  test("it agrees with JSON.parse on all JSON", () => {
    fc.assert(
      fc.property(fc.json({ noUnicodeString: false } as object), (text) => {
        const parsed = parseText(text, "json");
        expect(parsed.problems).toEqual([]);
        expect(valueOf(parsed.root)).toEqual(JSON.parse(text));
      }),
    );
  });

  test("it never throws, and every range lies in the text", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      "\\",
      "a",
      "1",
      "true",
      "${X}",
      "\n",
      "//",
      "/*",
      "\ud800",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        const { problems } = parseText(text, "json");
        for (const { start, end } of problems) expect(start >= 0 && start <= end && end <= text.length).toBe(true);
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        if (!text.includes("${")) expect(problems.length === 0).toBe(valid);
      }),
      { numRuns: 2_000 },
    );
  });
});
