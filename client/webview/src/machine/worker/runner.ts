/**
 * One live execution in the worker. It runs in slices, so that a pause or a new text is heard between them; what has
 * happened is told early enough that the view knows the last good moment when an expression never comes back.
 */
import {
  createExecution,
  valueOf as dataOf,
  type Execution,
  type ExecutionOptions,
  type ExecutionSnapshot,
  isRedriveProblem,
  type JsonValue,
  type RedriveProblem,
  redriveExecution,
  runSlice,
  type TaskOutcome,
  type TraceEvent,
} from "@sluice/engine";
import type { S3Object } from "../../../../src/panel/protocol.ts";
import type { MockCaseName } from "../state.ts";
import type { Definition } from "./drawing.ts";
import { goalTest } from "./goal.ts";
import { type Mocks, useMocks } from "./mocks.ts";
import type { Goal, Rest, StartOptions, WorkerReply, WorkerRequest } from "./protocol.ts";
import { type RunStore, runStore } from "./s3.ts";
import { StageRecorder } from "./stages.ts";

/** Between two looks at the mailbox. */
const SLICE_MS = 12;
/** Between two reports of a run that cannot hang. */
const REPORT_MS = 30;
/** Between two snapshots of a run that may hang. */
const SNAPSHOT_MS = 500;

type RestoreRequest = Extract<WorkerRequest, { type: "restore" }>;
type RedriveRequest = Extract<WorkerRequest, { type: "redrive" }>;

export class Runner {
  definition: Definition | undefined;
  /** What S3 holds when a run begins. */
  objects: readonly S3Object[] | undefined;
  readonly #post: (reply: WorkerReply) => void;
  #run = 0;
  #execution: Execution | undefined;
  #reported = 0;
  #stages = new StageRecorder();
  #s3: RunStore = runStore(undefined);
  /** The test case that answers, and what it answers by now. */
  #mock: MockCaseName | undefined;
  #mocks: Mocks | undefined;
  /** The advance under way, or the last one: a new one begins when it has noticed that it is over. */
  #advance: Promise<void> = Promise.resolve();
  #pausing = false;
  /** The definition holds expressions that may never end: every step is told at once. */
  #careful = false;

  constructor(post: (reply: WorkerReply) => void) {
    this.#post = post;
  }

  start(run: number, options: StartOptions, mocksText: string | undefined): void {
    this.#execution = this.#create(run, options, mocksText);
    if (!this.#execution) return;
    this.#save();
    this.#report("paused", true);
  }

  /** The events up to the failure have been told before. */
  redrive({ run, options, trace, written }: RedriveRequest, mocksText: string | undefined): void {
    this.#execution = this.#create(run, options, mocksText, { trace, written });
    if (!this.#execution) return;
    this.#reported = trace.length;
    this.#save();
    this.#report("paused", true);
  }

  /** Nothing is told of it but a failure: what it steps through has been told before. */
  restore(request: RestoreRequest, mocksText: string | undefined): Promise<void> {
    this.#advance = this.#restore(request, mocksText);
    return this.#advance;
  }

  async #restore(request: RestoreRequest, mocksText: string | undefined): Promise<void> {
    const { run, options, snapshot, events, written } = request;
    const execution = this.#create(run, options, mocksText, { snapshot, written });
    if (!execution) return;
    if (execution.events.length < events) {
      await runSlice(execution, { afterStep: () => execution.events.length >= events });
    }
    this.#reported = events;
    this.#stages.take();
    this.#s3.take();
    this.#execution = execution;
  }

  /** Undefined where it cannot begin: the view has been told why. */
  #create(
    run: number,
    options: StartOptions,
    mocksText: string | undefined,
    from: { snapshot?: ExecutionSnapshot; trace?: readonly TraceEvent[]; written?: readonly S3Object[] } = {},
  ): Execution | undefined {
    this.#run = run;
    this.#execution = undefined;
    this.#reported = 0;
    this.#pausing = false;
    if (!this.definition) return this.#refuse(run, "There is no definition to run.");
    const mocks = options.mock && useMocks(mocksText, options.mock);
    if (typeof mocks === "string") return this.#refuse(run, mocks);
    this.#mock = options.mock;
    this.#mocks = mocks;
    const definition = dataOf(this.definition.parsed.root);
    this.#careful = mayHang(definition);
    try {
      const { input, type } = options;
      const stages = new StageRecorder();
      this.#stages = stages;
      const s3 = runStore(this.objects, from.written);
      this.#s3 = s3;
      const all: ExecutionOptions = {
        input,
        type,
        tasks: (call) => this.#mocks?.tasks(call),
        observe: (observation) => stages.observe(observation, this.#execution?.events.length ?? 0),
        ...s3.options,
      };
      const execution: Execution | RedriveProblem = from.trace
        ? redriveExecution(definition, from.trace, all)
        : createExecution(definition, all, from.snapshot);
      return isRedriveProblem(execution) ? this.#refuse(run, execution.message) : execution;
    } catch (error) {
      return this.#refuse(run, messageOf(error));
    }
  }

  /** Steps until the goal is reached, or until nothing more happens by itself. */
  advance(run: number, goal: Goal): Promise<void> {
    this.#advance = this.#advance.then(() => this.#move(run, goal));
    return this.#advance;
  }

  async #move(run: number, goal: Goal): Promise<void> {
    const execution = this.#execution;
    if (!execution || run !== this.#run) return;
    this.#pausing = false;
    try {
      const rest = await this.#slices(execution, run, goal);
      if (run === this.#run) this.#report(rest);
    } catch (error) {
      if (run === this.#run) this.#refuse(run, messageOf(error));
    }
  }

  pause(run: number): void {
    if (run === this.#run) this.#pausing = true;
  }

  /** Nothing moves by it: the view asks to advance next. */
  answer(run: number, id: number, outcome: TaskOutcome): void {
    if (run !== this.#run || !this.#execution?.pending.some((task) => task.id === id)) return;
    this.#execution.answer(id, outcome);
    this.#save();
  }

  /** The mock file is another one: what it answers now need not be asked any more. */
  async mocksChanged(mocksText: string | undefined): Promise<void> {
    const execution = this.#execution;
    const mocks = this.#mock && useMocks(mocksText, this.#mock);
    if (!execution || mocks === undefined || typeof mocks === "string") return;
    this.#mocks = mocks;
    let answered = false;
    for (const { id, call } of [...execution.pending]) {
      const outcome = await mocks.tasks(call);
      if (outcome === undefined) continue;
      execution.answer(id, outcome);
      answered = true;
    }
    if (answered) this.#save();
    if (answered) this.#post({ type: "answered", run: this.#run });
  }

  /** Tells where to take the run up again if a later step never comes back. */
  #save(): void {
    if (this.#careful && this.#execution) {
      this.#post({ type: "snapshot", run: this.#run, snapshot: this.#execution.snapshot() });
    }
  }

  async #slices(execution: Execution, run: number, goal: Goal): Promise<Rest> {
    const nowMs = () => performance.now();
    let reportAt = nowMs() + REPORT_MS;
    let saveAt = nowMs() + SNAPSHOT_MS;
    const isReached = goalTest(goal, execution);
    const afterStep = (): boolean => {
      const reached = isReached();
      if (this.#careful || nowMs() >= reportAt) {
        if (run === this.#run) this.#report(undefined);
        reportAt = nowMs() + REPORT_MS;
      }
      return reached;
    };
    for (;;) {
      const result = await runSlice(execution, { maxMs: SLICE_MS, nowMs, afterStep });
      if (result !== "moved") return result;
      if (isReached()) return "paused";
      await mailbox();
      if (this.#pausing || run !== this.#run) return "paused";
      if (nowMs() < saveAt) continue;
      this.#save();
      saveAt = nowMs() + SNAPSHOT_MS;
    }
  }

  #report(rest: Rest | undefined, opening = false): void {
    const execution = this.#execution;
    if (!execution) return;
    const { status, timeMs, nextState: next, output, error, cause } = execution;
    const events = execution.events.slice(this.#reported);
    this.#reported = execution.events.length;
    this.#post({
      type: "progress",
      run: this.#run,
      events,
      stages: this.#stages.take(),
      written: this.#s3.take(),
      status,
      timeMs,
      pending: execution.pending.map((task) => ({
        ...task,
        ...(this.#mocks && { missing: this.#mocks.missing(task.call) }),
      })),
      ...(next !== undefined && { next }),
      ...(output !== undefined && { output }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
      ...(opening && { opening }),
      ...(rest && { rest: status === "RUNNING" ? rest : "ended" }),
    });
  }

  #refuse(run: number, message: string): undefined {
    this.#execution = undefined;
    this.#post({ type: "refused", run, message });
    return undefined;
  }
}

/** JSONata, and regular expressions in JSONPath filters: the texts of a user that may run for ever. */
function mayHang(definition: JsonValue): boolean {
  return /\{%|=~/.test(JSON.stringify(definition));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Lets the messages in that have arrived: a task of its own, and not slowed down as timers are. */
function mailbox(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
