/** What the parts of one queue share. */
import { type Refusal, THROTTLED, UNAVAILABLE } from "../../refusals/refusal.ts";
import type { NodeContext } from "../../sim/types.ts";
import type { QueueSettings } from "./attributes.ts";
import type { QueueBehavior } from "./behavior.ts";
import type { MessageStore } from "./message-store.ts";
import type { QueueMeters } from "./queue-meters.ts";
import type { ThrottledAction, Throughput } from "./throughput.ts";
import type { Waiters } from "./waiters.ts";

export interface QueueParts {
  readonly context: NodeContext;
  readonly arn: string;
  /** Changes when attributes are set. */
  readonly settings: QueueSettings;
  readonly behavior: Required<QueueBehavior>;
  readonly store: MessageStore;
  readonly meters: QueueMeters;
  readonly throughput: Throughput;
  readonly waiters: Waiters;
  /** Something falls due at a time: messages become visible or expire, long polls end. */
  due(timeMs: number): void;
  /**
   * Something can be received that could not before, perhaps: the one that has waited longest hears of it. What it leaves
   * is for the next one: every receive wakes again.
   */
  wake(): void;
}

/** Why a call is not even looked at: outage, faults, or too many of them. */
export function refuseCall(
  { context, throughput, meters }: QueueParts,
  action: ThrottledAction,
  groupId?: string,
): Refusal | undefined {
  const { faults, timeMs, random } = context;
  if (faults.outage) return UNAVAILABLE;
  const isThrottled = faults.throttleRate > 0 && random.next() < faults.throttleRate;
  if (!isThrottled && throughput.take(action, timeMs, groupId)) return undefined;
  meters.throttled.add(1);
  return THROTTLED;
}
