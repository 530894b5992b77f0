import { hover } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("hover", (document, offset) => {
  const found = hover(document, offset);
  return found === undefined ? "nothing" : `${document.text.slice(found.start, found.end)}\n\n${found.markdown}`;
});
