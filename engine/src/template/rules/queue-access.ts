/** Who may send to a queue, by the policies of a template. */
import { isObject, type JsonValue } from "../../json.ts";
import { list, texts } from "../edges/connect.ts";
import type { TopologyNode } from "../topology.ts";
import type { TemplateContext } from "./rule.ts";

/** Who sends to a queue: a service, in the name of one of its resources. */
export interface Sender {
  /** `sns.amazonaws.com`. */
  readonly service: string;
  readonly arn: string;
}

/** Whether a policy of the queue lets it. What cannot be read in a template is taken to be right. */
export function maySend({ topology }: TemplateContext, sender: Sender, queue: TopologyNode): boolean {
  return topology.nodes.some(({ type, properties }) => {
    if (type !== "AWS::SQS::QueuePolicy" && type !== "AWS::SQS::QueueInlinePolicy") return false;
    const queues = type === "AWS::SQS::QueuePolicy" ? list(properties.Queues) : [properties.Queue ?? ""];
    const isMine = queues.some(
      (name) => [queue.ref, queue.arn, queue.id, queue.name].includes(String(name)) || isUnknown(name),
    );
    const { PolicyDocument: document } = properties;
    const statements = isObject(document) ? document.Statement : undefined;
    if (!isMine || statements === undefined) return isMine;
    return (Array.isArray(statements) ? statements : [statements]).some((statement) =>
      allows(statement, sender, queue),
    );
  });
}

function allows(statement: JsonValue, sender: Sender, queue: TopologyNode): boolean {
  if (!isObject(statement) || statement.Effect !== "Allow") return false;
  const { Action, Principal, Resource, Condition } = statement;
  const actions = texts(Action).map((action) => action.toLowerCase());
  const canSend = actions.some((action) => ["sqs:sendmessage", "sqs:send*", "sqs:*", "*"].includes(action));
  const resources = texts(Resource);
  const isForQueue = resources.length === 0 || resources.some((one) => matches(one, queue.arn));
  const sources = Condition === undefined ? [] : sourceArns(Condition);
  return (
    canSend &&
    isService(Principal, sender.service) &&
    isForQueue &&
    (sources.length === 0 || sources.some((one) => matches(one, sender.arn)))
  );
}

function isService(principal: JsonValue | undefined, service: string): boolean {
  if (principal === undefined || principal === "*") return true;
  const names = isObject(principal) ? Object.values(principal).flatMap(texts) : [];
  return names.some((name) => name === "*" || name === service || isUnknown(name));
}

/** Values of every condition on the source; one that is written in another way is taken to hold. */
function sourceArns(condition: JsonValue): readonly string[] {
  if (!isObject(condition)) return [];
  return Object.values(condition).flatMap((test) =>
    isObject(test)
      ? Object.entries(test).flatMap(([key, value]) => (key.toLowerCase() === "aws:sourcearn" ? texts(value) : []))
      : [],
  );
}

/** ARNs with wildcards; what is only known after deployment may match. */
function matches(pattern: string, arn: string): boolean {
  if (pattern === arn || isUnknown(pattern) || isUnknown(arn)) return true;
  const expression = pattern.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return pattern.includes("*") && new RegExp(`^${expression.join(".*")}$`).test(arn);
}

function isUnknown(value: JsonValue): boolean {
  return typeof value === "string" && value.includes("${");
}

/** `source`: the ARN of who sends, in words of the template. */
export function policyFor(queue: TopologyNode, service: string, source: JsonValue): string {
  return JSON.stringify({
    Type: "AWS::SQS::QueuePolicy",
    Properties: {
      Queues: [{ Ref: queue.id }],
      PolicyDocument: {
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: { Service: service },
            Action: "sqs:SendMessage",
            Resource: { "Fn::GetAtt": [queue.id, "Arn"] },
            Condition: { ArnEquals: { "aws:SourceArn": source } },
          },
        ],
      },
    },
  });
}
