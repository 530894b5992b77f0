/**
 * The Kinesis Video Streams APIs for media and archived media: AWS's requests in, AWS's responses or errors out. Media in
 * Matroska containers are told, not made: PutMedia takes the fragments as ListFragments would describe them, GetMedia answers
 * the tags of its chunks.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_Reference.html
 */
import type { JsonObject } from "../../../json.ts";
import { VIDEO_MAX_RETENTION_HOURS } from "../../../limits.ts";
import { refusal } from "../../../refusals/refusal.ts";
import type { Simulation } from "../../../sim/simulation.ts";
import type { Ports } from "../../ports.ts";
import { type Answer, number, text } from "../../requests.ts";
import { invalidArgument, noStream } from "../errors.ts";
import type { VideoStream } from "../video-stream.ts";
import { getMediaForFragmentList, listFragments } from "./archived-media.ts";
import { getMedia, putMedia } from "./media.ts";

type Action = (stream: VideoStream, request: JsonObject) => Answer;

const HOUR_MS = 3_600_000;

const ACTIONS: Readonly<Record<string, Action>> = {
  DescribeStream: describeStream,
  UpdateDataRetention: updateDataRetention,
  PutMedia: putMedia,
  GetMedia: getMedia,
  ListFragments: listFragments,
  GetMediaForFragmentList: getMediaForFragmentList,
};

export class KinesisVideoApi {
  readonly #simulation: Simulation;

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Streams are named by StreamName or StreamARN. */
  call(action: string, request: JsonObject): Answer {
    const act = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
    if (act === undefined) return refusal("UnknownOperationException", "");
    const [name, arn] = [text(request, "StreamName"), text(request, "StreamARN")];
    if ((name === undefined) === (arn === undefined)) {
      return invalidArgument("Either StreamName or StreamARN must be given, and not both.");
    }
    const stream = (this.#simulation.ports(arn ?? name ?? "") as Partial<Ports> | undefined)?.videoStream;
    if (stream === undefined) return noStream(arn ?? name ?? "");
    return act(stream, request);
  }
}

function describeStream({ streamArn, settings }: VideoStream): Answer {
  const StreamName = streamArn.split("/")[1] ?? streamArn;
  const DataRetentionInHours = settings.retentionMs / HOUR_MS;
  return { StreamInfo: { StreamName, StreamARN: streamArn, Status: "ACTIVE", DataRetentionInHours } };
}

function updateDataRetention(stream: VideoStream, request: JsonObject): Answer {
  const change = number(request, "DataRetentionChangeInHours") ?? 0;
  if (change < 1) return invalidArgument("DataRetentionChangeInHours must be 1 or more.");
  const by = text(request, "Operation") === "DECREASE_DATA_RETENTION" ? -change : change;
  const hours = stream.settings.retentionMs / HOUR_MS + by;
  if (hours < 0 || hours > VIDEO_MAX_RETENTION_HOURS) {
    return invalidArgument(`The retention period would be ${hours} hours; it is 0 to ${VIDEO_MAX_RETENTION_HOURS}.`);
  }
  stream.set({ retentionMs: hours * HOUR_MS });
  return {};
}
