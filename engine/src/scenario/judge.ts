/** Judges expectations when a simulation has ended: what was expected, what was seen, and whether that is good. */
import { duration } from "../services/sentences.ts";
import type { Metric, Metrics } from "../sim/metrics.ts";
import type { Followed } from "./journeys.ts";
import { lossesOf } from "./losses.ts";
import type { Expectation } from "./types.ts";
import { holds } from "./units.ts";

export interface Verdict {
  /** What was expected, in words. */
  readonly name: string;
  readonly passed: boolean;
  /** What was seen, in words. */
  readonly seen: string;
  /** The node that it is about. */
  readonly node?: string;
  /** Where the scenario says so, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** What a simulation leaves behind that expectations ask about. */
export interface Outcome {
  readonly metrics: Metrics;
  readonly costUsd: number;
  /** By expectation, for those about messages' ways. */
  readonly followed: ReadonlyMap<Expectation, Followed>;
}

type Judgement = Pick<Verdict, "passed" | "seen" | "node">;

export function judge(expectation: Expectation, outcome: Outcome): Verdict {
  const { name, node: written } = expectation;
  return { name, ...judgementOf(expectation, outcome), start: written.start, end: written.end };
}

function judgementOf(expectation: Expectation, outcome: Outcome): Judgement {
  const { metrics } = outcome;
  switch (expectation.kind) {
    case "lost": {
      const { total, byNode } = lossesOf(metrics);
      const where = Object.entries(byNode).map(([node, count]) => `${count} in ${node}`);
      return { passed: holds(total, expectation.bound), seen: total === 0 ? "none was lost" : where.join(", ") };
    }
    case "empty":
      return judgeEmpty(expectation.id, metrics);
    case "metric":
      return judgeMetric(expectation, metrics);
    case "order":
      return judgeOrder(expectation.id, metrics);
    case "visits":
      return judgeVisits(outcome.followed.get(expectation), expectation.ids);
    default: {
      const { costUsd } = outcome;
      return { passed: holds(costUsd, expectation.bound), seen: `${costUsd.toFixed(4)} USD` };
    }
  }
}

/** Nothing ever came, for a queue that is to stay empty: what was moved on since does not count. */
function judgeEmpty(node: string, metrics: Metrics): Judgement {
  const named = metrics[node] ?? {};
  const held = ["visible", "inFlight", "delayed"].flatMap((name) => {
    const metric = named[name];
    return metric?.kind === "gauge" && metric.value > 0 ? [`${metric.value} ${HELD[name]}`] : [];
  });
  return { node, passed: held.length === 0, seen: held.length === 0 ? "it is empty" : held.join(", ") };
}

const HELD: Readonly<Record<string, string>> = { visible: "visible", inFlight: "in flight", delayed: "delayed" };

function judgeMetric(
  { id, metric: name, of, bound }: Extract<Expectation, { readonly kind: "metric" }>,
  metrics: Metrics,
): Judgement {
  const metric = metrics[id]?.[name];
  const names = Object.keys(metrics[id] ?? {}).join(", ");
  if (metric === undefined) return { node: id, passed: false, seen: `${id} has no metric ${name}, only ${names}` };
  if (metric.kind === "histogram" && metric.count === 0 && of !== "count")
    return { node: id, passed: false, seen: "nothing was measured" };
  const value = partOf(metric, of);
  if (value === undefined) return { node: id, passed: false, seen: `${name} is a ${metric.kind}, which has no ${of}` };
  return { node: id, passed: holds(value, bound), seen: amountText(name, value) };
}

/** `last` is the value now; a counter's only number is its total. */
export function partOf(metric: Metric, of: string): number | undefined {
  const part = of === "last" ? "value" : of;
  const value = (metric as unknown as Readonly<Record<string, unknown>>)[part];
  return typeof value === "number" ? value : undefined;
}

export function amountText(metric: string, value: number): string {
  return metric.endsWith("Ms") ? duration(value) : String(Math.round(value * 100) / 100);
}

function judgeOrder(node: string, metrics: Metrics): Judgement {
  const metric = metrics[node]?.outOfOrder;
  if (metric?.kind !== "counter")
    return { node, passed: false, seen: `${node} does not tell the order of its messages` };
  const { total } = metric;
  return {
    node,
    passed: total === 0,
    seen: total === 0 ? "in order" : `${total} came behind a later one of their group`,
  };
}

function judgeVisits(followed: Followed | undefined, ids: readonly string[]): Judgement {
  if (followed === undefined || followed.count === 0) return { passed: false, seen: "no such message was sent" };
  const { count, arrived, slowestMs, lost } = followed;
  if (lost === undefined) return { passed: true, seen: `all ${count}, the slowest in ${duration(slowestMs)}` };
  const last = lost.last ?? "the beginning";
  const node = ids[ids.indexOf(lost.last ?? "") + 1];
  return {
    passed: false,
    seen: `${arrived} of ${count}; m${lost.message} did not come further than ${last}`,
    ...(node !== undefined && { node }),
  };
}
