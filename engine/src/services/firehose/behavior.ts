/** What no template says of a delivery stream: when the endpoint behind it does not answer. */
import type { JsonObject } from "../../json.ts";

export interface Outage {
  readonly fromMs: number;
  /** Left out: for ever. */
  readonly untilMs?: number;
}

export interface FirehoseBehavior {
  /** Of the endpoint: HTTP, Splunk, OpenSearch, Redshift, ... */
  readonly outages: readonly Outage[];
  /** Share of deliveries that it does not take, 0 to 1. */
  readonly failureRate: number;
}

export function firehoseBehaviorOf(behavior: JsonObject | undefined): FirehoseBehavior {
  const { outages = [], failureRate = 0 } = (behavior ?? {}) as Partial<FirehoseBehavior>;
  return { outages, failureRate };
}
