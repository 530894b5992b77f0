/** Definitions of state machines that a template names as files (`DefinitionUri`), read for it and put in their place. */
import type { JsonObject } from "../json.ts";
import { buildTemplate } from "../template/build.ts";
import { embeddedIn } from "../template/embedded.ts";
import type { TopologyNode } from "../template/topology.ts";
import type { Subject } from "./subject.ts";

/** Texts of definitions by their paths, as the template writes them. */
export type Definitions = ReadonlyMap<string, string>;

/** The paths of the definitions that a template names; they count from its folder. */
export function definitionPaths({ kind, parsed }: Subject): readonly string[] {
  const template = kind === "template" ? buildTemplate(parsed.root) : undefined;
  if (template === undefined) return [];
  const paths = embeddedIn(template, parsed).files.flatMap(({ path }) => path?.value ?? []);
  return [...new Set(paths)];
}

/** `path`, which counts from the folder of the file `name`, as it counts from where `name` does. */
export function besideFile(name: string, path: string): string {
  const parts = name.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** What takes the place of a state machine's `DefinitionUri`. */
export function definitionOf({ type, properties }: TopologyNode, definitions: Definitions): JsonObject {
  const { DefinitionUri: path } = properties;
  const text = type === "AWS::StepFunctions::StateMachine" && typeof path === "string" && definitions.get(path);
  return text === undefined || text === false ? {} : { DefinitionString: text };
}
