/**
 * What the panel can do: every button, key and message ends in one method here. It owns the store and the worker;
 * decisions about machines are the engine's, which answers from the worker.
 */
import type { JsonValue, MachineType, TaskOutcome } from "@sluice/engine";
import type { DocumentMessage, HostMessage, PanelCommand, SiblingFile } from "../../src/panel/protocol.ts";
import { announcementOf, hangNotice } from "./messages.ts";
import { isStale, openTasks, type Run, type Tab, type ViewState } from "./state.ts";
import type { Store } from "./store.ts";
import { busyState, currentState, failedState, nextMoment, previousMoment } from "./trace.ts";
import type { VsCodeApi } from "./vscode-api.ts";
import { WorkerClient } from "./worker-client.ts";
import type { MockCase, Progress, WorkerReply, WorkerRequest } from "./worker-protocol.ts";

/** Pause between two moments while playing: slow enough to follow at first, then faster and faster. */
const FIRST_PAUSE_MS = 260;
const PAUSE_FACTOR = 0.96;

export class Controller {
  readonly #store: Store<ViewState>;
  readonly #api: VsCodeApi;
  readonly #worker: WorkerClient;
  readonly #reducedMotion: () => boolean;
  #document: DocumentMessage | undefined;
  #mocksText: string | undefined;
  /** Commands that came before the first drawing. */
  #waiting: PanelCommand[] | undefined = [];
  #runs = 0;
  /** The state that is marked in the text. */
  #marked: string | undefined;
  /** How to go on after an answer. */
  #mode: "moment" | "play" | "end" = "moment";
  #pauseMs = FIRST_PAUSE_MS;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(store: Store<ViewState>, api: VsCodeApi, spawn: () => Promise<Worker>, reducedMotion: () => boolean) {
    this.#store = store;
    this.#api = api;
    this.#reducedMotion = reducedMotion;
    store.subscribe(() => this.#markCurrent());
    this.#worker = new WorkerClient({
      spawn,
      onReply: (reply) => this.#hearWorker(reply),
      onHang: (request) => this.#hang(request),
      onFailure: (message) => this.#store.set({ notice: `The engine could not go on: ${message}`, playing: false }),
    });
  }

  get keptSplit(): number {
    return this.#api.getState()?.split ?? 0.42;
  }

  get #state(): ViewState {
    return this.#store.state;
  }

  // --- what the host says

  hearHost(message: HostMessage): void {
    switch (message.type) {
      case "document":
        this.#load(message);
        return;
      case "cursor":
        this.#cursorInText(message.offset);
        return;
      case "input":
        this.#takeInput(message.file);
        return;
      case "mocks":
        this.#takeMocks(message.file);
        return;
      case "command":
        if (this.#waiting) this.#waiting.push(message.command);
        else this.command(message.command);
        return;
    }
  }

  command(command: PanelCommand): void {
    switch (command) {
      case "run":
        this.play();
        return;
      case "runToEnd":
        this.runToEnd();
        return;
      case "step":
        this.step();
        return;
      case "stepBack":
        this.stepBack();
        return;
      case "restart":
        this.restart();
        return;
      case "stop":
        this.pause();
        return;
    }
  }

  #load(document: DocumentMessage): void {
    const first = this.#document === undefined;
    this.#document = document;
    if (first) this.#keep({ uri: document.uri });
    this.#store.set({ name: document.name });
    this.#worker.send({ type: "load", version: document.version, text: document.text, language: document.language });
  }

  #takeInput({ name, text }: SiblingFile): void {
    const { inputFile, inputText } = this.#state;
    const untouched = inputFile !== undefined || inputText.trim() === "{}";
    if (text === undefined || !untouched || text === inputText) return;
    this.#store.set({ inputText: text, inputFile: name, inputProblem: problemOf(text) });
    this.#forgetRun();
  }

  #takeMocks({ name, text }: SiblingFile): void {
    if (text !== this.#mocksText) this.#forgetRun();
    this.#mocksText = text;
    this.#store.set({ mockFile: text === undefined ? undefined : name });
    this.#worker.send({ type: "mocks", text });
  }

  #cursorInText(offset: number): void {
    const states = this.#state.broken ? [] : (this.#state.drawing?.states ?? []);
    const around = states.findLast(({ start, end }) => start <= offset && offset <= end);
    if (around && around.name !== this.#state.selected) this.#store.set({ selected: around.name, visit: undefined });
  }

  // --- what the worker says

  #hearWorker(reply: WorkerReply): void {
    switch (reply.type) {
      case "drawn":
        this.#store.set({ drawing: reply.drawing, broken: undefined });
        this.#drawn(reply.drawing.version);
        return;
      case "broken": {
        const { message, offset, line } = reply;
        this.#store.set({ broken: { message, offset, line }, drawing: this.#state.drawing ?? reply.partial });
        this.#drawn(reply.version, message);
        return;
      }
      case "mocks":
        this.#mocksRead(reply.cases, reply.problem);
        return;
      case "refused":
        if (reply.run !== this.#state.run?.id) return;
        this.#store.set({ notice: reply.message });
        this.#endRun();
        return;
      case "progress":
        if (reply.run === this.#state.run?.id) this.#progress(this.#state.run, reply);
        return;
    }
  }

  #drawn(version: number, broken?: string): void {
    const states = this.#state.drawing?.states.length ?? 0;
    this.#api.postMessage({ type: "drawn", version, states, ...(broken !== undefined && { broken }) });
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const command of waiting) this.command(command);
  }

  #mocksRead(cases: readonly MockCase[], problem: string | undefined): void {
    const { mock } = this.#state;
    const kept = cases.find((one) => one.testCase === mock?.testCase && one.stateMachine === mock.stateMachine);
    // A mock file is there to be used: its first case answers until somebody chooses otherwise.
    this.#store.set({ mockCases: cases, mockProblem: problem, mock: kept ?? cases[0] });
  }

  #progress(run: Run, reply: Progress): void {
    const following = run.cursor === run.length;
    run.events.push(...reply.events);
    const { status, pending, output, error, cause } = reply;
    // A run that was told to move before it had begun does not rest yet.
    const rest = reply.opening && run.activity === "moving" ? undefined : reply.rest;
    const next: Run = {
      id: run.id,
      key: run.key,
      events: run.events,
      length: run.events.length,
      cursor: following ? run.events.length : run.cursor,
      status,
      pending,
      activity: rest === undefined ? "moving" : rest === "paused" ? "resting" : rest,
      ...(output !== undefined && { output }),
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
    };
    this.#store.set({ run: next });
    if (rest !== undefined) this.#rest(next);
  }

  #rest(run: Run): void {
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
    this.#api.postMessage({ type: "report", report });
  }

  #hang(request: WorkerRequest): void {
    const { run } = this.#state;
    // The new worker knows nothing yet.
    this.#worker.send({ type: "mocks", text: this.#mocksText });
    if (request.type === "load") {
      const message = "Reading this text took too long and was stopped. The graph shows what was there before.";
      this.#store.set({ broken: { message, offset: 0, line: 1 } });
      this.#drawn(request.version, message);
      return;
    }
    if (this.#document) this.#load(this.#document);
    if (!run) return;
    const state = busyState(run);
    this.#store.set({ notice: hangNotice(state), announcement: hangNotice(state), tab: "state" });
    if (state !== undefined) this.#store.set({ selected: state, visit: undefined });
    this.#endRun();
  }

  /** The run is over for a reason outside of it; what has happened stays to be looked at. */
  #endRun(): void {
    const { run } = this.#state;
    if (!run) return;
    const ended: Run = { ...run, activity: "ended", status: run.status === "RUNNING" ? "STOPPED" : run.status };
    this.#store.set({ run: ended, playing: false });
    this.#report(ended);
  }

  // --- what the buttons do

  /** Plays on from the cursor at a pace to follow; pressed again, pauses. At the end, plays from the start. */
  play(): void {
    if (this.#state.playing) {
      this.pause();
      return;
    }
    if (this.#reducedMotion()) {
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
    this.#advance("end");
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

  pause(): void {
    this.#stopPlaying();
    const { run } = this.#state;
    if (run?.activity === "moving") this.#worker.send({ type: "pause", run: run.id });
  }

  /** Shows the machine as it was after `cursor` events. */
  moveCursor(cursor: number): void {
    this.#stopPlaying();
    this.#showAt(cursor);
  }

  answer(id: number, outcome: TaskOutcome): void {
    const { run } = this.#state;
    if (run?.activity !== "blocked") return;
    this.#worker.send({ type: "answer", run: run.id, id, outcome });
    this.#goTo(run.length);
    if (this.#mode === "play") this.#store.set({ playing: true });
    this.#advance(this.#mode === "end" ? "end" : "moment");
  }

  setInput(text: string): void {
    this.#store.set({ inputText: text, inputFile: undefined, inputProblem: problemOf(text) });
    this.#keep({ inputText: text });
    this.#forgetRun();
  }

  setMachineType(machineType: MachineType): void {
    this.#store.set({ machineType });
    this.#keep({ machineType });
    this.#forgetRun();
  }

  setMock(mock: MockCase | undefined): void {
    this.#store.set({ mock });
    this.#forgetRun();
  }

  setTab(tab: Tab): void {
    this.#store.set({ tab });
  }

  setVisit(visit: number | undefined): void {
    this.#store.set({ visit });
  }

  dismissNotice(): void {
    this.#store.set({ notice: undefined });
  }

  /** A state chosen in the panel: shown in the text as well. `focus` moves the keyboard to the text. */
  select(name: string | undefined, options: { focus?: boolean; reveal?: boolean; tab?: boolean } = {}): void {
    const { focus = false, reveal = true, tab = true } = options;
    this.#store.set({ selected: name, visit: undefined, ...(tab && name !== undefined && { tab: "state" as const }) });
    const range = this.#state.drawing?.states.find((state) => state.name === name);
    if (!range || !reveal || this.#state.broken) return;
    this.#api.postMessage({ type: "reveal", start: range.nameStart, end: range.nameEnd, focus });
  }

  /** Shows the place of the mistake that keeps the text from being drawn. */
  showMistake(): void {
    const { broken } = this.#state;
    if (broken) this.#api.postMessage({ type: "reveal", start: broken.offset, end: broken.offset, focus: true });
  }

  openMocks(): void {
    this.#api.postMessage({ type: "openMocks" });
  }

  keepSplit(split: number): void {
    this.#keep({ split });
  }

  // --- runs

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
      length: 0,
      cursor: 0,
      status: "RUNNING",
      activity: "resting",
      pending: [],
      key: drawing.key,
    };
    this.#store.set({ run, notice: undefined, visit: undefined, announcement: "Ready to run from the start." });
    const options = { input: input.value, type: machineType, ...(mock && { mock }) };
    this.#worker.send({ type: "start", run: run.id, options });
    return run;
  }

  /** Who steps wants to see what happens, not what was put in. */
  #showData(): void {
    if (this.#state.tab === "input") this.#store.set({ tab: "state" });
  }

  #forgetRun(): void {
    this.#stopPlaying();
    if (!this.#state.run) return;
    this.pause();
    const tab = this.#state.tab === "task" ? { tab: "input" as const } : {};
    this.#store.set({ run: undefined, notice: undefined, announcement: "", ...tab });
  }

  #stepOnce(run: Run): void {
    if (run.cursor < run.length) this.#showAt(nextMoment(run));
    else if (run.activity === "resting") this.#advance("moment");
    else if (run.activity === "blocked") this.#store.set({ tab: "task" });
  }

  #showAt(cursor: number): void {
    this.#goTo(cursor);
    this.#follow();
    this.#store.set({ announcement: announcementOf(this.#state) });
  }

  #advance(to: "moment" | "end"): void {
    const { run } = this.#state;
    if (!run || run.activity === "ended" || run.activity === "moving") return;
    this.#store.set({ run: { ...run, activity: "moving" }, notice: undefined });
    this.#worker.send({ type: "advance", run: run.id, to });
  }

  #tick(): void {
    const { run, playing } = this.#state;
    if (!run || !playing) return;
    const waits = run.cursor === run.length && run.activity !== "resting";
    if (waits) {
      this.#store.set({ playing: false, ...(openTasks(run).length > 0 && { tab: "task" as const }) });
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

  #goTo(cursor: number): void {
    const { run } = this.#state;
    if (run) this.#store.set({ run: { ...run, cursor: Math.max(0, Math.min(cursor, run.length)) } });
  }

  /** The selection goes with the cursor, so that the state view shows what is happening. */
  #follow(): void {
    const state = currentState(this.#state.run);
    if (state !== undefined) this.#store.set({ selected: state, visit: undefined });
  }

  /** The text shows where the run stands, as it does for a debugger. */
  #markCurrent(): void {
    const { run, drawing, broken } = this.#state;
    const name = run && run.activity !== "ended" && !broken ? currentState(run) : undefined;
    if (name === this.#marked) return;
    this.#marked = name;
    const range = drawing?.states.find((state) => state.name === name);
    this.#api.postMessage({ type: "current", ...(range && { start: range.nameStart, end: range.nameEnd }) });
  }

  #keep(change: Parameters<VsCodeApi["setState"]>[0]): void {
    this.#api.setState({ ...this.#api.getState(), ...change });
  }
}

function parseInput(text: string): { value: JsonValue } | undefined {
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    return undefined;
  }
}

function problemOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return `This is not JSON: ${(error as Error).message}`;
  }
}
