/**
 * Executions that start executions: a Task that calls StartExecution for a machine that is known here really runs it,
 * with a history of its own, and gets what AWS would answer.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-stepfunctions.html
 */
import type { JsonValue } from "../../json.ts";
import { MAX_NESTED_EXECUTIONS } from "../../limits.ts";
import type { MachineType } from "../../vocabulary.ts";
import { runSlice } from "../drive.ts";
import { executionArn as arnOfExecution, DEFAULT_START_MS } from "../identity.ts";
import { createExecution } from "../run.ts";
import type {
  Execution,
  ExecutionOptions,
  ExecutionStatus,
  TaskCall,
  TaskHandler,
  TaskOutcome,
  TraceEvent,
} from "../types.ts";
import { firstAnswer } from "./answer-order.ts";
import { type ChildExecution, childOutcome, startedChild } from "./nested-response.ts";
import { executionInput, invalidInput, type StartRequest, startRequest } from "./start-request.ts";
import { callbackTasks, newTokens, type Tokens } from "./tokens.ts";

/** A state machine that can be started by its name or ARN. */
export interface LocalMachine {
  /** A name, an ARN, or whatever stands in StateMachineArn (`${ChildArn}`). */
  readonly name: string;
  readonly definition: JsonValue;
  readonly type?: MachineType;
}

/** One execution that a Task started. */
export interface NestedExecution {
  readonly executionArn: string;
  readonly machine: LocalMachine;
  /** The call that started it. */
  readonly call: TaskCall;
  /** 1 for a child of the first execution. */
  readonly depth: number;
  readonly status: ExecutionStatus;
  readonly output?: JsonValue;
  readonly error?: string;
  readonly cause?: string;
  readonly events: readonly TraceEvent[];
  /** With the status RUNNING: what nobody answers. */
  readonly unanswered: readonly TaskCall[];
}

export interface NestedOptions {
  readonly machines: readonly LocalMachine[];
  /** What answers the tasks of a machine, besides the executions that it starts itself. */
  readonly tasksOf?: (machine: LocalMachine) => TaskHandler | undefined;
  /** Who answers where nobody does, not even a machine that is known. */
  readonly lastResortOf?: (machine: LocalMachine) => TaskHandler | undefined;
  /** What children share with the execution that starts them. */
  readonly shared?: Pick<ExecutionOptions, "datasets" | "objects" | "seed">;
  /** Told of every execution when it has ended, innermost first. */
  readonly onEnd?: (nested: NestedExecution) => void;
  /** Told after every step of a child, so that a host can see that something happens. */
  readonly onStep?: (execution: Execution) => void;
}

interface Context {
  readonly options: NestedOptions;
  readonly tokens: Tokens;
  /** Executions so far, by machine: names are made up from it. */
  readonly counts: Map<string, number>;
}

/**
 * Answers StartExecution (request and response, `.sync`, `.sync:2`, `.waitForTaskToken`, SDK integration) and
 * StartSyncExecution for the machines that are known, and SendTaskSuccess and SendTaskFailure for the tokens of tasks
 * that started one; leaves every other call to others. The child's virtual time is the task's.
 */
export function nestedExecutions(options: NestedOptions): TaskHandler {
  return handlerAt({ options, tokens: newTokens(), counts: new Map() }, 1);
}

function handlerAt(context: Context, depth: number): TaskHandler {
  const callback = callbackTasks(context.tokens);
  return (call) => {
    const request = startRequest(call);
    if (request === undefined) return callback(call);
    const machine = context.options.machines.find(({ name }) => names(name, request.stateMachineArn));
    return machine === undefined ? undefined : start(context, depth, call, request, machine);
  };
}

/** Versions (`:1`) and aliases (`:live`) of a machine are the machine. */
function names(known: string, arn: string): boolean {
  if (known === arn) return true;
  const name = /^arn:[^:]*:states:[^:]*:[^:]*:stateMachine:([^:]+)/.exec(arn)?.[1];
  return name !== undefined && (name === known || arn.startsWith(`${known}:`));
}

async function start(
  context: Context,
  depth: number,
  call: TaskCall,
  request: StartRequest,
  machine: LocalMachine,
): Promise<TaskOutcome | undefined> {
  if (depth > MAX_NESTED_EXECUTIONS) {
    const cause = `Executions are nested more than ${MAX_NESTED_EXECUTIONS} deep: does '${machine.name}' start itself?`;
    return { error: "StepFunctions.ExecutionLimitExceeded", cause };
  }
  const input = executionInput(request);
  if (input === undefined) {
    return invalidInput(request);
  }
  const child = await run(context, depth, call, request, machine, input.value);
  return outcomeOf(context, call, request, child);
}

async function run(
  context: Context,
  depth: number,
  call: TaskCall,
  { arguments: given, stateMachineArn }: StartRequest,
  machine: LocalMachine,
  input: JsonValue,
): Promise<ChildExecution> {
  const { options, counts } = context;
  const number = (counts.get(machine.name) ?? 0) + 1;
  counts.set(machine.name, number);
  const machineName = machineNameOf(stateMachineArn);
  const executionName = typeof given.Name === "string" ? given.Name : `${machineName}-${number}`;
  const arn = stateMachineArn.startsWith("arn:")
    ? stateMachineArn
    : `arn:aws:states:us-east-1:123456789012:stateMachine:${machineName}`;
  const type = machine.type ?? "STANDARD";
  const executionArn = arnOfExecution(arn, executionName, type);
  const startTimeMs = call.timeMs ?? DEFAULT_START_MS;
  const execution = createExecution(machine.definition, {
    input,
    type,
    startTimeMs,
    context: { executionArn, executionName, stateMachineArn: arn, stateMachineName: machineName },
    tasks: firstAnswer(options.tasksOf?.(machine), handlerAt(context, depth + 1), options.lastResortOf?.(machine)),
    ...options.shared,
  });
  await runSlice(execution, {
    afterStep: () => {
      options.onStep?.(execution);
      return false;
    },
  });
  const { status, output, error, cause, events, pending, timeMs } = execution;
  const ended = {
    status,
    ...(output === undefined ? {} : { output }),
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
  };
  const unanswered = pending.map((task) => task.call);
  options.onEnd?.({ executionArn, machine, call, depth, ...ended, events, unanswered });
  return { ...ended, executionArn, name: executionName, stateMachineArn: arn, input, startTimeMs, stopTimeMs: timeMs };
}

function machineNameOf(arn: string): string {
  return /:stateMachine:([^:]+)/.exec(arn)?.[1] ?? arn;
}

/** Undefined: the child waits for an answer, or nobody has sent the token back. */
function outcomeOf(
  { tokens }: Context,
  call: TaskCall,
  request: StartRequest,
  child: ChildExecution,
): TaskOutcome | undefined {
  const { pattern, sdk, synchronous } = request;
  const submitted = startedChild(call, child, sdk);
  const sent = tokens.take(call.taskToken);
  if (sent !== undefined || pattern === "waitForTaskToken") return sent && { ...sent, submitted };
  if (pattern === "" && !synchronous) return { result: submitted };
  if (child.status === "RUNNING") return undefined;
  const afterMs = child.stopTimeMs - child.startTimeMs;
  return { ...childOutcome(request, child), afterMs, ...(!synchronous && { submitted }) };
}
