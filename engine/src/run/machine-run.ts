/**
 * What happens inside an execution: frames that run states, one at a time, and all that a state's behaviour may do there
 * (`Run`). When which frame is moved, and what outlives a step, is for `execution.ts` to say.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import { createRandom, type Random } from "../random.ts";
import { Agenda } from "./agenda.ts";
import type { ChildEnd, CompiledState, Program } from "./behavior.ts";
import { Branches } from "./branches.ts";
import { ERROR, plainError, runtimeFailure, StateFailure } from "./errors.ts";
import { Family } from "./family.ts";
import type { Frame, MapItem, Signal } from "./frame.ts";
import { describeExecution, type ExecutionIdentity } from "./identity.ts";
import { type ChildContext, childContext, mapRunArn as newMapRunArn } from "./map-run.ts";
import { attempt, type MaybePromise } from "./maybe-promise.ts";
import { checkAssigned, checkResult, VariableBudget } from "./quotas.ts";
import { RecentStates } from "./recent-states.ts";
import { HISTORY_FULL, HistoryFull, Recorder } from "./recorder.ts";
import { RETRYABLE } from "./retriers.ts";
import type { Run } from "./run-port.ts";
import { failState, placeFailure } from "./state-failure.ts";
import { TaskDesk } from "./task-desk.ts";
import type { ExecutionOptions, ExecutionStatus, TaskCall, TraceDetails } from "./types.ts";
import type { StateEvent } from "./unread-events.ts";

/** Our own: the stack ended before the nesting did. */
const TOO_DEEP = "The data or the definition nests too deeply to be evaluated.";

export class MachineRun implements Run {
  status: ExecutionStatus = "RUNNING";
  output: JsonValue | undefined;
  error: string | undefined;
  cause: string | undefined;
  timeMs: number;
  lastToken = 0;
  readonly random: Random;
  readonly region: string;
  readonly executionContext: JsonObject;
  readonly machineContext: JsonObject;
  readonly observe: Run["observe"];
  readonly objects: Run["objects"];
  readonly datasets: Run["datasets"];
  readonly identity: ExecutionIdentity;
  readonly recorder: Recorder;
  readonly family: Family;
  readonly agenda: Agenda;
  readonly desk: TaskDesk;

  readonly #options: ExecutionOptions;
  readonly #frames: Map<number, Frame>;
  readonly #variables: VariableBudget;
  readonly #branches: Branches;
  readonly #states: RecentStates;

  constructor(program: Program, options: ExecutionOptions) {
    this.#options = options;
    this.identity = describeExecution(options);
    this.recorder = new Recorder(options.type, options.history !== false);
    this.family = new Family(program);
    this.#frames = this.family.frames;
    this.agenda = new Agenda(this.#frames);
    this.desk = new TaskDesk(options.tasks, (task, outcome) => {
      const { afterMs = 0, submitted } = outcome;
      this.agenda.setTimer(this.timeMs + afterMs, task.frame, task.epoch, { kind: "outcome", outcome });
      const frame = this.#frames.get(task.frame);
      if (frame !== undefined && submitted !== undefined) frame.submitted = submitted;
    });
    this.#states = new RecentStates(program);
    this.#variables = new VariableBudget(this.#frames);
    const { family, agenda, recorder, desk } = this;
    this.#branches = new Branches(this, { program, family, agenda, recorder, desk, states: this.#states });
    this.timeMs = this.identity.startTimeMs;
    this.random = createRandom(options.seed ?? 1);
    this.region = this.identity.region;
    this.executionContext = this.identity.execution;
    this.machineContext = this.identity.stateMachine;
    this.objects = options.objects;
    this.datasets = options.datasets;
    const { observe } = options;
    this.observe =
      observe &&
      (({ state: stateName, enteredEventId }, stage, value) => observe({ stateName, enteredEventId, stage, value }));
  }

  /** Records that the execution has started, and puts its first state on the agenda. */
  begin(input: JsonValue): Frame {
    const root = this.#branches.begin({ scope: 0, parent: 0, index: 0, input, lastEventId: 0 });
    this.#append(root, 0, "ExecutionStarted", { input, roleArn: this.identity.roleArn });
    return root;
  }

  /** Moves one frame; what its state throws becomes the state's failure. */
  advance(frame: Frame): MaybePromise<void> {
    try {
      const moving = this.#move(frame);
      return moving instanceof Promise ? moving.catch((thrown) => this.#thrown(frame, thrown)) : undefined;
    } catch (thrown) {
      return this.#thrown(frame, thrown);
    }
  }

  #move(frame: Frame): MaybePromise<void> {
    const state = this.#states.of(frame);
    if (state === undefined) {
      return this.fail(frame, ERROR.runtime, `The state '${frame.state}' does not exist or has no valid Type.`);
    }
    if (frame.phase === "enter") return this.#enter(frame, state);
    if (frame.phase === "resume") return state.behavior.resume?.(this, frame);
    return state.behavior.start(this, frame);
  }

  #enter(frame: Frame, state: CompiledState): void {
    frame.beforeEntryEventId = frame.lastEventId;
    frame.enteredTimeMs = this.timeMs;
    this.#recordState(frame, state.entered, frame.input);
    frame.enteredEventId = frame.lastEventId;
    frame.phase = "start";
    if (RETRYABLE.has(state.type)) frame.retryCount = 0;
    this.agenda.add(frame);
  }

  #thrown(frame: Frame, thrown: unknown): MaybePromise<void> {
    if (thrown instanceof HistoryFull) return this.#historyFull(frame);
    if (thrown instanceof RangeError) return this.#thrown(frame, runtimeFailure(TOO_DEEP));
    if (!(thrown instanceof StateFailure)) throw thrown;
    if (this.status !== "RUNNING" || !this.#frames.has(frame.id)) return;
    // One item's input failed while others had begun.
    if (frame.children !== undefined && frame.children.running > 0) this.abortChildren(frame);
    return attempt(
      () => failState(this, frame, this.#states.of(frame) as CompiledState, thrown),
      (again) => this.#thrownAgain(frame, again),
    );
  }

  /** A catcher's own evaluation failed: that error ends the scope. */
  #thrownAgain(frame: Frame, thrown: unknown): MaybePromise<void> {
    if (thrown instanceof HistoryFull) return this.#historyFull(frame);
    if (!(thrown instanceof StateFailure)) throw thrown;
    const failure = placeFailure(frame, thrown);
    return this.fail(frame, failure.error, failure.cause);
  }

  #historyFull(frame: Frame): void {
    if (this.#options.type === "EXPRESS") return this.end("TIMED_OUT", "ExecutionTimedOut", frame.lastEventId, {});
    this.end("FAILED", "ExecutionFailed", frame.lastEventId, { error: ERROR.runtime, cause: HISTORY_FULL });
  }

  // What behaviours may do.

  variable(frame: Frame, name: string): JsonValue | undefined {
    return this.family.variable(frame, name);
  }

  mapItem(frame: Frame): MapItem | undefined {
    return this.family.mapItem(frame);
  }

  record(frame: Frame, type: string, details: TraceDetails): void {
    frame.lastEventId = this.#append(frame, frame.lastEventId, type, details);
  }

  #recordState(frame: Frame, kind: StateEvent, payload: JsonValue): void {
    frame.lastEventId = this.#append(frame, frame.lastEventId, kind, payload);
  }

  note(frame: Frame, type: string, details: TraceDetails): void {
    this.#append(frame, frame.lastEventId, type, details);
  }

  noteChain(frame: Frame, types: readonly string[]): void {
    let previousEventId = frame.lastEventId;
    for (const type of types) previousEventId = this.#append(frame, previousEventId, type, {});
  }

  #append(frame: Frame, previousEventId: number, kind: StateEvent | string, details: JsonValue | TraceDetails): number {
    return this.recorder.append(frame, previousEventId, this.timeMs, kind, details);
  }

  exit(
    frame: Frame,
    output: JsonValue,
    assigned: JsonObject | undefined,
    next: string | undefined,
  ): MaybePromise<void> {
    const state = this.#states.of(frame) as CompiledState;
    // What has come in was looked at before.
    if (output !== frame.input) checkResult(frame.state, output);
    if (assigned === undefined || Object.keys(assigned).length === 0) {
      this.#recordState(frame, state.exited, output);
    } else {
      checkAssigned(frame.state, assigned);
      this.#variables.assign(frame, assigned);
      this.record(frame, state.exited.type, { name: state.name, output, assignedVariables: assigned });
    }
    if (next === undefined) return this.#endScope(frame, { output });
    frame.state = next;
    frame.input = output;
    frame.phase = "enter";
    // Asking first is quicker than to delete what is not there.
    if (frame.signal !== undefined) delete frame.signal;
    if (frame.retries.length > 0) frame.retries = [];
    if (frame.retryCount !== undefined) delete frame.retryCount;
    this.agenda.add(frame);
  }

  fail(frame: Frame, error: string | undefined, cause: string | undefined): MaybePromise<void> {
    return this.#endScope(frame, { failure: { error, cause } });
  }

  #endScope(frame: Frame, ended: ChildEnd): MaybePromise<void> {
    frame.phase = "done";
    if (frame.parent === 0) {
      if ("output" in ended) {
        this.output = ended.output;
        this.end("SUCCEEDED", "ExecutionSucceeded", frame.lastEventId, { output: ended.output });
      } else {
        this.end("FAILED", "ExecutionFailed", frame.lastEventId, plainError(ended.failure));
      }
      return;
    }
    const parent = this.#frames.get(frame.parent) as Frame;
    const owner = this.#states.of(parent) as CompiledState;
    this.#frames.delete(frame.id);
    try {
      const moving = owner.behavior.childEnded?.(this, parent, frame, ended);
      return moving instanceof Promise ? moving.catch((thrown) => this.#childFailed(parent, thrown)) : undefined;
    } catch (thrown) {
      return this.#childFailed(parent, thrown);
    }
  }

  /** Selecting the next item failed: that is the Map's failure, not the iteration's. */
  #childFailed(parent: Frame, thrown: unknown): MaybePromise<void> {
    if (thrown instanceof StateFailure) this.abortChildren(parent);
    return this.#thrown(parent, thrown);
  }

  /** Ends the execution. */
  end(status: ExecutionStatus, type: string, previousEventId: number, details: TraceDetails): void {
    this.recorder.end(previousEventId, this.timeMs, type, details);
    this.status = status;
    if (details.error !== undefined) this.error = details.error;
    if (details.cause !== undefined) this.cause = details.cause;
    this.#frames.clear();
    this.agenda.clear();
    this.desk.clear();
  }

  wait(frame: Frame): void {
    frame.phase = "waiting";
    frame.epoch += 1;
    if (frame.signal !== undefined) delete frame.signal;
  }

  wakeAt(frame: Frame, timeMs: number, signal: Signal): void {
    this.agenda.setTimer(timeMs, frame.id, frame.epoch, signal);
  }

  callTask(frame: Frame, call: Omit<TaskCall, "invocation" | "mapIndex" | "timeMs">): MaybePromise<void> {
    const mapIndex = this.mapItem(frame)?.Index;
    return this.desk.ask(frame, { ...call, ...(mapIndex === undefined ? {} : { mapIndex }), timeMs: this.timeMs });
  }

  newTaskToken(): string {
    this.lastToken += 1;
    return this.#options.newTaskToken?.(this.lastToken) ?? `${this.identity.name}-token-${this.lastToken}`;
  }

  mapRunArn(frame: Frame, label: string | undefined): string {
    const visit = `${this.identity.arn}/${frame.id}/${frame.enteredEventId}/${frame.retryCount ?? 0}`;
    return newMapRunArn(String(this.machineContext.Id), frame.state, label, visit);
  }

  isExpress(frame: Frame): boolean {
    return frame.hidden?.express ?? this.#options.type === "EXPRESS";
  }

  childContext(frame: Frame): ChildContext | undefined {
    return frame.hidden === undefined ? undefined : childContext(frame.hidden, this.executionContext);
  }

  spawn(...given: Parameters<Run["spawn"]>): void {
    this.#branches.spawn(...given);
  }

  respawn(...given: Parameters<Branches["respawn"]>): void {
    this.#branches.respawn(...given);
  }

  noteAborted(frame: Frame): void {
    this.#branches.noteAborted(frame);
  }

  abortChildren(parent: Frame): void {
    this.#branches.abort(parent);
  }
}
