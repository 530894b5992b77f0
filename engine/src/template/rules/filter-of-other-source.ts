import { isObject, type JsonValue } from "../../json.ts";
import { list, member } from "../edges/connect.ts";
import { asObject } from "../edges/connections.ts";
import { nodeOf } from "./dead-letters.ts";
import { lambdaGuide, type TemplateRule } from "./rule.ts";
import { placeOf } from "./settings.ts";

const SQS_FIELDS = [
  "body",
  "messageId",
  "attributes",
  "messageAttributes",
  "eventSource",
  "eventSourceARN",
  "awsRegion",
  "receiptHandle",
  "md5OfBody",
  "md5OfMessageAttributes",
];
const KINESIS_FIELDS = [
  "data",
  "partitionKey",
  "sequenceNumber",
  "approximateArrivalTimestamp",
  "kinesisSchemaVersion",
  "eventSource",
  "eventName",
  "eventID",
  "eventVersion",
  "eventSourceARN",
  "awsRegion",
  "invokeIdentityArn",
];
const DYNAMODB_FIELDS = [
  "dynamodb",
  "eventName",
  "eventID",
  "eventSource",
  "eventSourceARN",
  "eventVersion",
  "awsRegion",
  "userIdentity",
];

/** What a filter may look at, and where the record's own content is. */
const SOURCES: Readonly<
  Record<string, { readonly fields: readonly string[]; readonly content: string; readonly what: string }>
> = {
  "AWS::SQS::Queue": { fields: SQS_FIELDS, content: "body", what: "a message of SQS" },
  "AWS::Kinesis::Stream": { fields: KINESIS_FIELDS, content: "data", what: "a record of Kinesis" },
  "AWS::Kinesis::StreamConsumer": { fields: KINESIS_FIELDS, content: "data", what: "a record of Kinesis" },
  "AWS::DynamoDB::Table": { fields: DYNAMODB_FIELDS, content: "dynamodb", what: "a change of DynamoDB" },
};

export const filterOfOtherSource: TemplateRule = {
  id: "filter-of-other-source",
  kind: "template",
  severity: "warning",
  summary: "A filter looks at a field that the records of its source do not have.",
  reason:
    "A filter sees the record as Lambda gets it: the content of an SQS message is in `body`, that of a Kinesis record in `data`, that of a DynamoDB change in `dynamodb`. A filter on another field matches nothing; SQS messages that do not match are deleted.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Order:
          Type: SQS
          Properties:
            Queue: !GetAtt Orders.Arn
            FilterCriteria:
              Filters:
                - Pattern: «'{"data": {"kind": ["order"]}}'»
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Order:
          Type: SQS
          Properties:
            Queue: !GetAtt Orders.Arn
            FilterCriteria:
              Filters:
                - Pattern: '{"body": {"kind": ["order"]}}'
`,
  ],
  docs: lambdaGuide("invocation-eventfiltering.html"),
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, from, via, properties } of edges) {
      const mapping = nodeOf(nodes, via ?? "");
      const source = SOURCES[nodeOf(nodes, from)?.type ?? ""];
      if (kind !== "event-source" || mapping === undefined || source === undefined) continue;
      for (const [index, filter] of list(member(properties, "FilterCriteria", "Filters")).entries()) {
        const strange = strangeField(asObject(member(filter, "Pattern")), source.fields);
        if (strange === undefined) continue;
        const at = placeOf(context, mapping, "FilterCriteria", "Filters", String(index), "Pattern");
        context.report({
          at,
          message: `${source.what[0]?.toUpperCase()}${source.what.slice(1)} has no ${JSON.stringify(strange)}: its content is in \`${source.content}\`. The filter matches nothing.`,
        });
      }
    }
  },
};

function strangeField(pattern: JsonValue | undefined, fields: readonly string[]): string | undefined {
  if (!isObject(pattern)) return undefined;
  return Object.keys(pattern).find((key) => key !== "$or" && !fields.includes(key.split(".")[0] ?? key));
}
