/**
 * RedriveExecution: a Standard execution that did not succeed goes on from the states that it did not get through, with
 * the same input. What succeeded is not run again, retry counts start anew, the history goes on.
 * https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 */
import { isObject, type JsonValue, objectOf } from "../../json.ts";
import { MAX_HISTORY_EVENTS, MAX_REDRIVES, MAX_STANDARD_DURATION_MS } from "../../limits.ts";
import { createRandom } from "../../random.ts";
import type { Frame } from "../frame.ts";
import { createExecution } from "../run.ts";
import { readSnapshot, type SnapshotState, writeSnapshot } from "../snapshot.ts";
import type { Execution, ExecutionOptions, ExecutionSnapshot, TraceEvent } from "../types.ts";
import { lanesOf } from "./lanes.ts";
import { resumedFields } from "./resumed-fields.ts";
import { saveFrame } from "./save-frames.ts";
import type { SavedFrame } from "./saved-frame.ts";

export interface RedriveOptions extends Omit<ExecutionOptions, "input" | "startTimeMs" | "history"> {
  /** Virtual time between the end of the execution and its redrive, milliseconds. Default 0. */
  readonly afterMs?: number;
}

/** AWS would not redrive the execution; `message` says why. */
export interface RedriveProblem {
  readonly message: string;
}

/**
 * Goes on with an execution that has ended: `ended` is its trace (`fromHistory` makes one from what
 * GetExecutionHistory returns) or a snapshot taken after its end. The definition must be the one that it ran with.
 *
 * A history does not show the child executions of a Distributed Map: they are all run again. Throws when `definition`
 * has no States to run.
 */
export function redriveExecution(
  definition: JsonValue,
  ended: readonly TraceEvent[] | ExecutionSnapshot,
  options: RedriveOptions = {},
): Execution | RedriveProblem {
  const events = isTrace(ended) ? ended : readSnapshot(ended).events;
  const problem = whyNot(events, options);
  if (problem !== undefined) return { message: problem };
  const [first] = events as readonly [TraceEvent];
  const last = events.at(-1) as TraceEvent;
  const redriveCount = 1 + events.filter(({ type }) => type === "ExecutionRedriven").length;
  const timeMs = last.timeMs + (options.afterMs ?? 0);
  const redriven: TraceEvent = {
    id: last.id + 1,
    previousEventId: last.id,
    timeMs,
    type: "ExecutionRedriven",
    details: { redriveCount },
  };
  const scope = objectOf(definition);
  const saved = saveFrame(lanesOf(events), scope, 0, redriveCount);
  if (saved === undefined) return { message: "The history does not fit the definition: no state of it is unfinished." };
  const missing = missingState(saved, scope);
  if (missing !== undefined) {
    return { message: `The history does not fit the definition: it has no state '${missing}'.` };
  }
  const { input = {}, roleArn } = first.details;
  const state = redrivenState(events, redriven, saved, input, definition, options);
  const { afterMs: _, context, ...rest } = options;
  return createExecution(
    definition,
    {
      ...rest,
      input,
      startTimeMs: first.timeMs,
      context: {
        ...(roleArn === undefined ? {} : { roleArn }),
        ...context,
        redriveCount,
        redriveTimeMs: timeMs,
      },
    },
    writeSnapshot(state),
  );
}

export function isRedriveProblem(redriven: Execution | RedriveProblem): redriven is RedriveProblem {
  return "message" in redriven;
}

function isTrace(ended: readonly TraceEvent[] | ExecutionSnapshot): ended is readonly TraceEvent[] {
  return Array.isArray(ended);
}

/** AWS's conditions. https://docs.aws.amazon.com/step-functions/latest/apireference/API_RedriveExecution.html */
function whyNot(events: readonly TraceEvent[], { type }: RedriveOptions): string | undefined {
  const last = events.at(-1);
  if (events[0]?.type !== "ExecutionStarted" || last === undefined) {
    return "The history must begin with ExecutionStarted.";
  }
  if (type === "EXPRESS") return "Only executions of Standard workflows can be redriven.";
  if (last.type === "ExecutionSucceeded") return "Execution is SUCCEEDED and cannot be redriven.";
  if (!/^Execution(Failed|TimedOut|Aborted)$/.test(last.type)) {
    return "Execution is RUNNING and cannot be redriven: its history must be complete.";
  }
  if (last.id >= MAX_HISTORY_EVENTS - 1) {
    return `The execution has reached the maximum number of history events (${MAX_HISTORY_EVENTS}) and cannot be redriven.`;
  }
  const count = events.filter((event) => event.type === "ExecutionRedriven").length;
  return count >= MAX_REDRIVES ? `The execution has been redriven ${MAX_REDRIVES} times already.` : undefined;
}

function missingState({ state }: SavedFrame, scope: { readonly States?: JsonValue }): string | undefined {
  return isObject(scope.States) && Object.hasOwn(scope.States, state) ? undefined : state;
}

/** As if a snapshot had been taken right after the redrive. */
function redrivenState(
  events: readonly TraceEvent[],
  redriven: TraceEvent,
  saved: SavedFrame,
  input: JsonValue,
  definition: JsonValue,
  { seed }: RedriveOptions,
): SnapshotState {
  const { timeMs } = redriven;
  const root: Frame = {
    id: 1,
    scope: 0,
    parent: 0,
    lastEventId: redriven.id,
    beforeEntryEventId: redriven.id,
    retries: [],
    epoch: 0,
    ...resumedFields(saved, saved.input ?? input),
    index: 0,
  };
  const invocations = countInvocations(events);
  return {
    status: "RUNNING",
    timeMs,
    events: [...events, redriven],
    lastEventId: redriven.id,
    hiddenEvents: [],
    frames: [root],
    lastFrameId: 1,
    // Tokens of the first attempt are not given out again.
    lastToken: events.filter(({ type }) => type === "TaskScheduled").length,
    lastTaskId: 0,
    open: [],
    invocations: [...invocations],
    ready: [1],
    timers: [{ timeMs: timeMs + limitMs(definition), sequence: 0, frame: 0, epoch: 0, signal: { kind: "timer" } }],
    timerSequence: 1,
    random: createRandom(seed ?? 1).state(),
  };
}

/** How often each state has called: mocks go on counting. */
function countInvocations(events: readonly TraceEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const stateOf = new Map<number, string>();
  for (const { id, previousEventId, type, details } of events) {
    const state = type.endsWith("StateEntered") ? details.name : stateOf.get(previousEventId);
    if (state === undefined) continue;
    stateOf.set(id, state);
    if (/^(Task|LambdaFunction|Activity)Scheduled$/.test(type)) counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return counts;
}

/** The machine's timeout starts anew. */
function limitMs(definition: JsonValue): number {
  const seconds = isObject(definition) ? definition.TimeoutSeconds : undefined;
  return typeof seconds === "number" ? Math.min(seconds * 1_000, MAX_STANDARD_DURATION_MS) : MAX_STANDARD_DURATION_MS;
}
