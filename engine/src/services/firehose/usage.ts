/** What Data Firehose bills: bytes, each record rounded up to 5 KB. https://aws.amazon.com/firehose/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

const GIGABYTE = 1_000_000_000;

export const deliveryStreamUsage: UsageOf = (metrics) => ({
  "firehose.bytes": totalOf(metrics, "billedBytes") / GIGABYTE,
});
