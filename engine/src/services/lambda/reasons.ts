/** What functions and event source mappings say of why something happened. */
import { duration, type Sentence, times } from "../sentences.ts";

export const LAMBDA_REASONS: Readonly<Record<string, Sentence>> = {
  "lambda.started": ({ durationMs, coldMs, batch }) =>
    [
      `it takes ${duration(durationMs)}`,
      coldMs === undefined ? "" : `after a cold start of ${duration(coldMs)}`,
      batch === 1 ? "" : `in a batch of ${batch}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  "lambda.failed": ({ error }) => (error === undefined ? "the function reported it in batchItemFailures" : `${error}`),
  "lambda.outage": () => "Lambda has an outage",
  "lambda.throttled-by-fault": () => "calls are throttled by a fault of the scenario",
  "lambda.reserved-concurrency": ({ limit }) => `all ${limit} of its reserved concurrency are in use`,
  "lambda.account-concurrency": ({ limit }) =>
    `all ${limit} of the concurrency that the account's functions share are in use`,
  "lambda.scaling-rate": () => "execution environments cannot be made so fast: 1,000 each 10 seconds",
  "lambda.retried": ({ attempts, delayMs }) =>
    `attempt ${attempts} failed; it is invoked again in ${duration(delayMs)}`,
  "lambda.retried-throttled": ({ refusal, delayMs }) => `${refusal}; it is tried again in ${duration(delayMs)}`,
  "lambda.gave-up": ({ condition, attempts }) => `${condition}, after ${times(attempts)}`,
  "mapping.filtered": () => "no pattern of the event source mapping matches it; it is deleted",
  "mapping.passed-over": () => "no pattern of the event source mapping matches it; its shard goes on behind it",
  "mapping.retried": ({ attempts, batch }) =>
    `the function has failed with its batch ${times(attempts)}; ${batch} records are tried again`,
  "mapping.shard-blocked": ({ shard, attempts, behind, batch }) =>
    `it blocks ${shard}: the function has failed ${times(attempts)} with ${
      batch === 1 ? "it" : `the ${batch} records that begin with it`
    }, and ${behind} records wait behind`,
  "mapping.gave-up": ({ condition, attempts, refusal }) =>
    `${condition}, after ${times(attempts)}${refusal === undefined ? "" : `; the destination refused it: ${refusal}`}`,
  "mapping.scaled": ({ from, to }) => `${from} to ${to} batches at the same time`,
  "mapping.dropped": ({ refusal }) =>
    `${refusal} until its visibility timeout was over; it is visible again, with one receive more`,
  "mapping.report-ignored": () =>
    "the function reported it as failed, but the mapping has no ReportBatchItemFailures: it was deleted",
  "lambda.destination-refused": ({ refusal }) => `its destination refused it: ${refusal ?? "it is not there"}`,
};
