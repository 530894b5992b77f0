/**
 * What is simulated, as a template: a CloudFormation or SAM template as it is; a filter policy becomes a topic, a
 * subscription and a queue; a redrive policy a queue whose consumer fails and its dead-letter queue; a state machine
 * itself; an event pattern a rule and a queue.
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { parseJson } from "../text/json-reader.ts";
import { valueOf } from "../text/navigate.ts";
import { parseText } from "../text/parse.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { Node } from "../text/tree.ts";
import type { Definitions } from "./definition-files.ts";

/** The kinds of files that can be simulated. */
export type SubjectKind = "template" | "filter-policy" | "redrive-policy" | "event-pattern" | "asl" | "none";

export interface Subject {
  readonly kind: SubjectKind;
  /** The file as it was read; of an empty subject nothing. */
  readonly parsed: ParsedText;
  /** Of a template: the definitions of state machines that it names as files, as far as they were found. */
  readonly definitions: Definitions;
}

/** A system that only the scenario describes. */
export const NO_SUBJECT: Subject = { kind: "none", parsed: parseJson('{"Resources": {}}'), definitions: new Map() };

/** `text` in JSON or YAML. */
export function subjectOf(kind: SubjectKind, text: string, language: ParsedText["language"]): Subject {
  return { kind, parsed: parseText(text, language), definitions: new Map() };
}

/** Names of the resources that a policy or pattern by itself is put between. */
export const MADE = {
  topic: "Topic",
  subscription: "Subscription",
  queue: "Queue",
  deadLetterQueue: "DeadLetterQueue",
  rule: "Rule",
  machine: "StateMachine",
} as const;

/** The root of a template for the subject: its own tree where it is one. */
export function templateRoot({ kind, parsed }: Subject): Node {
  const make = MAKERS[kind];
  return make === undefined ? parsed.root : parseJson(JSON.stringify({ Resources: make(valueOf(parsed.root)) })).root;
}

type Maker = (value: JsonValue) => JsonObject;

const MAKERS: Readonly<Partial<Record<SubjectKind, Maker>>> = {
  "filter-policy": (policy) => ({
    [MADE.topic]: { Type: "AWS::SNS::Topic" },
    [MADE.queue]: { Type: "AWS::SQS::Queue" },
    [MADE.subscription]: {
      Type: "AWS::SNS::Subscription",
      Properties: {
        TopicArn: { Ref: MADE.topic },
        Protocol: "sqs",
        Endpoint: { "Fn::GetAtt": [MADE.queue, "Arn"] },
        FilterPolicy: policy,
        FilterPolicyScope: isNested(policy) ? "MessageBody" : "MessageAttributes",
      },
    },
  }),
  "redrive-policy": (policy) => ({
    [MADE.deadLetterQueue]: { Type: "AWS::SQS::Queue", Properties: { MessageRetentionPeriod: 1_209_600 } },
    [MADE.queue]: {
      Type: "AWS::SQS::Queue",
      Properties: {
        RedrivePolicy: {
          ...objectOf(policy),
          deadLetterTargetArn: { "Fn::GetAtt": [MADE.deadLetterQueue, "Arn"] },
        },
      },
    },
  }),
  "event-pattern": (pattern) => ({
    [MADE.queue]: { Type: "AWS::SQS::Queue" },
    [MADE.rule]: {
      Type: "AWS::Events::Rule",
      Properties: { EventPattern: pattern, Targets: [{ Id: MADE.queue, Arn: { "Fn::GetAtt": [MADE.queue, "Arn"] } }] },
    },
  }),
  asl: (definition) => ({
    [MADE.machine]: { Type: "AWS::StepFunctions::StateMachine", Properties: { Definition: definition } },
  }),
};

/** A filter policy whose keys nest can only be about the body. */
function isNested(policy: JsonValue): boolean {
  return isObject(policy) && Object.entries(policy).some(([key, value]) => key !== "$or" && isObject(value));
}
