/**
 * An execution as its owner sees it: what it does next and when, what it has come to, and what of it is kept. `step` does
 * one thing and returns; between two steps the execution is plain data.
 */
import type { JsonValue } from "../json.ts";
import { MAX_PAYLOAD_BYTES } from "../limits.ts";
import type { Program } from "./behavior.ts";
import { errorFields, plainError } from "./errors.ts";
import type { Frame, OpenTask } from "./frame.ts";
import { MachineRun } from "./machine-run.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import { exceedsBytes } from "./payload-size.ts";
import { INPUT_TOO_LARGE, longestMs } from "./quotas.ts";
import { readSnapshot, type SnapshotState, writeSnapshot } from "./snapshot.ts";
import type {
  Execution,
  ExecutionOptions,
  ExecutionSnapshot,
  ExecutionStatus,
  StepResult,
  TaskOutcome,
  TraceEvent,
} from "./types.ts";

export class MachineExecution implements Execution {
  readonly #options: ExecutionOptions;
  readonly #run: MachineRun;
  #stepping = false;

  constructor(program: Program, options: ExecutionOptions, snapshot?: ExecutionSnapshot) {
    this.#options = options;
    this.#run = new MachineRun(program, options);
    if (snapshot === undefined) this.#begin(longestMs(options.type, program.timeoutSeconds));
    else this.#restore(readSnapshot(snapshot));
  }

  get status(): ExecutionStatus {
    return this.#run.status;
  }

  get output(): JsonValue | undefined {
    return this.#run.output;
  }

  get error(): string | undefined {
    return this.#run.error;
  }

  get cause(): string | undefined {
    return this.#run.cause;
  }

  get timeMs(): number {
    return this.#run.timeMs;
  }

  get events(): readonly TraceEvent[] {
    return this.#run.recorder.events;
  }

  get eventCount(): number {
    return this.#run.recorder.count;
  }

  get pending(): readonly OpenTask[] {
    return this.#run.desk.open;
  }

  get nextState(): string | undefined {
    const { agenda, desk } = this.#run;
    const waits = this.#options.clock !== "host" && desk.open.length > 0;
    return (agenda.peek() ?? (waits ? undefined : agenda.peekTimer()))?.state;
  }

  /** `limitMs`: how long it may take. */
  #begin(limitMs: number): void {
    const { input } = this.#options;
    const root = this.#run.begin(input);
    if (exceedsBytes(input, MAX_PAYLOAD_BYTES)) {
      return this.#run.end("FAILED", "ExecutionFailed", root.lastEventId, plainError(INPUT_TOO_LARGE));
    }
    this.#run.agenda.setTimer(this.timeMs + limitMs, 0, 0, { kind: "timer" });
  }

  // Without closures: what a step leaves behind, the collector has to look through for what is to be kept.
  step(): MaybePromise<StepResult> {
    if (this.#stepping) throw new Error("step() was called while the step before it was still under way");
    const run = this.#run;
    if (run.status !== "RUNNING") return "ended";
    const frame = run.agenda.next() ?? this.#woken();
    if (frame === undefined) return this.#stepped("blocked");
    let moving: MaybePromise<void> | undefined;
    this.#stepping = true;
    try {
      moving = run.advance(frame);
    } finally {
      this.#stepping = moving instanceof Promise;
    }
    return moving instanceof Promise ? this.#later(moving) : this.#stepped("moved");
  }

  async #later(moving: Promise<void>): Promise<StepResult> {
    try {
      await moving;
    } finally {
      this.#stepping = false;
    }
    return this.#stepped("moved");
  }

  #stepped(result: StepResult): StepResult {
    return this.#run.status === "RUNNING" ? result : "ended";
  }

  /** The frame whose time has come; none where only an answer can bring the execution further, or where it ends now. */
  #woken(): Frame | undefined {
    if (this.#waits) return undefined;
    const run = this.#run;
    const timer = run.agenda.nextTimer();
    if (timer === undefined) throw new Error("a running execution has neither work nor a timer");
    run.timeMs = Math.max(run.timeMs, timer.timeMs);
    if (timer.frame === 0) {
      run.end("TIMED_OUT", "ExecutionTimedOut", this.#root?.lastEventId ?? 0, {});
      return undefined;
    }
    const woken = run.family.frames.get(timer.frame) as Frame;
    woken.epoch += 1;
    woken.signal = timer.signal;
    woken.phase = timer.signal.kind === "retry" ? "start" : "resume";
    return woken;
  }

  /** The frame of the machine itself. */
  get #root(): Frame | undefined {
    return this.#run.family.frames.get(1);
  }

  /** By its own clock nothing happens while somebody is asked; by the host's, nothing of the future. */
  get #waits(): boolean {
    const { agenda, desk, timeMs } = this.#run;
    return this.#options.clock === "host" ? agenda.nextTimerMs > timeMs : desk.open.length > 0;
  }

  get nextMs(): number {
    const { status, agenda, timeMs } = this.#run;
    if (status !== "RUNNING") return Number.POSITIVE_INFINITY;
    return agenda.peek() === undefined ? agenda.nextTimerMs : timeMs;
  }

  passTo(timeMs: number): void {
    if (timeMs > this.nextMs) throw new Error(`the execution goes on before ${timeMs} ms`);
    this.#run.timeMs = Math.max(this.#run.timeMs, timeMs);
  }

  answer(id: number, outcome: TaskOutcome): void {
    this.#run.desk.answer(id, outcome);
  }

  abort(error?: string, cause?: string): void {
    if (this.status !== "RUNNING") return;
    this.#run.end("ABORTED", "ExecutionAborted", this.#root?.beforeEntryEventId ?? 0, errorFields(error, cause));
  }

  snapshot(): ExecutionSnapshot {
    if (this.#stepping) throw new Error("a snapshot can be taken between steps only");
    const { status, timeMs, output, error, cause, recorder, agenda, desk, family, lastToken, random } = this.#run;
    return writeSnapshot({
      status,
      timeMs,
      ...(output === undefined ? {} : { output }),
      ...errorFields(error, cause),
      ...recorder.state(),
      ...agenda.state(),
      ...desk.state(),
      frames: [...family.frames.values()],
      lastFrameId: family.lastFrameId,
      lastToken,
      random: random.state(),
    });
  }

  #restore(saved: SnapshotState): void {
    const run = this.#run;
    const { status, timeMs, output, error, cause, lastToken } = saved;
    Object.assign(run, { status, timeMs, output, error, cause, lastToken });
    for (const frame of saved.frames) run.family.frames.set(frame.id, frame);
    run.family.lastFrameId = saved.lastFrameId;
    run.recorder.restore(saved);
    run.agenda.restore(saved);
    run.desk.restore(saved);
    run.random.restore(saved.random);
  }
}
