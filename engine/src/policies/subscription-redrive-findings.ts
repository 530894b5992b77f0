/**
 * RedrivePolicy of an SNS subscription: where a message goes that could not be delivered.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html
 */
import { isFilledIn } from "../patterns/filled-in.ts";
import type { Finding } from "../rules/finding.ts";
import { removeFix } from "../schema/fixes.ts";
import { property } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import { finalText, isOpen, type QueueFacts, readQueueArn } from "./queues.ts";
import { headOf, unknownFields } from "./redrive-findings.ts";

/** What is known around the RedrivePolicy of a subscription. */
export interface SubscriptionRedriveContext {
  readonly topicFifo?: boolean;
  /** The subscription's endpoint is a FIFO queue. */
  readonly subscriptionEndpointFifo?: boolean;
  readonly queues?: readonly QueueFacts[];
}

/** In AWS's order; `aws` is what AWS says behind `RedrivePolicy: `. */
export function subscriptionRedriveFindings(root: Node, context: SubscriptionRedriveContext): readonly Finding[] {
  if (isFilledIn(root)) return [];
  if (root.kind !== "object") {
    const message = 'The redrive policy of a subscription is an object: {"deadLetterTargetArn": "arn:aws:sqs:..."}.';
    return [{ rule: "redrive-object", node: root, message, aws: "failed to parse JSON." }];
  }
  const count = property(root, "maxReceiveCount");
  const target = property(root, "deadLetterTargetArn");
  const findings: Finding[] = [];
  if (count !== undefined) {
    findings.push({
      rule: "redrive-subscription-count",
      node: count.key,
      message: "A subscription has no maxReceiveCount: SNS gives up by the retries of its delivery policy.",
      aws: "invalid JSON. Attribute maxReceiveCount is unknown.",
      fixes: [removeFix(count)],
    });
  }
  findings.push(...unknownFields(root, ["deadLetterTargetArn", "maxReceiveCount"]));
  if (target === undefined) {
    const message = "deadLetterTargetArn is missing: the queue that messages go to.";
    findings.push({
      rule: "redrive-missing-field",
      node: root,
      range: headOf(root),
      message,
      aws: "deadLetterTargetArn is an invalid arn",
    });
    return findings;
  }
  return [...findings, ...targetFindings(target.value, context)];
}

function targetFindings(
  node: Node,
  { topicFifo, subscriptionEndpointFifo, queues }: SubscriptionRedriveContext,
): readonly Finding[] {
  if (isOpen(node)) return [];
  const text = finalText(node);
  const target = text === undefined ? undefined : readQueueArn(text);
  if (target === undefined) {
    return [
      {
        rule: "redrive-target",
        node,
        message: "deadLetterTargetArn is the ARN of an SQS queue.",
        aws: "deadLetterTargetArn is an invalid arn",
      },
    ];
  }
  const fifo = queues?.find(({ arn }) => arn === text)?.fifo ?? target.fifo;
  if (topicFifo !== true || subscriptionEndpointFifo !== true || fifo) return [];
  return [
    {
      rule: "redrive-queue-type",
      node,
      message: "A FIFO queue that is subscribed to a FIFO topic needs a FIFO queue as dead-letter queue.",
      aws: "must use a FIFO queue as DLQ for a FIFO Subscription to a FIFO Topic.",
    },
  ];
}
