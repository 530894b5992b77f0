/**
 * What a program is set to that reads a video stream with GetMedia. No CloudFormation resource says so, so the scenario
 * does; names are those of GetMedia's request.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_GetMedia.html
 */
import type { JsonObject } from "../../json.ts";
import type { NodeSpec } from "../../sim/types.ts";
import { type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";
import type { StartSelector } from "./start-selector.ts";

export interface VideoConsumerProperties {
  readonly StreamArn?: string;
  /** Default NOW. Timestamps: milliseconds since the simulation began. */
  readonly StartSelector?: {
    readonly StartSelectorType?: StartSelector["StartSelectorType"];
    readonly StartTimestampMs?: number;
    readonly AfterFragmentNumber?: string;
  };
  /** When it connects, milliseconds. Default 0. */
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
