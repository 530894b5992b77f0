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
  /** The same as the simulation's own time: what becomes of epoch milliseconds there and back is not always the same. */
  dueMs: number;
}

/** What of an execution does not change. */
export type Identity = Omit<HeldExecution, "execution" | "wakeMs" | "dueMs">;

/** Nothing is set. */
export const ASLEEP = { wakeMs: Number.POSITIVE_INFINITY, dueMs: Number.POSITIVE_INFINITY } as const;

export type SavedExecution = Omit<Identity, "message" | "reply"> & {
  readonly message: number;
  readonly reply: SavedAddress | null;
  readonly snapshot: ExecutionSnapshot;
  /** Null: nothing is set. */
  readonly wake: { readonly wakeMs: number; readonly dueMs: number } | null;
};

export function saveExecution(held: HeldExecution, keeper: Keeper): SavedExecution {
  const { message, reply, execution, wakeMs, dueMs, ...plain } = held;
  return {
    ...plain,
    message: keeper.keep(message),
    reply: reply === undefined ? null : saveAddress(reply),
    snapshot: execution.snapshot(),
    wake: wakeMs === Number.POSITIVE_INFINITY ? null : { wakeMs, dueMs },
  };
}
