/**
 * What a system of Kafka has besides the resources that its template names: topics that only mappings, pipes, delivery
 * streams or the scenario speak of, and the settings that topics take from their
 * cluster. All of it is plain data, put into the specs before there are nodes.
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import type { NodeSpec } from "../../sim/types.ts";
import { javaProperties } from "../../text/java-properties.ts";
import { partsNamed } from "../part.ts";
import { type ClusterSettings, clusterSettingsOf } from "./cluster-settings.ts";

export const TOPIC_TYPE = "AWS::MSK::Topic";

/** Self-managed clusters have no resource of their own. */
export const SELF_MANAGED_TYPE = "Sluice::KafkaCluster";

const CLUSTER_TYPES: ReadonlySet<string> = new Set([
  "AWS::MSK::Cluster",
  "AWS::MSK::ServerlessCluster",
  SELF_MANAGED_TYPE,
]);

/** What a topic is found by, for those who know its cluster and its name. */
export function topicKey(clusterArn: string, topic: string): string {
  return `${clusterArn}/${topic}`;
}

/** A topic's cluster, from what `completeKafka` has put into its properties. */
export function clusterOf({ Cluster }: JsonObject): ClusterSettings {
  const own = objectOf(Cluster);
  return clusterSettingsOf(String(own.Type ?? ""), own, javaProperties(own.ServerProperties));
}

/** `names`: what the scenario speaks of, `Cluster/topic` among it. */
export function completeKafka(specs: readonly NodeSpec[], names: readonly string[]): readonly NodeSpec[] {
  const clusters = specs.filter(({ type }) => CLUSTER_TYPES.has(type));
  if (clusters.length === 0) return specs;
  const made = clusters.flatMap((cluster) => missingTopics(cluster, specs, names));
  const all = [...specs, ...made];
  const whole = new Map(clusters.map((cluster) => [cluster.arn, wholeCluster(cluster, all)]));
  return all.map((spec) => {
    if (spec.type === TOPIC_TYPE) return wholeTopic(spec, whole.get(String(spec.properties.ClusterArn)));
    return (CLUSTER_TYPES.has(spec.type) && whole.get(spec.arn)) || spec;
  });
}

/** With the text of its configuration, and the topics that it has. */
function wholeCluster(cluster: NodeSpec, specs: readonly NodeSpec[]): NodeSpec {
  const { ConfigurationInfo } = cluster.properties;
  const arn = isObject(ConfigurationInfo) ? ConfigurationInfo.Arn : undefined;
  const configuration = specs.find((spec) => spec.type === "AWS::MSK::Configuration" && spec.arn === arn);
  const { ServerProperties = cluster.properties.ServerProperties ?? "" } = configuration?.properties ?? {};
  const topics = specs.filter(({ type, properties }) => type === TOPIC_TYPE && properties.ClusterArn === cluster.arn);
  const TopicIds = topics.map(({ id }) => id);
  return { ...cluster, properties: { ...cluster.properties, ServerProperties, TopicIds } };
}

function wholeTopic(topic: NodeSpec, cluster: NodeSpec | undefined): NodeSpec {
  if (cluster === undefined) return topic;
  const { TopicIds: _, ...own } = cluster.properties;
  return {
    ...topic,
    properties: { ...topic.properties, Cluster: { ...own, Type: cluster.type } },
    aliases: [topicKey(cluster.arn, String(topic.properties.TopicName))],
  };
}

// --- topics that nothing declares

function missingTopics(cluster: NodeSpec, specs: readonly NodeSpec[], names: readonly string[]): readonly NodeSpec[] {
  const declared = specs
    .filter(({ type, properties }) => type === TOPIC_TYPE && properties.ClusterArn === cluster.arn)
    .map(({ properties }) => String(properties.TopicName));
  const named = [
    ...specs.flatMap((spec) => topicsRead(spec, cluster)),
    ...partsNamed(cluster.id, names).filter(isTopic),
  ];
  const missing = [...new Set(named)].filter((name) => !declared.includes(name));
  return missing.map((name) => ({
    id: `${cluster.id}/${name}`,
    type: TOPIC_TYPE,
    arn: `${cluster.arn.replace(":cluster/", ":topic/")}/${name}`,
    properties: { ClusterArn: cluster.arn, TopicName: name },
  }));
}

/** Names of the topics of a cluster that a mapping, a pipe or a delivery stream reads. */
function topicsRead({ type, properties }: NodeSpec, cluster: NodeSpec): readonly string[] {
  if (type === "AWS::Lambda::EventSourceMapping") {
    return kafkaSourceOf(properties) === cluster.arn ? texts(properties.Topics) : [];
  }
  const { SourceParameters: source, MSKSourceConfiguration: delivery } = properties;
  if (isObject(delivery) && delivery.MSKClusterARN === cluster.arn) return texts([delivery.TopicName ?? null]);
  if (!isObject(source)) return [];
  const { ManagedStreamingKafkaParameters: managed, SelfManagedKafkaParameters: own } = source;
  if (isObject(managed) && properties.Source === cluster.arn) return texts([managed.TopicName ?? null]);
  const isOwn = isObject(own) && selfManagedArn(String(properties.Source)) === cluster.arn;
  return isOwn ? texts([own.TopicName ?? null]) : [];
}

/** The ARN of the cluster that a mapping reads; of one that is not AWS's, what stands for it. */
export function kafkaSourceOf({ EventSourceArn, SelfManagedEventSource }: JsonObject): string | undefined {
  if (typeof EventSourceArn === "string") return selfManagedArn(EventSourceArn);
  const endpoints = isObject(SelfManagedEventSource) ? SelfManagedEventSource.Endpoints : undefined;
  const [first] = texts(isObject(endpoints) ? endpoints.KafkaBootstrapServers : undefined);
  return first;
}

/** What the topic that a mapping reads is found by; undefined where it reads no topic. */
export function kafkaTopicRead(properties: JsonObject): string | undefined {
  const [topic] = texts(properties.Topics);
  const cluster = kafkaSourceOf(properties);
  return topic === undefined || cluster === undefined ? undefined : topicKey(cluster, topic);
}

/** Pipes name self-managed clusters as `smk://host:port,host:port`. */
function selfManagedArn(source: string): string {
  return source.replace(/^smk:\/\//, "").split(",")[0] ?? source;
}

function texts(value: JsonValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];
}

// --- names of parts

/** As MSK calls its brokers: `b-1`, `b-2`, ... */
const BROKER = /^b-\d+$/;

function isTopic(name: string): boolean {
  return !BROKER.test(name);
}

/** The names of a cluster's brokers; nobody sees those of MSK Serverless. */
export function brokerNames({ type, properties }: NodeSpec): readonly string[] {
  const { isServerless, brokers } = clusterSettingsOf(type, properties, {});
  return isServerless ? [] : Array.from({ length: brokers }, (_, index) => `b-${index + 1}`);
}
