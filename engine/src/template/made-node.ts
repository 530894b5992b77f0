/** Nodes of a topology that stand for themselves in no template. */
import type { JsonObject } from "../json.ts";
import { identityOf } from "./identity.ts";
import type { TopologyNode } from "./topology.ts";

/** What SAM makes: called as CloudFormation would call a resource of that id. */
export function madeNode(
  id: string,
  type: string,
  properties: JsonObject,
  place: { readonly start: number; readonly end: number },
  madeBy: string,
): TopologyNode {
  const { name, arn, ref } = identityOf({ id, type, property: (field) => properties[field] });
  return { id, type, arn, name, ref, properties, start: place.start, end: place.end, madeBy };
}
