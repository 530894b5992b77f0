import { isObject, type JsonValue } from "../../json.ts";
import type { Fix } from "../../problem.ts";
import { property } from "../../text/navigate.ts";
import { list, member } from "../edges/connect.ts";
import { asObject } from "../edges/connections.ts";
import { nodeOf } from "./dead-letters.ts";
import { lambdaGuide, type TemplateContext, type TemplateRule } from "./rule.ts";
import { placeOf, type Range } from "./settings.ts";

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

/** What the content of a record is called, by one source or another. `dynamodb` holds images, not what was sent. */
const CONTENTS: ReadonlySet<string> = new Set(["body", "data"]);

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
          fixes: contentFix(context, at, strange, source.content),
        });
      }
    }
  },
};

function strangeField(pattern: JsonValue | undefined, fields: readonly string[]): string | undefined {
  if (!isObject(pattern)) return undefined;
  return Object.keys(pattern).find((key) => key !== "$or" && !fields.includes(key.split(".")[0] ?? key));
}

/** Where a field's name is that of another source's content, it is this one's that is meant. */
function contentFix({ document }: TemplateContext, at: Range, strange: string, content: string): readonly Fix[] {
  const part = document.parts.find(({ embedded }) => embedded.node.start === at.start);
  const root = part?.document.parsed.root;
  const key = property(root, strange)?.key;
  if (
    part === undefined ||
    key === undefined ||
    !CONTENTS.has(strange) ||
    !CONTENTS.has(content) ||
    property(root, content) !== undefined
  )
    return [];
  const edit = part.edit({ start: key.start, end: key.end, newText: JSON.stringify(content) });
  return edit === undefined ? [] : [{ title: `Filter on ${content}`, edits: [edit] }];
}
