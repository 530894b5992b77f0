/** What streams and those who read them say of why something happened. */
import { percent, type Sentence } from "../sentences.ts";

export const KINESIS_REASONS: Readonly<Record<string, Sentence>> = {
  "kinesis.arrived": ({ shard }) => `in ${shard}`,
  "kinesis.write-throttled": ({ shard, key, share }) =>
    `${shard} has taken its 1,000 records or 1 MiB of this second${
      key === undefined ? "" : `; ${percent(share)} of its records have the partition key ${key}`
    }`,
  "kinesis.trimmed": ({ hours }) => `its retention period of ${hours} h is over`,
  "kinesis.split": ({ shard, children }) => `${shard} was split into ${children}`,
  "kinesis.merged": ({ shards, child }) => `${shards} were merged into ${child}`,
  "kinesis.resized": ({ from, to }) => `${from} open shards became ${to}`,
  "kinesis.scaled-on-demand": ({ from, to, records, bytes }) =>
    `${from} open shards became ${to}: twice the last minute's peak of ${records} records and ${bytes} bytes a second`,
  "kinesis.reshard-refused": ({ text }) => `${text}`,
};
