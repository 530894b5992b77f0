import { isObject } from "../../json.ts";
import { isFifoQueue, nodeOf, QUEUE } from "./dead-letters.ts";
import { lambdaGuide, type TemplateRule } from "./rule.ts";
import { numberOf, placeOf, setFix } from "./settings.ts";

export const batchWithoutWindow: TemplateRule = {
  id: "batch-without-window",
  kind: "template",
  severity: "error",
  summary: "A batch of more than 10 messages of a queue has no batching window.",
  reason:
    "SQS gives at most 10 messages at once. Lambda gathers more only while a batching window of at least 1 second is open, and refuses the event source mapping otherwise. A FIFO queue has no window: 10 is its limit.",
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
            BatchSize: «100»
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
            BatchSize: 100
            MaximumBatchingWindowInSeconds: 5
`,
  ],
  docs: lambdaGuide("services-sqs-configure.html"),
  check(context) {
    const { nodes, edges } = context.topology;
    for (const { kind, from, via, properties } of edges) {
      const queue = nodeOf(nodes, from);
      const mapping = nodeOf(nodes, via ?? "");
      if (kind !== "event-source" || queue?.type !== QUEUE || mapping === undefined || !isObject(properties)) continue;
      const size = numberOf(properties.BatchSize, 10);
      const window = numberOf(properties.MaximumBatchingWindowInSeconds, 0);
      if (size === undefined || window === undefined) continue;
      const at = placeOf(context, mapping, "BatchSize");
      if (size > 10 && isFifoQueue(queue)) {
        const message = `${queue.id} is a FIFO queue: a batch holds at most 10 messages, not ${size}.`;
        context.report({ at, message, fixes: setFix(context, mapping, "BatchSize", 10, "Set BatchSize to 10") });
      } else if (size > 10 && window < 1) {
        const message = `A batch of ${size} messages needs MaximumBatchingWindowInSeconds of at least 1: SQS gives 10 at once.`;
        const fixes = setFix(context, mapping, "MaximumBatchingWindowInSeconds", 1, "Gather for 1 second");
        context.report({ at, message, fixes });
      }
    }
  },
};
