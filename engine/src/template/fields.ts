/**
 * Walks the properties of a resource beside what the schemas say of them: validation, hovers, completion and the search
 * for embedded documents all see the same fields.
 */
import type { ResourceField, ResourceKind, ResourceType } from "../schema/resource-types.ts";
import { resourceField, resourceKind, resourceType } from "../schema/resources.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../text/tree.ts";
import { intrinsicOf } from "./intrinsics.ts";
import type { Resource, Template } from "./model.ts";

/** An object of a resource: its properties, or an object in them. */
export interface Owner {
  readonly node: ObjectNode;
  readonly kind: ResourceKind;
  readonly type: ResourceType;
  /** The kind's name, empty for the resource's own properties. */
  readonly name: string;
  readonly resource: Resource;
}

export interface FieldVisitor {
  /** Every object whose kind is known. */
  object?(owner: Owner): void;
  /** Every property of those; `field` is undefined for what the schemas do not know. */
  property?(property: Property, field: ResourceField | undefined, owner: Owner): void;
}

/** All resources; none where macros may still change them. */
export function everyField({ isOpen, resources }: Template, visitor: FieldVisitor): void {
  if (!isOpen) for (const resource of resources) visitFields(resource, visitor);
}

export function visitFields(resource: Resource, visitor: FieldVisitor): void {
  for (const { owner, property, field } of visitsOf(resource)) {
    if (property === undefined) visitor.object?.(owner);
    else visitor.property?.(property, field, owner);
  }
}

/** One stop on the way: an object, or a property of one. */
interface Visit {
  readonly owner: Owner;
  readonly property?: Property;
  readonly field?: ResourceField | undefined;
}

/** What is found in a resource by itself: looked for once for as long as nothing in it changes. */
export function ofResource<T extends object>(find: (resource: Resource) => T): (resource: Resource) => T {
  const known = new WeakMap<Resource, T>();
  return (resource) => {
    let found = known.get(resource);
    if (found === undefined) {
      found = find(resource);
      known.set(resource, found);
    }
    return found;
  };
}

/** An object before its properties. */
const visitsOf = ofResource((resource): readonly Visit[] => {
  const found: Visit[] = [];
  const type = resourceType(resource.type);
  if (type !== undefined) visitObject({ resource, type, kind: type, name: "" }, resource.properties, found);
  return found;
});

type Place = Omit<Owner, "node">;

function visitObject(place: Place, value: Node | undefined, found: Visit[]): void {
  for (const node of alternatives(value)) {
    if (node.kind !== "object" || intrinsicOf(node) !== undefined) continue;
    const owner = { ...place, node };
    found.push({ owner });
    for (const property of node.properties) {
      const field = resourceField(place.kind, property.key.value);
      found.push({ owner, property, field });
      if (field !== undefined) visitValue(owner, field, property.value, found);
    }
  }
}

function visitValue(owner: Owner, field: ResourceField, value: Node, found: Visit[]): void {
  const inner = (name: string, node: Node) => {
    const kind = resourceKind(owner.type, name);
    if (kind !== undefined) visitObject({ resource: owner.resource, type: owner.type, kind, name }, node, found);
  };
  const object = kindOfField(field, owner.node);
  if (object !== undefined) return inner(object, value);
  for (const node of alternatives(value)) {
    if (field.items !== undefined && node.kind === "array") for (const item of node.items) inner(field.items, item);
    if (field.members !== undefined && node.kind === "object" && intrinsicOf(node) === undefined) {
      for (const member of node.properties) inner(field.members, member.value);
    }
  }
}

/** The kind of object that a field of `owner` holds, which another field may decide. */
export function kindOfField({ object, variants }: ResourceField, owner: ObjectNode): string | undefined {
  if (variants === undefined) return object;
  const by = valueNode(owner, variants.by);
  const kind = by?.kind === "string" && Object.hasOwn(variants.kinds, by.value) ? variants.kinds[by.value] : undefined;
  return kind ?? object;
}

/** The value, or, where a condition chooses between values, each of them. */
export function alternatives(node: Node | undefined): readonly Node[] {
  if (node === undefined) return [];
  const intrinsic = intrinsicOf(node);
  if (intrinsic?.name !== "Fn::If" || intrinsic.argument.kind !== "array") return [node];
  return intrinsic.argument.items.slice(1).flatMap(alternatives);
}
