import { hover } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("hover", (document, offset, _title, surroundings) => {
  const found = hover(document, offset, surroundings);
  return found === undefined ? "nothing" : `${document.text.slice(found.start, found.end)}\n\n${found.markdown}`;
});
