/**
 * Media that a stream has retained.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_Operations_Amazon_Kinesis_Video_Streams_Archived_Media.html
 */
import { isObject, type JsonObject, objectOf } from "../../../json.ts";
import { VIDEO_MAX_LISTED_FRAGMENTS } from "../../../limits.ts";
import { isRefusal, type Refusal } from "../../../refusals/refusal.ts";
import { type Answer, number, text, texts } from "../../requests.ts";
import { invalidArgument } from "../errors.ts";
import { type Fragment, serialOf } from "../fragment.ts";
import type { VideoStream } from "../video-stream.ts";
import { epochMsOf, seconds, timeIn } from "./timestamps.ts";

const DEFAULT_LISTED = 100;

/** What the quota of fragment metadata is asked for. */
export function metadataAsked(request: JsonObject): number {
  return number(request, "MaxResults") ?? DEFAULT_LISTED;
}

/** What the quota of fragment media is asked for. */
export function mediaAsked(request: JsonObject): number {
  return texts(request, "Fragments").length;
}

export function listFragments(stream: VideoStream, request: JsonObject): Answer {
  const max = metadataAsked(request);
  if (max < 1 || max > VIDEO_MAX_LISTED_FRAGMENTS) {
    return invalidArgument(`MaxResults must be 1 to ${VIDEO_MAX_LISTED_FRAGMENTS}.`);
  }
  const after = text(request, "NextToken");
  const from = after === undefined ? 0 : (serialOf(after) ?? Number.NaN) + 1;
  if (Number.isNaN(from)) return invalidArgument("The NextToken is not one of this API.");
  const isIn = rangeOf(stream, request);
  if (isRefusal(isIn)) return isIn;
  const found = archived(stream).filter((fragment) => fragment.serial >= from && isIn(fragment));
  const listed = found.slice(0, max);
  const last = listed.at(-1);
  return {
    Fragments: listed.map((fragment) => described(stream, fragment)),
    ...(found.length > max && last !== undefined && { NextToken: stream.numberOf(last) }),
  };
}

/** Streams that retain nothing have no archive, only a buffer. */
function archived(stream: VideoStream): readonly Fragment[] {
  stream.next(0);
  return stream.settings.retentionMs > 0 ? [...stream.log] : [];
}

function rangeOf(
  stream: VideoStream,
  { FragmentSelector: selector }: JsonObject,
): ((fragment: Fragment) => boolean) | Refusal {
  if (!isObject(selector)) return () => true;
  const range = objectOf(selector.TimestampRange);
  const [start, end] = [timeIn(stream, range, "StartTimestamp"), timeIn(stream, range, "EndTimestamp")];
  if (start === undefined || end === undefined) return invalidArgument("A TimestampRange has a beginning and an end.");
  if (start > end) return invalidArgument("StartTimestamp must not be later than EndTimestamp.");
  const clock = selector.FragmentSelectorType === "PRODUCER_TIMESTAMP" ? "producerMs" : "serverMs";
  return (fragment) => fragment[clock] >= start && fragment[clock] <= end;
}

export function getMediaForFragmentList(stream: VideoStream, request: JsonObject): Answer {
  const wanted = texts(request, "Fragments");
  if (wanted.length < 1 || wanted.length > VIDEO_MAX_LISTED_FRAGMENTS) {
    return invalidArgument(`Fragments must have 1 to ${VIDEO_MAX_LISTED_FRAGMENTS} numbers.`);
  }
  const byNumber = new Map(archived(stream).map((fragment) => [stream.numberOf(fragment), fragment]));
  const chunks: JsonObject[] = [];
  for (const fragmentNumber of wanted) {
    const fragment = byNumber.get(fragmentNumber);
    if (fragment === undefined) {
      chunks.push({
        AWS_KINESISVIDEO_FRAGMENT_NUMBER: fragmentNumber,
        AWS_KINESISVIDEO_EXCEPTION_ERROR_CODE: "4000",
        AWS_KINESISVIDEO_EXCEPTION_MESSAGE: "The requested fragment is not found.",
      });
      break; // the answer ends with the exception
    }
    stream.gave(fragment);
    chunks.push({
      AWS_KINESISVIDEO_FRAGMENT_NUMBER: fragmentNumber,
      AWS_KINESISVIDEO_SERVER_SIDE_TIMESTAMP: seconds(stream, fragment.serverMs),
      AWS_KINESISVIDEO_PRODUCER_SIDE_TIMESTAMP: seconds(stream, fragment.producerMs),
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
