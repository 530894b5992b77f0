/** What there is to name in a simulated system: its nodes with their types, and what each counts. */
import { nodeFactoryOf } from "../services/nodes.ts";
import type { Metric } from "../sim/metrics.ts";
import { Simulation } from "../sim/simulation.ts";
import type { NodeSpec } from "../sim/types.ts";
import type { OpenScenario } from "./open.ts";
import type { System } from "./system.ts";

export interface KnownSystem {
  readonly system: System;
  /** Types by id, of everything that is simulated and that somebody wrote. */
  readonly types: ReadonlyMap<string, string>;
  /** The file that is simulated could not be read: there may be more names. */
  readonly isIncomplete: boolean;
}

export function knownSystem(system: System, open?: Pick<OpenScenario, "scenario" | "subject">): KnownSystem {
  const written = system.specs.filter(({ id }) => !system.usual.includes(id));
  const types = new Map(written.map(({ id, type }) => [id, type]));
  return { system, types, isIncomplete: open?.scenario.simulate !== undefined && open.subject.kind === "none" };
}

export type MetricKinds = Readonly<Record<string, Metric["kind"]>>;

const kinds = new WeakMap<NodeSpec, MetricKinds>();

/** What a node counts, with the kind of each metric; nothing for what is not simulated. */
export function metricKindsOf({ system }: KnownSystem, id: string): MetricKinds {
  const spec = system.specs.find((each) => each.id === id);
  if (spec === undefined) return {};
  let found = kinds.get(spec);
  if (found === undefined) {
    found = countedBy(spec);
    kinds.set(spec, found);
  }
  return found;
}

/** Asked of a node that stands alone; how it behaves changes nothing of what it counts. */
function countedBy(spec: NodeSpec): MetricKinds {
  const behavior = { arrivals: { constant: { perSecond: 1 } }, messages: [] };
  const metrics = new Simulation([{ ...spec, behavior }], nodeFactoryOf).metrics()[spec.id] ?? {};
  return Object.fromEntries(Object.entries(metrics).map(([name, { kind }]) => [name, kind]));
}
