/** What answers the tasks of a run, as plain data that is copied into the execution's thread, and what came of it. */
import type { JsonValue, LocalMachine, MadeUpAnswer, NestedExecution } from "@sluice/engine";
import type { FunctionLog } from "../handlers/function-tasks.ts";
import type { LocalFunction } from "../handlers/handler-file.ts";

/** In the order in which they are asked. */
export interface AnswerJob {
  /** The mock configuration, and which of its cases answers. */
  readonly mocks?: { readonly config: JsonValue; readonly stateMachine: string; readonly testCase: string };
  /** Mocks in TestState's shape, by state. */
  readonly stateMocks?: JsonValue;
  readonly functions: readonly LocalFunction[];
  /** Machines that can be started. */
  readonly machines: readonly LocalMachine[];
  /** Makes up what nobody answers; `inputToo`: and the input. */
  readonly mockMissing?: { readonly stateMachine: string; readonly inputToo: boolean };
}

export interface AnswerReport {
  /** By state machine. */
  readonly madeUp: ReadonlyMap<string, readonly MadeUpAnswer[]>;
  readonly madeUpInput?: JsonValue;
  readonly nested: readonly NestedExecution[];
  readonly logs: readonly FunctionLog[];
}
