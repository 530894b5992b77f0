/** Event source mappings, delivery streams and pipes: what reads in batches. */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { type Connector, list, member } from "./connect.ts";

export function eventSourceMapping({ properties, find, add }: Connector): void {
  const invoked = find(properties.FunctionName, "AWS::Lambda::Function");
  const servers = list(member(properties, "SelfManagedEventSource", "Endpoints", "KafkaBootstrapServers"));
  const source = find(properties.EventSourceArn) ?? find(servers[0], "Sluice::KafkaCluster");
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
  add(find(selfManaged(properties.Source), "Sluice::KafkaCluster") ?? find(properties.Source), node, "event-source");
  add(node, find(properties.Enrichment), "invoke");
  add(node, find(properties.Target), "target");
  for (const source of Object.values(isObject(properties.SourceParameters) ? properties.SourceParameters : {})) {
    add(node, find(member(source, "DeadLetterConfig", "Arn"), "AWS::SQS::Queue"), "redrive");
  }
}

/** Pipes name clusters that are not AWS's as `smk://host:port,host:port`; the first host stands for all. */
function selfManaged(source: JsonValue | undefined): string | undefined {
  return typeof source === "string" ? /^smk:\/\/([^,]+)/.exec(source)?.[1] : undefined;
}
