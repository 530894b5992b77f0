import { foldingRanges } from "@sluice/engine";
import { at, testFixtures } from "./fixtures.ts";

testFixtures("folding", (document) => {
  const ranges = foldingRanges(document).map(
    ({ start, end, kind }) => `${at(document, start)} to ${at(document, end)} ${kind}`,
  );
  return ranges.join("\n") || "nothing";
});
