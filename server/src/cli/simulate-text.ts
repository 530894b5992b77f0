/** `simulate --format text`: what flowed where, what was expected and seen, and what went wrong. */
import { amountText, type Metric, type Metrics, textOf, type Verdict } from "@sluice/engine";
import type { ScenarioOutcome } from "./scenario-job.ts";
import { plural, printable, type Style, styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

/** Records of the trace at the end of the text, where an expectation failed. */
const SHOWN_RECORDS = 12;

export function simulateText(name: string, outcome: ScenarioOutcome, terminal: Pick<Terminal, "color">): string {
  const style = styleOf(terminal);
  const { simulation, cases, nodes, notSimulated } = outcome;
  const parts = [`${style("bold", printable(name))}\n\n`];
  if (simulation !== undefined) {
    parts.push(nodeTable(nodes, simulation.metrics, style), "\n");
    const took = amountText("timeMs", simulation.timeMs);
    parts.push(
      style(
        "dim",
        `  ${took} of virtual time, ${plural(simulation.events, "event")}, ${plural(simulation.lost, "message")} lost\n`,
      ),
      "\n",
    );
    parts.push(...simulation.verdicts.map((verdict) => verdictLine(verdict, style)));
    if (simulation.verdicts.some(({ passed }) => !passed)) parts.push(lastRecords(simulation.trace, style));
    for (const { node, invariant, text, seed } of simulation.violations) {
      parts.push(style("red", `\n  a bug of the simulator: ${node}, ${invariant}: ${text} (seed ${seed})\n`));
    }
  }
  parts.push(...cases.map((one) => caseLine(one, style)));
  if (notSimulated.length > 0) {
    const lines = notSimulated.map(({ id, type, why }) => `  ${printable(id)} (${type}): ${why}\n`);
    parts.push(style("yellow", "\nnot simulated\n"), ...lines);
  }
  return parts.join("");
}

/** What is told of a node, in this order; of these the ones that it has and that are not 0. */
const TOLD = [
  "sent",
  "published",
  "received",
  "invocations",
  "processed",
  "deleted",
  "delivered",
  "filtered",
  "failed",
  "deadLettered",
  "expired",
  "throttled",
  "duplicates",
  "lost",
  "visible",
  "inFlight",
  "delayed",
] as const;

/** And how long things took: these percentiles. */
const TIMES = ["ageMs", "durationMs"] as const;

function nodeTable(nodes: ScenarioOutcome["nodes"], metrics: Metrics, style: Style): string {
  const width = Math.max(...nodes.map(({ id }) => id.length), 0);
  return nodes
    .map(({ id }) => {
      const named = metrics[id] ?? {};
      const counts = TOLD.flatMap((name) => (named[name] === undefined ? [] : (countText(name, named[name]) ?? [])));
      const times = TIMES.flatMap((name) => (named[name] === undefined ? [] : (timesText(name, named[name]) ?? [])));
      return `  ${style("cyan", printable(id).padEnd(width))}  ${[...counts, ...times].join(style("dim", " · "))}\n`;
    })
    .join("");
}

function countText(name: string, metric: Metric): string | undefined {
  if (metric.kind === "counter" && metric.total > 0) return `${metric.total.toLocaleString("en-US")} ${words(name)}`;
  if (metric.kind !== "gauge" || metric.max === 0) return undefined;
  return `${metric.value.toLocaleString("en-US")} ${words(name)} (at most ${metric.max.toLocaleString("en-US")})`;
}

function timesText(name: string, metric: Metric): string | undefined {
  if (metric.kind !== "histogram" || metric.count === 0) return undefined;
  return `${words(name.slice(0, -2))} p50 ${amountText(name, metric.p50)}, p99 ${amountText(name, metric.p99)}`;
}

/** `deadLettered`: "dead lettered". */
function words(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

export function verdictLine({ name, passed, seen }: Pick<Verdict, "name" | "passed" | "seen">, style: Style): string {
  const mark = passed ? style("green", "✓") : style("red", "✗");
  return `  ${mark} ${printable(name)}  ${style(passed ? "dim" : "red", printable(seen))}\n`;
}

export function caseLine(one: ScenarioOutcome["cases"][number], style: Style): string {
  const mark = one.passed ? style("green", "✓") : style("red", "✗");
  return `  ${mark} ${printable(one.name)}\n${one.differences.map((text) => `      ${style("red", printable(text))}\n`).join("")}`;
}

function lastRecords(trace: NonNullable<ScenarioOutcome["simulation"]>["trace"], style: Style): string {
  const telling = trace.filter(({ what, why }) => why !== undefined && TELLING.has(what)).slice(-SHOWN_RECORDS);
  const lines = telling.map(
    (record) => `  ${amountText("timeMs", record.timeMs).padStart(12)}  ${printable(textOf(record))}\n`,
  );
  return telling.length === 0 ? "" : `\n${style("dim", "  what went wrong last\n")}${lines.join("")}`;
}

/** What somebody wants to see whose expectation failed. */
const TELLING: ReadonlySet<string> = new Set([
  "deadLettered",
  "expired",
  "failed",
  "lost",
  "loopStopped",
  "throttled",
  "discarded",
]);
