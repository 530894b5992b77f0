/**
 * A machine as a Mermaid flowchart, which GitHub and many wikis draw. State names stand only in quoted labels; the ids
 * are made up, so that no name can end a label or be taken for a keyword.
 * https://mermaid.js.org/syntax/flowchart.html
 */
import type { Machine, Scope, State } from "../asl/model.ts";
import { transitionText } from "./labels.ts";
import { EDGE_FONT_SIZE, EDGE_LABEL_MAX_WIDTH, shorten } from "./metrics.ts";

const SHAPES: Readonly<Record<string, readonly [string, string]>> = {
  Choice: ["{", "}"],
  Wait: ["([", "])"],
  Succeed: ["(((", ")))"],
  Fail: ["{{", "}}"],
};

/** Text inside a quoted Mermaid label: entities for what Mermaid or HTML would read as markup. */
export function quote(text: string): string {
  const safe = text.replace(/[\s\p{Cc}]+/gu, " ").replace(/[&<>"#`;|\\{}[\]()%@]/g, (c) => `#${c.charCodeAt(0)};`);
  return `"${safe}"`;
}

function indent(depth: number): string {
  return "  ".repeat(depth + 1);
}

type Step =
  | { readonly kind: "scope"; readonly scope: Scope; readonly depth: number }
  | { readonly kind: "line"; readonly line: string };

/** What one state adds: a node, or a subgraph whose scopes are written later. */
function stateSteps(state: State, id: string, depth: number): Step[] {
  const line = (text: string, at = depth): Step => ({ kind: "line", line: indent(at) + text });
  if (state.scopes.length === 0) {
    const [open, close] = SHAPES[state.type ?? ""] ?? ["[", "]"];
    return [line(`${id}${open}${quote(state.name)}${close}`)];
  }
  const steps: Step[] = [line(`subgraph ${id} [${quote(state.name)}]`)];
  state.scopes.forEach((scope, i) => {
    const lane = state.type === "Parallel";
    if (lane) steps.push(line(`subgraph ${id}b${i} [" "]`, depth + 1));
    steps.push({ kind: "scope", scope, depth: depth + (lane ? 2 : 1) });
    if (lane) steps.push(line("end", depth + 1));
  });
  steps.push(line("end"));
  return steps;
}

/** The text of a Mermaid `flowchart TD`. */
export function renderMermaid(machine: Machine): string {
  const ids = new Map<State, string>();
  for (const state of machine.states) ids.set(state, `s${ids.size + 1}`);
  const scopeIds = new Map(machine.scopes.map((scope, i) => [scope, String(i)]));
  const lines = ["flowchart TD"];
  const work: Step[] = [{ kind: "scope", scope: machine.scope, depth: 0 }];
  while (work.length > 0) {
    const step = work.pop() as Step;
    if (step.kind === "line") {
      lines.push(step.line);
      continue;
    }
    const steps = step.scope.states.flatMap((state) => stateSteps(state, ids.get(state) as string, step.depth));
    const id = scopeIds.get(step.scope);
    lines.push(`${indent(step.depth)}start${id}((" "))`);
    if (step.scope.states.some(isLast)) lines.push(`${indent(step.depth)}end${id}(((" ")))`);
    for (const inner of steps.reverse()) work.push(inner);
  }
  for (const scope of machine.scopes) lines.push(...scopeEdges(scope, ids, scopeIds.get(scope) as string));
  return `${lines.join("\n")}\n`;
}

function isLast(state: State): boolean {
  return state.terminal && state.type !== "Fail";
}

function scopeEdges(scope: Scope, ids: ReadonlyMap<State, string>, id: string): string[] {
  const lines: string[] = [];
  const find = (name: string | undefined): string | undefined => {
    const state = name === undefined ? undefined : scope.byName.get(name);
    return state === undefined ? undefined : ids.get(state);
  };
  const first = find(scope.startAt?.value);
  if (first !== undefined) lines.push(`  start${id} --> ${first}`);
  for (const state of scope.states) {
    const from = ids.get(state);
    for (const transition of state.transitions) {
      const to = find(transition.target);
      if (to === undefined) continue;
      const text = shorten(transitionText(transition, true), EDGE_LABEL_MAX_WIDTH, EDGE_FONT_SIZE);
      const arrow = transition.kind === "catch" ? "-.->" : "-->";
      lines.push(`  ${from} ${arrow}${text === "" ? "" : `|${quote(text)}|`} ${to}`);
    }
    if (isLast(state)) lines.push(`  ${from} --> end${id}`);
  }
  return lines;
}
