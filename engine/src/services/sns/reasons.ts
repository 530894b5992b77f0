/** What topics and subscriptions say of why something happened. */
import { duration, messageName, type Sentence, times } from "../sentences.ts";

export const SNS_REASONS: Readonly<Record<string, Sentence>> = {
  "sns.deduplicated": ({ message, afterMs }) =>
    `it has the deduplication id of ${messageName(message)}, published ${duration(afterMs)} ago`,
  "sns.filtered": ({ scope, key, because }) => {
    const part = scope === "MessageBody" ? "body" : "attributes";
    if (key === undefined) return `the filter policy does not take its ${part}`;
    return `the filter policy fails at ${key} of its ${part}. ${because}`;
  },
  "sns.retried": ({ refusal, attempts, delayMs }) =>
    `attempt ${attempts} failed (${refusal}); it is tried again in ${duration(delayMs)}`,
  "sns.gave-up": ({ refusal, attempts, deadLetters }) =>
    `${refusal}, after ${times(attempts)}${deadLetters === undefined ? "" : `; the dead-letter queue refused it, too: ${deadLetters}`}`,
};
