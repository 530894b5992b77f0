/**
 * What SAM makes of its resources: a function becomes a function of Lambda with event source mappings, rules,
 * subscriptions, schedules and queues, named as SAM names them.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { property, valueNode } from "../../text/navigate.ts";
import { madeNode } from "../made-node.ts";
import type { Resource } from "../model.ts";
import type { TopologyNode } from "../topology.ts";
import { connectorPolicies } from "./connectors.ts";
import { expandEvent } from "./events.ts";
import { published } from "./published.ts";
import { deployedType } from "./types.ts";

/** Names that SAM has for properties of CloudFormation. */
const RENAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "AWS::Serverless::StateMachine": { Name: "StateMachineName", Role: "RoleArn", Type: "StateMachineType" },
};

export function expandSam(node: TopologyNode, resource: Resource): readonly TopologyNode[] {
  const { Events: events, ...own } = node.properties;
  const whole: TopologyNode = { ...node, type: deployedType(node.type), properties: renamed(node.type, own) };
  const publishing = published(whole);
  const { main = whole, alias: invoked = main } = publishing ?? {};
  const eventsNode = valueNode(resource.properties, "Events");
  const made = Object.entries(objectOf(events)).flatMap(([name, event]) => {
    const place = property(eventsNode, name) ?? node;
    return isObject(event) ? expandEvent({ main, invoked, name, event, place }) : [];
  });
  const asynchronous =
    node.type === "AWS::Serverless::Function" ? invokeConfig(main, publishing?.alias.name, own.EventInvokeConfig) : [];
  const versions = publishing === undefined ? [] : [publishing.version, publishing.alias];
  return [withDeadLetterQueue(main, own), ...versions, ...made, ...asynchronous, ...connectorPolicies(main, resource)];
}

function renamed(type: string, properties: JsonObject): JsonObject {
  const names = RENAMED[type];
  if (names === undefined) return properties;
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [names[name] ?? name, value]));
}

/** SAM's DeadLetterQueue is Lambda's DeadLetterConfig. */
function withDeadLetterQueue(main: TopologyNode, { DeadLetterQueue: queue }: JsonObject): TopologyNode {
  const target = isObject(queue) ? queue.TargetArn : undefined;
  if (target === undefined) return main;
  return { ...main, properties: { ...main.properties, DeadLetterConfig: { TargetArn: target } } };
}

/** Destinations of asynchronous invocations; SAM makes a queue or topic where none is named. */
function invokeConfig(
  main: TopologyNode,
  alias: string | undefined,
  given: JsonValue | undefined,
): readonly TopologyNode[] {
  if (!isObject(given)) return [];
  const id = `${main.id}EventInvokeConfig`;
  const made: TopologyNode[] = [];
  const config: Record<string, JsonValue> = {};
  const destinations = objectOf(given.DestinationConfig);
  for (const on of ["OnSuccess", "OnFailure"]) {
    const destination = destinations[on];
    if (!isObject(destination)) continue;
    let target = destination.Destination;
    if (target === undefined && (destination.Type === "SQS" || destination.Type === "SNS")) {
      const isQueue = destination.Type === "SQS";
      const type = isQueue ? "AWS::SQS::Queue" : "AWS::SNS::Topic";
      const node = madeNode(`${id}${on}${isQueue ? "Queue" : "Topic"}`, type, {}, main, main.id);
      made.push(node);
      target = node.arn;
    }
    if (target !== undefined) config[on] = { Destination: target };
  }
  const qualifier = alias ?? "$LATEST";
  const properties = { ...given, FunctionName: main.ref, Qualifier: qualifier, DestinationConfig: config };
  return [...made, madeNode(id, "AWS::Lambda::EventInvokeConfig", properties, main, main.id)];
}
