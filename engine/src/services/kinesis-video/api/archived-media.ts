/**
 * Media that a stream has retained.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_Operations_Amazon_Kinesis_Video_Streams_Archived_Media.html
 */
import { isObject, type JsonObject, objectOf } from "../../../json.ts";
import { VIDEO_MAX_LISTED_FRAGMENTS } from "../../../limits.ts";
import { isRefusal, type Refusal } from "../../../refusals/refusal.ts";
import { type Answer, number, text, texts } from "../../requests.ts";
import type { FragmentSelector } from "../archive.ts";
import { invalidArgument } from "../errors.ts";
import { type Fragment, serialOf } from "../fragment.ts";
import type { VideoStream } from "../video-stream.ts";
import { epochMsOf, seconds, timeIn } from "./timestamps.ts";

const DEFAULT_LISTED = 100;

export function listFragments(stream: VideoStream, request: JsonObject): Answer {
  const max = number(request, "MaxResults") ?? DEFAULT_LISTED;
  if (max < 1 || max > VIDEO_MAX_LISTED_FRAGMENTS) {
    return invalidArgument(`MaxResults must be 1 to ${VIDEO_MAX_LISTED_FRAGMENTS}.`);
  }
  const after = text(request, "NextToken");
  const from = after === undefined ? 0 : (serialOf(after) ?? Number.NaN) + 1;
  if (Number.isNaN(from)) return invalidArgument("The NextToken is not one of this API.");
  const selector = selectorOf(stream, request);
  if (isRefusal(selector)) return selector;
  const listed = stream.archive.list(selector, from, max);
  if (isRefusal(listed)) return listed;
  const last = listed.fragments.at(-1);
  return {
    Fragments: listed.fragments.map((fragment) => described(stream, fragment)),
    ...(listed.next !== undefined && last !== undefined && { NextToken: stream.numberOf(last) }),
  };
}

function selectorOf(
  stream: VideoStream,
  { FragmentSelector: selector }: JsonObject,
): FragmentSelector | undefined | Refusal {
  if (!isObject(selector)) return undefined;
  const range = objectOf(selector.TimestampRange);
  const [startMs, endMs] = [timeIn(stream, range, "StartTimestamp"), timeIn(stream, range, "EndTimestamp")];
  if (startMs === undefined || endMs === undefined) {
    return invalidArgument("A TimestampRange has a beginning and an end.");
  }
  if (startMs > endMs) return invalidArgument("StartTimestamp must not be later than EndTimestamp.");
  const isProducers = selector.FragmentSelectorType === "PRODUCER_TIMESTAMP";
  return { FragmentSelectorType: isProducers ? "PRODUCER_TIMESTAMP" : "SERVER_TIMESTAMP", startMs, endMs };
}

export function getMediaForFragmentList(stream: VideoStream, request: JsonObject): Answer {
  const wanted = texts(request, "Fragments");
  if (wanted.length < 1 || wanted.length > VIDEO_MAX_LISTED_FRAGMENTS) {
    return invalidArgument(`Fragments must have 1 to ${VIDEO_MAX_LISTED_FRAGMENTS} numbers.`);
  }
  const found = stream.archive.get(wanted.map((number) => serialOf(number) ?? Number.NaN));
  if (isRefusal(found)) return found;
  const chunks: JsonObject[] = found.map((fragment) => ({
    AWS_KINESISVIDEO_FRAGMENT_NUMBER: stream.numberOf(fragment),
    AWS_KINESISVIDEO_SERVER_SIDE_TIMESTAMP: seconds(stream, fragment.serverMs),
    AWS_KINESISVIDEO_PRODUCER_SIDE_TIMESTAMP: seconds(stream, fragment.producerMs),
  }));
  const missing = wanted[found.length];
  // The answer ends with the exception.
  if (missing !== undefined) {
    chunks.push({
      AWS_KINESISVIDEO_FRAGMENT_NUMBER: missing,
      AWS_KINESISVIDEO_EXCEPTION_ERROR_CODE: "4000",
      AWS_KINESISVIDEO_EXCEPTION_MESSAGE: "The requested fragment is not found.",
    });
  }
  return { ContentType: "video/webm", Chunks: chunks };
}

function described(stream: VideoStream, fragment: Fragment): JsonObject {
  return {
    FragmentNumber: stream.numberOf(fragment),
    FragmentSizeInBytes: fragment.bytes,
    ProducerTimestamp: epochMsOf(stream, fragment.producerMs) / 1_000,
    ServerTimestamp: epochMsOf(stream, fragment.serverMs) / 1_000,
    FragmentLengthInMilliseconds: fragment.lengthMs,
  };
}
