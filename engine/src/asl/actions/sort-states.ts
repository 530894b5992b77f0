/**
 * States in the order in which they run: each behind the one that leads to it, ways of errors behind the main way, what
 * nothing leads to at the end.
 */
import {
  type Draft,
  isBracketed,
  type ObjectDraft,
  replacementText,
  type Style,
  styleOf,
} from "../../editor/compose.ts";
import type { CodeAction } from "../../editor/types.ts";
import type { ObjectNode, Property } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import type { Machine, Scope, State, Transition } from "../model.ts";

/** Undefined where all states are in order. */
export function sortStatesAction(document: AslDocument): CodeAction | undefined {
  const { machine, parsed } = document;
  const statesNode = machine?.scope.statesNode;
  if (machine === undefined || statesNode === undefined || !isUnsorted(machine)) return undefined;
  const action = { title: "Sort states by flow", kind: "source.sortStates" } as const;
  if (parsed.problems.some(({ severity }) => severity === "error")) {
    return { ...action, edits: [], disabled: "The text has mistakes that must be mended first." };
  }
  if (machine.states.some(({ node, name }) => parsed.text[node.start] === "*" || name === "<<")) {
    return { ...action, edits: [], disabled: "A state is a YAML alias, which must stand behind its anchor." };
  }
  const style = styleOf(parsed);
  const { start, comments } = commentsBefore(statesNode, style);
  const newText = replacementText(sortedStates(machine.scope, comments) as ObjectDraft, style);
  const { end } = statesNode;
  const kept = statesNode.start + parsed.text.slice(statesNode.start, end).trimEnd().length;
  const behind = parsed.language === "yaml" ? (/^[ \t]+#[^\r\n]*/.exec(parsed.text.slice(kept))?.[0] ?? "") : "";
  return { ...action, edits: [{ start, end: kept + behind.length, newText }] };
}

/** In YAML the comments of the first state stand before all of them. */
function commentsBefore(node: ObjectNode, { parsed }: Style): { start: number; comments: readonly string[] } {
  if (parsed.language === "json" || isBracketed(node, parsed)) return { start: node.start, comments: [] };
  const lines = /(?:^[ \t]*#[^\n]*\n)+[ \t]*$/m.exec(parsed.text.slice(0, node.start))?.[0];
  if (lines === undefined) return { start: node.start, comments: [] };
  const start = node.start - lines.length + lines.indexOf("#");
  return {
    start,
    comments: lines
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
  };
}

function isUnsorted(machine: Machine): boolean {
  return machine.scopes.some((scope) => flowOrder(scope).some((state, index) => state !== scope.states[index]));
}

function sortedStates(scope: Scope, commentsOfFirst: readonly string[] = []): Draft {
  const { statesNode } = scope;
  if (statesNode === undefined) return { value: {} };
  const byNode = new Map(scope.states.map((state) => [state.node, state]));
  const order = new Set(flowOrder(scope).map((state) => state.node.parent as Property));
  for (const property of statesNode.properties) order.add(property);
  const members = [...order].map((from) => {
    const state = from.value.kind === "object" ? byNode.get(from.value) : undefined;
    const draft: Draft = state === undefined ? { keep: from.value } : sortedInside(state);
    const before = from === statesNode.properties[0] ? commentsOfFirst : [];
    return { key: from.key.value, draft, from, before };
  });
  return { members, of: statesNode };
}

/** Only where something inside is out of order, the state is written anew. */
function sortedInside(state: State): Draft {
  const below = (scopes: readonly Scope[]): boolean =>
    scopes.some(
      (scope) =>
        flowOrder(scope).some((inner, index) => inner !== scope.states[index]) ||
        scope.states.some((inner) => below(inner.scopes)),
    );
  return below(state.scopes) ? withSortedScopes(state.node, state.scopes) : { keep: state.node };
}

function withSortedScopes(node: Property["value"], scopes: readonly Scope[]): Draft {
  const scope = scopes.find((candidate) => candidate.node === node || candidate.statesNode === node);
  if (scope?.statesNode === node) return sortedStates(scope);
  if (node.kind === "array") return { items: node.items.map((item) => withSortedScopes(item, scopes)), of: node };
  if (node.kind !== "object" || !scopes.some((inner) => isWithin(inner, node))) return { keep: node };
  const members = node.properties.map((from) => ({
    key: from.key.value,
    draft: withSortedScopes(from.value, scopes),
    from,
  }));
  return { members, of: node };
}

function isWithin({ node }: Scope, outer: { readonly start: number; readonly end: number }): boolean {
  return node.start >= outer.start && node.end <= outer.end;
}

const RANK: Readonly<Record<Transition["kind"], number>> = { next: 0, choice: 1, default: 2, catch: 3 };

/** Depth first, errors last: reads as the main way with its side ways behind it. */
export function flowOrder(scope: Scope): readonly State[] {
  const first = [...scope.byName.values()];
  const start = scope.startAt === undefined ? undefined : scope.byName.get(scope.startAt.value);
  const order = new Set<State>();
  const caught: State[] = [];
  const walk = (from: State): void => {
    const open = [from];
    for (let state = open.pop(); state !== undefined; state = open.pop()) {
      if (order.has(state)) continue;
      order.add(state);
      const next = state.transitions.toSorted((a, b) => RANK[a.kind] - RANK[b.kind] || a.index - b.index);
      const states = next.flatMap(({ kind, target }) => {
        const found = scope.byName.get(target);
        if (found === undefined) return [];
        if (kind !== "catch") return [found];
        caught.push(found);
        return [];
      });
      open.push(...states.reverse());
    }
  };
  if (start !== undefined) walk(start);
  for (let index = 0; index < caught.length; index++) walk(caught[index] as State);
  for (const state of first) walk(state);
  for (const state of scope.states) order.add(state);
  return [...order];
}
