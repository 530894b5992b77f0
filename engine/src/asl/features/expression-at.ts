/** The word of an expression that the cursor is on: a function's name, a path into `$states` or the context object. */
import { CONTEXT_FIELDS, INTRINSICS, JSONATA_FUNCTIONS, STATES_MEMBERS } from "../../schema/generated/tables.ts";
import type { ContextEntry, FunctionEntry, StatesMember } from "../../schema/types.ts";

export type ExpressionWord =
  | { readonly kind: "function"; readonly start: number; readonly end: number; readonly entry: FunctionEntry }
  | { readonly kind: "context"; readonly start: number; readonly end: number; readonly entry: ContextEntry }
  | { readonly kind: "member"; readonly start: number; readonly end: number; readonly entry: StatesMember };

const WORD = /\$\$?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\$\$(?:\.[A-Za-z_]\w*)+|\bStates\.[A-Za-z0-9]+/g;

/** The word at an index of a string's value, with its range there; a path ends with the step that the cursor is on. */
export function expressionWordAt(value: string, index: number): ExpressionWord | undefined {
  for (const match of value.matchAll(WORD)) {
    const start = match.index;
    if (index < start) return undefined;
    if (index > start + match[0].length) continue;
    const stepEnd = match[0].indexOf(".", index - start);
    const word = stepEnd < 0 ? match[0] : match[0].slice(0, stepEnd);
    return describe(word, match[0], start, value.startsWith("{%"));
  }
  return undefined;
}

function describe(word: string, whole: string, start: number, jsonata: boolean): ExpressionWord | undefined {
  if (whole.startsWith("States.")) {
    const entry = INTRINSICS.find(({ name }) => name === whole);
    return entry && { kind: "function", start, end: start + whole.length, entry };
  }
  const end = start + word.length;
  const context = /^(?:\$\$|\$states\.context)\.(.+)$/.exec(word)?.[1];
  if (context !== undefined) {
    const entry = longestContext(context);
    // Below what the context object defines, `$$.Execution.Input.orderId`, the whole path means the nearest field.
    return entry && { kind: "context", start, end, entry };
  }
  if (!jsonata) return undefined;
  const name = /^\$states\.(\w+)/.exec(word)?.[1];
  if (name !== undefined) {
    const entry = STATES_MEMBERS.find((member) => member.name === name);
    return entry && { kind: "member", start, end, entry };
  }
  const entry = JSONATA_FUNCTIONS.find((candidate) => candidate.name === word);
  return entry && { kind: "function", start, end, entry };
}

function longestContext(path: string): ContextEntry | undefined {
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const entry = CONTEXT_FIELDS.find((candidate) => candidate.path === at);
    if (entry !== undefined) return entry;
  }
  return undefined;
}
