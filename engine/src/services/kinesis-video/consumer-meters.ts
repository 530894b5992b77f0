/** What is counted of a program that reads a video stream. */
import type { NodeContext } from "../../sim/types.ts";

export type VideoConsumerMeters = ReturnType<typeof videoConsumerMeters>;

export function videoConsumerMeters(context: NodeContext) {
  return {
    /** Of the archive: fragments that ListFragments gave. */
    listed: context.counter("listed"),
    processed: context.counter("processed"),
    failed: context.counter("failed"),
    /** Failed and never tried again, or gone before they were read. */
    lost: context.counter("lost"),
    /** In hand when the program went away: it gets them again. */
    abandoned: context.counter("abandoned"),
    /** Connections that the stream refused. */
    refused: context.counter("refused"),
    /** Of the oldest fragment that is not processed: MillisBehindNow. */
    behindMs: context.age("behindMs"),
    durationMs: context.histogram("durationMs"),
    endToEndMs: context.histogram("endToEndMs"),
  };
}
