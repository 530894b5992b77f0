/**
 * Everything around a run: the text and its drawing, the files beside it, what is chosen and typed. Messages of the host
 * and of the worker come in here; decisions about machines are the engine's, which answers from the worker.
 */
import type { MachineType } from "@sluice/engine";
import type { DocumentMessage, HostMessage, PanelCommand, S3Object, SiblingFile } from "../../src/panel/protocol.ts";
import { jsonText } from "./format.ts";
import { problemOf } from "./input-text.ts";
import { RunControl } from "./run-control.ts";
import type { Tab, ViewState } from "./state.ts";
import type { Store } from "./store.ts";
import type { VsCodeApi } from "./vscode-api.ts";
import { type Spawn, WorkerClient } from "./worker-client.ts";
import type { MockCase, WorkerReply, WorkerRequest } from "./worker-protocol.ts";

type HistoryMessage = Extract<HostMessage, { type: "history" }>;

export class Controller {
  readonly #store: Store<ViewState>;
  readonly #api: VsCodeApi;
  readonly #worker: WorkerClient;
  /** The buttons that move a run. */
  readonly run: RunControl;
  #document: DocumentMessage | undefined;
  #mocksText: string | undefined;
  #objects: readonly S3Object[] | undefined;
  /** Commands that came before the first drawing. */
  #waiting: PanelCommand[] | undefined = [];
  #waitingHistory: HistoryMessage | undefined;

  constructor(store: Store<ViewState>, api: VsCodeApi, spawn: Spawn, reducedMotion: () => boolean) {
    this.#store = store;
    this.#api = api;
    this.#worker = new WorkerClient({
      spawn,
      onReply: (reply) => this.#hearWorker(reply),
      onHang: (request) => this.#hang(request),
      onFailure: (message) => this.#store.set({ notice: `The engine could not go on: ${message}`, playing: false }),
    });
    this.run = new RunControl({
      store,
      send: (request) => this.#worker.send(request),
      tell: (message) => api.postMessage(message),
      reducedMotion,
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
      case "functions":
        this.#store.set({ functions: message.available });
        return;
      case "answers":
        this.run.answeredElsewhere(message);
        return;
      case "objects":
        this.#objects = message.objects;
        this.#store.set({ objectsProblem: message.problem });
        this.#sendObjects();
        return;
      case "command":
        if (this.#waiting) this.#waiting.push(message.command);
        else this.command(message.command);
        return;
      case "history":
        if (this.#waiting) this.#waitingHistory = message;
        else this.run.show(message.name, message.trace);
        return;
    }
  }

  command(command: PanelCommand): void {
    switch (command) {
      case "run":
        this.run.play();
        return;
      case "runToEnd":
        this.run.runToEnd();
        return;
      case "step":
        this.run.step();
        return;
      case "stepBack":
        this.run.stepBack();
        return;
      case "restart":
        this.run.restart();
        return;
      case "stop":
        this.run.pause();
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
    this.run.forget();
  }

  #takeMocks({ name, text }: SiblingFile): void {
    if (text === this.#mocksText && name === this.#state.mockName) return;
    this.run.mocksChanged();
    this.#mocksText = text;
    this.#store.set({ mockFile: text === undefined ? undefined : name, mockName: name });
    this.#sendMocks();
  }

  #sendMocks(): void {
    this.#worker.send({ type: "mocks", text: this.#mocksText });
  }

  #sendObjects(): void {
    this.#worker.send({ type: "objects", objects: this.#objects });
  }

  /** Writes what the run wrote to S3 into the folder. */
  saveObjects(): void {
    const objects = [...(this.#state.run?.written.values() ?? [])];
    this.#api.postMessage({ type: "saveObjects", objects });
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
        this.run.end();
        return;
      case "answered":
        this.run.answered(reply.run);
        return;
      case "snapshot":
        this.run.keep(reply.run, reply.snapshot);
        return;
      case "progress":
        this.run.progress(reply);
        return;
    }
  }

  #drawn(version: number, broken?: string): void {
    const states = this.#state.drawing?.states.length ?? 0;
    this.#api.postMessage({ type: "drawn", version, states, ...(broken !== undefined && { broken }) });
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const command of waiting) this.command(command);
    const history = this.#waitingHistory;
    this.#waitingHistory = undefined;
    if (history) this.run.show(history.name, history.trace);
  }

  #mocksRead(cases: readonly MockCase[], problem: string | undefined): void {
    const { mock, mockCases } = this.#state;
    const kept = cases.find((one) => one.testCase === mock?.testCase && one.stateMachine === mock.stateMachine);
    // A mock file is there to be used: its first case answers until somebody chooses otherwise.
    const asking = mockCases.length > 0 && mock === undefined;
    const chosen = asking ? undefined : (kept ?? cases[0]);
    this.#store.set({ mockCases: cases, mockProblem: problem, mock: chosen });
  }

  #hang(request: WorkerRequest): void {
    // The new worker knows nothing yet.
    this.#sendMocks();
    this.#sendObjects();
    if (request.type === "load") {
      const message = "Reading this text took too long and was stopped. The graph shows what was there before.";
      this.#store.set({ broken: { message, offset: 0, line: 1 } });
      this.#drawn(request.version, message);
      return;
    }
    if (this.#document) this.#load(this.#document);
    if (request.type === "restore") this.run.end();
    else this.run.hang();
  }

  // --- what is chosen and typed

  setInput(text: string): void {
    this.#store.set({ inputText: text, inputFile: undefined, inputProblem: problemOf(text) });
    this.#keep({ inputText: text });
    this.run.forget();
  }

  /** The input of the execution that is shown becomes that of the next one. */
  takeInputOfRun(): void {
    const input = this.#state.run?.events[0]?.details.input;
    if (input === undefined) return;
    this.setInput(jsonText(input));
    this.setTab("input");
  }

  setMachineType(machineType: MachineType): void {
    this.#store.set({ machineType });
    this.#keep({ machineType });
    this.run.forget();
  }

  setMock(mock: MockCase | undefined): void {
    this.#store.set({ mock });
    this.run.forget();
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

  setKeepAnswers(keepAnswers: boolean): void {
    this.#store.set({ keepAnswers });
  }

  copy(text: string): void {
    this.#api.postMessage({ type: "copy", text });
  }

  openMocks(): void {
    this.#api.postMessage({ type: "openMocks" });
  }

  keepSplit(split: number): void {
    this.#keep({ split });
  }

  #keep(change: Parameters<VsCodeApi["setState"]>[0]): void {
    this.#api.setState({ ...this.#api.getState(), ...change });
  }
}
