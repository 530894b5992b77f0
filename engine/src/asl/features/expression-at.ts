/** The word of an expression that the cursor is on: a function's name, a path into `$states` or the context object. */
import { contextDoc, contextFieldAt, intrinsicDoc, jsonataFunctionDoc, statesMemberDoc } from "../../schema/tables.ts";
import type { FieldDoc } from "../../schema/types.ts";

export interface ExpressionWord {
  /** Indexes into the string's value. */
  readonly start: number;
  readonly end: number;
  readonly doc: FieldDoc;
}

const WORD = /\$\$?[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|\$\$(?:\.[A-Za-z_]\w*)+|\bStates\.[A-Za-z0-9]+/g;

/** True for strings that may hold a path, an intrinsic function or a JSONata expression. */
export function mayBeExpression(value: string): boolean {
  return /^(?:\{%|\$|States\.)/.test(value);
}

/** The word at an index of a string's value; a path ends with the step that the cursor is on. */
export function expressionWordAt(value: string, index: number): ExpressionWord | undefined {
  for (const match of value.matchAll(WORD)) {
    const start = match.index;
    if (index < start) return undefined;
    if (index > start + match[0].length) continue;
    const isIntrinsic = match[0].startsWith("States.");
    const stepEnd = isIntrinsic ? -1 : match[0].indexOf(".", index - start);
    const word = stepEnd < 0 ? match[0] : match[0].slice(0, stepEnd);
    const doc = isIntrinsic ? intrinsicDoc(word) : docOfWord(word, value.startsWith("{%"));
    return doc && { start, end: start + word.length, doc };
  }
  return undefined;
}

function docOfWord(word: string, jsonata: boolean): FieldDoc | undefined {
  const path = (jsonata ? /^\$states\.context\.(.+)$/ : /^\$\$\.(.+)$/).exec(word)?.[1];
  if (path !== undefined) return contextDocOf(path, jsonata ? "$states.context" : "$$");
  if (!jsonata) return undefined;
  const member = /^\$states\.(\w+)/.exec(word)?.[1];
  return member === undefined ? jsonataFunctionDoc(word) : statesMemberDoc(member);
}

/** What lies inside a value of the user's, `Execution.Input.orderId`, means the field of AWS's that holds it. */
function contextDocOf(path: string, root: string): FieldDoc | undefined {
  let at = path;
  while (contextFieldAt(at) === undefined) {
    const dot = at.lastIndexOf(".");
    if (dot < 0) return undefined;
    at = at.slice(0, dot);
  }
  const doc = contextDoc(at);
  return doc && { ...doc, name: `${root}.${at}` };
}
