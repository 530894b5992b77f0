import { documentLinks, filesBeside } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("document-links", (document) => {
  const beside = filesBeside(document, "file:///x/my%20order.asl.json");
  const files = Object.fromEntries(Object.entries(beside).map(([name, uri]) => [name, { uri, text: "" }]));
  return documentLinks(document, { files })
    .map(({ start, end, target, tooltip }) => `${document.text.slice(start, end)} -> ${target} (${tooltip})`)
    .join("\n");
});
