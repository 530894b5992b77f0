/**
 * What of a topology is drawn, and in which words: resources that messages and calls go through, and one line for all
 * that goes from one to another in one way.
 */
import { isObject, type JsonObject, ownEntry } from "../../json.ts";
import type { Topology, TopologyEdge, TopologyEdgeKind, TopologyNode } from "../../template/topology.ts";

export interface FlowGraph {
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

export interface FlowNode {
  readonly id: string;
  readonly label: string;
  /** "Queue", "Topic", "Function". */
  readonly type: string;
  readonly external: boolean;
}

export interface FlowEdge {
  /** Indexes of nodes. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
  /** In full. */
  readonly title: string;
  /** Not the way that messages go when all is well. */
  readonly dashed: boolean;
}

/** Words for types; those that are missing are only drawn where something connects them. */
export const FLOW_TYPES: Readonly<Record<string, string>> = {
  "AWS::SQS::Queue": "Queue",
  "AWS::SNS::Topic": "Topic",
  "AWS::Lambda::Function": "Function",
  "AWS::StepFunctions::StateMachine": "State machine",
  "AWS::Kinesis::Stream": "Stream",
  "AWS::Kinesis::StreamConsumer": "Stream consumer",
  "AWS::KinesisFirehose::DeliveryStream": "Delivery stream",
  "AWS::KinesisVideo::Stream": "Video stream",
  "AWS::DynamoDB::Table": "Table",
  "AWS::S3::Bucket": "Bucket",
  "AWS::Events::EventBus": "Event bus",
  "AWS::EventsV2::EventBus": "Event bus",
  "AWS::EventsV2::Subscriber": "Subscriber",
  "AWS::Events::Rule": "Schedule",
  "AWS::Scheduler::Schedule": "Schedule",
  "AWS::Pipes::Pipe": "Pipe",
  "AWS::ApiGateway::RestApi": "REST API",
  "AWS::ApiGatewayV2::Api": "HTTP API",
  "AWS::Events::ApiDestination": "API destination",
  "AWS::MSK::Cluster": "Kafka cluster",
  "AWS::MSK::ServerlessCluster": "Kafka cluster",
  "AWS::MSK::Topic": "Kafka topic",
  "Sluice::KafkaCluster": "Kafka cluster",
  "AWS::AmazonMQ::Broker": "Broker",
  "Sluice::Producer": "Producer",
  "Sluice::WorkerGroup": "Workers",
  "Sluice::KafkaConsumerGroup": "Consumer group",
  "Sluice::KclApplication": "Consumer group",
  "Sluice::VideoConsumer": "Video consumer",
  "Sluice::BrokerQueue": "Broker queue",
  "Sluice::BrokerTopic": "Broker topic",
  "AWS::KinesisAnalytics::Application": "Application",
  "AWS::KinesisAnalyticsV2::Application": "Application",
};

/** Drawn also where nothing connects them. */
const ALONE: ReadonlySet<string> = new Set([
  "Queue",
  "Topic",
  "Stream",
  "Video stream",
  "State machine",
  "Delivery stream",
  "Pipe",
]);

const DASHED: ReadonlySet<TopologyEdgeKind> = new Set<TopologyEdgeKind>(["redrive", "destination", "uses"]);

export function flowGraph({ nodes, edges }: Topology): FlowGraph {
  const connected = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const drawn = nodes.filter(({ id, type }) => connected.has(id) || ALONE.has(ownEntry(FLOW_TYPES, type) ?? ""));
  const indexes = new Map(drawn.map(({ id }, index) => [id, index]));
  const merged = new Map<string, FlowEdge>();
  for (const edge of edges) {
    const [from, to] = [indexes.get(edge.from), indexes.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    const dashed = DASHED.has(edge.kind);
    const key = `${from} ${to} ${dashed}`;
    const known = merged.get(key);
    const label = labelOf(edge);
    const title = titleOf(edge);
    if (known === undefined) merged.set(key, { from, to, label, title, dashed });
    else merged.set(key, { ...known, label: joined(known.label, label), title: joined(known.title, title) });
  }
  return { nodes: drawn.map(nodeOf), edges: [...merged.values()] };
}

function nodeOf({ id, type, name, external }: TopologyNode): FlowNode {
  const word = ownEntry(FLOW_TYPES, type) ?? type.split("::").slice(1).join(" ");
  return { id, label: external === true ? name : id, type: word, external: external === true };
}

function joined(a: string, b: string): string {
  if (a === "" || a === b) return b;
  return b === "" ? a : `${a}, ${b}`;
}

/** What tells one connection from another of its kind. */
function labelOf({ kind, properties }: TopologyEdge): string {
  switch (kind) {
    case "subscription":
      return isObject(properties.FilterPolicy) ? "filtered" : "";
    case "event-source":
      return eventSourceLabel(properties);
    case "redrive":
      return properties.maxReceiveCount === undefined
        ? "failed"
        : `after ${String(properties.maxReceiveCount)} receives`;
    case "destination":
      return properties.on === "OnSuccess" ? "success" : "failure";
    default:
      return "";
  }
}

function eventSourceLabel({ BatchSize: size, FilterCriteria: filter }: JsonObject): string {
  const parts = [filter === undefined ? "" : "filtered", size === undefined ? "" : `batches of ${String(size)}`];
  return parts.filter((part) => part !== "").join(", ");
}

const WORDS: Readonly<Record<TopologyEdgeKind, string>> = {
  subscription: "subscription",
  "event-source": "event source mapping",
  redrive: "dead letters",
  target: "target",
  destination: "destination",
  delivery: "delivery",
  invoke: "calls",
  stream: "reads",
  notification: "notification",
  uses: "knows its name",
};

function titleOf({ kind, via }: TopologyEdge): string {
  return via === undefined ? WORDS[kind] : `${WORDS[kind]} ${via}`;
}
