/**
 * The kernel: nodes on one virtual clock. `step` lets one event happen; between two steps everything is plain data, so
 * that a simulation can be saved anywhere, restored elsewhere, and goes on with the same bytes.
 */
import type { JsonObject } from "../json.ts";
import type { RandomState } from "../random.ts";
import { Agenda, type AgendaState } from "./agenda.ts";
import { Messages, type MessagesState } from "./messages.ts";
import { type MeterStates, Meters, type Metrics } from "./metrics.ts";
import { Seat, type World } from "./seat.ts";
import { Trace, type TracePolicy, type TraceState } from "./trace.ts";
import type { Faults, FlowRecord, NodeFactory, NodeSpec, NodeState, SimEvent, Violation } from "./types.ts";

/** Virtual start, epoch milliseconds: 2026-01-01T00:00:00Z, as executions have it. */
export const SIMULATION_START_MS = Date.UTC(2026, 0, 1);

/** Records that are kept when nobody says otherwise. */
const DEFAULT_TRACE: TracePolicy = { keep: "last", max: 10_000 };

/** How often invariants are checked, in events; always at the end. */
const AUDIT_EVERY = 65_536;

/** So many violations are told; the first one matters. */
const MAX_VIOLATIONS = 20;

export interface SimulationOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Virtual start, epoch milliseconds. */
  readonly startTimeMs?: number;
  readonly trace?: TracePolicy;
  /** Told of every record that is kept, when it happens. */
  readonly onRecord?: (record: FlowRecord) => void;
}

/** Opaque plain data: survives JSON.stringify, structuredClone and a change of process. */
export interface SimulationState {
  readonly version: 1;
  readonly timeMs: number;
  readonly events: number;
  readonly agenda: AgendaState;
  readonly messages: MessagesState;
  readonly meters: MeterStates;
  readonly trace: TraceState;
  readonly nodes: readonly NodeSave[];
  readonly violations: readonly Violation[];
}

interface NodeSave {
  readonly state: NodeState;
  readonly random: RandomState;
  readonly faults: Faults;
  readonly held: number;
}

export class Simulation {
  /** Events that have happened so far. */
  events = 0;
  readonly #world: World;
  readonly #seats: readonly Seat[];
  #violations: Violation[] = [];

  /** Makes the nodes and begins at time 0, or goes on from `state`, which came from the same specs and seed. */
  constructor(
    specs: readonly NodeSpec[],
    factoryOf: (spec: NodeSpec) => NodeFactory,
    options: SimulationOptions = {},
    state?: SimulationState,
  ) {
    const clock = { timeMs: 0 };
    const { seed = 1, startTimeMs = SIMULATION_START_MS, trace = DEFAULT_TRACE, onRecord } = options;
    this.#world = Object.assign(clock, {
      seed,
      startTimeMs,
      agenda: new Agenda(),
      messages: new Messages(),
      meters: new Meters(clock),
      trace: new Trace(trace, onRecord),
      directory: new Map<string, Seat>(),
    });
    this.#seats = specs.map((spec, index) => new Seat(this.#world, spec, index));
    for (const seat of this.#seats) for (const name of namesOf(seat.spec)) this.#world.directory.set(name, seat);
    for (const seat of this.#seats) seat.seat(factoryOf(seat.spec)(seat, seat.spec));
    if (state === undefined) for (const { occupant } of this.#seats) occupant.start?.();
    else this.#restore(state);
  }

  /** Virtual now, milliseconds since the simulation began. */
  get timeMs(): number {
    return this.#world.timeMs;
  }

  /** When the next event falls due; Infinity where nothing is left to happen. */
  get nextMs(): number {
    return this.#world.agenda.nextMs;
  }

  get records(): readonly FlowRecord[] {
    return this.#world.trace.records;
  }

  get violations(): readonly Violation[] {
    return this.#violations;
  }

  metrics(): Metrics {
    return this.#world.meters.metrics();
  }

  /** What a node looks like now. */
  view(id: string): JsonObject | undefined {
    return this.#world.directory.get(id)?.occupant.view();
  }

  /** The APIs of a node, for whoever acts on the system from outside: a test, or a person in the panel. */
  ports(name: string): object | undefined {
    return this.#world.directory.get(name)?.ports;
  }

  setFaults(id: string, faults: Faults): void {
    const seat = this.#world.directory.get(id);
    if (seat === undefined) throw new Error(`there is no ${id} that could have a fault`);
    seat.faults = faults;
    seat.occupant.faultChanged?.();
  }

  /** Lets the earliest event happen. False where there is none. */
  step(): boolean | Promise<boolean> {
    const { agenda } = this.#world;
    if (!agenda.pop()) return false;
    const due: SimEvent & { readonly node: number } = agenda.due;
    if (due.timeMs > this.#world.timeMs) this.#world.timeMs = due.timeMs;
    this.events += 1;
    const done = (this.#seats[due.node] as Seat).occupant.handle(due);
    if (this.events % AUDIT_EVERY === 0) {
      if (done instanceof Promise) return done.then(() => this.#audited());
      return this.#audited();
    }
    return done instanceof Promise ? done.then(() => true) : true;
  }

  /** Moves the clock on where nothing happens any more before a time. */
  passTo(timeMs: number): void {
    if (timeMs > this.nextMs) throw new Error(`something happens before ${timeMs} ms`);
    if (timeMs > this.#world.timeMs) this.#world.timeMs = timeMs;
  }

  #audited(): true {
    this.audit();
    return true;
  }

  /** Checks the invariants now; answers all violations so far. */
  audit(): readonly Violation[] {
    for (const { id, held, occupant } of this.#seats) {
      const inside = occupant.inside?.();
      if (inside !== undefined && inside !== held) {
        this.#violated(id, "conservation", `${held} messages came in and did not go out, but ${inside} are there`);
      }
      for (const text of occupant.audit?.() ?? []) this.#violated(id, "audit", text);
    }
    return this.#violations;
  }

  #violated(node: string, invariant: string, text: string): void {
    if (this.#violations.length < MAX_VIOLATIONS) this.#violations.push({ node, timeMs: this.timeMs, invariant, text });
  }

  save(): SimulationState {
    const { agenda, messages, meters, trace, timeMs } = this.#world;
    const { keeper, state } = messages.saver();
    const nodes = this.#seats.map(({ occupant, random, faults, held }) => {
      return { state: occupant.save(keeper), random: random.state(), faults, held };
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
      violations: [...this.#violations],
    };
  }

  #restore(state: SimulationState): void {
    if (state.version !== 1) throw new Error("this is no state of a simulation of version 1");
    const { agenda, messages, meters, trace } = this.#world;
    this.#world.timeMs = state.timeMs;
    this.events = state.events;
    this.#violations = [...state.violations];
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
function namesOf({ id, arn, properties }: NodeSpec): readonly string[] {
  const url = properties.QueueUrl;
  return typeof url === "string" ? [id, arn, url] : [id, arn];
}
