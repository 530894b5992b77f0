import { selectionRanges } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("selection-range", (document, offset) =>
  selectionRanges(document, offset)
    .map(({ start, end }) => document.text.slice(start, end).replaceAll(/\s*\n\s*/g, "¶"))
    .join("\n"),
);
