import { deadLettersIn, isFifoQueue, QUEUE } from "./dead-letters.ts";
import { makeFifoFix, makeStandardFix } from "./queue-type-fix.ts";
import { sqsGuide, type TemplateRule } from "./rule.ts";
import { nameOf, placeOf } from "./settings.ts";

export const dlqOfOtherType: TemplateRule = {
  id: "dlq-of-other-type",
  kind: "template",
  severity: "error",
  summary: "A dead-letter queue is of another type than its queue.",
  reason:
    "The dead-letter queue of a FIFO queue must be a FIFO queue, that of a standard queue a standard queue: SQS refuses the redrive policy otherwise. Nothing but a queue can be one.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
      RedrivePolicy:
        deadLetterTargetArn: «!GetAtt Failed.Arn»
        maxReceiveCount: 3
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: 3
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      FifoQueue: true
      MessageRetentionPeriod: 1209600
`,
  ],
  docs: sqsGuide("sqs-dead-letter-queues.html"),
  check(context) {
    for (const { source, target } of deadLettersIn(context)) {
      if (target.external === true) continue;
      const at = placeOf(context, source, "RedrivePolicy", "deadLetterTargetArn");
      const related = [{ ...nameOf(context, target), message: `${target.id} is declared here` }];
      if (target.type !== QUEUE) {
        const message = `${target.id} is no queue (${target.type}): only a queue of SQS can be a dead-letter queue.`;
        context.report({ at, message, related });
        continue;
      }
      const [isFifo, isTargetFifo] = [isFifoQueue(source), isFifoQueue(target)];
      if (isFifo === isTargetFifo) continue;
      const [own, other] = isFifo ? ["FIFO", "standard"] : ["standard", "FIFO"];
      const message = `${source.id} is a ${own} queue, but its dead-letter queue ${target.id} is a ${other} queue: both must be ${own}.`;
      const fixes = isFifo ? makeFifoFix(context, target) : makeStandardFix(context, target);
      context.report({ at, message, related, fixes });
    }
  },
};
