import { complete } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("complete", (document, offset) => {
  const lines = complete(document, offset).map(({ kind, label, start, end, newText, extraEdits }) => {
    const comma = extraEdits === undefined ? "" : " (and a comma before)";
    return `${kind} ${label}: [${document.text.slice(start, end)}] -> ${newText.replaceAll("\n", "\\n")}${comma}`;
  });
  return lines.length === 0 ? "nothing" : lines.join("\n");
});
