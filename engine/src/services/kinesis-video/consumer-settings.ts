/**
 * What a program is set to that reads a video stream: as it comes, with GetMedia, or what of it is retained, with
 * ListFragments and GetMediaForFragmentList. No CloudFormation resource says so, so the scenario does; names are those of
 * the requests.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_GetMedia.html
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_reader_ListFragments.html
 */
import type { JsonObject } from "../../json.ts";
import type { NodeSpec } from "../../sim/types.ts";
import { type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";
import type { FragmentSelector } from "./archive.ts";
import type { StartSelector } from "./start-selector.ts";

export interface VideoConsumerProperties {
  readonly StreamArn?: string;
  /** Default NOW. Timestamps: milliseconds since the simulation began. */
  readonly StartSelector?: {
    readonly StartSelectorType?: StartSelector["StartSelectorType"];
    readonly StartTimestampMs?: number;
    readonly AfterFragmentNumber?: string;
  };
  /** It lists what is retained of this time, and gets that, in the place of GetMedia. Left out: from the first, to the last. */
  readonly FragmentSelector?: {
    readonly FragmentSelectorType?: FragmentSelector["FragmentSelectorType"];
    readonly StartTimestampMs?: number;
    readonly EndTimestampMs?: number;
  };
  /** When it begins, milliseconds. Default 0. */
  readonly BeginMs?: number;
  /** What becomes of a fragment that the program fails with. Default: it goes on with the next one. */
  readonly OnError?: "Skip" | "Retry";
  /** Queues, topics, ... that get what was processed. */
  readonly TargetArns?: readonly string[];
}

export interface VideoConsumerSettings {
  readonly streamArn: string;
  readonly selector: StartSelector;
  readonly beginMs: number;
  readonly skipsErrors: boolean;
  readonly targetArns: readonly string[];
  readonly handler: Handler;
}

export function videoConsumerSettingsOf({ properties, behavior = {} }: NodeSpec): VideoConsumerSettings {
  const given = properties as JsonObject & VideoConsumerProperties;
  return {
    streamArn: given.StreamArn ?? "",
    selector: selectorOf(given.StartSelector ?? {}),
    beginMs: given.BeginMs ?? 0,
    skipsErrors: given.OnError !== "Retry",
    targetArns: given.TargetArns ?? [],
    handler: handlerOf(behavior as JsonObject & HandlerBehavior),
  };
}

/** Undefined: it reads with GetMedia. */
export function fragmentSelectorOf({ properties }: NodeSpec): FragmentSelector | undefined {
  const { FragmentSelector: given } = properties as JsonObject & VideoConsumerProperties;
  if (given === undefined) return undefined;
  return {
    FragmentSelectorType: given.FragmentSelectorType ?? "SERVER_TIMESTAMP",
    startMs: given.StartTimestampMs ?? Number.NEGATIVE_INFINITY,
    endMs: given.EndTimestampMs ?? Number.POSITIVE_INFINITY,
  };
}

/** What is said of one kind of start says which it is. */
function selectorOf(given: NonNullable<VideoConsumerProperties["StartSelector"]>): StartSelector {
  const { StartTimestampMs, AfterFragmentNumber } = given;
  if (AfterFragmentNumber !== undefined) return { StartSelectorType: "FRAGMENT_NUMBER", AfterFragmentNumber };
  if (StartTimestampMs !== undefined) {
    const isProducers = given.StartSelectorType === "PRODUCER_TIMESTAMP";
    return { StartSelectorType: isProducers ? "PRODUCER_TIMESTAMP" : "SERVER_TIMESTAMP", startMs: StartTimestampMs };
  }
  return { StartSelectorType: given.StartSelectorType === "EARLIEST" ? "EARLIEST" : "NOW" };
}
