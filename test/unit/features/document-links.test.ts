import { documentLinks } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("document-links", (document) => {
  const beside = { input: "file:///x/my%20order.input.json", mocks: "file:///x/my%20order.mocks.json" };
  return documentLinks(document, beside)
    .map(({ start, end, target, tooltip }) => `${document.text.slice(start, end)} -> ${target} (${tooltip})`)
    .join("\n");
});
