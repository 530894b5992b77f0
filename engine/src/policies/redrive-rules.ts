/** Rules about redrive policies. Their examples are their tests. */
import type { RuleInfo } from "../rules/types.ts";
import type { RedriveKind, RedriveSurroundings } from "./check.ts";

export interface RedriveRule extends RuleInfo {
  /** What the examples are, and what is around them. */
  readonly policy: RedriveKind;
  readonly context?: RedriveSurroundings;
}

const DLQ_PAGE =
  "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html";
const ATTRIBUTES_PAGE =
  "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html";
const SNS_PAGE = "https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html";

const SOURCE = "arn:aws:sqs:eu-west-1:123456789012:orders";
const DLQ = "arn:aws:sqs:eu-west-1:123456789012:orders-dlq";
const AROUND = { queue: { arn: SOURCE, fifo: false }, queues: [{ arn: DLQ, fifo: false }] } as const;

export const REDRIVE_RULES: readonly RedriveRule[] = [
  {
    id: "redrive-object",
    severity: "error",
    summary: "A redrive policy that is no object.",
    reason: "A redrive policy names a queue and a count, as fields of an object.",
    bad: [`«"${DLQ}"»`],
    good: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": 5}`],
    docs: DLQ_PAGE,
    policy: "RedrivePolicy",
  },
  {
    id: "redrive-missing-field",
    severity: "error",
    summary: "A redrive policy without its queue or its count.",
    reason:
      "AWS refuses a policy that does not name the dead-letter queue and how often a message may be received before it " +
      "goes there, although the reference gives 10 as default of the count.",
    bad: [`{«"deadLetterTargetArn"»: "${DLQ}"}`, '{«"maxReceiveCount"»: 5}'],
    good: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": "5"}`],
    docs: DLQ_PAGE,
    policy: "RedrivePolicy",
  },
  {
    id: "redrive-count",
    severity: "error",
    summary: "maxReceiveCount that is no whole number from 1 to 1,000.",
    reason: "AWS takes a number, or a text of one.",
    bad: [
      `{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": «0»}`,
      `{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": «"many"»}`,
    ],
    good: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": 1000}`],
    docs: DLQ_PAGE,
    policy: "RedrivePolicy",
  },
  {
    id: "redrive-target",
    severity: "error",
    summary: "A dead-letter queue that is no ARN of an SQS queue.",
    reason: "Only SQS queues can be dead-letter queues, and they are named by ARN, not by name or address.",
    bad: [
      '{"deadLetterTargetArn": «"orders-dlq"», "maxReceiveCount": 5}',
      '{"deadLetterTargetArn": «"arn:aws:sns:eu-west-1:123456789012:failed"», "maxReceiveCount": 5}',
    ],
    good: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": 5}`],
    docs: DLQ_PAGE,
    policy: "RedrivePolicy",
  },
  {
    id: "redrive-elsewhere",
    severity: "warning",
    summary: "A dead-letter queue in another account or Region.",
    reason: "AWS advises to keep a queue and its dead-letter queue together; for long it has refused anything else.",
    bad: ['{"deadLetterTargetArn": «"arn:aws:sqs:us-east-1:123456789012:orders-dlq"», "maxReceiveCount": 5}'],
    good: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": 5}`],
    docs: DLQ_PAGE,
    policy: "RedrivePolicy",
    context: AROUND,
  },
  {
    id: "redrive-no-such-queue",
    severity: "error",
    summary: "A dead-letter queue that does not exist.",
    reason: "AWS looks for the queue when the policy is set.",
    bad: ['{"deadLetterTargetArn": «"arn:aws:sqs:eu-west-1:123456789012:order-dlq"», "maxReceiveCount": 5}'],
    good: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": 5}`],
    docs: DLQ_PAGE,
    policy: "RedrivePolicy",
    context: AROUND,
  },
  {
    id: "redrive-queue-type",
    severity: "error",
    summary: "A dead-letter queue of another type than its source.",
    reason: "The dead-letter queue of a FIFO queue is a FIFO queue, that of a standard queue a standard one.",
    bad: ['{"deadLetterTargetArn": «"arn:aws:sqs:eu-west-1:123456789012:orders-dlq.fifo"», "maxReceiveCount": 5}'],
    good: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": 5}`],
    docs: DLQ_PAGE,
    policy: "RedrivePolicy",
    context: { queue: { fifo: false } },
  },
  {
    id: "redrive-not-allowed",
    severity: "error",
    summary: "A dead-letter queue that does not let its source in.",
    reason: "The RedriveAllowPolicy of a queue says which queues may use it as their dead-letter queue.",
    bad: [`{"deadLetterTargetArn": «"${DLQ}"», "maxReceiveCount": 5}`],
    good: ['{"deadLetterTargetArn": "arn:aws:sqs:eu-west-1:123456789012:open-dlq", "maxReceiveCount": 5}'],
    docs: ATTRIBUTES_PAGE,
    policy: "RedrivePolicy",
    context: {
      queue: { arn: SOURCE, fifo: false },
      queues: [
        { arn: DLQ, fifo: false, redriveAllowPolicy: { redrivePermission: "denyAll" } },
        { arn: "arn:aws:sqs:eu-west-1:123456789012:open-dlq", fifo: false },
      ],
    },
  },
  {
    id: "redrive-unknown-field",
    severity: "warning",
    summary: "A field that redrive policies do not have.",
    reason: "Fields are spelt as AWS spells them, beginning with a small letter.",
    bad: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": 5, «"note"»: "see wiki"}`],
    good: [`{"deadLetterTargetArn": "${DLQ}", "maxReceiveCount": 5}`],
    docs: DLQ_PAGE,
    policy: "RedrivePolicy",
  },
  {
    id: "redrive-permission",
    severity: "error",
    summary: "redrivePermission that is not allowAll, denyAll or byQueue.",
    reason: "A RedriveAllowPolicy says whether all queues, none, or the named ones may use the queue.",
    bad: ['{"redrivePermission": «"AllowAll"»}', '{«"sourceQueueArns"»: []}'],
    good: ['{"redrivePermission": "denyAll"}'],
    docs: ATTRIBUTES_PAGE,
    policy: "RedriveAllowPolicy",
  },
  {
    id: "redrive-source-queues",
    severity: "error",
    summary: "sourceQueueArns that do not go with the permission.",
    reason: "byQueue names 1 to 10 queues by ARN; allowAll and denyAll name none.",
    bad: [
      '{«"redrivePermission"»: "byQueue"}',
      '{"redrivePermission": "byQueue", "sourceQueueArns": «[]»}',
      `{"redrivePermission": "denyAll", «"sourceQueueArns"»: ["${SOURCE}"]}`,
      '{"redrivePermission": "byQueue", "sourceQueueArns": [«"orders"»]}',
    ],
    good: [`{"redrivePermission": "byQueue", "sourceQueueArns": ["${SOURCE}"]}`],
    docs: ATTRIBUTES_PAGE,
    policy: "RedriveAllowPolicy",
  },
  {
    id: "redrive-subscription-count",
    severity: "error",
    summary: "maxReceiveCount in the redrive policy of a subscription.",
    reason:
      "SNS has no receives to count: it tries to deliver as often as the delivery policy says, and then uses the queue.",
    bad: [`{"deadLetterTargetArn": "${DLQ}", «"maxReceiveCount"»: 5}`],
    good: [`{"deadLetterTargetArn": "${DLQ}"}`],
    docs: SNS_PAGE,
    policy: "SubscriptionRedrivePolicy",
  },
];

export const REDRIVE_RULES_BY_ID: ReadonlyMap<string, RedriveRule> = new Map(
  REDRIVE_RULES.map((rule) => [rule.id, rule]),
);
