/** What brokers and their queues say of why something happened. */
import { duration, type Sentence, times } from "../sentences.ts";

export const MQ_REASONS: Readonly<Record<string, Sentence>> = {
  "mq.delivered": ({ count }) => `a consumer has it and has not acknowledged it; delivery ${count}`,
  "mq.acknowledged": () => "its consumer acknowledged it",
  "mq.rejected": ({ delayMs }) => `its consumer rejected it; it is delivered again after ${duration(delayMs)}`,
  "mq.connection-lost": () => "the connection of its consumer is gone before it was acknowledged",
  "mq.redeliveries": ({ count }) => `it was delivered ${times(count)} and rejected each time`,
  "mq.expired": () => "its time to live was over before a consumer had it",
  "mq.dropped": () => "no dead-letter exchange or queue is set for its queue",
};
