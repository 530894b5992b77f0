import { complete } from "@sluice/engine";
import { type Render, testFixtures } from "./fixtures.ts";

const render: Render = (document, offset, _title, surroundings) => {
  const lines = complete(document, offset, surroundings).map(({ kind, label, start, end, newText, extraEdits }) => {
    const comma = extraEdits === undefined ? "" : " (and a comma before)";
    return `${kind} ${label}: [${document.text.slice(start, end)}] -> ${newText.replaceAll("\n", "\\n")}${comma}`;
  });
  return lines.length === 0 ? "nothing" : lines.join("\n");
};

testFixtures("complete", render);
testFixtures("complete-payload", render);
