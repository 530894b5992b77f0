/** Expectations: what must be true when a simulation has ended. Judged in `judge.ts`. */
import { valueNode, valueOf } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { Reading } from "./reading.ts";
import type { Expectation } from "./types.ts";
import { type Bound, boundOf } from "./units.ts";

/** What of a metric an expectation may be about: as the metrics of `sim/metrics.ts` have them. */
const OF = ["total", "max", "mean", "min", "last", "p50", "p90", "p95", "p99", "p999", "count"] as const;

const NOTHING: Bound = { comparison: "=", value: 0, text: "= 0" };

type Reader = (node: Node, reading: Reading) => Expectation | undefined;

const READERS: Readonly<Record<string, Reader>> = {
  lost: (node, reading) => {
    const bound = reading.bound(node, "lost") ?? NOTHING;
    return { node, kind: "lost", bound, name: bound.value === 0 ? "nothing is lost" : `messages lost ${bound.text}` };
  },
  empty: (node, reading) => {
    const id = reading.text(node, "empty");
    return id === undefined ? undefined : { node, kind: "empty", id, name: `${id} is empty` };
  },
  metric: readMetric,
  order: (node, reading) => {
    const id = reading.text(node, "order");
    return id === undefined ? undefined : { node, kind: "order", id, name: `${id} keeps the order of each group` };
  },
  visits: (node, reading) => {
    const ids = reading.texts(node, "visits");
    const withinMs = reading.durationMs(node, "within");
    const message = reading.value(node, "message");
    const which = message === undefined ? "every message" : "each such message";
    const name = `${which} comes through ${ids.join(", ")}${withinMs === undefined ? "" : ` within ${reading.text(node, "within")}`}`;
    return {
      node,
      kind: "visits",
      ids,
      name,
      ...(message !== undefined && { message }),
      ...(withinMs !== undefined && { withinMs }),
    };
  },
  cost: (node, reading) => {
    const bound = reading.bound(node, "cost");
    return bound && { node, kind: "cost", bound, name: `it costs ${bound.text}` };
  },
};

export function readExpectation(node: Node, reading: Reading): Expectation | undefined {
  const kind = Object.keys(READERS).find((each) => valueNode(node, each) !== undefined);
  const expectation = kind === undefined ? undefined : READERS[kind]?.(node, reading);
  const name = reading.text(node, "name");
  return expectation === undefined || name === undefined ? expectation : { ...expectation, name };
}

/** `{ metric: Orders.ageMs, p99: "< 60s" }`. */
function readMetric(node: Node, reading: Reading): Expectation | undefined {
  const path = reading.text(node, "metric") ?? "";
  const dot = path.lastIndexOf(".");
  if (dot <= 0) {
    return reading.wrong(node, "scenario-value", "`metric` is a logical id and one of its metrics: `Orders.ageMs`.");
  }
  const of = OF.find((each) => valueNode(node, each) !== undefined);
  if (of === undefined) {
    return reading.wrong(node, "scenario-value", `Say what of the metric, and how much: \`${OF.join("`, `")}\`.`);
  }
  const bound = reading.bound(node, of);
  if (bound === undefined) return undefined;
  const [id, metric] = [path.slice(0, dot), path.slice(dot + 1)];
  return { node, kind: "metric", id, metric, of, bound, name: `${of} of ${path} ${textOf(node, of, bound)}` };
}

/** A bare number reads as an equation. */
function textOf(node: Node, of: string, bound: Bound): string {
  const value = valueNode(node, of);
  const written = value === undefined ? undefined : valueOf(value);
  return typeof written === "string" && boundOf(written) !== undefined ? bound.text : `= ${written}`;
}
