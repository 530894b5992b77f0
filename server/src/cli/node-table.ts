/** The table of `simulate`: a row for each node that did something, what it counted, and how long things took. */
import { amountText, type Metric, type Metrics } from "@sluice/engine";
import { printable, type Style } from "./style.ts";

/** What is told of a node, in this order; of these the ones that it has and that are not 0. */
const TOLD: Readonly<Record<string, string>> = {
  sent: "sent",
  published: "published",
  incomingRecords: "put",
  incomingFragments: "fragments",
  matched: "matched",
  unmatched: "that no rule matches",
  received: "received",
  invocations: "invocations",
  started: "started",
  succeeded: "succeeded",
  processed: "processed",
  delivered: "delivered",
  results: "results",
  deleted: "deleted",
  filtered: "filtered out",
  late: "late",
  deduplicated: "deduplicated",
  errors: "errors",
  errorAcks: "Error acknowledgements",
  connectionErrors: "connections refused",
  timeouts: "timeouts",
  timedOut: "timed out",
  failed: "failed",
  retried: "retried",
  throttles: "throttled",
  throttled: "throttled",
  deadLettered: "dead-lettered",
  expired: "expired",
  discarded: "discarded",
  lost: "lost",
  loopsStopped: "stopped in a loop",
  duplicates: "duplicates",
  outOfOrder: "out of order",
  visible: "waiting",
  inFlight: "in flight",
  delayed: "delayed",
  concurrency: "at the same time",
  running: "running",
};

/** What somebody looks for first. */
const BAD: ReadonlySet<string> = new Set([
  "errors",
  "errorAcks",
  "timeouts",
  "timedOut",
  "failed",
  "throttles",
  "throttled",
  "deadLettered",
  "expired",
  "discarded",
  "lost",
  "loopsStopped",
]);

/** How long things took: these percentiles. */
const TIMES: Readonly<Record<string, string>> = { ageMs: "age", durationMs: "duration", endToEndMs: "end to end" };

/** Stands for what all functions share, and has nothing of its own to tell. */
const SHARED = "Sluice::LambdaAccount";

export interface TableNode {
  readonly id: string;
  readonly type: string;
}

/** Nodes of which nothing is told have no row. Producers come first: what happens begins there. */
export function nodeTable(nodes: readonly TableNode[], metrics: Metrics, style: Style): string {
  const rows = nodes.flatMap(({ id, type }) => {
    if (type === SHARED) return [];
    const told = toldOf(metrics[id] ?? {}, style);
    return told.length === 0 ? [] : [{ id: printable(id), kind: kindOf(type), told }];
  });
  const [idWidth, kindWidth] = [widest(rows.map(({ id }) => id)), widest(rows.map(({ kind }) => kind))];
  const isProducer = ({ kind }: { readonly kind: string }): number => (kind === "producer" ? 0 : 1);
  return rows
    .toSorted((a, b) => isProducer(a) - isProducer(b))
    .map(({ id, kind, told }) => {
      const head = `${style("cyan", id.padEnd(idWidth))}  ${style("dim", kind.padEnd(kindWidth))}`;
      return `  ${head}  ${told.join(style("dim", " · "))}\n`;
    })
    .join("");
}

function widest(texts: readonly string[]): number {
  return Math.max(...texts.map(({ length }) => length), 0);
}

/** `AWS::Lambda::EventSourceMapping`: "event source mapping". */
function kindOf(type: string): string {
  const name = type.split("::").at(-1) ?? type;
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();
}

function toldOf(named: Metrics[string], style: Style): readonly string[] {
  const counts = Object.entries(TOLD).flatMap(([name, words]) => {
    const text = named[name] === undefined ? undefined : countText(named[name], words);
    return text === undefined ? [] : [BAD.has(name) ? style("red", text) : text];
  });
  const times = Object.entries(TIMES).flatMap(([name, words]) => {
    const metric = named[name];
    if (metric?.kind !== "histogram" || metric.count === 0 || metric.max === 0) return [];
    return [style("dim", `${words} p50 ${amountText(name, metric.p50)}, p99 ${amountText(name, metric.p99)}`)];
  });
  return [...counts, ...workersOf(named), ...times];
}

/** A number that never changes is the scenario's own. */
function workersOf(named: Metrics[string]): readonly string[] {
  const workers = named?.workers;
  if (workers?.kind !== "gauge" || workers.mean === workers.max) return [];
  return [`${count(workers.mean)} workers on average, up to ${count(workers.max)}`];
}

/** A gauge says what is there now and, where that was more, the most. */
function countText(metric: Metric, words: string): string | undefined {
  if (metric.kind === "counter") return metric.total === 0 ? undefined : `${count(metric.total)} ${words}`;
  if (metric.kind !== "gauge" || metric.max === 0 || (metric.value === 0 && metric.max === 1)) return undefined;
  if (metric.value === metric.max) return `${count(metric.value)} ${words}`;
  const now = metric.value === 0 ? "" : `${count(metric.value)} ${words}, `;
  return `${now}up to ${count(metric.max)}${metric.value === 0 ? ` ${words}` : ""}`;
}

function count(value: number): string {
  return value.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
