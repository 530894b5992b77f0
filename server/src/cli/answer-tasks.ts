/**
 * The thread's side of answering tasks: the mock configuration, mocks of states, local functions, executions of other
 * machines, and at last what is made up. Whom nobody answers stays open.
 */
import {
  type ExecutionOptions,
  firstAnswer,
  type JsonValue,
  type MadeUpAnswer,
  mockTasks,
  type NestedExecution,
  nestedExecutions,
  type PlausibleAnswers,
  parseMockConfig,
  parseStateMocks,
  plausibleAnswers,
  stateMockTasks,
  type TaskHandler,
} from "@sluice/engine";
import { functionTasks } from "../handlers/function-tasks.ts";
import type { AnswerJob, AnswerReport } from "./answer-job.ts";

export interface Answers {
  readonly tasks: TaskHandler;
  /** The input that was made up. */
  readonly input?: JsonValue;
  report(): AnswerReport;
  /** Ends the processes of local functions. */
  close(): void;
}

/** A function that runs is no hang: how often the thread says so, milliseconds. */
const SIGN_OF_LIFE_MS = 500;

export function answersOf(
  job: AnswerJob,
  definition: JsonValue,
  shared: Pick<ExecutionOptions, "datasets" | "objects" | "seed">,
  onStep: () => void,
): Answers {
  const { mockMissing, machines } = job;
  const madeUp = new Map<string, MadeUpAnswer[]>();
  const nested: NestedExecution[] = [];
  const functions = functionTasks(job.functions, busyWith(onStep));
  const states = stateMocks(job.stateMocks);

  const lastResort = (name: string, machine: JsonValue): PlausibleAnswers =>
    plausibleAnswers(machine, (answer) => {
      const known = madeUp.get(name);
      if (known === undefined) madeUp.set(name, [answer]);
      else known.push(answer);
    });
  const own = mockMissing && lastResort(mockMissing.stateMachine, definition);
  const input = mockMissing?.inputToo === true ? own?.input : undefined;

  const children = nestedExecutions({
    machines,
    shared,
    tasksOf: ({ name }) => firstAnswer(mocksOf(job, name), states, functions.tasks),
    lastResortOf: (machine) => mockMissing && lastResort(machine.name, machine.definition).tasks,
    onStep,
    onEnd: (execution) => nested.push(execution),
  });
  return {
    tasks: firstAnswer(mocksOf(job, job.mocks?.stateMachine), states, functions.tasks, children, own?.tasks),
    ...(input === undefined ? {} : { input }),
    report: () => ({
      madeUp,
      ...(input === undefined ? {} : { madeUpInput: input }),
      nested,
      logs: functions.logs,
    }),
    close: () => functions.close(),
  };
}

/** Of another machine the file may say nothing: its tasks are left to the others. */
function mocksOf({ mocks }: AnswerJob, machine: string | undefined): TaskHandler | undefined {
  if (mocks === undefined || machine === undefined) return undefined;
  const config = parseMockConfig(mocks.config);
  if ("problems" in config) throw new Error(config.problems[0]?.message ?? "the mock configuration cannot be used");
  const handler = mockTasks(config, machine, mocks.testCase);
  if (typeof handler === "function") return handler;
  if (machine === mocks.stateMachine) throw new Error(handler.message);
  return undefined;
}

function stateMocks(value: JsonValue | undefined): TaskHandler | undefined {
  const mocks = value === undefined ? undefined : parseStateMocks(value);
  if (mocks === undefined) return undefined;
  if ("problems" in mocks) throw new Error(mocks.problems[0]?.message ?? "the mocks of states cannot be used");
  return stateMockTasks(mocks);
}

function busyWith(sign: () => void): (busy: boolean) => void {
  let timer: NodeJS.Timeout | undefined;
  return (busy) => {
    if (busy) timer ??= setInterval(sign, SIGN_OF_LIFE_MS);
    else {
      clearInterval(timer);
      timer = undefined;
    }
  };
}
