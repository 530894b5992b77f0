/** Runs a scenario: the system it describes, to its end or the end of its time, and what came of its expectations. */
import { DEFAULT_SIMULATION_MS } from "../limits.ts";
import { type CostEstimate, costOf } from "../services/cost.ts";
import { nodeFactoryOf } from "../services/nodes.ts";
import { runSimulation, type SimulationSlice } from "../sim/drive.ts";
import type { Metrics } from "../sim/metrics.ts";
import { Simulation, type SimulationOptions, type SimulationState } from "../sim/simulation.ts";
import type { Watcher } from "../sim/trace.ts";
import type { Code, FlowRecord, NodeSpec, Violation } from "../sim/types.ts";
import { Journey } from "./journeys.ts";
import { judge, type Verdict } from "./judge.ts";
import { lossesOf } from "./losses.ts";
import type { System } from "./system.ts";
import type { Expectation, Scenario } from "./types.ts";

export interface SimulationResult {
  /** Virtual, milliseconds. */
  readonly timeMs: number;
  /** Kernel events. */
  readonly events: number;
  readonly trace: readonly FlowRecord[];
  readonly metrics: Metrics;
  readonly lost: number;
  /** What it would have cost: an estimate. */
  readonly cost: CostEstimate;
  readonly verdicts: readonly Verdict[];
  /** Bugs of the simulator. */
  readonly violations: readonly Violation[];
}

export interface RunOptions extends Pick<SimulationOptions, "trace" | "onRecord" | "watch"> {
  /** Real code, by the logical id of the function that it is of. */
  readonly code?: ReadonlyMap<string, Code>;
  /** In the place of the scenario's. */
  readonly seed?: number;
  readonly untilMs?: number;
  /** Bounds of one slice: between them the host hears messages. True from `onSlice` cancels. */
  readonly slice?: Pick<SimulationSlice, "maxEvents" | "maxMs" | "nowMs">;
  readonly onSlice?: (simulation: Simulation) => boolean | Promise<boolean>;
}

/** A simulation at its beginning, and how it is judged at its end. */
export interface Started {
  readonly simulation: Simulation;
  readonly untilMs: number;
  /** Left out in the scenario: it ends where nothing moves any more. */
  readonly untilQuiet: boolean;
  cost(): CostEstimate;
  verdicts(): readonly Verdict[];
}

/** `state`: where it goes on from; its expectations then know only what comes after. */
export function startSimulation(
  { specs: plain, faults }: System,
  scenario: Scenario,
  options: RunOptions = {},
  state?: SimulationState,
): Started {
  const journeys = new Map<Expectation, Journey>();
  for (const each of scenario.expect) if (each.kind === "visits") journeys.set(each, new Journey(each));
  const { trace, onRecord, code, seed = scenario.seed } = options;
  const specs = code === undefined ? plain : plain.map((spec) => withCode(spec, code));
  const watch = watcherOf([...journeys.values()], options.watch);
  const simulation = new Simulation(
    specs,
    nodeFactoryOf,
    {
      seed,
      faults,
      ...(scenario.startMs !== undefined && { startTimeMs: scenario.startMs }),
      ...(trace && { trace }),
      ...(onRecord && { onRecord }),
      ...(watch && { watch }),
    },
    state,
  );
  const cost = (): CostEstimate => costOf(specs, simulation.metrics(), simulation.timeMs, scenario.prices);
  const untilMs = options.untilMs ?? scenario.durationMs ?? DEFAULT_SIMULATION_MS;
  return {
    simulation,
    untilMs,
    untilQuiet: options.untilMs === undefined && scenario.durationMs === undefined,
    cost,
    verdicts: () => {
      const followed = new Map([...journeys].map(([expectation, journey]) => [expectation, journey.result()]));
      const outcome = { metrics: simulation.metrics(), costUsd: cost().usd, followed };
      return scenario.expect.map((expectation) => judge(expectation, outcome));
    },
  };
}

function withCode(spec: NodeSpec, code: ReadonlyMap<string, Code>): NodeSpec {
  const own = code.get(spec.id);
  return own === undefined ? spec : { ...spec, code: own };
}

function watcherOf(journeys: readonly Journey[], other: Watcher | undefined): Watcher | undefined {
  if (journeys.length === 0) return other;
  return (timeMs, node, what, message, from) => {
    for (const journey of journeys) journey.watch(timeMs, node, message);
    other?.(timeMs, node, what, message, from);
  };
}

/** Time does not pass any more. */
function stuckAt(timeMs: number, { seed = 0 }: RunOptions): Violation {
  const text = "so much happened at one moment that it will not get on";
  return { node: "the clock", timeMs, invariant: "time", text, seed };
}

/** Runs it to its end. Undefined where the host cancelled it. */
export async function simulateSystem(
  system: System,
  scenario: Scenario,
  options: RunOptions = {},
): Promise<SimulationResult | undefined> {
  const { simulation, untilMs, untilQuiet, cost, verdicts } = startSimulation(system, scenario, options);
  for (;;) {
    const result = await runSimulation(simulation, { untilMs, untilQuiet, ...options.slice });
    if ((await options.onSlice?.(simulation)) === true) return undefined;
    if (result !== "moved") break;
  }
  const violations = [...simulation.audit(), ...(simulation.isStuck ? [stuckAt(simulation.timeMs, options)] : [])];
  const metrics = simulation.metrics();
  return {
    timeMs: simulation.timeMs,
    events: simulation.events,
    trace: simulation.records(),
    metrics,
    lost: lossesOf(metrics).total,
    cost: cost(),
    verdicts: verdicts(),
    violations,
  };
}
