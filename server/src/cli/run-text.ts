/** `run --format text`: what each state did, in reading order, with virtual times. */
import { foldTrace, type Machine, type MachineType, type State, type Visit } from "@sluice/engine";
import type { RunOutcome } from "./run-job.ts";
import { inReadingOrder } from "./run-order.ts";
import { plural, printable, type Style, styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

/** Longer traces show their beginning and their end. */
const SHOWN_FIRST = 200;
const SHOWN_LAST = 50;

type Ended = RunOutcome & { readonly kind: "ended" };

export interface RunSubject {
  readonly name: string;
  readonly machine: Machine;
  readonly type: MachineType;
  readonly testCase: string | undefined;
}

export function runText(outcome: Ended, subject: RunSubject, terminal: Pick<Terminal, "color" | "columns">): string {
  const style = styleOf(terminal);
  const startMs = outcome.events[0]?.timeMs ?? 0;
  const endMs = outcome.events.at(-1)?.timeMs ?? startMs;
  const states = new Map(subject.machine.states.map((state) => [state.name, state]));
  const folded = [...foldTrace(outcome.events).states.values()];
  const visits = inReadingOrder(
    folded.flatMap((state) => state.visits),
    states,
  );
  const blocks = visits.map((visit, index) =>
    index < SHOWN_FIRST || index >= visits.length - SHOWN_LAST
      ? visitText(visit, states.get(visit.state), startMs, style, terminal.columns)
      : "",
  );
  const hidden = visits.length - SHOWN_FIRST - SHOWN_LAST;
  if (hidden > 0)
    blocks[SHOWN_FIRST] = style("dim", `  ... ${plural(hidden, "more state")}; --format json has them all\n`);
  return `${title(subject, style)}\n\n${blocks.join("")}\n${ending(outcome, endMs - startMs, visits.length, style)}`;
}

function title({ name, type, testCase }: RunSubject, style: Style): string {
  const facts = [type, testCase].filter((fact) => fact !== undefined).join(", ");
  return `${style("bold", printable(name))}  ${style("dim", facts)}`;
}

const MARKS = {
  succeeded: ["green", "✓"],
  caught: ["yellow", "!"],
  failed: ["red", "✗"],
  aborted: ["dim", "-"],
  running: ["blue", "…"],
} as const;

function visitText(visit: Visit, state: State | undefined, startMs: number, style: Style, columns: number): string {
  const [color, mark] = MARKS[visit.status];
  const indent = "  ".repeat(depthOf(state));
  const turn = visit.iterations.map(({ index }) => `[${index}]`).join("");
  const facts = [state?.type, resourceOf(state)].filter((fact) => fact !== undefined).join(" ");
  const time = style("dim", duration(visit.enteredMs - startMs).padStart(10));
  const lines = [
    `${time}  ${indent}${style(color, mark)} ${style("bold", printable(visit.state))}${turn}  ${style("dim", facts)}`,
  ];
  const lead = `            ${indent}    `;
  const add = (label: string, text: string): void => {
    lines.push(lead + style("dim", label.padEnd(6)) + shorten(text, columns - lead.length - 6));
  };
  if (visit.input !== undefined) add("in", JSON.stringify(visit.input));
  visit.attempts.forEach((attempt, index) => {
    if (index > 0) add("retry", `${index} at ${duration(attempt.timeMs - startMs)}`);
    if (attempt.error !== undefined) add("fail", failureText(attempt.error, attempt.cause));
  });
  if (visit.error !== undefined && visit.attempts.at(-1)?.error === undefined) {
    add("fail", failureText(visit.error, visit.cause));
  }
  if (visit.assigned !== undefined) add("set", JSON.stringify(visit.assigned));
  if (visit.output !== undefined) {
    const tookMs = (visit.exitedMs ?? visit.enteredMs) - visit.enteredMs;
    add("out", JSON.stringify(visit.output) + (tookMs > 0 ? `  (after ${duration(tookMs)})` : ""));
  }
  return `${lines.join("\n")}\n`;
}

function ending({ status, output, error, cause, events }: Ended, tookMs: number, states: number, style: Style): string {
  const color = status === "SUCCEEDED" ? "green" : status === "RUNNING" ? "yellow" : "red";
  const word = status === "RUNNING" ? "WAITING FOR AN ANSWER" : status;
  const facts = `after ${duration(tookMs)} of virtual time, ${plural(states, "state")}, ${plural(events.length, "event")}`;
  const lines = [`${style(color, style("bold", word))} ${style("dim", facts)}`];
  if (error !== undefined || cause !== undefined) lines.push(failureText(error, cause));
  if (output !== undefined) lines.push(JSON.stringify(output, null, 2).split("\n").map(printable).join("\n"));
  return `${lines.join("\n")}\n`;
}

function failureText(error: string | undefined, cause: string | undefined): string {
  return printable([error ?? "(no error name)", cause].filter((part) => part !== undefined && part !== "").join(": "));
}

/** Payloads and causes as one line of at most `width` characters. */
function shorten(text: string, width: number): string {
  const line = printable(text);
  const most = Math.max(width, 30);
  return line.length <= most ? line : `${line.slice(0, most - 1)}…`;
}

function depthOf(state: State | undefined): number {
  let depth = 0;
  for (let owner = state?.scope.owner; owner !== undefined; owner = owner.scope.owner) depth++;
  return depth;
}

/** "lambda:invoke" of `arn:aws:states:::lambda:invoke`, the function's name of a function's ARN. */
function resourceOf(state: State | undefined): string | undefined {
  const resource = state?.node.properties.find(({ key }) => key.value === "Resource")?.value;
  if (resource?.kind !== "string") return undefined;
  return resource.value
    .replace(/^arn:[^:]*:states:::/, "")
    .replace(/^arn:[^:]*:lambda:[^:]*:[^:]*:function:/, "lambda ");
}

/** "0 s", "2.5 s", "3 min 5 s", "1 h 2 min", "3 d 4 h". */
export function duration(ms: number): string {
  if (ms < 60_000) return `${Math.round(ms) / 1_000} s`;
  const seconds = Math.round(ms / 1_000);
  const parts = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor(seconds / 3_600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ] as const;
  const first = parts.findIndex(([count]) => count > 0);
  return parts
    .slice(first, first + 2)
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}`)
    .join(" ");
}
