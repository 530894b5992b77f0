import { references } from "@sluice/engine";
import { at, testFixtures } from "./fixtures.ts";

testFixtures("references", (document, offset) => {
  const places = references(document, offset).map(
    ({ start, end }) => `${at(document, start)} ${document.text.slice(start, end)}`,
  );
  return places.length === 0 ? "nothing" : places.join("\n");
});
