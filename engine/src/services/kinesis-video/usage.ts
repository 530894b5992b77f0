/** What Kinesis Video Streams bills: bytes in, bytes out, and what is stored. https://aws.amazon.com/kinesis/video-streams/pricing/ */
import { totalOf, type UsageOf } from "../usage.ts";

const GIGABYTE = 1_000_000_000;
const HOURS_OF_MONTH = 730;

export const videoStreamUsage: UsageOf = (metrics, _spec, hours) => {
  const { storedBytes } = metrics;
  const stored = storedBytes?.kind === "gauge" ? storedBytes.mean : 0;
  return {
    "video.in": totalOf(metrics, "incomingBytes") / GIGABYTE,
    "video.out": totalOf(metrics, "outgoingBytes") / GIGABYTE,
    "video.stored": (stored / GIGABYTE) * (hours / HOURS_OF_MONTH),
  };
};
