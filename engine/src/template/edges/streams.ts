/** Event source mappings, delivery streams and pipes: what reads in batches. */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { type Connector, list, member } from "./connect.ts";

export function eventSourceMapping({ properties, find, add }: Connector): void {
  const invoked = find(properties.FunctionName, "AWS::Lambda::Function");
  const servers = list(member(properties, "SelfManagedEventSource", "Endpoints", "KafkaBootstrapServers"));
  const source = find(properties.EventSourceArn, brokerType(properties)) ?? find(servers[0], "Sluice::KafkaCluster");
  add(source, invoked, "event-source", properties);
  add(invoked, find(member(properties, "DestinationConfig", "OnFailure", "Destination")), "destination", {
    on: "OnFailure",
  });
}

export function deliveryStream({ node, properties, find, add }: Connector): void {
  add(find(member(properties, "KinesisStreamSourceConfiguration", "KinesisStreamARN")), node, "stream");
  add(find(member(properties, "MSKSourceConfiguration", "MSKClusterARN")), node, "stream");
  for (const [name, configuration] of Object.entries(properties)) {
    if (!name.endsWith("DestinationConfiguration") || !isObject(configuration)) continue;
    const bucket = configuration.BucketARN ?? member(configuration, "S3Configuration", "BucketARN");
    add(node, find(bucket, "AWS::S3::Bucket"), "delivery");
    for (const invoked of processorsOf(configuration)) add(node, find(invoked, "AWS::Lambda::Function"), "invoke");
  }
}

/** ARNs of the functions that transform records. */
function processorsOf(configuration: JsonObject) {
  const processors = list(member(configuration, "ProcessingConfiguration", "Processors"));
  const parameters = processors.flatMap((processor) => list(member(processor, "Parameters")));
  return parameters
    .filter((parameter) => member(parameter, "ParameterName") === "LambdaArn")
    .map((parameter) => member(parameter, "ParameterValue"));
}

export function pipe({ node, properties, find, add }: Connector): void {
  const parameters = objectOf(properties.SourceParameters);
  const managed = find(properties.Source, PIPE_SOURCES.find(([name]) => parameters[name] !== undefined)?.[1]);
  add(find(selfManaged(properties.Source), "Sluice::KafkaCluster") ?? managed, node, "event-source");
  add(node, find(properties.Enrichment), "invoke");
  add(node, find(properties.Target), "target");
  for (const source of Object.values(parameters)) {
    add(node, find(member(source, "DeadLetterConfig", "Arn"), "AWS::SQS::Queue"), "redrive");
  }
}

/** What the source is where only its parameters tell, for it is in another template: `Topics` are Kafka's, `Queues` a broker's. */
function brokerType({ Topics, Queues }: JsonObject): string | undefined {
  return Topics !== undefined ? "AWS::MSK::Cluster" : Queues !== undefined ? "AWS::AmazonMQ::Broker" : undefined;
}

const PIPE_SOURCES = [
  ["ManagedStreamingKafkaParameters", "AWS::MSK::Cluster"],
  ["ActiveMQBrokerParameters", "AWS::AmazonMQ::Broker"],
  ["RabbitMQBrokerParameters", "AWS::AmazonMQ::Broker"],
] as const;

/** Pipes name clusters that are not AWS's as `smk://host:port,host:port`; the first host stands for all. */
function selfManaged(source: JsonValue | undefined): string | undefined {
  return typeof source === "string" ? /^smk:\/\/([^,]+)/.exec(source)?.[1] : undefined;
}
