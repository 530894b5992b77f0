/**
 * Breakpoints of a flow: conditions on meters, as people write them: `OrdersDlq.visible > 0`, `Orders.oldestMs > 60s`. One
 * holds up a run when it becomes true; while it stays true the run goes on.
 */
import { type Bound, boundOf, holds } from "../scenario/units.ts";
import type { Simulation } from "../sim/simulation.ts";

export interface Breakpoint {
  /** As it is written: its name. */
  readonly text: string;
  readonly node: string;
  readonly metric: string;
  readonly bound: Bound;
}

/** Undefined where the text is no condition. */
export function readBreakpoint(text: string): Breakpoint | undefined {
  const [, node, metric, condition] = /^\s*([^\s.]+)\.([A-Za-z]\w*)\s*([<>=].*)$/.exec(text) ?? [];
  const bound = condition === undefined ? undefined : boundOf(condition);
  if (node === undefined || metric === undefined || bound === undefined) return undefined;
  return { text: text.trim(), node, metric, bound };
}

/** Looks at a simulation again and again, and tells what has become true meanwhile. */
export class BreakpointWatch {
  readonly #breakpoints: readonly Breakpoint[];
  readonly #held: boolean[];

  /** What is true already holds nothing up. */
  constructor(breakpoints: readonly Breakpoint[], simulation: Simulation) {
    this.#breakpoints = breakpoints;
    this.#held = breakpoints.map((breakpoint) => isTrue(breakpoint, simulation));
  }

  /** Those that were true when it last looked. */
  get met(): readonly string[] {
    return this.#breakpoints.filter((_, index) => this.#held[index]).map(({ text }) => text);
  }

  look(simulation: Simulation): Breakpoint | undefined {
    let hit: Breakpoint | undefined;
    for (let index = 0; index < this.#breakpoints.length; index++) {
      const breakpoint = this.#breakpoints[index] as Breakpoint;
      const is = isTrue(breakpoint, simulation);
      if (is && this.#held[index] === false) hit ??= breakpoint;
      this.#held[index] = is;
    }
    return hit;
  }
}

function isTrue({ node, metric, bound }: Breakpoint, simulation: Simulation): boolean {
  const value = simulation.reading(node, metric);
  return value !== undefined && holds(value, bound);
}
