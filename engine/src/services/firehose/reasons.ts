/** What delivery streams say of why something happened. */
import { round, type Sentence, times } from "../sentences.ts";

export const FIREHOSE_REASONS: Readonly<Record<string, Sentence>> = {
  "firehose.delivered": ({ records, bytes, to }) =>
    `with ${records === 1 ? "no other" : `${Number(records) - 1} other`} records, ${bytes} bytes, to ${to}`,
  "firehose.backed-up": ({ to }) => `as it came, to ${to}`,
  "firehose.dropped": () => "the function that transforms records answered Dropped",
  "firehose.processing-failed": ({ text }) => `the function that transforms records failed with it: ${text}`,
  "firehose.no-partition": ({ text }) => `it has no partition: ${text}`,
  "firehose.endpoint-failed": ({ endpoint, attempts, seconds }) =>
    `${endpoint} did not take it in ${round(seconds)} s, ${times(attempts)}; it is put into the bucket`,
  "firehose.retried": ({ attempts, refusal }) => `${refusal}, ${times(attempts)}`,
  "firehose.lost": () => "nothing took it for 24 hours",
  "firehose.throttled": () => "direct puts had brought what a second may bring",
};
