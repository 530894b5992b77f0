/**
 * One state, tried once on its own: the same behaviour that an execution runs, with the mock (or a task handler) as its
 * world, until it is left, fails, is to be retried or is caught.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { MAX_TEST_STATE_DURATION_MS } from "../../limits.ts";
import type { Random } from "../../random.ts";
import { ERROR, matchesError, placed, StateFailure } from "../errors.ts";
import type { Children, Frame, MapItem, Signal } from "../frame.ts";
import { catcherFor } from "../handlers.ts";
import { checkAssigned, checkResult } from "../quotas.ts";
import { nextRetry, RETRYABLE } from "../retriers.ts";
import type { Run } from "../run-port.ts";
import type { DataStage, StateError, TaskCall, TaskHandler, TaskOutcome } from "../types.ts";
import type { Stages } from "./inspection.ts";
import { readItemData } from "./item-data.ts";
import type { Mock } from "./mock.ts";
import type { TestedState } from "./tested-state.ts";
import { breaksThreshold } from "./threshold.ts";
import type { Verdict } from "./verdict.ts";

export interface TrialOptions {
  readonly input: JsonValue;
  readonly variables: JsonObject;
  readonly execution: JsonObject;
  readonly stateMachine: JsonObject;
  readonly context: JsonObject | undefined;
  readonly mock: Mock | undefined;
  readonly tasks: TaskHandler | undefined;
  /** Text of what the Map's ItemReader reads. */
  readonly itemReaderData: string | undefined;
  readonly retryCount: number;
  readonly failedIterations: number;
  readonly region: string;
  readonly startTimeMs: number;
  readonly random: Random;
}

export interface Trial {
  readonly verdict: Verdict;
  readonly stages: Stages;
  /** After the state. */
  readonly variables: JsonObject;
}

/** AWS counts the start of the execution first, then the state. */
const ENTERED_EVENT_ID = 2;

const THRESHOLD_EXCEEDED = "The specified tolerated failure threshold was exceeded";

interface Wake {
  readonly timeMs: number;
  readonly signal: Signal;
}

/** Never rejects for what a user can write. */
export async function tryState(subject: TestedState, options: TrialOptions): Promise<Trial> {
  const run = new TrialRun(subject, options);
  const verdict = await run.toEnd();
  return { verdict, stages: run.stages, variables: run.frame.variables };
}

class TrialRun implements Run {
  timeMs: number;
  readonly random: Random;
  readonly region: string;
  readonly executionContext: JsonObject;
  readonly machineContext: JsonObject;
  readonly frame: Frame;
  readonly stages = new Map<DataStage | "afterItemSelector" | "afterItemsPointer", JsonValue>();
  readonly givenContext?: JsonObject;

  readonly #subject: TestedState;
  readonly #options: TrialOptions;
  #wakes: Wake[] = [];
  /** What a Map would have started: none of it runs. */
  readonly #iterations: { readonly index: number; readonly input: JsonValue }[] = [];
  #verdict: Verdict | undefined;

  constructor(subject: TestedState, options: TrialOptions) {
    this.#subject = subject;
    this.#options = options;
    this.timeMs = options.startTimeMs;
    this.random = options.random;
    this.region = options.region;
    this.executionContext = options.execution;
    this.machineContext = options.stateMachine;
    if (options.context !== undefined) this.givenContext = options.context;
    this.frame = newFrame(subject, options);
  }

  async toEnd(): Promise<Verdict> {
    try {
      await this.#work();
    } catch (thrown) {
      if (!(thrown instanceof StateFailure)) throw thrown;
      await this.#handle(thrown);
    }
    return this.#verdict as Verdict;
  }

  async #work(): Promise<void> {
    const { behavior } = this.#subject.compiled;
    await behavior.start(this, this.frame);
    while (this.#verdict === undefined) {
      if (this.frame.children !== undefined) await this.#endChildren(this.frame.children);
      else this.#wake();
      if (this.#verdict === undefined) await behavior.resume?.(this, this.frame);
    }
  }

  /** The earliest of what the state waits for. */
  #wake(): void {
    const next = this.#wakes.reduce((a, b) => (b.timeMs < a.timeMs ? b : a));
    if (next.timeMs - this.#options.startTimeMs > MAX_TEST_STATE_DURATION_MS) {
      this.#verdict = { status: "FAILED", failure: { error: ERROR.timeout, cause: undefined } };
      return;
    }
    this.#wakes = [];
    this.timeMs = Math.max(this.timeMs, next.timeMs);
    this.frame.signal = next.signal;
  }

  /** No iteration and no branch is run: the mock says what they gave. */
  async #endChildren(children: Children): Promise<void> {
    const { behavior } = this.#subject.compiled;
    const isMap = this.#subject.compiled.type === "Map";
    // Each end starts the next iteration, so that every item is selected.
    for (let done = 0; isMap && done < this.#iterations.length; done++) {
      const child = { ...this.frame, index: this.#iterations[done]?.index ?? 0 };
      await behavior.childEnded?.(this, this.frame, child, { output: null });
    }
    this.#wakes = [];
    // Where items come in batches, what was selected from each has been told already.
    if (isMap && selects(this.#subject.definition) && !this.stages.has("afterItemSelector")) {
      const inputs = this.#iterations.map(({ input }) => input);
      this.stages.set("afterItemSelector", inputs);
    }
    const { mock } = this.#options;
    if (mock !== undefined && "error" in mock) throw new StateFailure(mock.error, mock.cause);
    if (isMap && breaksThreshold(this.#subject, this.stages, this.#options.failedIterations, children.total)) {
      throw new StateFailure(ERROR.exceedToleratedFailureThreshold, THRESHOLD_EXCEEDED);
    }
    this.frame.signal = mock === undefined ? { kind: "children" } : { kind: "children", result: mock.result };
  }

  /** Retry, then Catch, as an execution does. */
  async #handle(thrown: StateFailure): Promise<void> {
    const { handlers } = this.#subject.compiled;
    const failure = this.#placed(thrown);
    const retries = handlers.retriers.map(() => this.#options.retryCount);
    const retry = nextRetry(handlers.retriers, retries, failure, this.random);
    if (retry !== undefined) {
      this.#verdict = { status: "RETRIABLE", failure, retryIndex: retry.index, delaySeconds: retry.delaySeconds };
      return;
    }
    const spent = handlers.retriers.findIndex(({ errorEquals }) => matchesError(errorEquals, failure));
    const retryIndex = spent < 0 ? undefined : spent;
    const catcher = catcherFor(handlers, failure);
    if (catcher === undefined) {
      this.#verdict = { status: "FAILED", failure, retryIndex };
      return;
    }
    try {
      const { output, assigned } = await catcher.complete(this, this.frame, failure);
      this.#leave(output, assigned);
      const { next } = catcher;
      const catchIndex = handlers.catchers.indexOf(catcher);
      this.#verdict = { status: "CAUGHT_ERROR", failure, retryIndex, catchIndex, output, next };
    } catch (again) {
      if (!(again instanceof StateFailure)) throw again;
      this.#verdict = { status: "FAILED", failure: this.#placed(again) };
    }
  }

  #placed(failure: StateFailure): StateError {
    const { error, cause, unplaced, missedHeartbeat } = failure;
    if (!unplaced || cause === undefined) return failure;
    return { error, cause: placed(this.frame.state, ENTERED_EVENT_ID, cause), missedHeartbeat };
  }

  #leave(output: JsonValue, assigned: JsonObject | undefined): void {
    checkResult(this.frame.state, output);
    if (assigned === undefined) return;
    checkAssigned(this.frame.state, assigned);
    this.frame.variables = { ...this.frame.variables, ...assigned };
  }

  // What behaviours may do: the Run interface.

  readonly observe = (_frame: Frame, stage: DataStage, value: JsonValue): void => {
    this.stages.set(stage, value);
  };

  variable(frame: Frame, name: string): JsonValue | undefined {
    return Object.hasOwn(frame.variables, name) ? frame.variables[name] : undefined;
  }

  mapItem(): undefined {}
  record(): void {}
  note(): void {}
  noteChain(): void {}

  exit(_frame: Frame, output: JsonValue, assigned: JsonObject | undefined, next: string | undefined): void {
    this.#leave(output, assigned);
    this.#verdict = { status: "SUCCEEDED", output, next };
  }

  fail(_frame: Frame, error: string | undefined, cause: string | undefined): void {
    this.#verdict = { status: "FAILED", failure: { error, cause } };
  }

  wait(): void {
    this.#wakes = [];
  }

  wakeAt(_frame: Frame, timeMs: number, signal: Signal): void {
    this.#wakes.push({ timeMs, signal });
  }

  async callTask(frame: Frame, call: Omit<TaskCall, "invocation" | "mapIndex">): Promise<void> {
    const outcome = await this.#answer({ ...call, invocation: 0 });
    if (outcome === undefined) this.#verdict = { status: "UNANSWERED", call: { ...call, invocation: 0 } };
    else this.wakeAt(frame, this.timeMs + (outcome.afterMs ?? 0), { kind: "outcome", outcome });
  }

  #answer(call: TaskCall): TaskOutcome | undefined | Promise<TaskOutcome | undefined> {
    // Only a Map's ItemReader asks while its children are what is mocked.
    if (this.#subject.compiled.type === "Map") return this.#readItems();
    return this.#options.mock ?? this.#options.tasks?.(call);
  }

  #readItems(): TaskOutcome {
    const { ItemReader: reader } = this.#subject.definition;
    const { itemReaderData: text } = this.#options;
    if (text === undefined || !isObject(reader)) return { result: [] };
    const outcome = readItemData(text, reader);
    const pointed = isObject(reader.ReaderConfig) && reader.ReaderConfig.ItemsPointer !== undefined;
    if (pointed && "result" in outcome) this.stages.set("afterItemsPointer", outcome.result);
    return outcome;
  }

  newTaskToken(): string {
    return this.random.uuid();
  }

  spawn(_parent: Frame, _scope: number, index: number, input: JsonValue, _lastEventId: number, _item?: MapItem): void {
    this.#iterations.push({ index, input });
  }

  mapRunArn(frame: Frame): string {
    return `${String(this.executionContext.Id).replace(":express:", ":mapRun:")}/${frame.state}`;
  }

  noteAborted(): void {}
  abortChildren(): void {}
}

/** Parameters is the name that ItemSelector had before 2022. */
function selects({ ItemSelector: selector, Parameters: parameters }: JsonObject): boolean {
  return selector !== undefined || parameters !== undefined;
}

function newFrame({ name, compiled }: TestedState, { input, variables, retryCount, startTimeMs }: TrialOptions): Frame {
  return {
    id: 1,
    scope: 0,
    parent: 0,
    index: 0,
    phase: "start",
    state: name,
    input,
    variables,
    lastEventId: ENTERED_EVENT_ID,
    enteredEventId: ENTERED_EVENT_ID,
    beforeEntryEventId: 1,
    enteredTimeMs: startTimeMs,
    retries: [],
    ...(RETRYABLE.has(compiled.type) ? { retryCount } : {}),
    epoch: 0,
  };
}
