/** What S3 bills of writing. https://aws.amazon.com/s3/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

export const bucketUsage: UsageOf = (metrics) => ({ "s3.puts": totalOf(metrics, "stored") });
