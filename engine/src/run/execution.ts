/**
 * The interpreter: frames that run states, a virtual clock, a trace. `step` does one thing and returns; between two
 * steps the execution is plain data.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import { MAX_PAYLOAD_BYTES } from "../limits.ts";
import { createRandom, type Random } from "../random.ts";
import { Agenda } from "./agenda.ts";
import type { ChildEnd, CompiledState, Program } from "./behavior.ts";
import { Branches } from "./branches.ts";
import { ERROR, errorFields, plainError, runtimeFailure, StateFailure } from "./errors.ts";
import { Family } from "./family.ts";
import type { Frame, MapItem, OpenTask, Signal } from "./frame.ts";
import { describeExecution, type ExecutionIdentity } from "./identity.ts";
import { type ChildContext, childContext, mapRunArn as newMapRunArn } from "./map-run.ts";
import { after, attempt, type MaybePromise } from "./maybe-promise.ts";
import { exceedsBytes } from "./payload-size.ts";
import { checkAssigned, checkResult, INPUT_TOO_LARGE, longestMs, VariableBudget } from "./quotas.ts";
import { RecentStates } from "./recent-states.ts";
import { HISTORY_FULL, HistoryFull, Recorder } from "./recorder.ts";
import type { Run } from "./run-port.ts";
import { readSnapshot, type SnapshotState, writeSnapshot } from "./snapshot.ts";
import { failState, placeFailure } from "./state-failure.ts";
import { TaskDesk } from "./task-desk.ts";
import type {
  Execution,
  ExecutionOptions,
  ExecutionSnapshot,
  ExecutionStatus,
  StepResult,
  TaskCall,
  TaskOutcome,
  TraceDetails,
  TraceEvent,
} from "./types.ts";

/** Our own: the stack ended before the nesting did. */
const TOO_DEEP = "The data or the definition nests too deeply to be evaluated.";

export const RETRYABLE: ReadonlySet<string> = new Set(["Map", "Parallel", "Task"]);

export class MachineExecution implements Execution, Run {
  status: ExecutionStatus = "RUNNING";
  output?: JsonValue;
  error?: string;
  cause?: string;
  timeMs: number;
  readonly random: Random;
  readonly region: string;
  readonly executionContext: JsonObject;
  readonly machineContext: JsonObject;
  readonly observe: Run["observe"];
  readonly objects: Run["objects"];
  readonly datasets: Run["datasets"];

  readonly #program: Program;
  readonly #options: ExecutionOptions;
  readonly #identity: ExecutionIdentity;
  readonly #recorder: Recorder;
  readonly #family: Family;
  readonly #frames: Map<number, Frame>;
  readonly #agenda: Agenda;
  readonly #variables: VariableBudget;
  readonly #desk: TaskDesk;
  readonly #branches: Branches;
  readonly #states: RecentStates;
  #lastToken = 0;
  #stepping = false;

  constructor(program: Program, options: ExecutionOptions, snapshot?: ExecutionSnapshot) {
    this.#program = program;
    this.#options = options;
    this.#identity = describeExecution(options);
    this.#recorder = new Recorder(options.type, options.history !== false);
    this.#states = new RecentStates(program);
    this.#family = new Family(program);
    this.#frames = this.#family.frames;
    this.#agenda = new Agenda(this.#frames);
    this.#variables = new VariableBudget(this.#frames);
    this.#desk = new TaskDesk(options.tasks, (task, outcome) => {
      const { afterMs = 0, submitted } = outcome;
      this.#agenda.setTimer(this.timeMs + afterMs, task.frame, task.epoch, { kind: "outcome", outcome });
      const frame = this.#frames.get(task.frame);
      if (frame !== undefined && submitted !== undefined) frame.submitted = submitted;
    });
    this.#branches = new Branches(this, {
      program,
      family: this.#family,
      agenda: this.#agenda,
      recorder: this.#recorder,
      desk: this.#desk,
      states: this.#states,
    });
    this.timeMs = this.#identity.startTimeMs;
    this.random = createRandom(options.seed ?? 1);
    this.region = this.#identity.region;
    this.executionContext = this.#identity.execution;
    this.machineContext = this.#identity.stateMachine;
    this.objects = options.objects;
    this.datasets = options.datasets;
    const { observe } = options;
    this.observe =
      observe &&
      (({ state: stateName, enteredEventId }, stage, value) => observe({ stateName, enteredEventId, stage, value }));
    if (snapshot === undefined) this.#begin();
    else this.#restore(readSnapshot(snapshot));
  }

  get events(): readonly TraceEvent[] {
    return this.#recorder.events;
  }

  get eventCount(): number {
    return this.#recorder.count;
  }

  get pending(): readonly OpenTask[] {
    return this.#desk.open;
  }

  get nextState(): string | undefined {
    const waits = this.#options.clock !== "host" && this.#desk.open.length > 0;
    return (this.#agenda.peek() ?? (waits ? undefined : this.#agenda.peekTimer()))?.state;
  }

  #begin(): void {
    const { input } = this.#options;
    const { roleArn } = this.#identity;
    const root = this.#branches.begin({ scope: 0, parent: 0, index: 0, input, lastEventId: 0 });
    this.#append(root, 0, "ExecutionStarted", { input, roleArn });
    if (exceedsBytes(input, MAX_PAYLOAD_BYTES)) {
      return this.#end("FAILED", "ExecutionFailed", root.lastEventId, plainError(INPUT_TOO_LARGE));
    }
    const limitMs = longestMs(this.#options.type, this.#program.timeoutSeconds);
    this.#agenda.setTimer(this.timeMs + limitMs, 0, 0, { kind: "timer" });
  }

  step(): MaybePromise<StepResult> {
    if (this.#stepping) throw new Error("step() was called while the step before it was still under way");
    if (this.status !== "RUNNING") return "ended";
    this.#stepping = true;
    return attempt(
      () => after(this.#step(), (moved) => this.#stepped(moved)),
      (thrown) => {
        this.#stepping = false;
        throw thrown;
      },
    );
  }

  #stepped(moved: boolean): StepResult {
    this.#stepping = false;
    if (this.status !== "RUNNING") return "ended";
    return moved ? "moved" : "blocked";
  }

  /** False when only an answer can bring the execution further. */
  #step(): MaybePromise<boolean> {
    const frame = this.#agenda.next();
    if (frame !== undefined) return after(this.#advance(frame), () => true);
    if (this.#waits) return false;
    const timer = this.#agenda.nextTimer();
    if (timer === undefined) throw new Error("a running execution has neither work nor a timer");
    this.timeMs = Math.max(this.timeMs, timer.timeMs);
    if (timer.frame === 0) {
      this.#end("TIMED_OUT", "ExecutionTimedOut", this.#frames.get(1)?.lastEventId ?? 0, {});
      return true;
    }
    const woken = this.#frames.get(timer.frame) as Frame;
    woken.epoch += 1;
    woken.signal = timer.signal;
    woken.phase = timer.signal.kind === "retry" ? "start" : "resume";
    return after(this.#advance(woken), () => true);
  }

  /** By its own clock nothing happens while somebody is asked; by the host's, nothing of the future. */
  get #waits(): boolean {
    return this.#options.clock === "host" ? this.#agenda.nextTimerMs > this.timeMs : this.#desk.open.length > 0;
  }

  get nextMs(): number {
    if (this.status !== "RUNNING") return Number.POSITIVE_INFINITY;
    return this.#agenda.peek() === undefined ? this.#agenda.nextTimerMs : this.timeMs;
  }

  passTo(timeMs: number): void {
    if (timeMs > this.nextMs) throw new Error(`the execution goes on before ${timeMs} ms`);
    this.timeMs = Math.max(this.timeMs, timeMs);
  }

  /** Moves one frame; what its state throws becomes the state's failure. */
  #advance(frame: Frame): MaybePromise<void> {
    return attempt(
      () => this.#move(frame),
      (thrown) => this.#thrown(frame, thrown),
    );
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
    this.#recordState(frame, state.entered, state.name, frame.input);
    frame.enteredEventId = frame.lastEventId;
    frame.phase = "start";
    if (RETRYABLE.has(state.type)) frame.retryCount = 0;
    this.#agenda.add(frame);
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
    if (this.#options.type === "EXPRESS") return this.#end("TIMED_OUT", "ExecutionTimedOut", frame.lastEventId, {});
    this.#end("FAILED", "ExecutionFailed", frame.lastEventId, { error: ERROR.runtime, cause: HISTORY_FULL });
  }

  // What behaviours may do: the Run interface.

  variable(frame: Frame, name: string): JsonValue | undefined {
    return this.#family.variable(frame, name);
  }

  mapItem(frame: Frame): MapItem | undefined {
    return this.#family.mapItem(frame);
  }

  record(frame: Frame, type: string, details: TraceDetails): void {
    frame.lastEventId = this.#append(frame, frame.lastEventId, type, details);
  }

  #recordState(frame: Frame, type: string, name: string, payload: JsonValue): void {
    frame.lastEventId = this.#recorder.appendState(frame, this.timeMs, type, name, payload);
  }

  note(frame: Frame, type: string, details: TraceDetails): void {
    this.#append(frame, frame.lastEventId, type, details);
  }

  noteChain(frame: Frame, types: readonly string[]): void {
    let previousEventId = frame.lastEventId;
    for (const type of types) previousEventId = this.#append(frame, previousEventId, type, {});
  }

  #append(frame: Frame, previousEventId: number, type: string, details: TraceDetails): number {
    return this.#recorder.append(frame, previousEventId, this.timeMs, type, details);
  }

  exit(
    frame: Frame,
    output: JsonValue,
    assigned: JsonObject | undefined,
    next: string | undefined,
  ): MaybePromise<void> {
    const state = this.#states.of(frame) as CompiledState;
    checkResult(frame.state, output);
    if (assigned === undefined || Object.keys(assigned).length === 0) {
      this.#recordState(frame, state.exited, state.name, output);
    } else {
      checkAssigned(frame.state, assigned);
      this.#variables.assign(frame, assigned);
      this.record(frame, state.exited, { name: state.name, output, assignedVariables: assigned });
    }
    if (next === undefined) return this.#endScope(frame, { output });
    frame.state = next;
    frame.input = output;
    frame.phase = "enter";
    // Asking first is quicker than to delete what is not there.
    if (frame.signal !== undefined) delete frame.signal;
    if (frame.retries.length > 0) frame.retries = [];
    if (frame.retryCount !== undefined) delete frame.retryCount;
    this.#agenda.add(frame);
  }

  fail(frame: Frame, error: string | undefined, cause: string | undefined): MaybePromise<void> {
    return this.#endScope(frame, { failure: { error, cause } });
  }

  #endScope(frame: Frame, ended: ChildEnd): MaybePromise<void> {
    frame.phase = "done";
    if (frame.parent === 0) {
      if ("output" in ended) {
        this.output = ended.output;
        this.#end("SUCCEEDED", "ExecutionSucceeded", frame.lastEventId, { output: ended.output });
      } else {
        this.#end("FAILED", "ExecutionFailed", frame.lastEventId, plainError(ended.failure));
      }
      return;
    }
    const parent = this.#frames.get(frame.parent) as Frame;
    const owner = this.#states.of(parent) as CompiledState;
    this.#frames.delete(frame.id);
    return attempt(
      () => owner.behavior.childEnded?.(this, parent, frame, ended),
      (thrown) => this.#childFailed(parent, thrown),
    );
  }

  /** Selecting the next item failed: that is the Map's failure, not the iteration's. */
  #childFailed(parent: Frame, thrown: unknown): MaybePromise<void> {
    if (thrown instanceof StateFailure) this.abortChildren(parent);
    return this.#thrown(parent, thrown);
  }

  #end(status: ExecutionStatus, type: string, previousEventId: number, details: TraceDetails): void {
    this.#recorder.end(previousEventId, this.timeMs, type, details);
    this.status = status;
    if (details.error !== undefined) this.error = details.error;
    if (details.cause !== undefined) this.cause = details.cause;
    this.#frames.clear();
    this.#agenda.clear();
    this.#desk.clear();
  }

  wait(frame: Frame): void {
    frame.phase = "waiting";
    frame.epoch += 1;
    if (frame.signal !== undefined) delete frame.signal;
  }

  wakeAt(frame: Frame, timeMs: number, signal: Signal): void {
    this.#agenda.setTimer(timeMs, frame.id, frame.epoch, signal);
  }

  callTask(frame: Frame, call: Omit<TaskCall, "invocation" | "mapIndex" | "timeMs">): MaybePromise<void> {
    const mapIndex = this.mapItem(frame)?.Index;
    return this.#desk.ask(frame, { ...call, ...(mapIndex === undefined ? {} : { mapIndex }), timeMs: this.timeMs });
  }

  newTaskToken(): string {
    this.#lastToken += 1;
    return this.#options.newTaskToken?.(this.#lastToken) ?? `${this.#identity.name}-token-${this.#lastToken}`;
  }

  mapRunArn(frame: Frame, label: string | undefined): string {
    const visit = `${this.#identity.arn}/${frame.id}/${frame.enteredEventId}/${frame.retryCount ?? 0}`;
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

  // What the owner of the execution may do.

  answer(id: number, outcome: TaskOutcome): void {
    this.#desk.answer(id, outcome);
  }

  abort(error?: string, cause?: string): void {
    if (this.status !== "RUNNING") return;
    const previous = this.#frames.get(1)?.beforeEntryEventId ?? 0;
    this.#end("ABORTED", "ExecutionAborted", previous, errorFields(error, cause));
  }

  snapshot(): ExecutionSnapshot {
    if (this.#stepping) throw new Error("a snapshot can be taken between steps only");
    return writeSnapshot({
      status: this.status,
      timeMs: this.timeMs,
      ...(this.output === undefined ? {} : { output: this.output }),
      ...errorFields(this.error, this.cause),
      ...this.#recorder.state(),
      ...this.#agenda.state(),
      ...this.#desk.state(),
      frames: [...this.#frames.values()],
      lastFrameId: this.#family.lastFrameId,
      lastToken: this.#lastToken,
      random: this.random.state(),
    });
  }

  #restore(saved: SnapshotState): void {
    const { status, timeMs, output, error, cause } = saved;
    Object.assign(this, { status, timeMs, ...(output !== undefined && { output }), ...errorFields(error, cause) });
    for (const frame of saved.frames) this.#frames.set(frame.id, frame);
    this.#recorder.restore(saved);
    this.#agenda.restore(saved);
    this.#desk.restore(saved);
    this.#family.lastFrameId = saved.lastFrameId;
    this.#lastToken = saved.lastToken;
    this.random.restore(saved.random);
  }
}
