/** The panel of a flow, put together: the run in the worker, what is looked at, and what the host says and is told. */
import type { FlowFrame, FlowLine, FlowSource } from "@sluice/engine";
import type { FlowHostMessage, FlowViewMessage } from "../../../src/flow/protocol.ts";
import { Store } from "../shell/store.ts";
import type { VsCodeApi } from "../shell/vscode-api.ts";
import type { Spawn } from "../shell/worker-client.ts";
import { clockText } from "../ui/format.ts";
import { Changes } from "./changes.ts";
import { Dots } from "./drawing/dots.ts";
import { FlowWorker } from "./flow-worker.ts";
import { reportOf } from "./report.ts";
import { type FlowState, INITIAL_STATE, type Speed, type Tab } from "./state.ts";
import { Transport } from "./transport.ts";
import type { FlowReply, Outcome } from "./worker/protocol.ts";

/** What is kept when the panel is hidden or restored. */
export interface Kept {
  readonly uri?: string;
  readonly split?: number;
  readonly speed?: Speed;
  readonly tab?: Tab;
  readonly breakpoints?: readonly string[];
}

/** Lines of the table of events that are kept in view. */
const MAX_LINES = 5_000;
/** Runs that can be compared. */
const MAX_RUNS = 8;
/** Between two looks at the chosen node while it plays. */
const INSPECT_MS = 500;
/** Of a breakpoint. */
export const TRUE_ALREADY = "is true already: it holds the run up when it becomes true again.";
/** Between two renderings of figures while it plays: faster than that nobody reads. Messages move at every picture. */
const FIGURES_MS = 90;

export class FlowPanel {
  readonly store: Store<FlowState>;
  readonly dots: Dots;
  readonly worker: FlowWorker;
  readonly transport: Transport;
  readonly changes: Changes;
  readonly #api: VsCodeApi<FlowViewMessage, Kept>;
  #runNumber = 0;
  /** Why the local functions of the scenario are not called. */
  #handlersRefused: string | undefined;
  #inspectedMs = 0;
  #figuresMs = 0;
  #latest: FlowFrame | undefined;
  /** Lines that are in no rendering yet. */
  #unseen: FlowLine[] = [];
  /** Texts of the files that have come so far. */
  #heard = 0;
  /** After the next drawing. */
  #then: (() => void) | undefined;

  constructor(api: VsCodeApi<FlowViewMessage, Kept>, spawn: Spawn, reducedMotion: () => boolean) {
    this.#api = api;
    const { speed, tab, breakpoints } = this.kept;
    this.store = new Store<FlowState>({
      ...INITIAL_STATE,
      ...(speed !== undefined && { speed }),
      ...(tab !== undefined && { tab }),
      ...(breakpoints !== undefined && { breakpoints }),
    });
    this.dots = new Dots(reducedMotion);
    this.worker = new FlowWorker(spawn, {
      onReply: (reply) => this.#hear(reply),
      onHang: () => this.#hang(),
      onFailure: (message) => this.store.set({ notice: `The engine could not go on: ${message}` }),
    });
    this.transport = new Transport(this);
    this.changes = new Changes(this);
    this.worker.send({ type: "breakpoints", texts: this.store.state.breakpoints });
  }

  get kept(): Kept {
    return this.#api.getState() ?? {};
  }

  keep(change: Partial<Kept>): void {
    this.#api.setState({ ...this.kept, ...change });
  }

  tell(message: FlowViewMessage): void {
    this.#api.postMessage(message);
  }

  // --- what the host says

  hearHost(message: FlowHostMessage): void {
    switch (message.type) {
      case "source":
        this.keep({ uri: message.uri });
        void this.#heed(message.source, message.name, message.handlersRefused);
        return;
      case "handlerAnswered":
        this.worker.send(message);
        return;
      case "nothing":
        this.store.set({
          broken: true,
          name: message.name,
          problems: [{ message: "There is nothing to simulate in this file.", severity: "error" }],
        });
        return;
      case "opened":
        this.#then = () => this.transport.seek(message.timeMs);
        this.changes.settle();
        this.#load(message.source, message.name, message.source.text, message.seed);
        return;
      case "cursor":
        this.#cursor(message.offset);
        return;
      case "command":
        if (this.store.state.drawing) this.transport.act(message.command);
        else this.#then = () => this.transport.act(message.command);
    }
  }

  /**
   * What has been run goes on with the new text where it was, and with what is changed here and in no file yet; what is run
   * already is only written down now.
   */
  async #heed(source: FlowSource, name: string, handlersRefused: string | undefined): Promise<void> {
    const isOther = name !== this.store.state.name || handlersRefused !== this.#handlersRefused;
    this.#handlersRefused = handlersRefused;
    if (name !== this.store.state.name || source.text === this.store.state.source?.text) this.changes.settle();
    this.#heard += 1;
    const heard = this.#heard;
    const wanted = this.changes.areUnsaved ? await this.changes.keptIn(source) : source;
    if (heard !== this.#heard) return; // there is a newer one already
    const { source: present, frame, runs, broken } = this.store.state;
    this.store.set({ savedText: source.text });
    if (!isOther && !broken && JSON.stringify(wanted) === JSON.stringify(present)) return;
    if (isOther || !frame || runs.length === 0) return this.#load(wanted, name, source.text);
    this.store.set({ change: "as the files are now" });
    this.rerun(wanted, frame.timeMs);
  }

  #load(source: FlowSource, name: string, savedText: string, seed?: number): void {
    this.store.set({ source, name, savedText });
    this.#run(source, seed);
  }

  #run(source: FlowSource, seed?: number): void {
    const handlersRefused = this.#handlersRefused;
    this.worker.send({
      type: "load",
      source,
      ...(seed !== undefined && { seed }),
      ...(handlersRefused !== undefined && { handlersRefused }),
    });
  }

  #cursor(offset: number): void {
    const { places } = this.store.state;
    const around = places.filter(({ start, end }) => start <= offset && offset <= end);
    const id = around.sort((a, b) => a.end - a.start - (b.end - b.start))[0]?.id;
    const known = id === undefined ? undefined : this.#drawnIdOf(id);
    if (known !== undefined && known !== this.store.state.selected) this.select(known, { reveal: false, tab: false });
  }

  /** What connects two nodes is itself not drawn. */
  #drawnIdOf(id: string): string | undefined {
    const { drawing } = this.store.state;
    const isDrawn = drawing?.nodes.some((node) => node.id === id) || drawing?.edges.some(({ via }) => via.includes(id));
    return isDrawn ? id : undefined;
  }

  #hang(): void {
    this.store.set({
      playing: "still",
      running: false,
      notice: "The simulation took too long without a sign, and was stopped.",
    });
    const { source, breakpoints } = this.store.state;
    this.worker.send({ type: "breakpoints", texts: breakpoints }); // it is another worker
    if (source) this.#run(source);
  }

  // --- what the worker says

  #hear(reply: FlowReply): void {
    const { store } = this;
    switch (reply.type) {
      case "drawn": {
        const { drawing, problems, places, untilMs, faults, sweep } = reply;
        const { selected } = store.state;
        this.dots.draw(drawing);
        store.set({
          ...{ drawing, problems, places, untilMs, faults },
          ...{ broken: false, outcome: undefined, aheadMs: 0, running: false, over: false, playing: "still" },
          ...{ courses: [], life: undefined, lines: [], halted: undefined },
          ...(sweep && store.state.sweep === undefined && { sweep }),
          ...(selected === undefined && {
            selected: drawing.nodes.find(({ word }) => word === "Queue")?.id ?? drawing.nodes[0]?.id,
          }),
        });
        this.tell({ type: "drawn", nodes: drawing.nodes.length, edges: drawing.edges.length });
        const act = this.#then;
        this.#then = undefined;
        act?.();
        void this.inspect();
        return;
      }
      case "broken":
        store.set({ broken: true, problems: reply.problems, playing: "still" });
        return;
      case "frame":
        this.#frame(reply);
        return;
      case "ahead": {
        const { aheadMs, untilMs, events, courses } = reply;
        store.set({ aheadMs, untilMs, aheadEvents: events, courses, running: true });
        return;
      }
      case "end":
        this.#ended(reply.outcome);
        return;
      case "halted":
        this.#render();
        if (reply.breakpoint !== undefined) this.dots.rest();
        store.set({ playing: "still", over: reply.why === "end", halted: reply.breakpoint });
        this.transport.announce(
          reply.breakpoint === undefined ? "The run is at its end" : `Breakpoint ${reply.breakpoint}`,
        );
        void this.inspect();
        this.#report();
        return;
      case "sweepRow":
        store.set({ sweepRows: [...store.state.sweepRows, reply.row], sweeping: `${reply.done} of ${reply.of}` });
        return;
      case "callHandler":
        this.tell(reply);
        return;
      case "calling":
        return;
      case "sweepEnd":
        store.set({ sweeping: undefined, announcement: "The sweep is done." });
    }
  }

  #frame({ frame, lines, jumped }: Extract<FlowReply, { type: "frame" }>): void {
    const { state } = this.store;
    // At full speed nobody follows a message: what is left to see are those of the last moment.
    const isFast = state.playing === "continue";
    const speed = state.playing === "still" ? undefined : state.speed;
    this.dots.add(frame, { jumped: jumped || isFast, speed });
    if (jumped) this.#unseen = [];
    this.#unseen.push(...lines);
    this.#latest = frame;
    const isDue = performance.now() - this.#figuresMs > FIGURES_MS;
    if (jumped || state.playing === "still" || isDue) this.#render(jumped);
    if (performance.now() - this.#inspectedMs > INSPECT_MS) void this.inspect();
  }

  /** What came since the last rendering. */
  #render(jumped = false): void {
    const { lines: before, untilMs } = this.store.state;
    const frame = this.#latest;
    if (!frame) return;
    this.#figuresMs = performance.now();
    const lines = this.#unseen.splice(0);
    this.store.set({
      frame,
      ...((jumped || lines.length > 0) && { lines: [...(jumped ? [] : before), ...lines].slice(-MAX_LINES) }),
      ...(frame.timeMs < untilMs && { over: false }),
    });
  }

  #ended(outcome: Outcome): void {
    this.#runNumber += 1;
    const { runs, change } = this.store.state;
    const label = change === "" ? (runs.length === 0 ? "as it is" : "again") : change;
    const last = runs.at(-1)?.number;
    this.store.set({
      outcome,
      running: false,
      ...{ aheadMs: outcome.timeMs, untilMs: outcome.timeMs, aheadEvents: outcome.events, courses: outcome.courses },
      runs: [...runs, { number: this.#runNumber, label, outcome }].slice(-MAX_RUNS),
      change: "",
      ...(last !== undefined && { base: last }),
    });
    const failed = outcome.verdicts.filter(({ passed }) => !passed).length;
    const verdict =
      outcome.verdicts.length === 0
        ? ""
        : failed === 0
          ? " All expectations hold."
          : ` ${failed} expectations do not hold.`;
    this.store.set({
      announcement: `Run ahead to ${clockText(outcome.timeMs)}, ${outcome.events} events, ${outcome.lost} messages lost.${verdict}`,
    });
    this.#report();
  }

  #report(): void {
    const report = reportOf(this.store.state);
    if (report) this.tell({ type: "report", report });
  }

  /** As the worker last told it: dots that move come to rest where they are. */
  rest(): void {
    this.#render();
    this.dots.rest();
  }

  /** Runs another text of the scenario, up to where somebody is. */
  rerun(source: FlowSource, timeMs: number): void {
    this.store.set({ source });
    this.#then = () => {
      this.store.set({ running: true });
      this.worker.send({ type: "ahead" });
      if (timeMs > 0) this.transport.seek(timeMs);
    };
    this.#run(source);
  }

  setSpeed(speed: Speed): void {
    this.keep({ speed });
    this.transport.setSpeed(speed);
  }

  async setBreakpoints(breakpoints: readonly string[]): Promise<void> {
    const { breakpoints: before } = this.store.state;
    this.store.set({ breakpoints });
    this.keep({ breakpoints });
    const isNew = (text: string): boolean => !before.includes(text);
    const met = (await this.worker.ask("breakpoints", { texts: breakpoints }))?.find(isNew);
    if (met !== undefined) this.store.set({ announcement: `${met} ${TRUE_ALREADY}` });
  }

  // --- what is looked at

  setTab(tab: Tab): void {
    this.store.set({ tab });
    this.keep({ tab });
  }

  select(id: string, { reveal = true, focus = false, tab = true } = {}): void {
    const { tab: shown } = this.store.state;
    this.store.set({ selected: id, inspected: undefined, ...(tab && shown !== "charts" && { tab: "node" }) });
    void this.inspect();
    const place = this.store.state.places.find((each) => each.id === id);
    if (reveal && place) this.tell({ type: "reveal", start: place.start, end: place.end, focus });
  }

  async inspect(): Promise<void> {
    const { selected, drawing } = this.store.state;
    if (selected === undefined || !drawing) return;
    this.#inspectedMs = performance.now();
    const inspected = await this.worker.ask("inspect", { id: selected });
    if (inspected && inspected.id === this.store.state.selected) this.store.set({ inspected });
  }

  async showLife(message: number): Promise<void> {
    this.store.set({ tab: "message" });
    const lines = (await this.worker.ask("life", { message })) ?? [];
    this.store.set({ life: { message, lines }, announcement: `The life of message ${message}: ${lines.length} steps` });
  }

  dismissNotice(): void {
    this.store.set({ notice: undefined });
  }

  setBase(base: number | undefined): void {
    this.store.set({ base });
  }
}
