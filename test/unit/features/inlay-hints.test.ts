import { inlayHints, openDocument } from "@sluice/engine";
import { expect, test } from "vitest";
import { testFixtures } from "./fixtures.ts";
import { RENDERS } from "./renders.ts";

testFixtures("inlay-hints", RENDERS["inlay-hints"]);

test("only those of the range", () => {
  const text =
    '{"StartAt":"A","States":{"A":{"Type":"Pass","Result":{"x":1},"Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}}';
  const range = { start: text.indexOf('"B":'), end: text.indexOf('"C":') };
  expect(inlayHints(openDocument("asl", text, "json"), range)).toMatchObject([
    { offset: range.start + 3, label: "{ x }" },
  ]);
});
