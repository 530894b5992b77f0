import type { ResourceField, ResourceType } from "../../schema/resource-types.ts";
import { resourceType } from "../../schema/resources.ts";
import type { Node, Property } from "../../text/tree.ts";
import { type ArnExpression, arnExpression, streamOf, takesArn } from "../arns.ts";
import { alternatives, type Owner, ofResource, visitFields } from "../fields.ts";
import { resolverFor } from "../resolve.ts";
import { type NamedResource, namedResource } from "./named-resource.ts";
import type { TemplateContext, TemplateRule } from "./rule.ts";

export const notAnArn: TemplateRule = {
  id: "not-an-arn",
  kind: "template",
  severity: "error",
  summary:
    "A property that takes an ARN is given a resource's name or URL, or the ARN of a table instead of its stream's.",
  reason:
    "What `Ref` gives depends on the type: the ARN of a topic, but the URL of a queue and the name of a stream, a function or a bus. The service refuses anything but an ARN where it asks for one.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: «!Ref Failed»
        maxReceiveCount: 3
  Failed:
    Type: AWS::SQS::Queue
`,
    `Resources:
  Clicks:
    Type: AWS::Kinesis::Stream
  Work:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: «!Ref Clicks»
      FunctionName: work
      StartingPosition: LATEST
      MaximumRetryAttempts: 3
      DestinationConfig: {OnFailure: {Destination: arn:aws:sqs:us-east-1:123456789012:failed}}
`,
    `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      StreamSpecification: {StreamViewType: NEW_IMAGE}
      AttributeDefinitions: [{AttributeName: id, AttributeType: S}]
      KeySchema: [{AttributeName: id, KeyType: HASH}]
      BillingMode: PAY_PER_REQUEST
  Work:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      EventSourceArn: «!GetAtt Orders.Arn»
      FunctionName: work
      StartingPosition: LATEST
      MaximumRetryAttempts: 3
      DestinationConfig: {OnFailure: {Destination: arn:aws:sqs:us-east-1:123456789012:failed}}
`,
  ],
  good: [
    `Resources:
  News:
    Type: AWS::SNS::Topic
  Work:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: !Ref News
      Protocol: lambda
      Endpoint: arn:aws:lambda:us-east-1:123456789012:function:work
`,
  ],
  docs: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html",
  check(context) {
    const { isOpen, resources, byId } = context.template;
    if (isOpen) return;
    const resolver = resolverFor(context.template);
    for (const { node, property, named } of resources.flatMap(namedIn)) {
      const target = byId.get(named.id);
      const type = target && resourceType(target.type);
      if (target === undefined || type === undefined) continue;
      const { ref, attribute } = resolver.identity(target);
      const given = named.attribute === undefined ? ref : attribute(named.attribute);
      const stream = streamOf(target, property, context.document.language);
      if (stream !== undefined && TABLE_ARN.test(String(given))) reportTable(context, node, property, named, stream);
      if (given === undefined || /^arn:|\$\{/.test(given)) continue;
      reportName(context, node, property, { named, type, given });
    }
  },
};

const TABLE_ARN = /^arn:[^:]*:dynamodb:[^/]*\/[^/]+$/;

function reportTable(
  context: TemplateContext,
  { start, end }: Node,
  property: string,
  { id }: NamedResource,
  stream: ArnExpression,
): void {
  context.report({
    at: { start, end },
    message: `This is the ARN of the table ${id}; ${property} takes that of its stream: ${stream.shown}.`,
    fixes: [{ title: `Write ${stream.shown}`, edits: [{ start, end, newText: stream.text }] }],
  });
}

/** A resource that is named where an ARN is taken. */
interface Named {
  readonly node: Node;
  readonly property: string;
  readonly named: NamedResource;
}

const namedIn = ofResource((resource): readonly Named[] => {
  const found: Named[] = [];
  visitFields(resource, {
    property(property, field, owner) {
      if (field === undefined) return;
      for (const { key, value } of arnsIn(property, field, owner)) {
        const nodes = value.kind === "array" ? value.items : [value];
        for (const node of nodes.flatMap(alternatives)) {
          const named = namedResource(node);
          if (named !== undefined) found.push({ node, property: key.value, named });
        }
      }
    },
  });
  return found;
});

/** The property itself, or those of a redrive policy in it. */
function arnsIn(property: Property, { holds }: ResourceField, owner: Owner): readonly Property[] {
  if (holds?.includes("redrive") !== true) return takesArn(property.key.value, owner) ? [property] : [];
  const policies = alternatives(property.value);
  return policies.flatMap((policy) => (policy.kind === "object" ? policy.properties : []));
}

interface Given {
  readonly named: NamedResource;
  readonly type: ResourceType;
  readonly given: string;
}

function reportName(context: TemplateContext, node: Node, property: string, { named, type, given }: Given): void {
  const { id, attribute } = named;
  const arn = arnExpression(context.document.language, id, type);
  const expression =
    attribute === undefined ? `Ref of ${id} (${context.template.byId.get(id)?.type})` : `${id}.${attribute}`;
  const what = /^https?:/.test(given) ? "URL" : "name";
  const hint = arn === undefined ? "" : `: ${arn.shown}`;
  context.report({
    at: { start: node.start, end: node.end },
    message: `${expression} is a ${what}; ${property} takes an ARN${hint}.`,
    fixes:
      arn === undefined
        ? []
        : [{ title: `Write ${arn.shown}`, edits: [{ start: node.start, end: node.end, newText: arn.text }] }],
  });
}
