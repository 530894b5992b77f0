/**
 * Resources that only say more of others: policies of queues and topics, how a function is invoked asynchronously. They
 * are no nodes; the others get what they say as one more property.
 */
import { type JsonObject, type JsonValue, ownEntry } from "../json.ts";
import type { TopologyNode } from "../template/topology.ts";

interface Attachment {
  /** The property that names whom it belongs to: one, or a list. */
  readonly of: string;
  /** What the others get: a list of all that say something. */
  readonly as: string;
  says(properties: JsonObject, id: string): JsonValue | undefined;
}

const policyOf = (of: string): Attachment => ({ of, as: "Policies", says: (properties) => properties.PolicyDocument });

/** All of it, with its logical id, by which the parts of an API name each other. */
function partOf(of: string, as: string): Attachment {
  return { of, as, says: (properties, id) => ({ ...properties, id }) };
}
const OUTPUT: Attachment = { of: "ApplicationName", as: "Outputs", says: (properties) => properties.Output };

const ATTACHMENTS: Readonly<Record<string, Attachment>> = {
  "AWS::SQS::QueuePolicy": policyOf("Queues"),
  "AWS::SQS::QueueInlinePolicy": policyOf("Queue"),
  "AWS::SNS::TopicPolicy": policyOf("Topics"),
  "AWS::SNS::TopicInlinePolicy": policyOf("TopicArn"),
  "AWS::Lambda::EventInvokeConfig": {
    of: "FunctionName",
    as: "EventInvokeConfigs",
    says: (properties) => properties,
  },
  "AWS::ApiGateway::Method": partOf("RestApiId", "Methods"),
  "AWS::ApiGateway::Resource": partOf("RestApiId", "Resources"),
  "AWS::ApiGateway::Stage": partOf("RestApiId", "Stages"),
  "AWS::ApiGatewayV2::Route": partOf("ApiId", "Routes"),
  "AWS::ApiGatewayV2::Integration": partOf("ApiId", "Integrations"),
  "AWS::ApiGatewayV2::Stage": partOf("ApiId", "Stages"),
  "AWS::KinesisAnalytics::ApplicationOutput": OUTPUT,
  "AWS::KinesisAnalyticsV2::ApplicationOutput": OUTPUT,
};

export function isAttachment(type: string): boolean {
  return Object.hasOwn(ATTACHMENTS, type);
}

/** What others say of each: properties by logical id. */
export function attachmentsOf(nodes: readonly TopologyNode[]): ReadonlyMap<string, JsonObject> {
  const all = new Map<string, Record<string, JsonValue[]>>();
  for (const { id, type, properties } of nodes) {
    const attachment = ownEntry(ATTACHMENTS, type);
    const said = attachment?.says(properties, id);
    if (attachment === undefined || said === undefined) continue;
    for (const named of [properties[attachment.of]].flat()) {
      const owner = nodeNamed(nodes, named);
      if (owner === undefined) continue;
      const own = all.get(owner.id) ?? {};
      all.set(owner.id, { ...own, [attachment.as]: [...(own[attachment.as] ?? []), said] });
    }
  }
  return all;
}

/** The resource that a reference means: by ARN, URL, name or logical id. */
export function nodeNamed(nodes: readonly TopologyNode[], name: JsonValue | undefined): TopologyNode | undefined {
  if (typeof name !== "string") return undefined;
  return (
    nodes.find(({ arn, ref }) => arn === name || ref === name) ??
    nodes.find(({ id, name: own }) => own === name || id === name)
  );
}
