/**
 * A run under somebody's hands: playing, stepping, going back, answering. What has happened is a cursor's business; only
 * at the end of the trace is the worker asked to go on.
 */

import {
  type ExecutionSnapshot,
  endOfTrace,
  strangersInTrace,
  type TaskOutcome,
  type TraceEvent,
} from "@sluice/engine";
import type { HostMessage, ViewMessage } from "../../src/panel/protocol.ts";
import { Elsewhere } from "./elsewhere.ts";
import { addressOf } from "./format.ts";
import { parseInput, problemOf } from "./input-text.ts";
import { announcementOf, hangNotice } from "./messages.ts";
import { isRedrivable, isStale, type Run, type ViewState } from "./state.ts";
import type { Store } from "./store.ts";
import { currentState, failedState, nextMoment, previousMoment } from "./trace.ts";
import type { Progress, StartOptions, WorkerRequest } from "./worker-protocol.ts";

/** Pause between two moments while playing: slow enough to follow at first, then faster and faster. */
const FIRST_PAUSE_MS = 260;
const PAUSE_FACTOR = 0.96;

export interface RunControlOptions {
  readonly store: Store<ViewState>;
  /** To the worker. */
  readonly send: (request: WorkerRequest) => void;
  /** To the host. */
  readonly tell: (message: ViewMessage) => void;
  /** Asks anew each time: the setting may change. */
  readonly reducedMotion: () => boolean;
}

export class RunControl {
  readonly #store: Store<ViewState>;
  readonly #options: RunControlOptions;
  #runs = 0;
  /** The state that is marked in the text. */
  #marked: string | undefined;
  /** How to go on after an answer. */
  #mode: "moment" | "play" | "end" = "moment";
  #pauseMs = FIRST_PAUSE_MS;
  readonly #elsewhere = new Elsewhere();
  /** How the latest run was begun, and from where it can be taken up again. */
  #origin: { readonly run: number; readonly options: StartOptions; readonly snapshot?: ExecutionSnapshot } | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: RunControlOptions) {
    this.#options = options;
    this.#store = options.store;
    this.#store.subscribe(() => this.#markCurrent());
  }

  get #state(): ViewState {
    return this.#store.state;
  }

  /** Plays on from the cursor at a pace to follow; pressed again, pauses. At the end, plays from the start. */
  play(): void {
    if (this.#state.playing) {
      this.pause();
      return;
    }
    if (this.#options.reducedMotion()) {
      this.runToEnd();
      return;
    }
    const run = this.#usableRun({ again: true });
    if (!run) return;
    this.#mode = "play";
    this.#showData();
    this.#pauseMs = FIRST_PAUSE_MS;
    this.#store.set({ playing: true });
    this.#tick();
  }

  /** As far as it goes, at once. */
  runToEnd(): void {
    const run = this.#usableRun({ again: true });
    if (!run) return;
    this.#mode = "end";
    this.#stopPlaying();
    this.#goTo(run.length);
    if (run.activity === "ended") this.#rest(run);
    else this.#advance("end");
  }

  /** To the next moment: first through what has happened, then by letting the engine go on. */
  step(): void {
    const run = this.#usableRun({ again: false });
    if (!run) return;
    this.#mode = "moment";
    this.#stopPlaying();
    this.#showData();
    this.#stepOnce(run);
  }

  stepBack(): void {
    const { run } = this.#state;
    if (!run || run.activity === "moving") return;
    this.#stopPlaying();
    this.moveCursor(previousMoment(run));
  }

  /** Forgets what has happened and stands at the start again. */
  restart(): void {
    this.#stopPlaying();
    this.#begin();
  }

  /** Goes on with the run that has failed, as RedriveExecution does: what succeeded is not run again. */
  redrive(): void {
    const { run, machineType: type, mock } = this.#state;
    if (!run || !isRedrivable(this.#state)) return;
    this.#stopPlaying();
    this.#mode = "end";
    this.#runs += 1;
    const id = this.#runs;
    const options: StartOptions = { input: run.events[0]?.details.input ?? {}, type, ...(mock && { mock }) };
    this.#origin = { run: id, options };
    const { error: _, cause: __, history: ___, output: ____, ...rest } = run;
    const redriven: Run = { ...rest, id, cursor: run.length, status: "RUNNING", activity: "resting", pending: [] };
    this.#store.set({ run: redriven, notice: undefined, visit: undefined });
    const written = [...run.written.values()];
    this.#options.send({ type: "redrive", run: id, options, trace: run.events, written });
    this.#advance("end");
  }

  pause(): void {
    this.#stopPlaying();
    const { run } = this.#state;
    if (run?.activity === "moving") this.#options.send({ type: "pause", run: run.id });
  }

  /** Shows the machine as it was after `cursor` events. */
  moveCursor(cursor: number): void {
    this.#stopPlaying();
    this.#showAt(cursor);
  }

  answer(id: number, outcome: TaskOutcome): void {
    const { run, keepAnswers } = this.#state;
    if (run?.activity !== "blocked") return;
    this.#options.send({ type: "answer", run: run.id, id, outcome });
    const task = run.pending.find((one) => one.id === id);
    if (keepAnswers && task) this.#keepAnswer(task.call.stateName, outcome);
    this.#goOn(run);
  }

  /** What this run asks for from now on is made up. */
  answerPlausibly(): void {
    const { run } = this.#state;
    if (run?.activity !== "blocked") return;
    this.#elsewhere.answerPlausibly(run);
    this.#askElsewhere(run);
  }

  /** True: others are being asked, and the run counts as moving until they have answered. */
  #askElsewhere(run: Run): boolean {
    const question = this.#elsewhere.question(run, this.#state.functions);
    if (!question) return false;
    this.#store.set({ run: { ...run, activity: "moving" } });
    this.#options.tell(question);
    return true;
  }

  answeredElsewhere({ run: id, answers, problem }: Extract<HostMessage, { type: "answers" }>): void {
    const { run } = this.#state;
    if (run?.id !== id || run.activity !== "moving") return;
    const blocked: Run = { ...run, activity: "blocked" };
    this.#store.set({ run: blocked });
    for (const answer of answers) this.#options.send({ type: "answer", run: id, ...answer });
    if (answers.length > 0) this.#goOn(blocked);
    else this.#rest(blocked);
    if (problem !== undefined) this.#store.set({ notice: problem });
  }

  #keepAnswer(stateName: string, outcome: TaskOutcome): void {
    const mock = this.#origin?.options.mock;
    this.#options.tell({ type: "keepAnswer", answer: { stateName, outcome, ...(mock && { mock }) } });
  }

  /** The mock file answers by now what the run has waited for. */
  answered(id: number): void {
    const { run } = this.#state;
    if (run?.id === id && run.activity === "blocked") this.#goOn(run);
  }

  /** As it went before it had to wait. */
  #goOn(run: Run): void {
    this.#goTo(run.length);
    if (this.#mode === "play") this.#store.set({ playing: true });
    this.#advance(this.#mode === "end" ? "end" : "moment");
  }

  /** A run that was answered by the mock file and is over would end otherwise now; one under way goes on with it. */
  mocksChanged(): void {
    const { run } = this.#state;
    if (run?.activity === "ended" && this.#origin?.options.mock) this.forget();
  }

  /** Forgets the run: its input, its mocks or its type are others now. */
  forget(): void {
    this.#stopPlaying();
    if (!this.#state.run) return;
    this.pause();
    const tab = this.#state.tab === "task" ? { tab: "input" as const } : {};
    this.#store.set({ run: undefined, notice: undefined, announcement: "", ...tab });
  }

  // --- what the worker says

  /** News of the run; news of an older one is none. */
  progress(reply: Progress): void {
    const { run } = this.#state;
    if (reply.run !== run?.id) return;
    const following = run.cursor === run.length;
    run.events.push(...reply.events);
    for (const stage of reply.stages) {
      const stages = run.stages.get(stage.visit);
      if (stages) stages.push(stage);
      else run.stages.set(stage.visit, [stage]);
    }
    for (const object of reply.written) run.written.set(addressOf(object), object);
    const { status, pending, next: nextState, output, error, cause } = reply;
    // A run that was told to move before it had begun does not rest yet.
    const rest = reply.opening && run.activity === "moving" ? undefined : reply.rest;
    const next: Run = {
      id: run.id,
      key: run.key,
      events: run.events,
      stages: run.stages,
      written: run.written,
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
    this.#store.set({ run: next });
    if (rest !== undefined) this.#rest(next);
  }

  #rest(run: Run): void {
    if (this.#askElsewhere(run)) return;
    if (run.activity === "blocked") this.#store.set({ tab: "task" });
    if (run.activity !== "resting") this.#store.set({ playing: false });
    if (run.activity === "ended") this.#showResult(run);
    else this.#follow();
    this.#store.set({ announcement: announcementOf(this.#state) });
    this.#report(run);
    if (this.#state.playing) this.#tickSoon();
  }

  /** The output of a run that went well, the state that ended one that did not. */
  #showResult(run: Run): void {
    const selected = run.status === "SUCCEEDED" ? undefined : failedState(run);
    const tab = this.#state.tab === "events" ? "events" : "state";
    this.#store.set({ selected, visit: undefined, tab });
  }

  #report(run: Run): void {
    const { status, length: events, pending, error, cause } = run;
    const report = {
      status,
      events,
      pending: pending.length,
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
    };
    this.#options.tell({ type: "report", report });
  }

  /** An execution that ran elsewhere: its trace is looked at as that of a run, and a failed one at its failure. */
  show(name: string, trace: readonly TraceEvent[]): void {
    this.#stopPlaying();
    this.pause();
    this.#runs += 1;
    const { drawing } = this.#state;
    const run: Run = {
      id: this.#runs,
      events: [...trace],
      stages: new Map(),
      written: new Map(),
      length: trace.length,
      cursor: trace.length,
      ...endOfTrace(trace),
      activity: "ended",
      pending: [],
      key: drawing?.key ?? "",
      history: { name, strangers: strangersInTrace(trace, drawing?.states ?? []) },
    };
    this.#store.set({ run, notice: undefined });
    this.#showResult(run);
    this.#store.set({ announcement: announcementOf(this.#state) });
    this.#report(run);
  }

  /** The run is over for a reason outside of it; what has happened stays to be looked at. */
  end(): void {
    const { run } = this.#state;
    if (!run) return;
    const ended: Run = { ...run, activity: "ended", status: run.status === "RUNNING" ? "STOPPED" : run.status };
    this.#store.set({ run: ended, playing: false });
    this.#report(ended);
  }

  /** From here the run can be taken up again. */
  keep(run: number, snapshot: ExecutionSnapshot): void {
    if (this.#origin?.run === run) this.#origin = { ...this.#origin, snapshot };
  }

  /** A step never came back: the run stands before it again, in a new worker. */
  hang(): void {
    const { run } = this.#state;
    if (run?.activity !== "moving") return;
    const { options, snapshot } = this.#origin?.run === run.id ? this.#origin : {};
    const resumable = options !== undefined && snapshot !== undefined && !isStale(this.#state);
    // Without snapshots the steps were not told one by one either.
    const state = resumable ? run.next : undefined;
    const notice = hangNotice(state, resumable);
    this.#store.set({ notice, announcement: notice, tab: "state" });
    if (state !== undefined) this.#store.set({ selected: state, visit: undefined });
    if (!resumable) {
      this.end();
      return;
    }
    const written = [...run.written.values()];
    this.#options.send({ type: "restore", run: run.id, options, snapshot, events: run.length, written });
    const stopped: Run = { ...run, activity: "resting", status: "STOPPED" };
    this.#store.set({ run: stopped, playing: false });
    this.#report(stopped);
  }

  // --- going on

  /** The run to go on with; a new one where there is none, where the text has changed, or to run again. */
  #usableRun({ again }: { again: boolean }): Run | undefined {
    const { run } = this.#state;
    const over = run?.activity === "ended" && run.cursor === run.length;
    if (run && !isStale(this.#state) && !(again && over)) return run;
    return this.#begin();
  }

  #begin(): Run | undefined {
    const { drawing, broken, inputText, machineType, mock } = this.#state;
    const input = parseInput(inputText);
    if (broken || !drawing) {
      this.#store.set({ notice: "The definition has to be mended before it can run.", playing: false });
      return undefined;
    }
    if (input === undefined) {
      this.#store.set({ tab: "input", inputProblem: problemOf(inputText), playing: false });
      return undefined;
    }
    this.#runs += 1;
    const run: Run = {
      id: this.#runs,
      events: [],
      stages: new Map(),
      written: new Map(),
      length: 0,
      cursor: 0,
      status: "RUNNING",
      activity: "resting",
      pending: [],
      key: drawing.key,
    };
    this.#store.set({ run, notice: undefined, visit: undefined, announcement: "Ready to run from the start." });
    const options = { input: input.value, type: machineType, ...(mock && { mock }) };
    this.#origin = { run: run.id, options };
    this.#options.send({ type: "start", run: run.id, options });
    return run;
  }

  #advance(to: "moment" | "end"): void {
    const { run } = this.#state;
    if (!run || run.activity === "ended" || run.activity === "moving") return;
    const status = run.status === "STOPPED" ? "RUNNING" : run.status;
    this.#store.set({ run: { ...run, status, activity: "moving" }, notice: undefined });
    this.#options.send({ type: "advance", run: run.id, to });
  }

  #stepOnce(run: Run): void {
    if (run.cursor < run.length) this.#showAt(nextMoment(run));
    else if (run.activity === "resting") this.#advance("moment");
    else if (run.activity === "blocked") this.#store.set({ tab: "task" });
  }

  #tick(): void {
    const { run, playing } = this.#state;
    if (!run || !playing) return;
    const waits = run.cursor === run.length && run.activity !== "resting";
    if (waits) {
      this.#rest(run);
      return;
    }
    const behind = run.cursor < run.length;
    this.#stepOnce(run);
    if (behind) this.#tickSoon(); // otherwise the worker's answer brings the next tick
  }

  #tickSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#tick(), this.#pauseMs);
    this.#pauseMs *= PAUSE_FACTOR;
  }

  #stopPlaying(): void {
    clearTimeout(this.#timer);
    if (this.#state.playing) this.#store.set({ playing: false });
  }

  // --- what is shown of it

  #goTo(cursor: number): void {
    const { run } = this.#state;
    if (run) this.#store.set({ run: { ...run, cursor: Math.max(0, Math.min(cursor, run.length)) } });
  }

  #showAt(cursor: number): void {
    this.#goTo(cursor);
    this.#follow();
    this.#store.set({ announcement: announcementOf(this.#state) });
  }

  /** The selection goes with the cursor, so that the state view shows what is happening. */
  #follow(): void {
    const state = currentState(this.#state.run);
    if (state !== undefined) this.#store.set({ selected: state, visit: undefined });
  }

  /** Who steps wants to see what happens, not what was put in. */
  #showData(): void {
    if (this.#state.tab === "input") this.#store.set({ tab: "state" });
  }

  /** The text shows where the run stands, as it does for a debugger. */
  #markCurrent(): void {
    const { run, drawing, broken } = this.#state;
    const name = run && run.activity !== "ended" && !broken ? currentState(run) : undefined;
    if (name === this.#marked) return;
    this.#marked = name;
    const range = drawing?.states.find((state) => state.name === name);
    this.#options.tell({ type: "current", ...(range && { start: range.nameStart, end: range.nameEnd }) });
  }
}
