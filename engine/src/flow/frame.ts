/** What is seen of a run at its present time: plain data for who draws it. */
import type { JsonObject } from "../json.ts";
import { textOf } from "../services/reasons.ts";
import type { Metric } from "../sim/metrics.ts";
import type { FlowRecord } from "../sim/types.ts";
import type { Hop } from "./hops.ts";
import type { FlowRun } from "./run.ts";

export interface FlowFrame {
  /** Virtual, milliseconds. */
  readonly timeMs: number;
  readonly events: number;
  /** By node of the drawing: its figures, in their order; -1 where it has no such meter. */
  readonly figures: readonly (readonly number[])[];
  /** By node: what is wrong with it just now, in words; "" where nothing is. */
  readonly troubles: readonly string[];
  /** By edge: messages so far. */
  readonly totals: readonly number[];
  /** New since the frame before. */
  readonly hops: readonly Hop[];
  /** Hops so far that are known: what the next frame begins after. */
  readonly seen: number;
}

/** `seen`: of the frame before; 0 where somebody has gone elsewhere in time. */
export function frameOf(run: FlowRun, seen: number): FlowFrame {
  const { now, flow } = run;
  const { nodes } = flow.drawing;
  return {
    timeMs: now.timeMs,
    events: now.events,
    figures: nodes.map(({ id, figures }) => figures.map(({ metric }) => now.reading(id, metric) ?? -1)),
    troubles: nodes.map(({ id }) => troubleOf(run, id)),
    totals: [...run.totals],
    hops: run.hopsSince(seen),
    seen: run.hopCount,
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
  return words.join(", ");
}

/** One node as it is now: what it looks like, and its meters with their course so far. */
export interface FlowInspection {
  readonly id: string;
  readonly view: JsonObject;
  readonly metrics: Readonly<Record<string, Metric>>;
}

export function inspectNode({ now }: FlowRun, id: string): FlowInspection {
  return { id, view: now.view(id) ?? {}, metrics: now.metrics()[id] ?? {} };
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

export function lineOf(record: FlowRecord): FlowLine {
  const { sequence, timeMs, node, what, message } = record;
  return { sequence, timeMs, node, what, ...(message !== undefined && { message }), text: textOf(record) };
}
