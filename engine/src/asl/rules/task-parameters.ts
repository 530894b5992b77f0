/** What the rules about the parameters of a task's call read: Parameters or Arguments, where they are an object. */
import { property, valueNode } from "../../text/navigate.ts";
import type { ObjectNode, StringNode } from "../../text/tree.ts";
import type { State } from "../model.ts";
import { integrationOf, type Resource } from "./integrations.ts";

export interface TaskParameters {
  readonly resource: Resource;
  readonly field: "Parameters" | "Arguments";
  readonly keyNode: StringNode;
  readonly node: ObjectNode;
  /** Keys that end in `.$` are expressions. */
  readonly isJsonata: boolean;
}

/** Undefined where they are not written down in the state. */
export function taskParameters(state: State): TaskParameters | undefined {
  const text = state.type === "Task" ? valueNode(state.node, "Resource") : undefined;
  const resource = text?.kind === "string" ? integrationOf(text.value) : undefined;
  if (resource === undefined) return undefined;
  const isJsonata = state.queryLanguage === "JSONata";
  const field = isJsonata ? "Arguments" : "Parameters";
  const own = property(state.node, field);
  if (own?.value.kind !== "object" || property(own.value, "<<") !== undefined) return undefined;
  return { resource, field, keyNode: own.key, node: own.value, isJsonata };
}

/** A parameter's name, without `.$`. */
export function parameterName(key: string, { isJsonata }: TaskParameters): string {
  return !isJsonata && key.endsWith(".$") ? key.slice(0, -2) : key;
}

export function hasParameter(given: TaskParameters, name: string): boolean {
  return given.node.properties.some(({ key }) => parameterName(key.value, given) === name);
}
