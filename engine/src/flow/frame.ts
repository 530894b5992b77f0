/** What is seen of a run at its present time: plain data for who draws it. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { Metric } from "../sim/metrics.ts";
import type { Simulation } from "../sim/simulation.ts";
import { bundled, type Moving } from "./bundle.ts";
import type { DeadLetter } from "./dead-letters.ts";
import { fillOf } from "./fills.ts";
import type { FlowRun } from "./run.ts";

export interface FlowFrame {
  /** Virtual, milliseconds. */
  readonly timeMs: number;
  readonly events: number;
  /** By node of the drawing: its figures, in their order; -1 where it has no such meter. */
  readonly figures: readonly (readonly number[])[];
  /** By node: what is wrong with it just now, in words; "" where nothing is. */
  readonly troubles: readonly string[];
  /** By node: how full it is, from 0 to 1; -1 where it gathers nothing. */
  readonly fills: readonly number[];
  /** By edge: messages so far. */
  readonly totals: readonly number[];
  /** New since the frame before. */
  readonly hops: readonly Moving[];
  /** Hops so far that are known: what the next frame begins after. */
  readonly seen: number;
  /** Breakpoints that are true now. */
  readonly met: readonly string[];
}

/** More than that nobody tells apart. */
const MAX_MOVING = 500;

/** `seen`: of the frame before; 0 where somebody has gone elsewhere in time. */
export function frameOf(run: FlowRun, seen: number, maxHops = MAX_MOVING): FlowFrame {
  const { now, flow } = run;
  const { nodes } = flow.drawing;
  return {
    timeMs: now.timeMs,
    events: now.events,
    figures: nodes.map(({ id, figures }) => figures.map(({ metric }) => now.reading(id, metric) ?? -1)),
    troubles: nodes.map(({ id }) => troubleOf(run, id)),
    fills: nodes.map(({ id, type }) => fillOf(now, id, type) ?? -1),
    totals: [...run.totals],
    hops: bundled(run.hopsSince(seen), maxHops),
    seen: run.hopCount,
    met: run.metBreakpoints,
  };
}

/** A planned fault that is there now, or a FIFO group that waits for a message. */
function troubleOf({ flow, now }: FlowRun, id: string): string {
  const faults = flow.system.faults.filter(({ node, fromMs, untilMs = Number.POSITIVE_INFINITY }) => {
    return node === id && fromMs <= now.timeMs && now.timeMs < untilMs;
  });
  const words = faults.map(({ outage, throttleRate, slowness }) => {
    if (outage) return "outage";
    if (throttleRate !== undefined) return "throttled";
    return slowness === undefined ? "duplicates" : "slow";
  });
  return [...words, ...blockedGroups(now, id), ...(isRebalancing(now, id) ? ["rebalancing"] : [])].join(", ");
}

/** Members of a consumer group wait for their partitions to be given out anew. */
function isRebalancing(now: Simulation, id: string): boolean {
  return now.reading(id, "rebalances") !== undefined && now.view(id)?.isRebalancing === true;
}

/** A group waits for its first message where that one has failed already: it is in flight, and not for the first time. */
function blockedGroups(now: Simulation, id: string): readonly string[] {
  if (now.reading(id, "inFlight") === undefined) return [];
  const { groups, hidden } = now.view(id) ?? {};
  if (!Array.isArray(groups) || groups.length === 0 || !Array.isArray(hidden)) return [];
  const tried = new Map(
    hidden.map((each) => [(each as JsonObject).message, Number((each as JsonObject).receiveCount)]),
  );
  const blocked = groups.filter((group) => {
    const { blockedBy, messages } = group as JsonObject;
    return Number(messages) > 1 && (tried.get(blockedBy as JsonValue) ?? 0) > 1;
  });
  if (blocked.length === 0) return [];
  return [
    blocked.length === 1
      ? `group ${String((blocked[0] as JsonObject).id)} blocked`
      : `${blocked.length} groups blocked`,
  ];
}

/** One node as it is now: what it looks like, and its meters with their course so far. */
export interface FlowInspection {
  readonly id: string;
  readonly view: JsonObject;
  readonly metrics: Readonly<Record<string, Metric>>;
  /** The first ones that have come into it as a dead-letter queue. */
  readonly deadLetters: readonly DeadLetter[];
}

export function inspectNode(run: FlowRun, id: string): FlowInspection {
  const { now } = run;
  return { id, view: now.view(id) ?? {}, metrics: now.metrics()[id] ?? {}, deadLetters: run.deadLettersOf(id) };
}
