import { deadLettersIn, isFifoQueue, QUEUE } from "./dead-letters.ts";
import { sqsGuide, type TemplateRule } from "./rule.ts";
import { nameOf, numberOf, placeOf, setFix, settingOf } from "./settings.ts";

/** What SQS keeps messages for where nothing is said, and at most, seconds. */
const DEFAULT_RETENTION_SECONDS = 345_600;
const MAX_RETENTION_SECONDS = 1_209_600;

export const dlqRetention: TemplateRule = {
  id: "dlq-retention",
  kind: "template",
  severity: "warning",
  summary: "A dead-letter queue does not keep messages longer than its queue.",
  reason:
    "A message that moves from a standard queue to its dead-letter queue keeps the time when it was first sent. With the same retention it may be gone from there after a few hours, before anybody has looked. Keep dead letters for 14 days. Where neither queue says how long, this is only a note.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: 3
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: «86400»
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: 3
  Failed:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
`,
  ],
  docs: sqsGuide("setting-up-dead-letter-queue-retention.html"),
  check(context) {
    const seen = new Set<string>();
    for (const { source, target } of deadLettersIn(context)) {
      // In a FIFO queue the time begins anew.
      if (target.type !== QUEUE || target.external === true || isFifoQueue(source) || source === target) continue;
      const own = numberOf(source.properties.MessageRetentionPeriod, DEFAULT_RETENTION_SECONDS);
      const kept = numberOf(target.properties.MessageRetentionPeriod, DEFAULT_RETENTION_SECONDS);
      if (own === undefined || kept === undefined || kept > own || kept >= MAX_RETENTION_SECONDS || seen.has(target.id))
        continue;
      seen.add(target.id);
      const says = [source, target].some((queue) => settingOf(context, queue, "MessageRetentionPeriod") !== undefined);
      const message = `${target.id} keeps messages for ${days(kept)}, ${source.id} for ${days(own)}: dead letters keep their age, so some are gone soon after they have arrived. Keep them longer.`;
      const at = placeOf(context, target, "MessageRetentionPeriod");
      const related = [{ ...nameOf(context, source), message: `${source.id} sends its dead letters there` }];
      const fixes = setFix(
        context,
        target,
        "MessageRetentionPeriod",
        MAX_RETENTION_SECONDS,
        "Keep dead letters for 14 days",
      );
      context.report({ at, message, related, fixes, ...(says ? {} : { severity: "info" }) });
    }
  },
};

function days(seconds: number): string {
  const amount = seconds % 86_400 === 0 ? seconds / 86_400 : undefined;
  if (amount !== undefined) return `${amount} ${amount === 1 ? "day" : "days"}`;
  return seconds % 3_600 === 0 ? `${seconds / 3_600} hours` : `${seconds} seconds`;
}
