/** What the schemas say of a resource type and of the property types in it. */
import { RESOURCES } from "./generated/resources.ts";
import type { ResourceField, ResourceKind, ResourceType } from "./resource-types.ts";

/** Undefined for a type that the schemas do not have. */
export function resourceType(type: string): ResourceType | undefined {
  return Object.hasOwn(RESOURCES, type) ? RESOURCES[type] : undefined;
}

export const RESOURCE_TYPES: readonly string[] = Object.keys(RESOURCES);

/** A property type of a resource type. */
export function resourceKind(type: ResourceType, name: string | undefined): ResourceKind | undefined {
  return name !== undefined && Object.hasOwn(type.kinds, name) ? type.kinds[name] : undefined;
}

export function resourceField(kind: ResourceKind, name: string): ResourceField | undefined {
  return Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined;
}
