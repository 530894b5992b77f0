/** A fix that puts a new resource behind the others. */
import { addProperty } from "../../editor/object-edits.ts";
import type { JsonValue } from "../../json.ts";
import type { Fix } from "../../problem.ts";
import { valueNode } from "../../text/navigate.ts";
import type { TemplateContext } from "./rule.ts";
import { styleIn } from "./settings.ts";

export function addResourceFix(context: TemplateContext, title: string, id: string, json: string): readonly Fix[] {
  const resources = valueNode(context.template.node, "Resources");
  if (resources?.kind !== "object" || context.template.byId.has(id)) return [];
  const edit = addProperty(resources, id, JSON.parse(json) as JsonValue, styleIn(context));
  return edit === undefined ? [] : [{ title, edits: [edit] }];
}
