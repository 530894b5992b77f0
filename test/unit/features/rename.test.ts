/** The title of a case ends in the new name, behind `->`. Only the lines that change are shown. */
import { rename, renameTarget, type TextEdit } from "@sluice/engine";
import { testFixtures } from "./fixtures.ts";

testFixtures("rename", (document, offset, title) => {
  const target = renameTarget(document, offset);
  const renamed = rename(document, offset, title.slice(title.indexOf("->") + 2).trim());
  const what = target === undefined ? "nothing" : `${document.text.slice(target.start, target.end)} = ${target.name}`;
  if ("refused" in renamed) return `${what}\nrefused: ${renamed.refused}`;
  const before = document.text.split("\n");
  const changed = applied(document.text, renamed.edits)
    .split("\n")
    .filter((line, index) => line !== before[index]);
  return [what, ...changed].join("\n");
});

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((done, { start, end, newText }) => done.slice(0, start) + newText + done.slice(end), text);
}
