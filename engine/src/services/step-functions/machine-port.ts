import type { JsonValue } from "../../json.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type { ChildExecution } from "../../run/tasks/nested-response.ts";
import type { TaskOutcome } from "../../run/types.ts";
import type { Address, Message } from "../../sim/types.ts";
import type { MachineType } from "../../vocabulary.ts";

/** What is asked of a state machine besides taking messages and answering calls. */
export interface StateMachinePort {
  readonly type: MachineType;
  /** StartExecution. */
  startExecution(request: StartRequest): ChildExecution | Refusal;
  /** SendTaskSuccess, SendTaskFailure. */
  sendTaskOutcome(token: string, outcome: TaskOutcome): Refusal | undefined;
}

export interface StartRequest {
  readonly input: JsonValue;
  /** Left out: a UUID, as AWS makes one. */
  readonly name?: string;
  /** What the input is made of. */
  readonly cause: Message | undefined;
  /** Who starts it, for the trace. */
  readonly from: string;
  /** Whoever waits for its end gets an `ExecutionResult`. */
  readonly reply?: Address;
}
