/** Functions and state machines: where their failures go, and the queues, topics, ... that they are told of. */
import { isObject, type JsonValue } from "../../json.ts";
import type { TopologyNode } from "../topology.ts";
import { type Connector, member } from "./connect.ts";

/** What a function or state machine that knows its name sends to or calls. */
const USED = new Set([
  "AWS::SQS::Queue",
  "AWS::SNS::Topic",
  "AWS::Kinesis::Stream",
  "AWS::KinesisFirehose::DeliveryStream",
  "AWS::Events::EventBus",
  "AWS::EventsV2::EventBus",
  "AWS::StepFunctions::StateMachine",
]);

const CALLED = new Set([...USED, "AWS::Lambda::Function", "AWS::DynamoDB::Table"]);

export function lambdaFunction({ node, properties, find, own, add }: Connector): void {
  add(node, find(member(properties, "DeadLetterConfig", "TargetArn"), "AWS::SQS::Queue"), "destination", {
    on: "OnFailure",
  });
  for (const used of named(member(properties, "Environment", "Variables"), USED, node, own)) add(node, used, "uses");
}

/** A definition in the template names what its tasks call; of one in a file the substitutions do. */
export function stateMachine({ node, properties, own, add }: Connector): void {
  const { Definition, DefinitionString, DefinitionSubstitutions } = properties;
  for (const called of named(
    [Definition ?? null, DefinitionString ?? null, DefinitionSubstitutions ?? null],
    CALLED,
    node,
    own,
  )) {
    add(node, called, "invoke");
  }
}

/** The nodes of some types that the texts of a value name, each once. */
function named(
  value: JsonValue | undefined,
  types: ReadonlySet<string>,
  by: TopologyNode,
  own: Connector["own"],
): ReadonlySet<TopologyNode> {
  const found = new Set<TopologyNode>();
  const open: JsonValue[] = value === undefined ? [] : [value];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (typeof at === "string") {
      for (const text of namesIn(at)) {
        const node = own(text);
        if (node !== undefined && node !== by && types.has(node.type)) found.add(node);
      }
    } else if (Array.isArray(at)) open.push(...at);
    else if (isObject(at)) open.push(...Object.values(at));
  }
  return found;
}

/** A short text as it is; of a long one, JSON in most cases, the strings in it. */
function namesIn(text: string): readonly string[] {
  if (!text.includes('"')) return [text];
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] as string);
}
