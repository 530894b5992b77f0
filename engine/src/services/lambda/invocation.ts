/** Invocations: what is asked of a function, and what it answers. */
import type { JsonValue } from "../../json.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type { Address, Finder, Keeper, Message, Reason } from "../../sim/types.ts";
import type { CallResult, Delivery } from "../ports.ts";
import { restoreAddress, type SavedAddress, saveAddress } from "../saved-address.ts";

export interface FunctionPort {
  readonly arn: string;
  readonly settings: { readonly timeoutMs: number };
  /** Undefined: it runs; an `InvocationResult` comes to the address. A refusal: it was throttled, or is away. */
  invoke(invocation: Invocation, reply: Address): Refusal | undefined;
}

/** What a function itself offers to its versions and aliases. */
export interface LambdaPort extends FunctionPort {
  /** There is a version or an alias. Without routing it is itself what runs. */
  qualify(qualifier: string, routing: Routing | undefined, provisionedConcurrency: number): void;
  /** As `CallPort.call` and, asynchronously, `TargetPort.deliver`. */
  callAs(qualifier: string, cause: Message | undefined, delivery: Delivery, reply: Address): Refusal | undefined;
  acceptAs(qualifier: string, cause: Message | undefined, delivery: Delivery): Refusal | undefined;
}

/** Versions with the share of invocations that each gets, which add up to 1. */
export type Routing = readonly (readonly [version: string, weight: number])[];

export interface Invocation {
  /** What it is invoked with: one, or the messages of a batch. They stay the caller's. */
  readonly messages: readonly Message[];
  /** For messages of a queue: how many times each was received. */
  readonly receiveCounts?: readonly number[];
  /** The event that real code gets; asked for only where there is some. */
  readonly event: () => JsonValue;
  /** Version or alias. Default `$LATEST`. */
  readonly qualifier?: string;
  /** Retries of an asynchronous invocation keep the one of the first attempt. Default: one of its own. */
  readonly requestId?: string;
}

/** What the caller hears when it has ended. Plain. */
export interface InvocationResult extends CallResult {
  /** Places of messages that failed alone; null where that is not known apart from the response. */
  readonly failedItems: readonly number[] | null;
  /** What of it ran: `$LATEST`, or a version. */
  readonly version: string;
}

/** One that is running. */
export interface Running {
  /** Numbered by function, from 1. */
  readonly number: number;
  readonly requestId: string;
  readonly messages: readonly Message[];
  readonly receiveCounts: readonly number[] | undefined;
  readonly version: string;
  readonly reply: Address;
  /** The messages are the function's own: it made them for this call. */
  readonly isOwn: boolean;
  readonly beganMs: number;
  /** Undefined while real code has not answered. */
  result: InvocationResult | undefined;
  /** Why its behavior fails it. */
  why: Reason | undefined;
}

export type SavedRunning = Omit<Running, "messages" | "receiveCounts" | "reply" | "result" | "why"> & {
  readonly messages: readonly number[];
  readonly receiveCounts: readonly number[] | null;
  readonly reply: SavedAddress;
  readonly result: InvocationResult | null;
  readonly why: Reason | null;
};

export function saveRunning(running: Running, keeper: Keeper): SavedRunning {
  const { messages, receiveCounts, reply, result, why, ...plain } = running;
  return {
    ...plain,
    messages: messages.map((message) => keeper.keep(message)),
    receiveCounts: receiveCounts ?? null,
    reply: saveAddress(reply),
    result: result ?? null,
    why: why ?? null,
  };
}

export function restoreRunning(saved: SavedRunning, finder: Finder): Running {
  const { messages, receiveCounts, reply, result, why, ...plain } = saved;
  return {
    ...plain,
    messages: messages.map((number) => finder.find(number)),
    receiveCounts: receiveCounts ?? undefined,
    reply: restoreAddress(reply),
    result: result ?? undefined,
    why: why ?? undefined,
  };
}
