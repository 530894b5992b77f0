/** States of many definitions, found by the letters of their names. */
import type { Scope, StateType } from "../model.ts";
import type { AslDocument } from "./document.ts";

export interface WorkspaceSymbol {
  /** Index among the documents. */
  readonly document: number;
  readonly name: string;
  readonly type?: StateType;
  /** The states and branches around it, "Book trip > Branch 1"; "" for a state of the machine itself. */
  readonly container: string;
  readonly start: number;
  readonly end: number;
}

const MAX_SYMBOLS = 500;

/** States whose names have the letters of the query in order; those that contain it as it is come first. */
export function workspaceSymbols(documents: readonly AslDocument[], query: string): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const whole: WorkspaceSymbol[] = [];
  const parts: WorkspaceSymbol[] = [];
  for (const [document, { machine }] of documents.entries()) {
    for (const { name, nameNode, type, scope } of machine?.states ?? []) {
      const folded = name.toLowerCase();
      const list = folded.includes(wanted) ? whole : hasLetters(folded, wanted) ? parts : undefined;
      const { start, end } = nameNode;
      list?.push({ document, name, ...(type && { type }), container: containerOf(scope), start, end });
    }
  }
  return [...whole, ...parts].slice(0, MAX_SYMBOLS);
}

function hasLetters(name: string, wanted: string): boolean {
  let at = -1;
  for (const letter of wanted) {
    at = name.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}

function containerOf(inner: Scope): string {
  const names: string[] = [];
  for (let scope = inner; scope.owner !== undefined; scope = scope.owner.scope) {
    if (scope.kind === "branch") names.unshift(`Branch ${scope.index + 1}`);
    names.unshift(scope.owner.name);
  }
  return names.join(" > ");
}
