/**
 * Media as it comes and goes.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_Operations_Amazon_Kinesis_Video_Streams_Media.html
 */
import { type JsonObject, objectOf } from "../../../json.ts";
import { isRefusal, type Refusal } from "../../../refusals/refusal.ts";
import { type Answer, objects, text } from "../../requests.ts";
import { type ErrorAck, invalidArgument } from "../errors.ts";
import { type StartSelector, serialToBeginWith } from "../start-selector.ts";
import type { VideoStream } from "../video-stream.ts";
import { epochMsOf, seconds, timeIn } from "./timestamps.ts";

/** Chunks that one call of GetMedia answers here: a connection would go on for ever. */
const MAX_CHUNKS = 1_000;

/** `Fragments`: in the words of ListFragments, with `Tags`. Answers what has been acknowledged by now. */
export function putMedia(stream: VideoStream, request: JsonObject): Answer {
  const from = text(request, "Session") ?? "PutMedia";
  const acks: JsonObject[] = [];
  for (const { Tags = {}, ...fragment } of objects(request, "Fragments")) {
    const tags = Object.entries(Tags ?? {}).map(([name, value]) => {
      return [name, { DataType: "String", StringValue: String(value) }] as const;
    });
    const attributes = Object.fromEntries(tags);
    const taken = stream.put(undefined, { body: JSON.stringify(fragment), attributes, from });
    if (isRefusal(taken)) {
      if (!("errorId" in taken)) return acks.length === 0 ? taken : { Acknowledgements: acks };
      const { code, errorId } = taken as ErrorAck;
      acks.push({ EventType: "ERROR", ErrorCode: code, ...(errorId !== undefined && { ErrorId: errorId }) });
      break; // the connection is closed
    }
    acks.push({ EventType: "BUFFERING" });
    if (taken === undefined) continue;
    const of = { FragmentTimecode: epochMsOf(stream, taken.producerMs), FragmentNumber: stream.numberOf(taken) };
    acks.push({ EventType: "RECEIVED", ...of });
    if (stream.settings.retentionMs > 0) acks.push({ EventType: "PERSISTED", ...of });
  }
  return { Acknowledgements: acks };
}

/** The chunks that there are by now. */
export function getMedia(stream: VideoStream, request: JsonObject): Answer {
  const selector = selectorOf(stream, objectOf(request.StartSelector));
  if (isRefusal(selector)) return selector;
  const first = stream.next(0)?.serial ?? 0;
  const begun = serialToBeginWith(stream.log, first + stream.log.size, selector);
  if (isRefusal(begun)) return begun;
  const chunks: JsonObject[] = [];
  for (let at = stream.next(begun); at !== undefined && chunks.length < MAX_CHUNKS; at = stream.next(at.serial + 1)) {
    stream.gave(at);
    const number = stream.numberOf(at);
    chunks.push({
      AWS_KINESISVIDEO_CONTINUATION_TOKEN: number,
      AWS_KINESISVIDEO_MILLIS_BEHIND_NOW: String(Math.max(0, stream.context.timeMs - at.serverMs - at.lengthMs)),
      AWS_KINESISVIDEO_FRAGMENT_NUMBER: number,
      AWS_KINESISVIDEO_SERVER_TIMESTAMP: seconds(stream, at.serverMs),
      AWS_KINESISVIDEO_PRODUCER_TIMESTAMP: seconds(stream, at.producerMs),
    });
  }
  return { ContentType: "video/webm", Chunks: chunks };
}

function selectorOf(stream: VideoStream, request: JsonObject): StartSelector | Refusal {
  const StartSelectorType = text(request, "StartSelectorType") ?? "";
  switch (StartSelectorType) {
    case "NOW":
    case "EARLIEST":
      return { StartSelectorType };
    case "SERVER_TIMESTAMP":
    case "PRODUCER_TIMESTAMP": {
      const startMs = timeIn(stream, request, "StartTimestamp");
      return startMs === undefined
        ? invalidArgument(`StartTimestamp is needed with ${StartSelectorType}.`)
        : { StartSelectorType, startMs };
    }
    case "FRAGMENT_NUMBER": {
      const AfterFragmentNumber = text(request, "AfterFragmentNumber");
      return AfterFragmentNumber === undefined
        ? invalidArgument("AfterFragmentNumber is needed with FRAGMENT_NUMBER.")
        : { StartSelectorType, AfterFragmentNumber };
    }
    case "CONTINUATION_TOKEN": {
      const ContinuationToken = text(request, "ContinuationToken");
      return ContinuationToken === undefined
        ? invalidArgument("ContinuationToken is needed with CONTINUATION_TOKEN.")
        : { StartSelectorType, ContinuationToken };
    }
    default:
      return invalidArgument(`There is no StartSelectorType ${StartSelectorType}.`);
  }
}
