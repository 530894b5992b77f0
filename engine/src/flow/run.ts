/**
 * One run of a flow, as somebody watches it. Ahead of them it goes to its end as fast as it can, and leaves checkpoints; what
 * they see is a simulation of the same, at their own time, which goes on step by step or is put anywhere in the past, from
 * the checkpoint before. The host drives both in slices.
 */
import type { Verdict } from "../scenario/judge.ts";
import { lossesOf } from "../scenario/losses.ts";
import { type Started, startSimulation } from "../scenario/simulate.ts";
import { textOf } from "../services/reasons.ts";
import { runSimulation, type SimulationSlice } from "../sim/drive.ts";
import type { Metrics } from "../sim/metrics.ts";
import type { Simulation, SimulationState } from "../sim/simulation.ts";
import { Timeline } from "../sim/timeline.ts";
import type { TracePolicy, Watcher } from "../sim/trace.ts";
import type { Code, FlowRecord, Violation } from "../sim/types.ts";
import { type Breakpoint, BreakpointWatch } from "./breakpoints.ts";
import { type DeadLetter, DeadLetters } from "./dead-letters.ts";
import type { Flow } from "./flow.ts";
import { type Hop, HopCounter } from "./hops.ts";
import { Lineage } from "./lineage.ts";

/** Bounds of a slice by the host's clock. */
export type HostSlice = Pick<SimulationSlice, "maxEvents" | "maxMs" | "nowMs">;

/** Records that are kept of what is seen, for the table of events. */
const MAX_RECORDS = 5_000;

export interface FlowEnd {
  /** Virtual, milliseconds. */
  readonly timeMs: number;
  readonly events: number;
  readonly metrics: Metrics;
  readonly verdicts: readonly Verdict[];
  readonly violations: readonly Violation[];
  readonly lost: number;
  /** Messages over each edge. */
  readonly totals: readonly number[];
  /** It goes on for ever at one moment. */
  readonly isStuck: boolean;
}

/** A record for people. */
export interface FlowLine {
  readonly sequence: number;
  readonly timeMs: number;
  readonly node: string;
  readonly what: string;
  readonly message?: number;
  readonly text: string;
}

/** A step of the life of a message. */
export interface LifeLine extends FlowLine {
  /** Of the message itself, of what it was made of or what was made of it; otherwise of its siblings. */
  readonly isOwn: boolean;
}

export type Halt =
  | { readonly why: "time" | "end" }
  | { readonly why: "breakpoint"; readonly breakpoint: Breakpoint }
  | undefined;

/** Somebody's place in the run: a simulation at a time, and what has gone over the edges up to it. */
interface Place {
  readonly simulation: Simulation;
  readonly hops: HopCounter;
}

export class FlowRun {
  readonly flow: Flow;
  readonly seed: number;
  readonly #code: ReadonlyMap<string, Code>;
  end: FlowEnd | undefined;
  /** ARNs by logical id, and the other way round. */
  readonly #arns: ReadonlyMap<string, string>;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #started: Started;
  readonly #ahead: Timeline;
  readonly #aheadHops: HopCounter;
  readonly #deadLetters: DeadLetters;
  /** What had gone over the edges at each checkpoint, by the number of events. */
  readonly #totals = new Map<number, Float64Array>();
  #place: Place;
  #watch: BreakpointWatch;
  #breakpoints: readonly Breakpoint[] = [];

  /** `code`: real code, which answers the same to the same: the run goes through it again and again. */
  constructor(flow: Flow, seed = flow.open.scenario.seed, code: ReadonlyMap<string, Code> = new Map()) {
    this.flow = flow;
    this.seed = seed;
    this.#code = code;
    const { nodes } = flow.system.topology;
    this.#arns = new Map([...nodes, ...flow.system.specs].map(({ id, arn }) => [id, arn]));
    this.#ids = new Map([...this.#arns].map(([id, arn]) => [arn, id]));
    this.#aheadHops = this.#counter();
    this.#deadLetters = new DeadLetters(this.#ids);
    this.#started = this.#start({ keep: "none" }, this.#aheadHops, undefined, this.#deadLetters);
    this.#ahead = new Timeline(({ trace = { keep: "none" } }, state) => this.#make(trace, state), {
      onCheckpoint: ({ events }) => this.#totals.set(events, this.#aheadHops.totals.slice()),
    });
    this.#place = this.#first();
    this.#watch = new BreakpointWatch([], this.#place.simulation);
  }

  // --- simulations of the same

  /** Of a message whose life is looked for. */
  #lineage: Lineage | undefined;
  /** By the simulation, its counter: simulations are made where nobody else could tell. */
  readonly #counters = new WeakMap<Simulation, HopCounter>();
  #isHeadMade = false;

  #counter(totals?: Float64Array): HopCounter {
    return new HopCounter(this.flow.drawing, this.#arns, totals);
  }

  #start(trace: TracePolicy, hops: HopCounter, state?: SimulationState, deadLetters?: DeadLetters): Started {
    const { system, open } = this.flow;
    const watch: Watcher = (timeMs, node, what, message, other) => {
      this.#lineage?.watch(message);
      deadLetters?.watch(timeMs, node, what, message, other);
      hops.watch(timeMs, node, what, message, other);
    };
    return startSimulation(system, open.scenario, { seed: this.seed, code: this.#code, trace, watch }, state);
  }

  /** The first one that the timeline asks for is its head, whose expectations are judged. */
  #make(trace: TracePolicy, state: SimulationState | undefined): Simulation {
    if (!this.#isHeadMade) {
      this.#isHeadMade = true;
      return this.#started.simulation;
    }
    const hops = this.#counter(state && this.#totals.get(state.events));
    const { simulation } = this.#start(trace, hops, state);
    this.#counters.set(simulation, hops);
    return simulation;
  }

  #first(): Place {
    const hops = this.#counter();
    return { hops, simulation: this.#start({ keep: "last", max: MAX_RECORDS }, hops).simulation };
  }

  // --- ahead

  /** Virtual: how far the run ahead has come, and where it ends at the latest. */
  get aheadMs(): number {
    return this.#ahead.head.timeMs;
  }

  get untilMs(): number {
    return this.end?.timeMs ?? this.#started.untilMs;
  }

  get aheadEvents(): number {
    return this.#ahead.head.events;
  }

  /** Runs ahead for one slice. True: it is at its end. */
  async runAhead(slice: HostSlice): Promise<boolean> {
    if (this.end !== undefined) return true;
    const { untilMs, untilQuiet } = this.#started;
    const result = await this.#ahead.advance({ untilMs, untilQuiet, ...slice });
    if (result === "moved") return false;
    const { head } = this.#ahead;
    const metrics = head.metrics();
    this.end = {
      timeMs: head.timeMs,
      events: head.events,
      metrics,
      verdicts: this.#started.verdicts(),
      violations: head.audit(),
      lost: lossesOf(metrics).total,
      totals: [...this.#aheadHops.totals],
      isStuck: result === "stuck",
    };
    return true;
  }

  /** Meters of the run ahead, with their course over time so far. */
  metrics(): Metrics {
    return this.end?.metrics ?? this.#ahead.head.metrics();
  }

  // --- where somebody is

  get now(): Simulation {
    return this.#place.simulation;
  }

  get timeMs(): number {
    return this.now.timeMs;
  }

  /** Messages over each edge so far. */
  get totals(): Float64Array {
    return this.#place.hops.totals;
  }

  get hopCount(): number {
    return this.#place.hops.count;
  }

  hopsSince(seen: number): readonly Hop[] {
    return this.#place.hops.since(seen);
  }

  setBreakpoints(breakpoints: readonly Breakpoint[]): void {
    this.#breakpoints = breakpoints;
    this.#watch = new BreakpointWatch(breakpoints, this.now);
  }

  /** Breakpoints that are true where somebody is: they hold up the run when they become true again. */
  get metBreakpoints(): readonly string[] {
    return this.#watch.met;
  }

  /** Goes on up to a time, for one slice at most. Undefined: the slice is over, and there is more to do. */
  async playTo(timeMs: number, slice: HostSlice): Promise<Halt> {
    const { now } = this;
    const endMs = this.untilMs;
    let hit: Breakpoint | undefined;
    const untilMs = Math.min(timeMs, endMs);
    const afterEvent = (simulation: Simulation): boolean => {
      hit = this.#watch.look(simulation);
      return hit !== undefined;
    };
    const { untilQuiet } = this.#started;
    const isWatching = this.#breakpoints.length > 0;
    const result = await runSimulation(now, { untilMs, untilQuiet, ...slice, ...(isWatching && { afterEvent }) });
    if (hit !== undefined) return { why: "breakpoint", breakpoint: hit };
    if (result === "moved") return undefined;
    const isOver = now.timeMs >= endMs || (untilQuiet && now.isQuiet) || result === "stuck";
    return { why: isOver ? "end" : "time" };
  }

  /** Lets the next thing happen that is told. False: nothing is left. */
  async step(): Promise<boolean> {
    const { now } = this;
    const { recordCount } = now;
    while (now.recordCount === recordCount) {
      if (now.nextMs > this.untilMs) return false;
      if ((await now.step()) === false) return false;
    }
    this.#watch.look(now);
    return true;
  }

  /** To where it was before the last thing that was told. */
  async stepBack(): Promise<void> {
    const { events } = this.now;
    const before = await this.#lastTold(events);
    await this.#put(before === undefined ? undefined : this.#ahead.atEvent(before, PLACE_TRACE));
  }

  /** After how many events, fewer than these, something was told for the last time. */
  async #lastTold(events: number): Promise<number | undefined> {
    for (let end = events; end > 0; ) {
      const start = this.#ahead.eventsBefore(end);
      const past = await this.#ahead.atEvent(start);
      let last: number | undefined;
      let { recordCount } = past;
      while (past.events < end - 1 && (await past.step()) !== false) {
        if (past.recordCount > recordCount) last = past.events;
        recordCount = past.recordCount;
      }
      if (last !== undefined) return last;
      end = start === 0 ? 0 : start + 1;
    }
    return undefined;
  }

  /** Puts itself to a time, which the run ahead must have reached. */
  async seek(timeMs: number): Promise<void> {
    await this.#put(timeMs <= 0 ? undefined : this.#ahead.at(Math.min(timeMs, this.aheadMs), PLACE_TRACE));
  }

  async #put(past: Promise<Simulation> | undefined): Promise<void> {
    const simulation = await past;
    const hops = simulation && this.#counters.get(simulation);
    this.#place = simulation === undefined || hops === undefined ? this.#first() : { simulation, hops };
    this.#watch = new BreakpointWatch(this.#breakpoints, this.now);
  }

  /** A record in words; other nodes by their logical ids. */
  lineOf(record: FlowRecord): FlowLine {
    const { sequence, timeMs, node, what, message, other } = record;
    const named = other === undefined ? record : { ...record, other: this.#ids.get(other) ?? other };
    return { sequence, timeMs, node, what, ...(message !== undefined && { message }), text: textOf(named) };
  }

  /** All that happened to a message and to its line, up to where the run ahead is. */
  async lifeOf(message: number): Promise<readonly LifeLine[]> {
    const lineage = new Lineage(message);
    this.#lineage = lineage;
    try {
      const own = await this.#ahead.lifeOf(message);
      const records = lineage.origin === message ? own : await this.#ahead.lifeOf(lineage.origin);
      return records.map((record) => ({ ...this.lineOf(record), isOwn: lineage.isOwn(record.message) }));
    } finally {
      this.#lineage = undefined;
    }
  }

  /** What has come into a dead-letter queue so far. */
  deadLettersOf(queue: string): readonly DeadLetter[] {
    return this.#deadLetters.of(queue, this.timeMs);
  }

  recordsBetween(fromMs: number, toMs: number): Promise<readonly FlowRecord[]> {
    return this.#ahead.recordsBetween(fromMs, toMs);
  }
}

const PLACE_TRACE: TracePolicy = { keep: "last", max: MAX_RECORDS };
