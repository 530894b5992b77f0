/**
 * What no template says of a stream: that somebody splits, merges or adds shards while it runs.
 * https://docs.aws.amazon.com/streams/latest/dev/kinesis-using-sdk-java-resharding.html
 */
import type { JsonObject } from "../../json.ts";

/** One change of the shards, at a time, milliseconds. */
export type Resharding = { readonly atMs: number } & (
  | { readonly shards: number }
  /** In the middle of its hash keys, unless a hash key is given, in decimal. */
  | { readonly split: string; readonly hashKey?: string }
  /** Two neighbours, the lower one first. */
  | { readonly merge: readonly [lower: string, upper: string] }
);

export interface StreamBehavior {
  readonly resharding?: readonly Resharding[];
}

export function streamBehaviorOf(behavior: JsonObject | undefined): Required<StreamBehavior> {
  const { resharding = [] } = (behavior ?? {}) as StreamBehavior;
  return { resharding };
}
