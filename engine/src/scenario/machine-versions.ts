/**
 * Versions and aliases of state machines: other names of a machine. A template has one definition of each, so that all of
 * its versions do the same, and weights of an alias change nothing.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-cd-aliasing-versioning.html
 */
import { isObject, type JsonValue } from "../json.ts";
import type { TopologyNode } from "../template/topology.ts";
import { nodeNamed } from "./attachments.ts";

const VERSION = "AWS::StepFunctions::StateMachineVersion";
const ALIAS = "AWS::StepFunctions::StateMachineAlias";

export function isMachineVersion(type: string): boolean {
  return type === VERSION || type === ALIAS;
}

/** ARNs of versions and aliases, by the logical id of their machine. */
export function machineVersionsOf(nodes: readonly TopologyNode[]): ReadonlyMap<string, readonly string[]> {
  const byMachine = new Map<string, readonly string[]>();
  for (const node of nodes) {
    const machine = isMachineVersion(node.type) ? machineOf(node, nodes) : undefined;
    if (machine !== undefined) byMachine.set(machine.id, [...(byMachine.get(machine.id) ?? []), node.arn]);
  }
  return byMachine;
}

/** Of a version; of an alias, that of a version to which it leads. */
function machineOf(node: TopologyNode, nodes: readonly TopologyNode[]): TopologyNode | undefined {
  const { StateMachineArn, RoutingConfiguration, DeploymentPreference } = node.properties;
  if (node.type === VERSION || StateMachineArn !== undefined) return nodeNamed(nodes, StateMachineArn);
  const routes: readonly JsonValue[] = Array.isArray(RoutingConfiguration) ? RoutingConfiguration : [];
  for (const route of [...routes, DeploymentPreference]) {
    const version = isObject(route) ? nodeNamed(nodes, route.StateMachineVersionArn) : undefined;
    if (version !== undefined) return version.type === VERSION ? machineOf(version, nodes) : version;
  }
  return undefined;
}
