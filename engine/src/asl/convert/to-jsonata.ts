/**
 * From JSONPath to JSONata: one state, or the machine with all states inside. Nothing is converted by halves: where some
 * part has no faithful equal, the reasons are given instead of edits.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
import {
  type Draft,
  type Member,
  type ObjectDraft,
  replacementText,
  type Style,
  styleOf,
} from "../../editor/compose.ts";
import type { TextEdit } from "../../problem.ts";
import { property } from "../../text/navigate.ts";
import type { ParsedText } from "../../text/parsed.ts";
import type { ObjectNode, Property } from "../../text/tree.ts";
import type { Machine, Scope, State } from "../model.ts";
import { CannotConvert } from "./expression-text.ts";
import { stateMembers } from "./state.ts";

/** Edits that convert, or every reason against it, each naming its state. */
export type Conversion = { readonly edits: readonly TextEdit[] } | { readonly reasons: readonly string[] };

/** Converts one state; states inside a Map or Parallel stay as they are. */
export function convertState(parsed: ParsedText, state: State): Conversion {
  const style = styleOf(parsed);
  const refused = refusedText(style);
  if (refused !== undefined) return { reasons: [refused] };
  const reasons: string[] = [];
  const members = convertedMembers(state, reasons, ({ value }) => ({ keep: value }));
  if (members === undefined) return { reasons };
  const type = members.findIndex(({ key }) => key === "Type");
  members.splice(type + 1, 0, { key: "QueryLanguage", draft: { value: "JSONata" } });
  return { edits: [replace({ members, of: state.node }, style)] };
}

/** Converts a whole machine; its JSONata states stay as they are. */
export function convertMachine(parsed: ParsedText, machine: Machine): Conversion {
  const style = styleOf(parsed);
  const refused = refusedText(style);
  if (refused !== undefined) return { reasons: [refused] };
  const reasons: string[] = [];
  const members = scopeMembers(machine.scope, reasons);
  if (reasons.length > 0) return { reasons };
  const before = members.findIndex(({ key }) => key === "Comment");
  members.splice(before + 1, 0, { key: "QueryLanguage", draft: { value: "JSONata" } });
  return { edits: [replace({ members, of: machine.node }, style)] };
}

function replace(draft: ObjectDraft & { readonly of: ObjectNode }, style: Style): TextEdit {
  const { start, end } = draft.of;
  const { text } = style.parsed;
  const newText = replacementText(draft, style);
  // A YAML block ends behind its last line's end; the text does not.
  const trailing = /\s*$/.exec(text.slice(start, end))?.[0].length ?? 0;
  const comment =
    style.parsed.language === "yaml" ? (/^[ \t]+#[^\r\n]*/.exec(text.slice(end - trailing))?.[0] ?? "") : "";
  return { start, end: end - trailing + comment.length, newText };
}

function refusedText({ parsed: { text, language, problems } }: Style): string | undefined {
  if (problems.some(({ severity }) => severity === "error")) return "The text has mistakes that must be mended first.";
  const hasAnchors = language === "yaml" && /(?:^|[\s:[{,-])[&*][A-Za-z0-9_]+(?:$|[\s,\]}])/m.test(text);
  return hasAnchors ? "The document has YAML anchors, whose copies cannot be converted one by one." : undefined;
}

function scopeMembers(scope: Scope, reasons: string[]): Member[] {
  return scope.node.properties.flatMap((from): Member[] => {
    const { key, value } = from;
    if (key.value === "QueryLanguage") return [];
    if (key.value !== "States" || value.kind !== "object") return [{ key: key.value, draft: { keep: value }, from }];
    const members = value.properties.map((entry): Member => {
      const state = scope.states.find(({ node }) => node === entry.value);
      return { key: entry.key.value, draft: stateDraft(state, entry, reasons), from: entry };
    });
    return [{ key: "States", draft: { members, of: value }, from }];
  });
}

function stateDraft(state: State | undefined, entry: Property, reasons: string[]): Draft {
  if (state === undefined) return { keep: entry.value };
  const inner = (scopes: Property): Draft => scopesDraft(state, scopes, reasons);
  const members =
    state.queryLanguage === "JSONata" ? keptMembers(state, inner) : convertedMembers(state, reasons, inner);
  return members === undefined ? { keep: state.node } : { members, of: state.node };
}

/** A JSONata state: only what stands inside of it may change. */
function keptMembers(state: State, inner: (scopes: Property) => Draft): Member[] {
  return state.node.properties.flatMap((from): Member[] => {
    const { key, value } = from;
    if (key.value === "QueryLanguage") return [];
    const isScopes = ["Branches", "ItemProcessor", "Iterator"].includes(key.value);
    return [{ key: key.value, draft: isScopes ? inner(from) : { keep: value }, from }];
  });
}

function convertedMembers(state: State, reasons: string[], inner: (scopes: Property) => Draft): Member[] | undefined {
  try {
    if (property(state.node, "<<") !== undefined) throw new CannotConvert("it has a YAML merge key");
    return stateMembers(state, inner);
  } catch (thrown) {
    if (!(thrown instanceof CannotConvert)) throw thrown;
    reasons.push(`State "${state.name}": ${thrown.reason}.`);
    return undefined;
  }
}

function scopesDraft(state: State, { value }: Property, reasons: string[]): Draft {
  const draftOf = (node: ObjectNode): Draft => {
    const scope = state.scopes.find((candidate) => candidate.node === node);
    return scope === undefined ? { keep: node } : { members: scopeMembers(scope, reasons), of: node };
  };
  if (value.kind === "object") return draftOf(value);
  if (value.kind !== "array") return { keep: value };
  return { items: value.items.map((item) => (item.kind === "object" ? draftOf(item) : { keep: item })), of: value };
}
