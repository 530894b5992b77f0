/**
 * Renaming states and variables. A state is named by its key, by StartAt, Next, Default of its own scope; a variable by
 * keys of Assign and by `$name` in paths, intrinsic functions and JSONata of its scope and of those inside it.
 */
import { contentRange, isAliasCopy, rewriteString } from "../../editor/string-edit.ts";
import type { Renamed, RenameTarget } from "../../editor/types.ts";
import { MAX_STATE_NAME_LENGTH, MAX_VARIABLE_NAME_LENGTH } from "../../limits.ts";
import type { TextEdit } from "../../problem.ts";
import { nodeAt, parentOf } from "../../text/navigate.ts";
import type { StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { stateNamedAt, targetsOf } from "../document-index.ts";
import type { Scope, State } from "../model.ts";
import { JSONATA_BUILTINS } from "../variables.ts";
import {
  declaredIn,
  declaringScope,
  type VariableMention,
  variableAt,
  variableUses,
  variableWrites,
} from "./variables-at.ts";

/** Undefined where nothing can be renamed. */
export function renameTarget(document: AslDocument, offset: number): RenameTarget | undefined {
  const found = find(document, offset);
  if (found === undefined) return undefined;
  const { variable, node } = found;
  if (variable !== undefined) return { start: variable.nameStart, end: variable.nameEnd, name: variable.name };
  return { ...contentRange(document, node), name: found.state.name };
}

/** Every edit that the new name asks for, or, in words, why it cannot be. */
export function rename(document: AslDocument, offset: number, newName: string): Renamed {
  const found = find(document, offset);
  if (found === undefined) return { refused: "Only states and variables can be renamed." };
  return found.variable === undefined
    ? renameState(document, found.state, newName)
    : renameVariable(document, found.variable, newName.replace(/^\$/, ""));
}

type Found =
  | { readonly node: StringNode; readonly state: State; readonly variable?: undefined }
  | { readonly node: StringNode; readonly variable: VariableMention };

function find(document: AslDocument, offset: number): Found | undefined {
  const node = nodeAt(document.parsed.root, offset);
  if (node?.kind !== "string") return undefined;
  const state = stateNamedAt(document.index, node);
  if (state !== undefined) return { node, state };
  const variable = variableAt(document, node, offset);
  const isAssigned = variable !== undefined && declaredIn(variable.scope).has(variable.name);
  return isAssigned ? { node, variable } : undefined;
}

function renameState(document: AslDocument, state: State, name: string): Renamed {
  if (name.trim() === "") return { refused: "A state needs a name." };
  if ([...name].length > MAX_STATE_NAME_LENGTH) {
    return { refused: `A state's name has at most ${MAX_STATE_NAME_LENGTH} characters.` };
  }
  if (/\p{Cc}/u.test(name)) return { refused: "A state's name has no control characters." };
  if (name === state.name) return { edits: [] };
  if (document.machine?.states.some((other) => other.name === name)) {
    return { refused: `There is a state ${JSON.stringify(name)} already; names are unique in a state machine.` };
  }
  const nodes = [state.nameNode, ...targetsOf(document.index, state).map((target) => target.node)];
  return together(
    document,
    nodes.map((node) => ({ node, edit: rewriteString(document, node, name) })),
  );
}

function renameVariable(document: AslDocument, variable: VariableMention, name: string): Renamed {
  if (!/^[\p{ID_Start}_][\p{ID_Continue}]*$/u.test(name)) {
    return { refused: "A variable's name is a letter or _, followed by letters, digits and _." };
  }
  if ([...name].length > MAX_VARIABLE_NAME_LENGTH) {
    return { refused: `A variable's name has at most ${MAX_VARIABLE_NAME_LENGTH} characters.` };
  }
  const usesJsonata = document.machine?.states.some(({ queryLanguage }) => queryLanguage === "JSONata");
  if (name === "states") return { refused: "$states is Step Functions' own." };
  if (usesJsonata && JSONATA_BUILTINS.has(name)) return { refused: `$${name} is a function of JSONata.` };
  if (name === variable.name) return { edits: [] };
  const mentions = [...variableWrites(document, variable), ...variableUses(document, variable)];
  if (isTaken(variable.scope, name) || mentions.some(({ node }) => hasWord(node.value, name))) {
    return { refused: `$${name} is used already where $${variable.name} is seen.` };
  }
  return together(
    document,
    mentions.map(({ node, nameStart, nameEnd }) => ({ node, edit: { start: nameStart, end: nameEnd, newText: name } })),
  );
}

/** Assigned in a scope around, which would then be another variable's, or in one inside, which would hide this one. */
function isTaken(scope: Scope, name: string): boolean {
  const isAssignedInside = (inner: Scope): boolean =>
    declaredIn(inner).has(name) || inner.states.some((state) => state.scopes.some(isAssignedInside));
  return declaringScope(scope, name) !== undefined || isAssignedInside(scope);
}

/** An expression that has `$name` binds it for itself. */
function hasWord(text: string, name: string): boolean {
  for (let at = text.indexOf(`$${name}`); at >= 0; at = text.indexOf(`$${name}`, at + 1)) {
    if (!/^[\p{ID_Continue}]/u.test(text.slice(at + name.length + 1))) return true;
  }
  return false;
}

interface Place {
  readonly node: StringNode;
  readonly edit: TextEdit;
}

/** The edits in document order. What a YAML alias repeats is edited where it is written, once. */
function together(document: AslDocument, places: readonly Place[]): Renamed {
  const written = places.filter(({ node }) => !isAliasCopy(document, node));
  const edits = written.map(({ edit }) => edit).sort((a, b) => a.start - b.start);
  for (const { node } of places) {
    if (!isAliasCopy(document, node)) continue;
    const anchored = anchoredRange(document, node);
    if (!edits.some(({ start }) => start >= anchored.start && start < anchored.end)) {
      return { refused: `${document.text.slice(node.start, node.end)} stands for a name of another place.` };
    }
  }
  return { edits };
}

/** The value that an alias repeats: what stands behind its anchor. */
function anchoredRange({ text, parsed }: AslDocument, { start, end }: StringNode): { start: number; end: number } {
  const anchor = `&${text.slice(start + 1, end).trim()}`;
  const anchorAt = text.lastIndexOf(anchor, start);
  const behind = anchorAt + anchor.length + (/^\s*/.exec(text.slice(anchorAt + anchor.length))?.[0].length ?? 0);
  let node = anchorAt < 0 ? undefined : nodeAt(parsed.root, behind);
  for (let at = node; at !== undefined && at.start >= anchorAt; at = parentOf(at)) node = at;
  return node ?? { start: 0, end: 0 };
}
