/**
 * The run and its worker: begun, moved, told of, taken up again after a hang. What has happened is kept here; where one
 * looks at it is the transport's business.
 */
import {
  type ExecutionSnapshot,
  endOfTrace,
  type JsonValue,
  type MachineType,
  strangersInTrace,
  type TraceEvent,
} from "@sluice/engine";
import { addressOf } from "../../ui/format.ts";
import type { Hub } from "../hub.ts";
import { parseInput, problemOf } from "../input/input-text.ts";
import { isRedrivable, isStale, type MachineState, type MockCaseName, type Run } from "../state.ts";
import { hangNotice } from "../words.ts";
import type { Goal, Progress, StartOptions, VisitStage } from "../worker/protocol.ts";
import { STEP_SILENCE_MS } from "../worker/silence.ts";

/** How the latest run was begun, and from where it can be taken up again. */
interface Origin {
  readonly run: number;
  readonly options: StartOptions;
  readonly snapshot?: ExecutionSnapshot;
}

export class Session {
  readonly #hub: Hub;
  /** The run moves no more by itself, or has news while it was held back. */
  readonly #onRest: (run: Run) => void;
  #runs = 0;
  #origin: Origin | undefined;

  constructor(hub: Hub, onRest: (run: Run) => void) {
    this.#hub = hub;
    this.#onRest = onRest;
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  #set(change: Partial<MachineState>): void {
    this.#hub.store.set(change);
  }

  /** The test case that the latest run asks first. */
  get mock(): MockCaseName | undefined {
    return this.#origin?.options.mock;
  }

  /** A new run of what is shown, standing before its first event; undefined where that cannot be. */
  begin(): Run | undefined {
    const { drawing, broken, awake, input, machineType: type, mocks, play } = this.#state;
    if (!awake) return undefined;
    const parsed = parseInput(input.text);
    if (broken || !drawing) {
      const notice = "The definition has to be mended before it can run.";
      this.#set({ notice, play: { ...play, playing: false } });
      return undefined;
    }
    if (parsed === undefined) {
      const problem = problemOf(input.text);
      const mended = { ...input, ...(problem !== undefined && { problem }) };
      this.#set({ tab: "input", input: mended, play: { ...play, playing: false } });
      return undefined;
    }
    const run = this.#newRun({ key: drawing.key, type, mock: mocks.chosen });
    this.#set({ run, notice: undefined, visit: undefined, announcement: "Ready to run from the start." });
    this.#start(run, parsed.value);
    return run;
  }

  #start(run: Run, input: JsonValue): void {
    const options: StartOptions = { input, type: run.type, ...(run.mock && { mock: run.mock }) };
    this.#origin = { run: run.id, options };
    this.#hub.send({ type: "start", run: run.id, options });
  }

  #newRun({ key, type, mock }: Pick<Run, "key" | "type" | "mock">): Run {
    this.#runs += 1;
    return {
      id: this.#runs,
      events: [],
      stages: new Map(),
      written: new Map(),
      length: 0,
      cursor: 0,
      status: "RUNNING",
      activity: "resting",
      pending: [],
      key,
      type,
      mock,
    };
  }

  /** The run to go on with; a new one where there is none, where the text has changed, or to run again. */
  usable({ again }: { again: boolean }): Run | undefined {
    const { run } = this.#state;
    const over = run?.activity === "ended" && run.cursor === run.length;
    if (run && !isStale(this.#state) && !(again && over)) return run;
    return this.begin();
  }

  /** Lets the engine go on from the end of the trace. */
  advance(goal: Goal): void {
    const { run } = this.#state;
    if (!run || run.activity === "ended" || run.activity === "moving") return;
    const status = run.status === "STOPPED" ? "RUNNING" : run.status;
    this.#set({ run: { ...run, status, activity: "moving" }, notice: undefined });
    this.#hub.send({ type: "advance", run: run.id, goal });
  }

  pause(): void {
    const { run } = this.#state;
    if (run?.activity === "moving") this.#hub.send({ type: "pause", run: run.id });
  }

  /** Goes on with the run that has failed, as RedriveExecution does: what succeeded is not run again. */
  redrive(): boolean {
    const { run } = this.#state;
    if (!run || !isRedrivable(this.#state)) return false;
    const redriven: Run = {
      ...this.#newRun(run),
      // The failed run stays as it was, to be compared with.
      events: [...run.events],
      stages: new Map([...run.stages].map(([visit, stages]) => [visit, [...stages]])),
      written: new Map(run.written),
      length: run.length,
      cursor: run.length,
    };
    const { type, mock } = run;
    const options: StartOptions = { input: run.events[0]?.details.input ?? {}, type, ...(mock && { mock }) };
    this.#origin = { run: redriven.id, options };
    this.#set({ run: redriven, notice: undefined, visit: undefined });
    const written = [...run.written.values()];
    this.#hub.send({ type: "redrive", run: redriven.id, options, trace: run.events, written });
    return true;
  }

  /** News of the run; news of an older one is none. `hold`: the cursor stays, and follows in its own time. */
  progress(reply: Progress, hold: boolean): void {
    const { run } = this.#state;
    if (reply.run !== run?.id) return;
    const following = run.cursor === run.length && !hold;
    run.events.push(...reply.events);
    addStages(run, reply.stages);
    for (const object of reply.written) run.written.set(addressOf(object), object);
    const { status, pending, next: nextState, output, error, cause } = reply;
    // A run that was told to move before it had begun does not rest yet.
    const rest = reply.opening && run.activity === "moving" ? undefined : reply.rest;
    const { next: _, ...same } = run;
    const next: Run = {
      ...same,
      length: run.events.length,
      cursor: following ? run.events.length : run.cursor,
      status,
      pending,
      activity: rest === undefined ? "moving" : rest === "paused" ? "resting" : rest,
      ...(nextState !== undefined && { next: nextState }),
      ...(output !== undefined && { output }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
    };
    this.#set({ run: next });
    if (rest !== undefined) this.#onRest(next);
  }

  /** A trace that was not made here, or not in this life of the panel: looked at as that of a run. */
  show(trace: readonly TraceEvent[], of: ShownTrace): Run {
    const { drawing } = this.#state;
    const stages: Run["stages"] = new Map();
    const ended = endOfTrace(trace);
    const run: Run = {
      ...this.#newRun({ key: of.key ?? drawing?.key ?? "", type: of.type ?? "STANDARD", mock: of.mock }),
      events: [...trace],
      stages,
      length: trace.length,
      cursor: trace.length,
      ...ended,
      status: of.history === undefined && ended.status === "RUNNING" ? "STOPPED" : ended.status,
      activity: "ended",
      ...(of.history !== undefined && {
        history: { name: of.history, strangers: strangersInTrace(trace, drawing?.states ?? []) },
      }),
    };
    addStages(run, of.stages ?? []);
    this.#set({ run, notice: undefined });
    return run;
  }

  /** The run is over for a reason outside of it; what has happened stays to be looked at. */
  end(): Run | undefined {
    const { run, play } = this.#state;
    if (!run) return undefined;
    const ended: Run = { ...run, activity: "ended", status: run.status === "RUNNING" ? "STOPPED" : run.status };
    this.#set({ run: ended, play: { ...play, playing: false } });
    return ended;
  }

  /** From here the run can be taken up again. */
  keepSnapshot(run: number, snapshot: ExecutionSnapshot): void {
    if (this.#origin?.run === run) this.#origin = { ...this.#origin, snapshot };
  }

  /** A step never came back: the run stands before it again, in a new worker. */
  hang(): Run | undefined {
    const { run, play } = this.#state;
    if (run?.activity !== "moving") return undefined;
    const resumable = !isStale(this.#state) && this.revive();
    // Without snapshots the steps were not told one by one either.
    const state = resumable ? run.next : undefined;
    const notice = hangNotice(state, resumable, STEP_SILENCE_MS);
    this.#set({ notice, announcement: notice, tab: "state" });
    if (state !== undefined) this.#set({ selected: state, visit: undefined });
    if (!resumable) return this.end();
    const stopped: Run = { ...run, activity: "resting", status: "STOPPED" };
    this.#set({ run: stopped, play: { ...play, playing: false } });
    return stopped;
  }

  /** Gives a new worker the run that the old one had; false where nothing tells how. */
  revive(): boolean {
    const { run } = this.#state;
    const { options, snapshot } = run && this.#origin?.run === run.id ? this.#origin : {};
    if (!run || run.activity === "ended" || !options || !snapshot) return false;
    const written = [...run.written.values()];
    this.#hub.send({ type: "restore", run: run.id, options, snapshot, events: run.length, written });
    return true;
  }
}

/** What is known of a trace besides. */
export interface ShownTrace {
  /** The file that it came from, where it ran elsewhere. */
  readonly history?: string;
  readonly key?: string;
  readonly type?: MachineType;
  readonly mock?: MockCaseName | undefined;
  readonly stages?: readonly VisitStage[];
}

function addStages(run: Run, stages: readonly VisitStage[]): void {
  for (const stage of stages) {
    const known = run.stages.get(stage.visit);
    if (known) known.push(stage);
    else run.stages.set(stage.visit, [stage]);
  }
}
