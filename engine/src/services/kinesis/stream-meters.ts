/** What is counted of a stream, as CloudWatch does. */
import type { NodeContext } from "../../sim/types.ts";

export type StreamMeters = ReturnType<typeof streamMeters>;

export function streamMeters(context: NodeContext) {
  return {
    incomingRecords: context.counter("incomingRecords"),
    incomingBytes: context.counter("incomingBytes"),
    /** Records that were refused for the limits of their shard. */
    writeThrottled: context.counter("writeThrottled"),
    /** Calls of GetRecords, and of these those that were refused for the limits of the shard. */
    reads: context.counter("reads"),
    readThrottled: context.counter("readThrottled"),
    outgoingRecords: context.counter("outgoingRecords"),
    /** Age of the last record of each read that gave some. */
    readAgeMs: context.histogram("readAgeMs"),
    /** Records whose retention period is over, read or not. */
    trimmed: context.counter("trimmed"),
    openShards: context.gauge("openShards"),
    /** PUT payload units of 25 KB, which provisioned streams are billed by. */
    payloadUnits: context.counter("payloadUnits"),
  };
}
