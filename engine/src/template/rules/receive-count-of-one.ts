import { deadLettersIn } from "./dead-letters.ts";
import { lambdaGuide, type TemplateRule } from "./rule.ts";
import { nameOf, numberOf, placeOf, settingOf } from "./settings.ts";

export const receiveCountOfOne: TemplateRule = {
  id: "receive-count-of-one",
  kind: "template",
  severity: "warning",
  summary: "A queue of a Lambda function has a maxReceiveCount of 1.",
  reason:
    "Lambda receives messages before it knows whether the function can run. Throttled, or with one bad message in the batch, all of the batch counts as received and goes to the dead-letter queue at the second try, though the function never saw it fail. AWS recommends at least 5.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: «1»
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Order:
          Type: SQS
          Properties:
            Queue: !GetAtt Orders.Arn
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: 5
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        Order:
          Type: SQS
          Properties:
            Queue: !GetAtt Orders.Arn
`,
  ],
  docs: lambdaGuide("services-sqs-configure.html"),
  check(context) {
    for (const { source, policy } of deadLettersIn(context)) {
      if (numberOf(policy.maxReceiveCount) !== 1) continue;
      const consumer = context.topology.edges.find(({ kind, from }) => kind === "event-source" && from === source.id);
      const invoked = context.topology.nodes.find(({ id }) => id === consumer?.to);
      if (invoked?.type !== "AWS::Lambda::Function") continue;
      const value = settingOf(context, source, "RedrivePolicy", "maxReceiveCount");
      const isPlain = value?.kind === "number" || value?.kind === "string";
      context.report({
        at: placeOf(context, source, "RedrivePolicy", "maxReceiveCount"),
        message: `${invoked.id} reads ${source.id}, and a message goes to the dead-letter queue after one receive: a throttled or partly failed batch loses messages that were fine. Take at least 5.`,
        related: [{ ...nameOf(context, invoked), message: `${invoked.id} is declared here` }],
        fixes: isPlain
          ? [{ title: "Receive up to 5 times", edits: [{ start: value.start, end: value.end, newText: "5" }] }]
          : [],
      });
    }
  },
};
