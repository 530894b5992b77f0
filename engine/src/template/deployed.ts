/** The resources that a template becomes: its own, resolved, and those that SAM makes of them. */
import { type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { madeNode } from "./made-node.ts";
import type { Resource, Template } from "./model.ts";
import type { Recorded, Resolver } from "./resolve.ts";
import { embeddedConnectors } from "./sam/connectors.ts";
import { S3_EVENT } from "./sam/events.ts";
import { expandSam } from "./sam/expand.ts";
import { withGlobals } from "./sam/globals.ts";
import type { TopologyNode } from "./topology.ts";

export function deployedResources(template: Template, resolver: Resolver): readonly TopologyNode[] {
  return withNotifications(withImplicitApis(template.resources.flatMap((resource) => deployed(resource, resolver))));
}

interface Kept {
  /** Where the resource stood. */
  readonly start: number;
  readonly recorded: Recorded<readonly TopologyNode[]>;
}

const kept = new WeakMap<Resource, Kept>();

/** Made once for as long as the resource is the same, and what it names elsewhere has the same values. */
function deployed(resource: Resource, resolver: Resolver): readonly TopologyNode[] {
  const { start } = resource.node;
  const known = kept.get(resource);
  const by = start - (known?.start ?? 0);
  if (known !== undefined && resolver.isStill(known.recorded, by)) {
    const nodes = known.recorded.made;
    return by === 0 ? nodes : nodes.map((node) => ({ ...node, start: node.start + by, end: node.end + by }));
  }
  const recorded = resolver.record(() => deployedAnew(resource, resolver));
  kept.set(resource, { start, recorded });
  return recorded.made;
}

function deployedAnew(resource: Resource, resolver: Resolver): readonly TopologyNode[] {
  const node = ownNode(resource, resolver);
  if (!resource.type.startsWith("AWS::Serverless::")) return [node, ...embeddedConnectors(node, resource)];
  const globals = resolver.globals(resource.type.slice("AWS::Serverless::".length));
  return expandSam({ ...node, properties: withGlobals(node.properties, globals) }, resource);
}

/** The APIs that SAM makes for routes that name none. */
function withImplicitApis(nodes: readonly TopologyNode[]): readonly TopologyNode[] {
  const made = IMPLICIT_APIS.flatMap(({ id, type, field }) => {
    const route = nodes.find(({ properties }) => properties[field] === id);
    const exists = nodes.some((node) => node.id === id);
    return route === undefined || exists ? [] : [madeNode(id, type, {}, route, route.madeBy ?? route.id)];
  });
  return [...nodes, ...made];
}

const IMPLICIT_APIS = [
  { id: "ServerlessRestApi", type: "AWS::ApiGateway::RestApi", field: "RestApiId" },
  { id: "ServerlessHttpApi", type: "AWS::ApiGatewayV2::Api", field: "ApiId" },
] as const;

/** What SAM's S3 events make stands in the bucket's own NotificationConfiguration. */
function withNotifications(nodes: readonly TopologyNode[]): readonly TopologyNode[] {
  const added = nodes.filter(isNotification);
  if (added.length === 0) return nodes;
  return nodes.flatMap((node) => {
    if (isNotification(node)) return [];
    const mine = added.filter(({ properties }) => properties.Bucket === node.ref);
    return [mine.length > 0 && node.type === "AWS::S3::Bucket" ? withLambdas(node, mine) : node];
  });
}

function isNotification({ type }: TopologyNode): boolean {
  return type === S3_EVENT;
}

function withLambdas(bucket: TopologyNode, added: readonly TopologyNode[]): TopologyNode {
  const { NotificationConfiguration: own } = bucket.properties;
  const configuration = objectOf(own);
  const lambdas: readonly JsonValue[] = [configuration, ...added.map(({ properties }) => properties)].flatMap(
    ({ LambdaConfigurations: list }) => (Array.isArray(list) ? list : []),
  );
  const notifications: JsonObject = { ...configuration, LambdaConfigurations: lambdas };
  return { ...bucket, properties: { ...bucket.properties, NotificationConfiguration: notifications } };
}

function ownNode(resource: Resource, resolver: Resolver): TopologyNode {
  const { id, type, idNode, node } = resource;
  const { name, arn, ref } = resolver.identity(resource);
  const properties = resolver.resolve(resource.properties);
  return {
    id,
    type,
    arn,
    name,
    ref,
    properties: objectOf(properties),
    start: idNode.start,
    end: node.end,
  };
}
