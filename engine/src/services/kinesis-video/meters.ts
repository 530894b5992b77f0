/** What is counted of a video stream, as CloudWatch does. */
import type { NodeContext } from "../../sim/types.ts";

export type VideoMeters = ReturnType<typeof videoMeters>;

export function videoMeters(context: NodeContext) {
  return {
    /** Fragments that are there as a whole, and their bytes. */
    incomingFragments: context.counter("incomingFragments"),
    incomingBytes: context.counter("incomingBytes"),
    /** Of these, those with a Persisted acknowledgement. */
    persisted: context.counter("persisted"),
    connections: context.counter("connections"),
    /** Producers and readers that were refused because others are connected. */
    connectionErrors: context.counter("connectionErrors"),
    /** Error acknowledgements: fragments that are too long, too large, out of order. */
    errorAcks: context.counter("errorAcks"),
    /** Calls and fragments that were refused for the limits of a second. */
    throttled: context.counter("throttled"),
    /** Fragments that were cut off by an outage. */
    lost: context.counter("lost"),
    outgoingFragments: context.counter("outgoingFragments"),
    outgoingBytes: context.counter("outgoingBytes"),
    /** Fragments whose retention period is over, read or not. */
    trimmed: context.counter("trimmed"),
    storedBytes: context.gauge("storedBytes"),
    /** From the first byte to the Received acknowledgement. */
    receivedAckMs: context.histogram("receivedAckMs"),
  };
}
