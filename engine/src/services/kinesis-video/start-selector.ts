/**
 * Where a reader begins.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_StartSelector.html
 */
import type { Refusal } from "../../refusals/refusal.ts";
import { invalidArgument } from "./errors.ts";
import { serialOf } from "./fragment.ts";
import type { FragmentLog } from "./fragment-log.ts";

/** Timestamps are milliseconds since the simulation began. */
export type StartSelector =
  | { readonly StartSelectorType: "NOW" | "EARLIEST" }
  | { readonly StartSelectorType: "SERVER_TIMESTAMP" | "PRODUCER_TIMESTAMP"; readonly startMs: number }
  | { readonly StartSelectorType: "FRAGMENT_NUMBER"; readonly AfterFragmentNumber: string }
  | { readonly StartSelectorType: "CONTINUATION_TOKEN"; readonly ContinuationToken: string };

/** The serial of the first fragment that is given. `next`: the one that the next fragment gets. */
export function serialToBeginWith(log: FragmentLog, next: number, selector: StartSelector): number | Refusal {
  switch (selector.StartSelectorType) {
    case "NOW":
      return log.newest?.serial ?? next;
    case "EARLIEST":
      return log.oldest?.serial ?? next;
    case "SERVER_TIMESTAMP":
      return log.atServerTime(selector.startMs)?.serial ?? next;
    case "PRODUCER_TIMESTAMP":
      return log.atProducerTime(selector.startMs)?.serial ?? next;
    case "FRAGMENT_NUMBER":
      return after(selector.AfterFragmentNumber);
    case "CONTINUATION_TOKEN":
      return after(selector.ContinuationToken);
  }
}

function after(fragmentNumber: string): number | Refusal {
  const serial = serialOf(fragmentNumber);
  return serial === undefined ? invalidArgument(`${fragmentNumber} is not the number of a fragment.`) : serial + 1;
}
