import { isObject } from "../../json.ts";
import { nodeOf, QUEUE } from "./dead-letters.ts";
import { lambdaGuide, type TemplateRule } from "./rule.ts";
import { nameOf, numberOf, placeOf, setFix } from "./settings.ts";

const DEFAULT_VISIBILITY_SECONDS = 30;
const DEFAULT_TIMEOUT_SECONDS = 3;
const MAX_VISIBILITY_SECONDS = 43_200;

/** As many times the function's timeout should a message stay hidden. */
const FACTOR = 6;

export const visibilityTimeout: TemplateRule = {
  id: "visibility-timeout",
  kind: "template",
  severity: "warning",
  summary: "A queue's visibility timeout is below six times the timeout of the function that reads it.",
  reason:
    "Lambda needs the time to try again when the function is throttled while a batch is worked on; otherwise messages become visible and are processed twice. Below the function's own timeout Lambda refuses the event source mapping, which is an error.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: «60»
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 30
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
      VisibilityTimeout: 180
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Timeout: 30
      Events:
        Order:
          Type: SQS
          Properties:
            Queue: !GetAtt Orders.Arn
`,
  ],
  docs: lambdaGuide("services-sqs-configure.html"),
  check(context) {
    const { nodes, edges } = context.topology;
    const seen = new Set<string>();
    for (const { kind, from, to, properties } of edges) {
      const [queue, invoked] = [nodeOf(nodes, from), nodeOf(nodes, to)];
      if (
        kind !== "event-source" ||
        queue?.type !== QUEUE ||
        queue.external === true ||
        invoked?.type !== "AWS::Lambda::Function"
      )
        continue;
      if (invoked.external === true || seen.has(`${from} ${to}`)) continue;
      seen.add(`${from} ${to}`);
      const hidden = numberOf(queue.properties.VisibilityTimeout, DEFAULT_VISIBILITY_SECONDS);
      const timeout = numberOf(invoked.properties.Timeout, DEFAULT_TIMEOUT_SECONDS);
      const window = isObject(properties) ? (numberOf(properties.MaximumBatchingWindowInSeconds, 0) ?? 0) : 0;
      if (hidden === undefined || timeout === undefined || hidden >= FACTOR * timeout + window) continue;
      const wanted = Math.min(FACTOR * timeout + window, MAX_VISIBILITY_SECONDS);
      if (hidden >= wanted) continue;
      const why = hidden < timeout ? "Lambda refuses the event source mapping" : "messages may be processed twice";
      context.report({
        at: placeOf(context, queue, "VisibilityTimeout"),
        severity: hidden < timeout ? "error" : "warning",
        message: `${queue.id} hides messages for ${hidden} seconds, ${invoked.id} may run for ${timeout}: ${why}. Take at least ${wanted} seconds${window > 0 ? ", the batching window included" : ""}.`,
        related: [{ ...nameOf(context, invoked), message: `${invoked.id} reads the queue` }],
        fixes: setFix(context, queue, "VisibilityTimeout", wanted, `Set VisibilityTimeout to ${wanted} seconds`),
      });
    }
  },
};
