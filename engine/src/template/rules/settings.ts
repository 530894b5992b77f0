/** Where a template says what a node of its topology has, and edits that change it. */
import { type Style, styleOf } from "../../editor/compose.ts";
import { addProperty } from "../../editor/object-edits.ts";
import type { JsonValue } from "../../json.ts";
import type { Fix } from "../../problem.ts";
import { property, valueNode } from "../../text/navigate.ts";
import type { Node, ObjectNode } from "../../text/tree.ts";
import type { TopologyNode } from "../topology.ts";
import type { TemplateContext } from "./rule.ts";

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The object that holds a node's properties: a resource's own, or those of the event that SAM makes it of. */
export function propertiesOf({ template }: TemplateContext, { id, madeBy }: TopologyNode): ObjectNode | undefined {
  const resource = template.byId.get(madeBy ?? id);
  if (madeBy === undefined || resource === undefined) return resource?.properties;
  const event = valueNode(valueNode(resource.properties, "Events"), id.slice(madeBy.length));
  const properties = valueNode(event, "Properties");
  return properties?.kind === "object" ? properties : undefined;
}

/** The value of a setting; undefined where the template does not say it itself. */
export function settingOf(context: TemplateContext, node: TopologyNode, ...path: readonly string[]): Node | undefined {
  let at: Node | undefined = propertiesOf(context, node);
  for (const name of path) at = at?.kind === "array" ? at.items[Number(name)] : valueNode(at, name);
  return at;
}

/** The setting's place, or else that of the node's name. */
export function placeOf(context: TemplateContext, node: TopologyNode, ...path: readonly string[]): Range {
  const setting = settingOf(context, node, ...path);
  if (setting !== undefined && setting.end > setting.start) return trimmed(context, setting);
  return nameOf(context, node);
}

/** The logical id, or the name of the event that SAM makes the node of. */
export function nameOf(context: TemplateContext, { id, madeBy, start, end }: TopologyNode): Range {
  const resource = context.template.byId.get(madeBy ?? id);
  if (resource === undefined) return { start, end };
  const events = madeBy === undefined ? undefined : valueNode(resource.properties, "Events");
  const event = madeBy === undefined ? undefined : property(events, id.slice(madeBy.length));
  return rangeOf(event?.key ?? resource.idNode);
}

export function rangeOf({ start, end }: Range): Range {
  return { start, end };
}

/** Without the blank lines that a block ends with. */
function trimmed({ document }: TemplateContext, { start, end }: Range): Range {
  return { start, end: start + document.text.slice(start, end).trimEnd().length };
}

export function styleIn({ document }: TemplateContext): Style {
  return styleOf(document.parsed);
}

/** A fix that gives a setting a value; none where the template does not say in plain words what there is. */
export function setFix(
  context: TemplateContext,
  node: TopologyNode,
  name: string,
  value: JsonValue,
  title: string,
): readonly Fix[] {
  const properties = propertiesOf(context, node);
  const known = valueNode(properties, name);
  if (known !== undefined) {
    const isPlain = known.kind === "number" || known.kind === "boolean" || known.kind === "string";
    return isPlain ? [{ title, edits: [{ ...trimmed(context, known), newText: JSON.stringify(value) }] }] : [];
  }
  const style = styleIn(context);
  const resource = context.template.byId.get(node.id);
  const edit =
    properties === undefined
      ? resource && addProperty(resource.node, "Properties", { [name]: value }, style)
      : addProperty(properties, name, value, style);
  return edit === undefined ? [] : [{ title, edits: [edit] }];
}

/** A number, also where it is given as text; undefined where it is neither, or only known after deployment. */
export function numberOf(value: JsonValue | undefined, otherwise?: number): number | undefined {
  if (value === undefined) return otherwise;
  const number =
    typeof value === "number" ? value : typeof value === "string" && value !== "" ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
}

export function isTrue(value: JsonValue | undefined): boolean {
  return value === true || value === "true";
}
