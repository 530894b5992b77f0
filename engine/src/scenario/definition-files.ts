/** Definitions of state machines that a template names as files (`DefinitionUri`), read for it and put in their place. */
import type { JsonObject } from "../json.ts";
import { buildTemplate } from "../template/build.ts";
import { embeddedIn } from "../template/embedded.ts";
import type { Topology, TopologyNode } from "../template/topology.ts";
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

/** In the place of a definition that is not there: executions succeed at once. */
const STAND_IN: JsonObject = { StartAt: "Succeed", States: { Succeed: { Type: "Succeed" } } };

/** The topology with a definition for every state machine: its own, the file's, or none of which anything is known. */
export function withDefinitions(topology: Topology, definitions: Definitions): Topology {
  return { ...topology, nodes: topology.nodes.map((node) => withDefinition(node, definitions)) };
}

function withDefinition(node: TopologyNode, definitions: Definitions): TopologyNode {
  if (!isWithout(node)) return node;
  const { DefinitionUri: path } = node.properties;
  const text = typeof path === "string" ? definitions.get(path) : undefined;
  const definition = text === undefined ? { Definition: STAND_IN } : { DefinitionString: text };
  return { ...node, properties: { ...node.properties, ...definition } };
}

function isWithout({ type, properties: { Definition, DefinitionString } }: TopologyNode): boolean {
  return type === "AWS::StepFunctions::StateMachine" && Definition === undefined && DefinitionString === undefined;
}

/** Logical ids of the state machines of which nothing is known. */
export function withoutDefinition({ nodes }: Topology): readonly string[] {
  return nodes.filter(({ properties }) => properties.Definition === STAND_IN).map(({ id }) => id);
}
