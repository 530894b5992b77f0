/**
 * SAM connectors let one resource use another: of a topic or rule that writes to a queue they make a queue policy.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/managing-permissions-connectors.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { madeNode } from "../made-node.ts";
import type { Resource } from "../model.ts";
import type { TopologyNode } from "../topology.ts";

/** What a connector, an own resource or in another one's `Connectors`, allows. */
export function connectorPolicies(main: TopologyNode, resource: Resource): readonly TopologyNode[] {
  if (resource.type === "AWS::Serverless::Connector") {
    return destinationIds(valueNode(resource.properties, "Destination")).map((id) => policy(main, id));
  }
  return embeddedConnectors(main, resource);
}

/** The connectors that stand in a resource of any type. */
export function embeddedConnectors(main: TopologyNode, resource: Resource): readonly TopologyNode[] {
  const connectors = valueNode(resource.node, "Connectors");
  if (connectors?.kind !== "object") return [];
  return connectors.properties.flatMap(({ value }) =>
    destinationIds(valueNode(valueNode(value, "Properties"), "Destination")).map((id) => policy(main, id)),
  );
}

function destinationIds(node: Node | undefined): readonly string[] {
  if (node?.kind === "array") return node.items.flatMap(destinationIds);
  const id = valueNode(node, "Id");
  return id?.kind === "string" ? [id.value] : [];
}

/** A queue policy is known by the queue's logical id until the queues are known. */
function policy(main: TopologyNode, queueId: string): TopologyNode {
  const statement: JsonValue = { Effect: "Allow", Principal: "*", Action: "sqs:SendMessage", Resource: "*" };
  const properties: JsonObject = { Queues: [queueId], PolicyDocument: { Statement: [statement] } };
  return madeNode(`${main.id}${queueId}Policy`, "AWS::SQS::QueuePolicy", properties, main, main.id);
}
