/** Writing a case into a scenario file, where a person's own lines stay as they are. */
import { applyEdits, styleOf } from "../editor/compose.ts";
import { addItem, addProperty } from "../editor/object-edits.ts";
import type { JsonObject } from "../json.ts";
import type { TextEdit } from "../problem.ts";
import { valueNode } from "../text/navigate.ts";
import { parseText } from "../text/parse.ts";

/**
 * The text of a scenario with one more case behind those that it has. `name`: of the file, which tells its language.
 * Undefined: the text is no scenario that could be added to.
 */
export function addCase(text: string, name: string, scenarioCase: JsonObject): string | undefined {
  const parsed = parseText(text, /\.json$/i.test(name) ? "json" : "yaml");
  const { root, problems } = parsed;
  if (root.kind !== "object" || problems.some(({ severity }) => severity === "error")) return undefined;
  const style = styleOf(parsed);
  const cases = valueNode(root, "cases");
  let edit: TextEdit | undefined;
  if (cases === undefined) edit = addProperty(root, "cases", [scenarioCase], style);
  else if (cases.kind === "array" && cases.items.length === 0) {
    edit = { start: cases.start, end: cases.end, newText: JSON.stringify([scenarioCase], undefined, 2) };
  } else if (cases.kind === "array") edit = addItem(cases, scenarioCase, style);
  return edit && applyEdits(text, [edit]);
}
