/** What workers and their scaling say of why something happened. */
import { duration, percent, round, type Sentence, seconds, times } from "../sentences.ts";

export const CONSUMER_REASONS: Readonly<Record<string, Sentence>> = {
  "handler.failed-by-chance": ({ rate }) => `${percent(rate)} of messages fail by chance`,
  "handler.failed-by-body": ({ text }) => `its body contains "${text}"`,
  "handler.failed-by-pattern": ({ pattern }) => `its body matches ${pattern}`,
  "handler.failed-at-first": ({ receiveCount, receiveCountAtMost }) =>
    `messages fail the first ${times(receiveCountAtMost)}; this was receive ${receiveCount}`,
  "worker.started": ({ durationMs }) => `it takes ${duration(durationMs)}`,
  "worker.outage": () => "the workers have an outage; what they had in hand comes back when it becomes visible",
  "worker.stop-timeout": (why) => `the worker had to stop, and its ${seconds(why.seconds)} to finish were over`,
  "worker.target-refused": ({ refusal }) => `what it sends to refused: ${refusal}`,
  "worker.delete-refused": ({ refusal }) => `${refusal}: the message will be received again`,
  "worker.deleted-by-another": () => "it had been deleted already: its visibility timeout was over, or it came twice",
  "callback.sent": () => "it finished the task whose token it brought",
  "callback.refused": ({ refusal }) => `the task whose token it brought took no answer any more: ${refusal}`,
  "worker.poll-refused": ({ refusal }) => `${refusal}`,
  "scaling.out": ({ from, to, backlog, target }) =>
    `${from} to ${to} workers: ${round(backlog)} messages wait for each, the target is ${round(target)}`,
  "scaling.in": ({ from, to, backlog, target }) =>
    `${from} to ${to} workers: only ${round(backlog)} messages wait for each, the target is ${round(target)}`,
};
