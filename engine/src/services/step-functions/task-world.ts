/** What the tasks of one execution reach: the other nodes of the simulated system. */
import type { TaskCall, TaskOutcome } from "../../run/types.ts";
import type { Address, Message, NodeContext } from "../../sim/types.ts";

/** How an answer that comes later is read. */
export type AnswerKind =
  /** A function that the Resource names: its response. */
  | "payload"
  /** Lambda's whole response. */
  | "invocation"
  /** An execution that was waited for. */
  | "execution"
  /** Something that returns a token: only a failure of the call itself counts. */
  | "failure";

export interface TaskWorld {
  readonly context: NodeContext;
  /** The message of the execution: what it sends is made of it. */
  readonly message: Message;
  /** Where an answer to the call is waited for. */
  answerTo(call: TaskCall, kind: AnswerKind): Address;
}

/** In the place of an outcome: what the call asks for is not simulated. */
export const NOT_SIMULATED = "not simulated";

/** Undefined: the answer comes later. */
export type Performed = TaskOutcome | undefined | typeof NOT_SIMULATED;

/** Carries out one kind of call. */
export type Integration = (world: TaskWorld, call: TaskCall) => Performed;
