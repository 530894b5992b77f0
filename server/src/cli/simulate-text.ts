/** `simulate --format text`: what flowed where, what was expected and seen, and what went wrong. */
import { amountText, textOf, type Verdict } from "@sluice/engine";
import { nodeTable } from "./node-table.ts";
import type { ScenarioOutcome } from "./scenario-job.ts";
import { plural, printable, type Style, styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

/** Records of the trace at the end of the text, where an expectation failed. */
const SHOWN_RECORDS = 12;

type Simulation = NonNullable<ScenarioOutcome["simulation"]>;

export function simulateText(name: string, outcome: ScenarioOutcome, terminal: Pick<Terminal, "color">): string {
  const style = styleOf(terminal);
  const { simulation, cases, nodes, assumed, notSimulated } = outcome;
  const parts = [`${style("bold", printable(name))}\n\n`];
  if (simulation !== undefined) {
    parts.push(nodeTable(nodes, simulation.metrics, style), "\n");
    parts.push(style("dim", `  ${summary(simulation)}\n`));
    parts.push(...assumed.map((text) => style("dim", `  ${printable(text)}\n`)));
    parts.push(loopText(simulation, style));
    if (simulation.verdicts.length > 0) parts.push("\n", verdictLines(simulation.verdicts, style));
    if (simulation.verdicts.some(({ passed }) => !passed)) parts.push(lastRecords(simulation.trace, style));
    for (const { node, invariant, text, seed } of simulation.violations) {
      parts.push(style("red", `\n  a bug of the simulator: ${node}, ${invariant}: ${text} (seed ${seed})\n`));
    }
  }
  parts.push(...cases.map((one) => caseLine(one, style)));
  if (notSimulated.length > 0) {
    const lines = notSimulated.map(({ id, type, why }) => `    ${printable(id)} (${type}): ${why}\n`);
    parts.push(style("yellow", "\n  not simulated\n"), ...lines);
  }
  return parts.join("");
}

function summary({ timeMs, events, lost, cost }: Simulation): string {
  const parts = [
    `${amountText("timeMs", timeMs)} of virtual time`,
    plural(events, "event"),
    lost === 0 ? "nothing lost" : `${plural(lost, "message")} lost`,
    ...(cost.usd > 0 ? [`about ${usdText(cost.usd)} (${cost.region}, prices of ${cost.asOf}${unpriced(cost)})`] : []),
  ];
  return parts.join(" · ");
}

function unpriced({ without }: Simulation["cost"]): string {
  return without.length === 0 ? "" : `, without ${without.join(", ")}`;
}

/** Small amounts with two digits that say something. */
function usdText(usd: number): string {
  const digits = usd >= 0.01 ? 2 : 1 - Math.floor(Math.log10(usd));
  return `${usd.toLocaleString("en-US", { maximumFractionDigits: digits })} USD`;
}

/** Loops of messages that were found and stopped: how many, and one way round. */
function loopText({ metrics, trace }: Simulation, style: Style): string {
  const stopped = Object.values(metrics).reduce((sum, { loopsStopped }) => {
    return sum + (loopsStopped?.kind === "counter" ? loopsStopped.total : 0);
  }, 0);
  if (stopped === 0) return "";
  const way = trace.findLast(({ what }) => what === "loopStopped")?.why?.way;
  const round = way === undefined ? "" : `: ${way}`;
  return style("red", `  a loop of messages, stopped ${plural(stopped, "time")}${printable(round)}\n`);
}

type Judged = Pick<Verdict, "name" | "passed" | "seen">;

/** What was seen stands in one column. */
export function verdictLines(verdicts: readonly Judged[], style: Style): string {
  const width = Math.max(...verdicts.map(({ name }) => printable(name).length));
  return verdicts
    .map(({ name, passed, seen }) => {
      const mark = passed ? style("green", "✓") : style("red", "✗");
      return `  ${mark} ${printable(name).padEnd(width)}  ${style(passed ? "dim" : "red", printable(seen))}`.trimEnd();
    })
    .map((line) => `${line}\n`)
    .join("");
}

function caseLine(one: ScenarioOutcome["cases"][number], style: Style): string {
  const mark = one.passed ? style("green", "✓") : style("red", "✗");
  return `  ${mark} ${printable(one.name)}\n${one.differences.map((text) => `      ${style("red", printable(text))}\n`).join("")}`;
}

function lastRecords(trace: Simulation["trace"], style: Style): string {
  const telling = trace.filter(({ what, why }) => why !== undefined && TELLING.has(what)).slice(-SHOWN_RECORDS);
  const lines = telling.map(
    (record) => `  ${amountText("timeMs", record.timeMs).padStart(12)}  ${clipped(printable(textOf(record)))}\n`,
  );
  return telling.length === 0 ? "" : `\n${style("dim", "  what went wrong last\n")}${lines.join("")}`;
}

/** Causes of errors may hold whole inputs. */
const SHOWN_CHARACTERS = 200;

function clipped(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}...` : text;
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
