/**
 * The panel of a state machine, put together: the parts that act, and who hears what of host and worker. Decisions about
 * machines are the engine's, which answers from the worker.
 */
import type { HostMessage, PanelCommand, ViewMessage } from "../../../src/panel/protocol.ts";
import { Store } from "../shell/store.ts";
import type { VsCodeApi } from "../shell/vscode-api.ts";
import { type Spawn, WorkerClient } from "../shell/worker-client.ts";
import { Runs } from "./compare/runs.ts";
import { Finder } from "./graph/finder.ts";
import type { Hub } from "./hub.ts";
import { Inputs } from "./input/inputs.ts";
import type { Kept } from "./kept.ts";
import { MockFile, type MocksChange } from "./mocks/mock-file.ts";
import { Answers } from "./run/answers.ts";
import { Follower } from "./run/follow.ts";
import { keptRun } from "./run/keep-run.ts";
import { Session } from "./run/session.ts";
import { tellValues } from "./run/tell-values.ts";
import { Transport } from "./run/transport.ts";
import { INITIAL_STATE, isRedrivable, type MachineState, type Run, type Tab } from "./state.ts";
import { Subject } from "./subject.ts";
import type { WorkerReply, WorkerRequest } from "./worker/protocol.ts";
import { silenceMs } from "./worker/silence.ts";

export interface PanelOptions {
  readonly api: VsCodeApi<ViewMessage, Kept>;
  readonly spawn: Spawn;
  readonly reducedMotion: () => boolean;
}

type Objects = Extract<HostMessage, { type: "objects" }>;
type History = Extract<HostMessage, { type: "history" }>;

export class MachinePanel {
  readonly store: Store<MachineState>;
  readonly hub: Hub;
  readonly subject: Subject;
  readonly inputs: Inputs;
  readonly mocks: MockFile;
  readonly answers: Answers;
  readonly transport: Transport;
  readonly runs: Runs;
  readonly finder: Finder;
  readonly #session: Session;
  readonly #follower: Follower;
  readonly #api: PanelOptions["api"];
  #objects: Objects | undefined;
  /** What came before the worker had read text and mocks. */
  #waiting: (() => void)[] | undefined = [];

  constructor({ api, spawn, reducedMotion }: PanelOptions) {
    this.#api = api;
    const kept = api.getState();
    const store = new Store(initialState(kept));
    const worker = new WorkerClient<WorkerRequest, WorkerReply>({
      spawn,
      silenceMs,
      onReply: (reply) => this.#hearWorker(reply),
      onHang: (request) => this.#hang(request),
      onFailure: (message) => store.set({ notice: `The engine could not go on: ${message}` }),
    });
    const hub: Hub = {
      store,
      wake: (text) => {
        if (worker.start(partsFor(text))) this.#teach();
      },
      send: (request) => worker.send(request),
      ask: (type, asks) => worker.ask({ type, ...asks } as WorkerRequest) as Promise<never>,
      tell: (message) => api.postMessage(message),
      keep: (change) => api.setState({ ...api.getState(), ...change }),
    };
    this.store = store;
    this.hub = hub;
    this.subject = new Subject(hub);
    this.finder = new Finder(hub, this.subject);
    this.inputs = new Inputs(hub, () => this.transport.forget());
    this.mocks = new MockFile(hub, kept?.mock, (change) => this.#mocksChanged(change));
    this.#follower = new Follower(hub);
    this.#session = new Session(hub, (run) => this.transport.rest(run));
    this.answers = new Answers(hub, {
      session: () => this.#session,
      onAnswered: (run) => this.transport.goOn(run),
      onRest: (run) => this.transport.rest(run),
    });
    this.runs = new Runs(hub);
    this.transport = new Transport(hub, {
      session: this.#session,
      follower: this.#follower,
      answers: this.answers,
      reducedMotion,
      onEnd: (run) => this.#ended(run),
    });
    if (kept?.run) this.whenAwake(() => this.#bringBack(kept));
  }

  get kept(): Kept {
    return this.#api.getState() ?? {};
  }

  // --- what the host says

  hearHost(message: HostMessage): void {
    switch (message.type) {
      case "document":
        this.subject.load(message);
        return;
      case "drawing":
        this.subject.drawn({ drawing: { ...message.drawing, version: message.version } });
        return;
      case "cursor":
        this.subject.cursorInText(message.offset);
        return;
      case "input":
        this.inputs.take(message.file);
        return;
      case "mocks":
        this.mocks.take(message.file);
        return;
      case "functions":
        this.store.set({ functions: message.available });
        return;
      case "answers":
        this.answers.answeredElsewhere(message);
        return;
      case "objects":
        this.#objects = message;
        this.store.set({ objectsProblem: message.problem });
        this.#sendObjects();
        return;
      case "command":
        this.whenAwake(() => this.command(message.command));
        return;
      case "askValues":
        void tellValues(this.hub, message);
        return;
      case "history":
        this.whenAwake(() => this.#showHistory(message));
        return;
    }
  }

  command(command: PanelCommand): void {
    const { transport } = this;
    const actions: Readonly<Record<PanelCommand, () => void>> = {
      run: () => transport.play(),
      runToEnd: () => transport.runToEnd(),
      step: () => transport.step(),
      stepBack: () => transport.stepBack(),
      restart: () => transport.restart(),
      stop: () => transport.pause(),
    };
    actions[command]();
  }

  #sendObjects(): void {
    if (this.#objects) this.hub.send({ type: "objects", objects: this.#objects.objects });
  }

  #showHistory({ name, trace }: History): void {
    this.transport.pause();
    this.#arrived(this.#session.show(trace, { history: name }));
  }

  /** The run that was shown before the window was loaded anew. */
  #bringBack({ run: kept, selected, tab }: Kept): void {
    if (!kept || this.store.state.run) return;
    const run = this.#session.show(kept.events, kept);
    this.#follower.goTo(kept.cursor);
    this.runs.add(run);
    this.store.set({ ...(selected !== undefined && { selected }), ...(tab && { tab }) });
  }

  #arrived(run: Run): void {
    this.#ended(run);
    this.#follower.showResult(run);
    this.#follower.announce();
    this.#follower.report(run);
  }

  #ended(run: Run): void {
    this.runs.add(run);
    const kept = keptRun(run);
    const { run: _, ...rest } = this.kept;
    this.#api.setState({ ...rest, ...(kept && { run: kept }) });
  }

  #mocksChanged(change: MocksChange): void {
    const { run } = this.store.state;
    // One under way goes on with what the file answers now, and one that has failed can be redriven with it.
    const goesOn = run?.activity !== "ended" || isRedrivable(this.store.state);
    if (change === "case" || (run?.mock && !run.history && !goesOn)) this.transport.forget();
    else if (change === "answers" && run?.mock && goesOn) this.store.set({ run: { ...run, mocksChanged: true } });
  }

  /** At once, or when the worker has read the text: what is asked for before is not lost. */
  whenAwake(act: () => void): void {
    if (this.#waiting) this.#waiting.push(act);
    else act();
  }

  // --- what the worker says

  #hearWorker(reply: WorkerReply): void {
    switch (reply.type) {
      case "drawn":
        this.subject.drawn(reply);
        this.#drawn();
        return;
      case "broken":
        this.subject.notDrawn(reply);
        this.#drawn();
        return;
      case "mocks":
        this.mocks.read(reply.cases, reply.problem);
        return;
      case "refused":
        if (reply.run !== this.store.state.run?.id) return;
        this.store.set({ notice: reply.message });
        this.#stopped(this.#session.end());
        return;
      case "answered":
        this.answers.answeredByMocks(reply.run);
        return;
      case "snapshot":
        this.#session.keepSnapshot(reply.run, reply.snapshot);
        return;
      case "progress": {
        const { speed, playing } = this.store.state.play;
        this.#session.progress(reply, playing && typeof speed === "number");
        return;
      }
    }
  }

  #drawn(): void {
    const waiting = this.#waiting ?? [];
    // What will be wanted is read while somebody looks at the graph.
    if (this.#waiting) requestIdleCallback(() => void import("./later.ts"));
    this.#waiting = undefined;
    if (!this.store.state.awake) this.store.set({ awake: true });
    for (const act of waiting) act();
  }

  #hang(request: WorkerRequest): void {
    this.#teach();
    if (request.type === "load") {
      const message = "Reading this text took too long and was stopped. The graph shows what was there before.";
      this.subject.notDrawn({ version: request.version, message, offset: 0, line: 1 });
      this.#drawn();
      return;
    }
    this.subject.loadAgain();
    if (request.type === "restore") this.#stopped(this.#session.end());
    else if (this.store.state.run?.activity === "moving") this.#stopped(this.#session.hang());
    else if (this.#isAlive && !this.#session.revive()) this.#stopped(this.#session.end());
  }

  /** A new worker knows nothing yet. */
  #teach(): void {
    this.mocks.send();
    this.#sendObjects();
  }

  get #isAlive(): boolean {
    const { run } = this.store.state;
    return run !== undefined && run.activity !== "ended";
  }

  #stopped(run: Run | undefined): void {
    if (run) this.#follower.report(run);
  }

  // --- what is chosen

  setTab(tab: Tab): void {
    this.store.set({ tab });
    this.hub.keep({ tab });
  }

  setVisit(visit: number | undefined): void {
    this.store.set({ visit });
  }

  dismissNotice(): void {
    this.store.set({ notice: undefined });
  }

  showKeys(showsKeys: boolean): void {
    this.store.set({ showsKeys });
  }

  /** Says something to those who listen. */
  announce(announcement: string): void {
    this.store.set({ announcement });
  }
}

/** Scripts that the worker needs besides its own: the expression language, where a text has an expression. */
function partsFor(text: string): readonly string[] {
  return text.includes("{%") ? ["jsonata"] : [];
}

function initialState(kept: Kept | undefined): MachineState {
  const { inputText, machineType, speed, selected, tab } = kept ?? {};
  return {
    ...INITIAL_STATE,
    ...(inputText !== undefined && { input: { text: inputText } }),
    ...(machineType && { machineType }),
    ...(speed !== undefined && { play: { speed, playing: false } }),
    ...(selected !== undefined && { selected }),
    ...(tab && tab !== "task" && tab !== "compare" && { tab }),
  };
}
