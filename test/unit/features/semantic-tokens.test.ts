import { openDocument, semanticTokens } from "@sluice/engine";
import { expect, test } from "vitest";
import { testFixtures } from "./fixtures.ts";
import { RENDERS } from "./renders.ts";

testFixtures("semantic-tokens", RENDERS["semantic-tokens"]);

test("those of a range are those of the whole that lie in it", () => {
  const states = Array.from(
    { length: 20 },
    (_, i) => `"S${i}": { "Type": "Pass", "InputPath": "$.a${i}", "Next": "S${i + 1}" }`,
  );
  const document = openDocument("asl", `{ "StartAt": "S0", "States": {\n${states.join(",\n")}\n} }`, "json");
  const range = { start: document.text.indexOf('"S5"'), end: document.text.indexOf('"S9"') };
  const all = semanticTokens(document);
  expect(semanticTokens(document, range)).toEqual(
    all.filter(({ start, end }) => start <= range.end && end >= range.start),
  );
});
