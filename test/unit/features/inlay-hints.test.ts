import { inlayHints, openDocument } from "@sluice/engine";
import { expect, test } from "vitest";
import { at, testFixtures } from "./fixtures.ts";

testFixtures("inlay-hints", (document, _offset, _title, surroundings) => {
  const all = { start: 0, end: document.text.length };
  const hints = inlayHints(document, all, surroundings).map(({ offset, label }) => `${at(document, offset)} ${label}`);
  return hints.join("\n") || "nothing";
});

test("only those of the range", () => {
  const text =
    '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"x":1},"Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}}';
  const range = { start: text.indexOf('"B":'), end: text.indexOf('"C":') };
  expect(inlayHints(openDocument("asl", text, "json"), range)).toMatchObject([
    { offset: range.start + 3, label: "{ x }" },
  ]);
});
