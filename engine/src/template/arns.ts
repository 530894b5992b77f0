/** Properties that take the ARN of another resource, and how a template writes it. */
import type { ResourceType } from "../schema/resource-types.ts";
import { resourceType } from "../schema/resources.ts";
import { valueNode } from "../text/navigate.ts";
import type { ObjectNode } from "../text/tree.ts";
import type { TemplateDocument } from "./document.ts";
import type { Owner } from "./fields.ts";
import type { Resource } from "./model.ts";

/** Properties that take ARNs though their names do not say so: of a type, or of what SAM's events are about. */
const TAKES_ARN: Readonly<Record<string, readonly string[]>> = {
  "AWS::Pipes::Pipe": ["Source", "Target", "Enrichment"],
  SQSEvent: ["Queue"],
  KinesisEvent: ["Stream"],
  DynamoDBEvent: ["Stream"],
  SNSEvent: ["Topic"],
};

const ENDPOINT_TYPES: Readonly<Record<string, string>> = {
  sqs: "AWS::SQS::Queue",
  lambda: "AWS::Lambda::Function",
  firehose: "AWS::KinesisFirehose::DeliveryStream",
};

/** Of everything but roles, whose properties `takesRole` knows. */
export function takesArn(name: string, { resource, name: kind, node }: Owner): boolean {
  if (takesRole(name)) return false;
  if (/A(?:rn|RN)s?$/.test(name)) return true;
  if (name === "Destination") return /^AWS::(?:Lambda|Serverless)::/.test(resource.type);
  if (name === "Endpoint") return resource.type.startsWith("AWS::SNS::") && endpointType(node) !== undefined;
  return TAKES_ARN[kind === "" ? resource.type : kind]?.includes(name) === true;
}

export function takesRole(name: string): boolean {
  return /^Role$|Role(?:Arn|ARN)$/.test(name);
}

function endpointType(subscription: ObjectNode): string | undefined {
  const protocol = valueNode(subscription, "Protocol");
  return protocol?.kind === "string" ? ENDPOINT_TYPES[protocol.value] : undefined;
}

/** `Fn::GetAtt` as the template's language writes it. */
export function getAtt(language: TemplateDocument["language"], id: string, attribute: string): string {
  return language === "json" ? JSON.stringify({ "Fn::GetAtt": [id, attribute] }) : `!GetAtt ${id}.${attribute}`;
}

export interface ArnExpression {
  readonly text: string;
  /** The short form, for people. */
  readonly shown: string;
}

/** How a template names the ARN of a resource; undefined where it has none to name. */
export function arnExpression(
  language: TemplateDocument["language"],
  id: string,
  { identity = {}, attributes }: ResourceType,
): ArnExpression | undefined {
  if (identity.ref === "{arn}") {
    const shown = `!Ref ${id}`;
    return { text: language === "json" ? JSON.stringify({ Ref: id }) : shown, shown };
  }
  const attribute = Object.keys(attributes).find((name) => attributes[name]?.value === "{arn}");
  if (attribute === undefined) return undefined;
  return { text: getAtt(language, id, attribute), shown: `!GetAtt ${id}.${attribute}` };
}

const QUEUE = /^AWS::SQS::Queue$/;
const TOPIC = /^AWS::SNS::Topic$/;
const FUNCTION = /^AWS::(?:Lambda|Serverless)::Function$/;
const STREAM = /^AWS::Kinesis::Stream$/;
const TABLE = /^AWS::DynamoDB::(?:Global)?Table$/;
const SOURCE =
  /^AWS::(?:SQS::Queue|Kinesis::Stream(?:Consumer)?|DynamoDB::(?:Global)?Table|MSK::.*Cluster|AmazonMQ::Broker)$/;

/** Types whose ARNs a property takes, where that is one of a few. */
const WANTED: Readonly<Record<string, RegExp>> = {
  deadLetterTargetArn: QUEUE,
  sourceQueueArns: QUEUE,
  Queue: QUEUE,
  Topic: TOPIC,
  TopicArn: TOPIC,
  EventSourceArn: SOURCE,
  Source: SOURCE,
  Stream: /^AWS::(?:Kinesis::Stream|DynamoDB::(?:Global)?Table)$/,
  StreamARN: STREAM,
  KinesisStreamARN: STREAM,
  BucketARN: /^AWS::S3::Bucket$/,
  LambdaFunctionArn: FUNCTION,
};

/** The ARNs of the template's other resources that a property may be given. */
export function arnsFor(
  { language, template }: TemplateDocument,
  property: string,
  owner: ObjectNode,
): readonly (ArnExpression & { readonly type: string })[] {
  const endpoint = property === "Endpoint" ? endpointType(owner) : undefined;
  const wanted = takesRole(property) ? /^AWS::IAM::Role$/ : WANTED[property];
  return (template?.resources ?? []).flatMap((resource) => {
    const { type, node } = resource;
    if (owner.start >= node.start && owner.end <= node.end) return [];
    if (wanted?.test(type) === false) return [];
    if (endpoint !== undefined && type.replace("Serverless", "Lambda") !== endpoint) return [];
    const arn = streamOf(resource, property, language) ?? ownArn(resource, language);
    return arn === undefined ? [] : [{ ...arn, type }];
  });
}

/** Of a table, what is read is its stream. Undefined for other resources, and properties that read nothing. */
export function streamOf(
  { id, type }: Resource,
  property: string,
  language: TemplateDocument["language"],
): ArnExpression | undefined {
  if (!TABLE.test(type) || !["EventSourceArn", "Source", "Stream"].includes(property)) return undefined;
  return { text: getAtt(language, id, "StreamArn"), shown: `!GetAtt ${id}.StreamArn` };
}

function ownArn({ id, type }: Resource, language: TemplateDocument["language"]): ArnExpression | undefined {
  if (type === "AWS::IAM::Role") return { text: getAtt(language, id, "Arn"), shown: `!GetAtt ${id}.Arn` };
  const known = resourceType(type);
  return known && arnExpression(language, id, known);
}
