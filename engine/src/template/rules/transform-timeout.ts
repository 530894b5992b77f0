import { isObject } from "../../json.ts";
import { FIREHOSE_INVOCATION_SECONDS } from "../../limits.ts";
import { nodeOf } from "./dead-letters.ts";
import type { TemplateRule } from "./rule.ts";
import { nameOf, numberOf, setFix } from "./settings.ts";

/** What Data Firehose's guide asks for, seconds: a batch may have thousands of records. */
const RECOMMENDED_SECONDS = 60;
const DEFAULT_SECONDS = 3;

export const transformTimeout: TemplateRule = {
  id: "transform-timeout",
  kind: "template",
  severity: "warning",
  summary:
    "A function that transforms records of a delivery stream has too little time for a batch, or more than Firehose waits.",
  reason:
    "Data Firehose invokes the function with up to 3 MB of records at once, 1 MB unless it is set. A function that times out is tried three times again, then the whole batch is put below the error prefix as ProcessingFailed. AWS asks for a timeout of a minute or more; after five minutes Firehose waits no longer.",
  bad: [
    `Resources:
  Clean:
    Type: AWS::Serverless::Function
  Bucket:
    Type: AWS::S3::Bucket
  «Delivery»:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      ExtendedS3DestinationConfiguration:
        BucketARN: !GetAtt Bucket.Arn
        RoleARN: arn:aws:iam::123456789012:role/firehose
        ProcessingConfiguration:
          Enabled: true
          Processors:
            - Type: Lambda
              Parameters:
                - { ParameterName: LambdaArn, ParameterValue: !GetAtt Clean.Arn }
`,
  ],
  good: [
    `Resources:
  Clean:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 120
  Bucket:
    Type: AWS::S3::Bucket
  Delivery:
    Type: AWS::KinesisFirehose::DeliveryStream
    Properties:
      ExtendedS3DestinationConfiguration:
        BucketARN: !GetAtt Bucket.Arn
        RoleARN: arn:aws:iam::123456789012:role/firehose
        ProcessingConfiguration:
          Enabled: true
          Processors:
            - Type: Lambda
              Parameters:
                - { ParameterName: LambdaArn, ParameterValue: !GetAtt Clean.Arn }
`,
  ],
  docs: "https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html",
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, from, to } of edges) {
      const stream = nodeOf(nodes, from);
      const transforming = nodeOf(nodes, to);
      const isTransform = kind === "invoke" && stream?.type === "AWS::KinesisFirehose::DeliveryStream";
      if (!isTransform || transforming === undefined || !isObject(transforming.properties)) continue;
      if (transforming.external === true) continue;
      const seconds = numberOf(transforming.properties.Timeout, DEFAULT_SECONDS);
      if (seconds === undefined) continue;
      if (seconds >= RECOMMENDED_SECONDS && seconds <= FIREHOSE_INVOCATION_SECONDS) continue;
      const message =
        seconds > FIREHOSE_INVOCATION_SECONDS
          ? `${from} waits ${FIREHOSE_INVOCATION_SECONDS} seconds for ${to}, whose timeout is ${seconds}.`
          : `${to} has ${seconds} seconds for each batch of ${from}: when they are over, the whole batch has failed.`;
      context.report({
        at: nameOf(context, stream),
        message,
        fixes: setFix(
          context,
          transforming,
          "Timeout",
          RECOMMENDED_SECONDS,
          `Give ${to} ${RECOMMENDED_SECONDS} seconds`,
        ),
      });
    }
  },
};
