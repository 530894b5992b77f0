/** What rules and schedules say of why a delivery went as it did. */
import { duration, type Sentence, times } from "./sentences.ts";

export const DELIVERY_REASONS: Readonly<Record<string, Sentence>> = {
  "delivery.retried": ({ refusal, attempts, delayMs }) =>
    `attempt ${attempts} failed (${refusal}); it is tried again in ${duration(delayMs)}`,
  "delivery.gave-up": ({ refusal, attempts, exhausted, deadLetters }) =>
    [
      attempts === 0 ? `${refusal}` : `${refusal}, after ${times(attempts)}`,
      exhausted === undefined ? "which is not tried again" : `${exhausted} is reached`,
      ...(deadLetters === undefined ? [] : [`the dead-letter queue refused it, too: ${deadLetters}`]),
    ].join("; "),
};
