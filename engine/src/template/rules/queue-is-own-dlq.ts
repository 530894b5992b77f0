import { removeProperty } from "../../editor/object-edits.ts";
import { property } from "../../text/navigate.ts";
import { deadLettersIn } from "./dead-letters.ts";
import { sqsGuide, type TemplateRule } from "./rule.ts";
import { placeOf, propertiesOf, styleIn } from "./settings.ts";

export const queueIsOwnDlq: TemplateRule = {
  id: "queue-is-own-dlq",
  kind: "template",
  severity: "error",
  summary: "A queue is its own dead-letter queue.",
  reason:
    "What cannot be processed would come back to the same consumers for as long as it is kept. The dead-letter queue must be another queue.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      RedrivePolicy:
        deadLetterTargetArn: !Sub «"arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:orders"»
        maxReceiveCount: 3
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: orders
      RedrivePolicy:
        deadLetterTargetArn: !Sub "arn:aws:sqs:\${AWS::Region}:\${AWS::AccountId}:orders-dlq"
        maxReceiveCount: 3
`,
  ],
  docs: sqsGuide("sqs-dead-letter-queues.html"),
  check(context) {
    for (const { source, target } of deadLettersIn(context)) {
      if (source !== target) continue;
      const policy = property(propertiesOf(context, source), "RedrivePolicy");
      const edit = policy && removeProperty(policy, styleIn(context));
      context.report({
        at: placeOf(context, source, "RedrivePolicy", "deadLetterTargetArn"),
        message: `${source.id} is its own dead-letter queue: name another queue.`,
        fixes: edit === undefined ? [] : [{ title: "Remove the RedrivePolicy", edits: [edit] }],
      });
    }
  },
};
