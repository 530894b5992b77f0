import { definition } from "@sluice/engine";
import { at, testFixtures } from "./fixtures.ts";

testFixtures("definition", (document, offset) => {
  const places = definition(document, offset).map(
    ({ start, nameStart, nameEnd }) => `${at(document, start)} ${document.text.slice(nameStart, nameEnd)}`,
  );
  return places.length === 0 ? "nothing" : places.join("\n");
});
