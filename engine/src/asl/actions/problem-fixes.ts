/**
 * Fixes that need more than the place of the problem: the machine around it, or the style of the text. They are made
 * when an editor asks for them, not with every check; by rule.
 */
import { styleOf } from "../../editor/compose.ts";
import { addProperty, removeProperty } from "../../editor/object-edits.ts";
import { ownFixes, type ProblemFix } from "../../editor/quick-fixes.ts";
import { rewriteString } from "../../editor/string-edit.ts";
import type { Problem, TextEdit } from "../../problem.ts";
import { fieldDoc } from "../../schema/docs.ts";
import { nodeAt, parentOf, property } from "../../text/navigate.ts";
import type { ArrayNode, Node } from "../../text/tree.ts";
import { delimited, expression } from "../convert/expression-text.ts";
import { evaluated } from "../convert/template.ts";
import type { AslDocument } from "../document.ts";
import { stateAround } from "../document-index.ts";
import type { State } from "../model.ts";
import { addField, addState, withFailState } from "./add-parts.ts";
import { uniqueStateName } from "./state-names.ts";

/** A fix as its maker gives it: edits may turn out to be impossible. */
interface Attempt {
  readonly title: string;
  readonly edits: readonly (TextEdit | undefined)[];
  /** Takes nothing away that somebody may have meant, and adds nothing that is still to be thought about. */
  readonly sure?: true;
}

interface Site {
  readonly document: AslDocument;
  readonly problem: Problem;
  readonly node: Node;
  readonly state: State | undefined;
}

type Fixer = (site: Site) => readonly Attempt[];

const FIXERS: Readonly<Record<string, Fixer>> = {
  "choice-without-default": ({ document, state }) => {
    const { machine } = document;
    if (machine === undefined || state === undefined) return [];
    const edits = withFailState(document, machine, state, "Default", `${state.name} undecided`);
    return [{ title: "Add Default", edits }];
  },
  "duplicate-key": (site) => removal(site, site.node.parent),
  "duplicate-state-name": renamedState,
  "jsonata-in-jsonpath": ({ document, state }) => {
    if (state?.type === undefined) return [];
    const kind = state.type.toLowerCase();
    const ofJsonPath = state.node.properties.some(({ key }) => fieldDoc(kind, key.value)?.queryLanguage === "JSONPath");
    if (ofJsonPath) return [];
    const type = property(state.node, "Type");
    return [
      { title: 'Add "QueryLanguage": "JSONata"', edits: [addField(document, state, "QueryLanguage", "JSONata", type)] },
    ];
  },
  "jsonpath-in-jsonata": asJsonata,
  "missing-field": missingField,
  "repeated-error-name": removedItem,
  "states-all-alone-and-last": statesAll,
  "unknown-target": missingState,
  "unreachable-state": (site) => {
    const { state } = site;
    const named = state?.scope.states.some(({ transitions }) =>
      transitions.some(({ target }) => target === state.name),
    );
    return named === false ? removal(site, state?.node.parent) : [];
  },
};

/** Every fix of a problem: those that it brings with it first. */
export function fixesOf(document: AslDocument, problem: Problem): readonly ProblemFix[] {
  const node = nodeAt(document.parsed.root, problem.start) ?? document.parsed.root;
  const fixer = Object.hasOwn(FIXERS, problem.rule) ? FIXERS[problem.rule] : undefined;
  const state = document.index.names.get(node) ?? stateAround(document.index, node);
  const attempts = fixer?.({ document, problem, node, state }) ?? [];
  const others = attempts.flatMap(({ title, edits, sure = false }) => {
    const possible = edits.filter((edit) => edit !== undefined);
    return possible.length === edits.length && possible.length > 0 ? [{ title, edits: possible, sure }] : [];
  });
  return [...ownFixes(problem), ...others];
}

function removal({ document }: Site, target: Node["parent"]): readonly Attempt[] {
  if (target?.kind !== "property") return [];
  return [{ title: `Remove "${target.key.value}"`, edits: [removeProperty(target, styleOf(document.parsed))] }];
}

/** The second of two states gets a name of its own, and what leads to it leads there. */
function renamedState({ document, state }: Site): readonly Attempt[] {
  const { machine } = document;
  if (machine === undefined || state === undefined) return [];
  const name = uniqueStateName(machine, state.name);
  const nodes = [state.nameNode];
  if (state.scope.startAt?.value === state.name) nodes.push(state.scope.startAt);
  for (const other of state.scope.states) {
    for (const { target, node } of other.transitions) if (target === state.name) nodes.push(node);
  }
  return [{ title: `Rename to "${name}"`, edits: nodes.map((node) => rewriteString(document, node, name)) }];
}

function asJsonata({ document, node, state }: Site): readonly Attempt[] {
  const own = node.parent;
  if (state === undefined || own?.kind !== "property" || own.value.kind !== "string") return [];
  try {
    const text = delimited(evaluated(own.value, expression("$states.input")).text);
    const name = own.key.value.replace(/\.\$$/, "");
    const key = name === own.key.value ? [] : [rewriteString(document, own.key, name)];
    const edits = [...key, rewriteString(document, own.value, text)];
    return [{ title: "Write it in JSONata", edits, sure: true }];
  } catch {
    return [];
  }
}

function missingField({ document, problem, state }: Site): readonly Attempt[] {
  if (state === undefined || !/`End`/.test(problem.message) || state.type === "Choice") return [];
  const { states } = state.scope;
  const behind = states[states.indexOf(state) + 1];
  const next: Attempt[] =
    behind === undefined
      ? []
      : [
          {
            title: `Add Next: "${behind.name}"`,
            edits: [addProperty(state.node, "Next", behind.name, styleOf(document.parsed))],
          },
        ];
  const end = { title: 'Add "End": true', edits: [addField(document, state, "End", true)] };
  return problem.fixes === undefined ? [...next, end] : next;
}

/** An item with its comma; in YAML its line. */
function removedItem({ document, node }: Site): readonly Attempt[] {
  const array = parentOf(node);
  if (node.kind !== "string" || array?.kind !== "array" || document.text[array.start] !== "[") return [];
  if (array.items.length === 1) return [];
  return [{ title: `Remove "${node.value}"`, edits: [itemRemoval(array, node)], sure: true }];
}

function itemRemoval(array: ArrayNode, item: Node): TextEdit {
  const index = array.items.indexOf(item);
  const before = array.items[index - 1];
  const next = array.items[index + 1];
  if (before !== undefined) return { start: before.end, end: item.end, newText: "" };
  return { start: item.start, end: next?.start ?? item.end, newText: "" };
}

/** Alone in its list; its retrier or catcher behind the others. */
function statesAll({ document, node }: Site): readonly Attempt[] {
  const { text, language } = document;
  const names = node.kind === "array" ? node : parentOf(node);
  if (names?.kind !== "array") return [];
  if (names.items.length > 1) {
    const [start, end] = [names.items[0]?.start ?? names.start, names.items.at(-1)?.end ?? names.end];
    const all = names.items.find((item) => item.kind === "string" && item.value === "States.ALL") as Node;
    return [{ title: "Keep States.ALL alone", edits: [{ start, end, newText: text.slice(all.start, all.end) }] }];
  }
  const handler = parentOf(names);
  const list = handler === undefined ? undefined : parentOf(handler);
  const last = list?.kind === "array" ? list.items.at(-1) : undefined;
  if (list?.kind !== "array" || handler === undefined || last === undefined) return [];
  if (language === "yaml" && text[list.start] !== "[") return [];
  const moved = { start: last.end, end: last.end, newText: `, ${text.slice(handler.start, handler.end)}` };
  return [{ title: "Move behind the others", edits: [itemRemoval(list, handler), moved] }];
}

function missingState({ document, node, state }: Site): readonly Attempt[] {
  if (node.kind !== "string" || state === undefined || document.machine === undefined) return [];
  if (document.machine.states.some(({ name }) => name === node.value)) return [];
  const edit = addState(document, state, node.value, { Type: "Pass", End: true });
  return [{ title: `Add a state "${node.value}"`, edits: [edit] }];
}
