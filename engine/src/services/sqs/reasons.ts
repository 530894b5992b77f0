/** What queues say of why something happened. */
import { duration, messageName, ordinal, percent, type Sentence, seconds, times } from "../sentences.ts";

export const SQS_REASONS: Readonly<Record<string, Sentence>> = {
  "sqs.received": ({ count }) => `for the ${ordinal(count)} time`,
  "sqs.delayed": (why) => `it can be received in ${seconds(why.seconds)}`,
  "sqs.delay-over": (why) => `its delay of ${seconds(why.seconds)} is over`,
  "sqs.visibility-expired": (why) =>
    `its visibility timeout expired after ${seconds(why.seconds)}; it was received ${times(why.count)} and not deleted`,
  "sqs.visibility-changed": (why) =>
    why.seconds === 0 ? "it is visible again at once" : `it stays hidden for ${seconds(why.seconds)} from now`,
  "sqs.in-group": ({ group }) => `in group ${group}`,
  "sqs.group-blocked": ({ group, message }) => `group ${group} is blocked by ${messageName(message)}`,
  "sqs.deduplicated": ({ message, afterMs }) =>
    `it has the deduplication id of ${messageName(message)}, sent ${duration(afterMs)} ago`,
  "sqs.expired": (why) => `it was there for ${seconds(why.seconds)}, the retention period`,
  "sqs.dead-lettered": ({ count, maxReceiveCount }) =>
    `it was received ${times(count)} and not deleted; maxReceiveCount is ${maxReceiveCount}`,
  "sqs.from-redrive": () => "by the redrive policy",
  "sqs.noisy-in-flight": ({ group, inFlight, share }) =>
    `group ${group} is noisy: ${inFlight} of its messages are in flight, ${percent(share)} of all`,
  "sqs.noisy-time": ({ group, share }) =>
    `group ${group} is noisy: it took ${percent(share)} of the consumers' time lately`,
  "sqs.quiet-drained": ({ group }) => `group ${group} has no messages waiting any more`,
  "sqs.quiet-silent": ({ group }) => `group ${group} sent nothing for five minutes`,
  "sqs.from-move": ({ message }) => `a message move task made it of ${messageName(message)}`,
  "sqs.moved": ({ task }) => `message move task ${task}`,
  "sqs.move-started": ({ count }) => `${count} messages are to be moved`,
  "sqs.move-ended": ({ status, moved, reason }) =>
    `${status}, ${moved} messages moved${reason === undefined ? "" : `: ${reason}`}`,
  "sqs.duplicated": () => "one of the servers that hold it did not hear of its deletion: it will be delivered again",
};
