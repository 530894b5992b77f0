/** One execution of a simulated state machine, while it runs. */
import type { JsonValue } from "../../json.ts";
import type { Execution, ExecutionSnapshot } from "../../run/types.ts";
import type { Address, Keeper, Message } from "../../sim/types.ts";
import { type SavedAddress, saveAddress } from "../saved-address.ts";

export interface HeldExecution {
  /** Counted by machine, from 1. */
  readonly number: number;
  readonly name: string;
  readonly arn: string;
  readonly input: JsonValue;
  /** What it was started with, as a message. */
  readonly message: Message;
  /** Epoch milliseconds. */
  readonly startTimeMs: number;
  /** Who waits for its end. */
  readonly reply: Address | undefined;
  execution: Execution;
  /** Epoch milliseconds: when it is to be woken next; Infinity where nothing is set. */
  wakeMs: number;
}

export type SavedExecution = Omit<HeldExecution, "message" | "reply" | "execution" | "wakeMs"> & {
  readonly message: number;
  readonly reply: SavedAddress | null;
  readonly snapshot: ExecutionSnapshot;
  readonly wakeMs: number | null;
};

export function saveExecution(held: HeldExecution, keeper: Keeper): SavedExecution {
  const { message, reply, execution, wakeMs, ...plain } = held;
  return {
    ...plain,
    message: keeper.keep(message),
    reply: reply === undefined ? null : saveAddress(reply),
    snapshot: execution.snapshot(),
    wakeMs: wakeMs === Number.POSITIVE_INFINITY ? null : wakeMs,
  };
}
