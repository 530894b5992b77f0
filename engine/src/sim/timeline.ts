/**
 * A simulation whose past can be returned to. On the way it is saved every so many events; any moment is then reached by
 * going on from the checkpoint before it, and there everything can be looked at that the run itself did not keep: all
 * records of a minute, or the whole life of one message. Checkpoints are thinned out as they become many, so that their
 * memory is bounded, and taken the more seldom the more there is to save, so that they cost a share of the run's time.
 */
import { runSimulation, type SimulationSlice, type SliceResult } from "./drive.ts";
import type { Simulation, SimulationState } from "./simulation.ts";
import type { TracePolicy } from "./trace.ts";
import type { FlowRecord } from "./types.ts";

/** Makes a simulation of the same specs and options: from the beginning, or going on from a state. */
export type MakeSimulation = (options: { readonly trace?: TracePolicy }, state?: SimulationState) => Simulation;

export interface TimelineOptions {
  /** Events between two checkpoints, at least. Default 20,000. */
  readonly everyEvents?: number;
  /** Checkpoints that are kept at most. Default 48. */
  readonly maxCheckpoints?: number;
  /** Told of each one when it has been taken. */
  readonly onCheckpoint?: (state: SimulationState) => void;
}

const EVERY_EVENTS = 20_000;
const MAX_CHECKPOINTS = 48;
/** Messages and events in all checkpoints together; what is larger is not kept. */
const MAX_SAVED = 1_500_000;
/** So many events happen for each message or event that is saved. */
const EVENTS_PER_SAVED = 1;
/** Records that a look at the past gives at most. */
const MAX_RECORDS = 1_000_000;

interface Checkpoint {
  readonly state: SimulationState;
  /** Messages and events in it. */
  readonly size: number;
  /** How many of the changes by hand are in it. */
  readonly changes: number;
}

/** What somebody did by hand, and after which event: done again whenever the past is run through again. */
interface Change {
  readonly events: number;
  readonly timeMs: number;
  readonly change: (simulation: Simulation) => void;
}

/** How far a look at the past goes. */
interface Bound {
  readonly untilMs: number;
  readonly untilEvents: number;
}

export class Timeline {
  readonly #make: MakeSimulation;
  readonly #maxCheckpoints: number;
  readonly #onCheckpoint: TimelineOptions["onCheckpoint"];
  #everyEvents: number;
  #checkpoints: Checkpoint[] = [];
  #changes: Change[] = [];
  #nextAt: number;
  #head: Simulation;

  constructor(
    make: MakeSimulation,
    { everyEvents = EVERY_EVENTS, maxCheckpoints = MAX_CHECKPOINTS, onCheckpoint }: TimelineOptions = {},
  ) {
    this.#make = make;
    this.#everyEvents = everyEvents;
    this.#maxCheckpoints = maxCheckpoints;
    this.#nextAt = everyEvents;
    this.#onCheckpoint = onCheckpoint;
    this.#head = make({});
  }

  /** As far as it has gone. */
  get head(): Simulation {
    return this.#head;
  }

  /** When checkpoints were taken, milliseconds. */
  get checkpoints(): readonly number[] {
    return this.#checkpoints.map(({ state }) => state.timeMs);
  }

  /** Goes on. */
  advance(slice: SimulationSlice = {}): Promise<SliceResult> {
    return runSimulation(this.#head, {
      ...slice,
      afterEvent: (simulation) => {
        if (simulation.events >= this.#nextAt) this.#take();
        return slice.afterEvent?.(simulation) === true;
      },
    });
  }

  #take(): void {
    const state = this.#head.checkpoint();
    const size = state.messages.held.size + state.agenda.events.length;
    this.#nextAt = this.#head.events + Math.max(this.#everyEvents, size * EVENTS_PER_SAVED);
    if (size > MAX_SAVED) return;
    this.#checkpoints.push({ state, size, changes: this.#changes.length });
    this.#onCheckpoint?.(state);
    while (this.#isTooMuch()) {
      this.#checkpoints = this.#checkpoints.filter((_, index) => index % 2 === 1);
      this.#everyEvents *= 2;
    }
  }

  #isTooMuch(): boolean {
    if (this.#checkpoints.length > this.#maxCheckpoints) return true;
    return this.#checkpoints.length > 1 && this.#checkpoints.reduce((sum, { size }) => sum + size, 0) > MAX_SAVED;
  }

  /** Somebody does something to it by hand: sends a message, sets a fault. It belongs to its past from now on. */
  act(change: (simulation: Simulation) => void): void {
    const { events, timeMs } = this.#head;
    this.#changes.push({ events, timeMs, change });
    change(this.#head);
  }

  /** A simulation of its own as it was at a time; it can go on from there without changing this one. */
  at(timeMs: number, trace: TracePolicy = { keep: "none" }): Promise<Simulation> {
    return this.#past(({ state }) => state.timeMs < timeMs, { untilMs: timeMs, untilEvents: Infinity }, trace);
  }

  /** The same after so many events: what stepping back goes by, for many events may share a time. */
  atEvent(events: number, trace: TracePolicy = { keep: "none" }): Promise<Simulation> {
    return this.#past(({ state }) => state.events <= events, { untilMs: Infinity, untilEvents: events }, trace);
  }

  /** Events up to the last checkpoint that is before so many; 0: the beginning. */
  eventsBefore(events: number): number {
    return this.#checkpoints.findLast(({ state }) => state.events < events)?.state.events ?? 0;
  }

  /** Goes back to a time, and on from there: what came later has never been. */
  async goBack(timeMs: number): Promise<void> {
    const isEarly = ({ state }: Checkpoint): boolean => state.timeMs < timeMs;
    this.#head = await this.#past(isEarly, { untilMs: timeMs, untilEvents: Infinity });
    this.#checkpoints = this.#checkpoints.filter(isEarly);
    this.#changes = this.#changes.filter((change) => change.timeMs <= timeMs);
    this.#nextAt = this.#head.events + this.#everyEvents;
  }

  /** All that happened from a time up to another, both included; of some nodes, if they are named. */
  async recordsBetween(fromMs: number, toMs: number, nodes?: readonly string[]): Promise<readonly FlowRecord[]> {
    const bound = { untilMs: Math.min(toMs, this.#head.timeMs), untilEvents: this.#head.events };
    const trace: TracePolicy = { keep: "all", max: MAX_RECORDS, ...(nodes !== undefined && { nodes }) };
    const past = await this.#past(({ state }) => state.timeMs < fromMs, bound, trace);
    return past.records().filter(({ timeMs }) => timeMs >= fromMs);
  }

  /** The life of one message, and of all that was made of it, up to now. `origin`: the first message of its line. */
  async lifeOf(origin: number): Promise<readonly FlowRecord[]> {
    const bound = { untilMs: this.#head.timeMs, untilEvents: this.#head.events };
    const trace: TracePolicy = { keep: "all", max: MAX_RECORDS, origins: [origin] };
    return (await this.#past(({ state }) => state.messages.last < origin, bound, trace)).records();
  }

  /** From the last checkpoint that is early enough, or from the beginning, up to a bound. */
  async #past(isEarly: (checkpoint: Checkpoint) => boolean, bound: Bound, trace?: TracePolicy): Promise<Simulation> {
    const checkpoint = this.#checkpoints.findLast(isEarly);
    const past = this.#restored(checkpoint?.state, trace);
    for (const { events, timeMs, change } of this.#changes.slice(checkpoint?.changes ?? 0)) {
      if (timeMs > bound.untilMs) break;
      await runTo(past, { untilMs: timeMs, untilEvents: events });
      change(past);
    }
    await runTo(past, bound);
    return past;
  }

  /** With another policy of the trace, without what was kept by the first. */
  #restored(state: SimulationState | undefined, trace: TracePolicy | undefined): Simulation {
    if (trace === undefined) return this.#make({}, state);
    return this.#make({ trace }, state && { ...state, trace: { ...state.trace, records: [] } });
  }
}

async function runTo(past: Simulation, { untilMs, untilEvents }: Bound): Promise<void> {
  const maxEvents = untilEvents - past.events;
  if (maxEvents > 0) await runSimulation(past, { untilMs, maxEvents });
  if (past.nextMs >= untilMs && untilMs !== Infinity) past.passTo(untilMs);
}
