/**
 * Selected states put into a branch of a new Parallel state, or into the item processor of a new Map. What is selected
 * must have one way in and one way out, since no transition crosses the border of a scope.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-parallel.html
 */
import { columnOf, indentOf, isBracketed, type Member, memberText, type Style, styleOf } from "../../editor/compose.ts";
import { endOfLine, removeProperty } from "../../editor/object-edits.ts";
import { rewriteString } from "../../editor/string-edit.ts";
import type { CodeAction, Selection } from "../../editor/types.ts";
import type { JsonValue } from "../../json.ts";
import type { TextEdit } from "../../problem.ts";
import { property } from "../../text/navigate.ts";
import type { Property } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import type { Machine, Scope, State } from "../model.ts";
import { readsOf, writesOf } from "../variables.ts";
import { uniqueStateName } from "./state-names.ts";

/** Both extractions, for states that the selection touches; nothing where it lies within one state. */
export function extractActions(document: AslDocument, selection: Selection): readonly CodeAction[] {
  const { machine } = document;
  const states = machine === undefined ? [] : selectedStates(machine, selection);
  const [first] = states;
  if (machine === undefined || first === undefined) return [];
  const what = states.length === 1 ? `"${first.name}"` : `${states.length} states`;
  return (["Parallel", "Map"] as const).map((type): CodeAction => {
    const title = type === "Parallel" ? `Extract ${what} to a Parallel state` : `Extract ${what} to a Map state`;
    const extracted = extract(document, machine, states, type);
    const action = { title, kind: "refactor.extract" } as const;
    return "refused" in extracted ? { ...action, edits: [], disabled: extracted.refused } : { ...action, ...extracted };
  });
}

/** The states of the innermost scope in which the selection covers whole states, or the names of some. */
function selectedStates(machine: Machine, { start, end }: Selection): readonly State[] {
  if (start === end) return [];
  for (const scope of machine.scopes.toReversed()) {
    const { statesNode } = scope;
    if (statesNode === undefined || start < statesNode.start || end > statesNode.end + 1) continue;
    const touched = scope.states.filter(({ nameNode, node }) => nameNode.start < end && node.end > start);
    const whole = touched.filter(({ nameNode }) => nameNode.end > start && nameNode.start < end);
    return whole.length === touched.length ? whole : [];
  }
  return [];
}

type Extracted = { readonly edits: readonly TextEdit[] } | { readonly refused: string };

interface Border {
  readonly entry: State;
  /** Undefined where everything ends. */
  readonly next: string | undefined;
  /** Whether some state leads to `next` by a Choice or a Catch, which cannot end by themselves. */
  readonly needsEnd: boolean;
}

function extract(
  document: AslDocument,
  machine: Machine,
  states: readonly State[],
  type: "Parallel" | "Map",
): Extracted {
  const scope = (states[0] as State).scope;
  const border = borderOf(scope, states);
  if ("refused" in border) return border;
  const variables = refusedVariables(machine, states);
  if (variables !== undefined) return { refused: variables };
  const properties = states.map(({ node }) => node.parent as Property);
  if (document.language === "yaml" && properties.some(({ value }) => document.text[value.start] === "*")) {
    return { refused: "A selected state is a YAML alias." };
  }
  const style = styleOf(document.parsed);
  const name = uniqueStateName(machine, type);
  const end = border.needsEnd ? uniqueStateName(machine, `${type} done`) : undefined;
  const moved = properties.map((from, index): Member => {
    const edits = endingEdits(document, states[index] as State, border, end, style);
    return { key: from.key.value, draft: { moved: { node: from.value, edits } }, from };
  });
  const inner: Member[] = [
    { key: "StartAt", draft: { value: border.entry.name } },
    {
      key: "States",
      draft: {
        members: [...moved, ...(end === undefined ? [] : [{ key: end, draft: { value: { Type: "Succeed" } } }])],
      },
    },
  ];
  const member: Member = { key: name, draft: { members: newState(machine, type, inner, border) } };
  return {
    edits: [...replaceStates(properties, member, style), ...entryEdits(document, scope, states, border.entry, name)],
  };
}

function newState(machine: Machine, type: "Parallel" | "Map", inner: readonly Member[], { next }: Border): Member[] {
  const isJsonata = machine.queryLanguage === "JSONata";
  const field = (key: string, value: JsonValue): Member => ({ key, draft: { value } });
  const exit = next === undefined ? field("End", true) : field("Next", next);
  if (type === "Map") {
    const config: Member = { key: "ProcessorConfig", draft: { value: { Mode: "INLINE" } } };
    const items = isJsonata ? field("Items", "{% $states.input %}") : field("ItemsPath", "$");
    return [field("Type", "Map"), items, { key: "ItemProcessor", draft: { members: [config, ...inner] } }, exit];
  }
  // The result of one branch is an array of one: what comes out is what came out before.
  const output = isJsonata ? field("Output", "{% $states.result[0] %}") : field("OutputPath", "$[0]");
  return [field("Type", "Parallel"), { key: "Branches", draft: { items: [{ members: inner }] } }, output, exit];
}

function borderOf(scope: Scope, states: readonly State[]): Border | { readonly refused: string } {
  const inside = new Set(states);
  const names = new Set(states.map(({ name }) => name));
  const entries = new Set<string>();
  if (scope.startAt !== undefined && names.has(scope.startAt.value)) entries.add(scope.startAt.value);
  for (const state of scope.states) {
    if (inside.has(state)) continue;
    for (const { target } of state.transitions) if (names.has(target)) entries.add(target);
  }
  if (entries.size > 1)
    return { refused: `More than one of them is come to from outside: ${[...entries].join(", ")}.` };
  const entry = states.find(({ name }) => entries.has(name));
  if (entry === undefined) return { refused: "Nothing leads to these states." };
  const exits = new Set<string | undefined>();
  let needsEnd = false;
  for (const state of states) {
    if (state.terminal && state.type !== "Fail") exits.add(undefined);
    for (const { target, kind } of state.transitions) {
      if (names.has(target)) continue;
      exits.add(target);
      needsEnd ||= kind !== "next";
    }
  }
  if (exits.size > 1) {
    const list = [...exits].map((exit) => (exit === undefined ? "the end" : `"${exit}"`)).join(", ");
    return { refused: `They lead to more than one place: ${list}.` };
  }
  if (exits.size === 0) return { refused: "They never lead out of themselves." };
  return { entry, next: [...exits][0], needsEnd };
}

/** Variables of a branch or iteration vanish with it, and those outside cannot be set there. */
function refusedVariables(machine: Machine, states: readonly State[]): string | undefined {
  const all = new Set(states.flatMap((state) => [state, ...statesBelow(state)]));
  const written = new Set([...all].flatMap((state) => writesOf(state).map(({ name }) => name)));
  if (written.size === 0) return undefined;
  for (const state of machine.states) {
    if (all.has(state)) continue;
    const used = [...readsOf(state), ...writesOf(state)].find(({ name }) => written.has(name));
    if (used !== undefined) return `They assign $${used.name}, which "${state.name}" uses, too.`;
  }
  return undefined;
}

function statesBelow(state: State): readonly State[] {
  return state.scopes.flatMap(({ states }) => states.flatMap((inner) => [inner, ...statesBelow(inner)]));
}

/** `Next` to the state behind becomes the end of the branch. */
function endingEdits(
  document: AslDocument,
  state: State,
  border: Border,
  end: string | undefined,
  style: Style,
): TextEdit[] {
  return state.transitions.flatMap(({ kind, target, node }): TextEdit[] => {
    if (border.next === undefined || target !== border.next) return [];
    if (kind !== "next") return [rewriteString(document, node, end as string)];
    const { key } = property(state.node, "Next") as Property;
    const flow = isBracketed(state.node, style.parsed);
    return [
      {
        start: key.start,
        end: node.end,
        newText: memberText({ key: "End", draft: { value: true } }, "", style, true, flow),
      },
    ];
  });
}

/** Puts the new state where the first of the old ones was, and takes the others away. */
function replaceStates(properties: readonly Property[], member: Member, style: Style): TextEdit[] {
  const { text, language } = style.parsed;
  const [first, ...others] = properties as [Property, ...Property[]];
  const states = first.parent;
  const isBlock = language === "yaml" && !isBracketed(states, style.parsed);
  const indent = isBlock ? columnOf(style, states.start) : indentOf(style, (states.properties[0] as Property).start);
  const inline = !isBlock && !text.slice(states.start, (states.properties[0] as Property).start).includes("\n");
  const end = isBlock ? endOfLine(text, first) : first.end;
  return [
    { start: first.start, end, newText: memberText(member, indent, style, inline, !isBlock) },
    ...others.map((other) => (isBlock ? withComments(other, text) : removeProperty(other, style))),
  ];
}

/** A state of YAML with the comments before it, which move along. */
function withComments(property: Property, text: string): TextEdit {
  const { properties } = property.parent;
  const previous = properties[properties.indexOf(property) - 1] as Property;
  return { start: endOfLine(text, previous), end: endOfLine(text, property), newText: "" };
}

/** What led to the first state leads to the new one. */
function entryEdits(
  document: AslDocument,
  scope: Scope,
  states: readonly State[],
  entry: State,
  name: string,
): TextEdit[] {
  const inside = new Set(states);
  const edits: TextEdit[] = [];
  if (scope.startAt?.value === entry.name) edits.push(rewriteString(document, scope.startAt, name));
  for (const state of scope.states) {
    if (inside.has(state)) continue;
    for (const { target, node } of state.transitions) {
      if (target === entry.name) edits.push(rewriteString(document, node, name));
    }
  }
  return edits;
}
