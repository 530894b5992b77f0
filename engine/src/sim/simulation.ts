/**
 * The kernel: nodes on one virtual clock. `step` lets one event happen; between two steps everything is plain data, so
 * that a simulation can be saved anywhere, restored elsewhere, and goes on with the same bytes.
 */
import type { JsonObject } from "../json.ts";
import type { RandomState } from "../random.ts";
import { Agenda, type AgendaState } from "./agenda.ts";
import { combinedFaults, type PlannedFault, reasonOfFault } from "./faults.ts";
import { type HeldMessages, Messages, type MessagesState } from "./messages.ts";
import { type MeterStates, Meters, type Metrics } from "./metrics.ts";
import { Seat, type World } from "./seat.ts";
import { type RecordListener, Trace, type TracePolicy, type TraceState, type Watcher } from "./trace.ts";
import type { Faults, FlowRecord, Keeper, NodeFactory, NodeSpec, NodeState, Violation } from "./types.ts";

/** Virtual start, epoch milliseconds: 2026-01-01T00:00:00Z, as executions have it. */
export const SIMULATION_START_MS = Date.UTC(2026, 0, 1);

/** Records that are kept when nobody says otherwise. */
const DEFAULT_TRACE: TracePolicy = { keep: "last", max: 10_000 };

/** How often invariants are checked, in events; always at the end. */
const AUDIT_EVERY = 65_536;

export interface SimulationOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Virtual start, epoch milliseconds. */
  readonly startTimeMs?: number;
  readonly trace?: TracePolicy;
  /** Told of every record that is kept, when it happens. */
  readonly onRecord?: RecordListener;
  /** Told of everything that happens to messages; costs nothing when left out. */
  readonly watch?: Watcher;
  readonly faults?: readonly PlannedFault[];
}

/** Opaque plain data: survives JSON.stringify, structuredClone and a change of process. */
export interface SimulationState<M extends MessagesState = MessagesState> {
  readonly version: 1;
  readonly timeMs: number;
  readonly events: number;
  readonly agenda: AgendaState;
  readonly messages: M;
  readonly meters: MeterStates;
  readonly trace: TraceState;
  readonly nodes: readonly NodeSave[];
  readonly violations: readonly Violation[];
}

interface NodeSave {
  readonly id: string;
  readonly state: NodeState;
  readonly random: RandomState;
  readonly faults: Faults;
  readonly held: number;
}

/** Our own: more events at one moment are taken for a loop in which time does not pass. */
const MAX_EVENTS_AT_ONCE = 10_000_000;

/** In the place of a node's number: an event of the kernel's own. Its only ones are faults that begin or end. */
const KERNEL = 0xffff_ffff;

export class Simulation {
  /** Events that have happened so far. */
  events = 0;
  readonly #world: World;
  readonly #seats: Seat[] = [];
  readonly #factoryOf: (spec: NodeSpec) => NodeFactory;
  readonly #faults: readonly PlannedFault[];
  /** Since the clock moved. */
  #eventsAtOnce = 0;

  /** Makes the nodes and begins at time 0, or goes on from `state`, which came from the same specs and options. */
  constructor(
    specs: readonly NodeSpec[],
    factoryOf: (spec: NodeSpec) => NodeFactory,
    options: SimulationOptions = {},
    state?: SimulationState,
  ) {
    const clock = { timeMs: 0 };
    const {
      seed = 1,
      startTimeMs = SIMULATION_START_MS,
      trace = DEFAULT_TRACE,
      onRecord,
      watch,
      faults = [],
    } = options;
    const directory = new Map<string, Seat>();
    const idOf = (name: string): string => directory.get(name)?.id ?? name;
    this.#world = Object.assign(clock, {
      seed,
      startTimeMs,
      agenda: new Agenda(),
      messages: new Messages(),
      meters: new Meters(clock),
      trace: new Trace(trace, idOf, onRecord, watch),
      directory,
      violations: [],
    });
    this.#factoryOf = factoryOf;
    this.#faults = faults;
    for (const spec of specs) this.#place(spec);
    for (const seat of this.#seats) this.#occupy(seat);
    if (state !== undefined) {
      this.#restore(state);
      return;
    }
    this.#planFaults();
    for (const { occupant } of this.#seats) occupant.start?.();
  }

  #place(spec: NodeSpec): Seat {
    const seat = new Seat(this.#world, spec, this.#seats.length);
    this.#seats.push(seat);
    for (const name of namesOf(spec)) this.#world.directory.set(name, seat);
    return seat;
  }

  #occupy(seat: Seat): void {
    seat.seat(this.#factoryOf(seat.spec)(seat, seat.spec));
  }

  /** Adds a node while the simulation runs. Whoever restores a later state has to know it, too. */
  add(spec: NodeSpec): void {
    const seat = this.#place(spec);
    this.#occupy(seat);
    seat.occupant.start?.();
  }

  /** Takes a node's names away: nobody finds it any more. What it has set still happens to it. */
  remove(id: string): void {
    const seat = this.#world.directory.get(id);
    if (seat !== undefined) for (const name of namesOf(seat.spec)) this.#world.directory.delete(name);
  }

  get specs(): readonly NodeSpec[] {
    return this.#seats.map(({ spec }) => spec);
  }

  /** Virtual now, milliseconds since the simulation began. */
  get timeMs(): number {
    return this.#world.timeMs;
  }

  /** Virtual now, epoch milliseconds. */
  get epochMs(): number {
    return this.#world.startTimeMs + this.#world.timeMs;
  }

  /** When the next event falls due; Infinity where nothing is left to happen. */
  get nextMs(): number {
    return this.#world.agenda.nextMs;
  }

  /** Nothing is left but polls, measurements and retention periods: no message is under way any more. */
  get isQuiet(): boolean {
    const { size, idle } = this.#world.agenda;
    return size === idle && !this.#seats.some(({ occupant }) => occupant.isBusy?.() === true);
  }

  /** What was kept of what happened, in order; only what came after a record's sequence, if one is given. */
  records(after?: number): readonly FlowRecord[] {
    return this.#world.trace.records(after);
  }

  get violations(): readonly Violation[] {
    return this.#world.violations;
  }

  metrics(): Metrics {
    return this.#world.meters.metrics();
  }

  /** What one meter says now: a total, a value, an age; of a distribution how many. */
  reading(node: string, name: string): number | undefined {
    return this.#world.meters.reading(node, name);
  }

  /** How many records there have been, kept or not. */
  get recordCount(): number {
    return this.#world.trace.sequence;
  }

  /** What a node looks like now. */
  view(id: string): JsonObject | undefined {
    return this.#world.directory.get(id)?.occupant.view();
  }

  /** The APIs of a node, for whoever acts on the system from outside: a test, or a person in the panel. */
  ports(name: string): object | undefined {
    return this.#world.directory.get(name)?.ports;
  }

  /** A fault by hand, from now on; the next planned one of this node takes its place. */
  setFaults(id: string, faults: Partial<Faults>): void {
    const seat = this.#world.directory.get(id);
    if (seat === undefined) throw new Error(`there is no ${id} that could have a fault`);
    seat.faults = combinedFaults([faults]);
    seat.occupant.faultChanged?.();
  }

  #planFaults(): void {
    for (const [index, { node, fromMs, untilMs }] of this.#faults.entries()) {
      if (!this.#world.directory.has(node)) throw new Error(`there is no ${node} that could have a fault`);
      this.#world.agenda.push(fromMs, KERNEL, 0, index);
      if (untilMs !== undefined) this.#world.agenda.push(untilMs, KERNEL, 1, index);
    }
  }

  /** A planned fault begins (kind 0) or ends (1). */
  #changeFault(kind: number, index: number): void {
    const { directory, timeMs } = this.#world;
    const fault = this.#faults[index] as PlannedFault;
    const seat = directory.get(fault.node);
    if (seat === undefined) return; // removed meanwhile
    const present = this.#faults.filter(({ node, fromMs, untilMs = Number.POSITIVE_INFINITY }) => {
      return directory.get(node) === seat && fromMs <= timeMs && timeMs < untilMs;
    });
    seat.faults = combinedFaults(present);
    seat.tell(kind === 0 ? "faultBegan" : "faultEnded", undefined, reasonOfFault(fault));
    seat.occupant.faultChanged?.();
  }

  /** Whether it has come to a loop in which time does not pass: it will never get out. */
  get isStuck(): boolean {
    return this.#eventsAtOnce > MAX_EVENTS_AT_ONCE;
  }

  /** Lets the earliest event happen. False where there is none, or it is stuck. */
  step(): boolean | Promise<boolean> {
    const { agenda } = this.#world;
    if (this.isStuck || !agenda.pop()) return false;
    const { due } = agenda;
    if (due.timeMs > this.#world.timeMs) {
      this.#world.timeMs = due.timeMs;
      this.#eventsAtOnce = 0;
    }
    this.events += 1;
    this.#eventsAtOnce += 1;
    if (due.node === KERNEL) {
      this.#changeFault(due.kind, due.ref);
      return true;
    }
    const done = (this.#seats[due.node] as Seat).occupant.handle(due);
    if (done instanceof Promise) return done.then(() => this.#happened());
    return this.#happened();
  }

  #happened(): true {
    if (this.events % AUDIT_EVERY === 0) this.audit();
    return true;
  }

  /** Moves the clock on where nothing happens any more before a time. */
  passTo(timeMs: number): void {
    if (timeMs > this.nextMs) throw new Error(`something happens before ${timeMs} ms`);
    if (timeMs > this.#world.timeMs) this.#world.timeMs = timeMs;
  }

  /** Checks the invariants now; answers all violations so far. */
  audit(): readonly Violation[] {
    for (const seat of this.#seats) {
      const inside = seat.occupant.inside?.();
      if (inside !== undefined && inside !== seat.held) {
        const text = `${seat.held} messages came in and did not go out, but ${inside} are there`;
        seat.violated("conservation", text);
      }
      for (const text of seat.occupant.audit?.() ?? []) seat.violated("audit", text);
    }
    return this.violations;
  }

  /** Plain data, that JSON can hold. */
  save(): SimulationState {
    return this.#saved(this.#world.messages.saver());
  }

  /** The same for who goes on in this program: much quicker, and smaller, for messages are shared. */
  checkpoint(): SimulationState<HeldMessages> {
    return this.#saved(this.#world.messages.holder());
  }

  #saved<M extends MessagesState>({ keeper, state }: { keeper: Keeper; state: () => M }): SimulationState<M> {
    const { agenda, meters, trace, timeMs, violations } = this.#world;
    const nodes = this.#seats.map(({ id, occupant, random, faults, held }) => {
      return { id, state: occupant.save(keeper), random: random.state(), faults, held };
    });
    const pending = agenda.save(keeper.keep);
    return {
      version: 1,
      timeMs,
      events: this.events,
      agenda: pending,
      messages: state(),
      meters: meters.save(),
      trace: trace.save(),
      nodes,
      violations: [...violations],
    };
  }

  #restore(state: SimulationState): void {
    const { agenda, messages, meters, trace, violations } = this.#world;
    const isSame =
      state.nodes.length === this.#seats.length && state.nodes.every(({ id }, at) => id === this.#seats[at]?.id);
    if (state.version !== 1 || !isSame) throw new Error("this state is not of a simulation of the same nodes");
    this.#world.timeMs = state.timeMs;
    this.events = state.events;
    violations.push(...state.violations);
    const finder = messages.restore(state.messages);
    agenda.restore(state.agenda, finder.find);
    meters.restore(state.meters);
    trace.restore(state.trace);
    for (const [index, seat] of this.#seats.entries()) {
      const saved = state.nodes[index] as NodeSave;
      seat.random.restore(saved.random);
      seat.faults = saved.faults;
      seat.held = saved.held;
      seat.occupant.restore(saved.state, finder);
    }
  }
}

/** A node is found by its logical id, its ARN, and a queue's URL. */
function namesOf({ id, arn, aliases = [], properties }: NodeSpec): readonly string[] {
  const url = properties.QueueUrl;
  return typeof url === "string" ? [id, arn, url, ...aliases] : [id, arn, ...aliases];
}
