/** The tree of a document to the template it describes; the same one for as long as its root lives. */
import { property, valueNode } from "../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../text/tree.ts";
import { isLoopKey } from "./intrinsics.ts";
import type { Resource, Template } from "./model.ts";

/** Transforms that only read or extend the language; others may add anything. */
const CLOSED_TRANSFORMS = /^AWS::(?:Serverless-|LanguageExtensions|SecretsManager-|CodeDeployBlueGreen)/;

const templates = new WeakMap<ObjectNode, Template>();
const resources = new WeakMap<Property, Resource>();

/** The template at `root`, or undefined where `root` has neither `Resources` nor a format version. */
export function buildTemplate(root: Node): Template | undefined {
  if (root.kind !== "object") return undefined;
  const isTemplate = ["Resources", "AWSTemplateFormatVersion"].some((name) => property(root, name) !== undefined);
  if (!isTemplate) return undefined;
  let template = templates.get(root);
  if (template === undefined) {
    template = newTemplate(root);
    templates.set(root, template);
  }
  return template;
}

function newTemplate(node: ObjectNode): Template {
  const entries = sectionOf(node, "Resources");
  const byId = new Map<string, Resource>();
  for (const entry of entries) {
    const resource = resourceOf(entry);
    if (resource !== undefined && !byId.has(resource.id)) byId.set(resource.id, resource);
  }
  const transforms = transformsOf(valueNode(node, "Transform"));
  return {
    node,
    isOpen: transforms.some((name) => !CLOSED_TRANSFORMS.test(name)) || property(node, "Fn::Transform") !== undefined,
    parameters: byName(sectionOf(node, "Parameters")),
    mappings: byName(sectionOf(node, "Mappings")),
    conditions: byName(sectionOf(node, "Conditions")),
    globals: new Map(sectionOf(node, "Globals").map(({ key, value }) => [key.value, value])),
    resources: [...byId.values()],
    byId,
    loops: entries.filter(({ key }) => isLoopKey(key.value)),
  };
}

function sectionOf(node: ObjectNode, name: string): readonly Property[] {
  const section = valueNode(node, name);
  return section?.kind === "object" ? section.properties : [];
}

function byName(entries: readonly Property[]): ReadonlyMap<string, Property> {
  return new Map(entries.filter(({ key }) => !isLoopKey(key.value)).map((entry) => [entry.key.value, entry]));
}

function resourceOf(entry: Property): Resource | undefined {
  const { key, value } = entry;
  if (value.kind !== "object" || isLoopKey(key.value) || key.value === "Fn::Transform") return undefined;
  const known = resources.get(entry);
  if (known !== undefined) return known;
  const type = valueNode(value, "Type");
  const properties = valueNode(value, "Properties");
  const resource: Resource = {
    id: key.value,
    idNode: key,
    node: value,
    type: type?.kind === "string" ? type.value : "",
    typeNode: type?.kind === "string" ? type : undefined,
    properties: properties?.kind === "object" ? properties : undefined,
  };
  resources.set(entry, resource);
  return resource;
}

/** Names of the transforms; what is not known yet counts as one that may add anything. */
function transformsOf(node: Node | undefined): readonly string[] {
  if (node === undefined || node.kind === "missing" || node.kind === "null") return [];
  if (node.kind === "array") return node.items.flatMap(transformsOf);
  return [node.kind === "string" ? node.value : ""];
}
