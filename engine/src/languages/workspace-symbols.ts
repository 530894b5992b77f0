/** What has a name in many documents, found by the letters of it. */
import type { DocumentSymbol, Place, SymbolType } from "../editor/types.ts";
import { symbols } from "./features.ts";
import type { Document } from "./types.ts";

export interface WorkspaceSymbol extends Place {
  /** Index among the documents. */
  readonly document: number;
  readonly name: string;
  readonly type: SymbolType;
  /** The symbols around it, "Book trip > Branch 1"; "" for one that stands alone. */
  readonly container: string;
}

const MAX_SYMBOLS = 500;

/** Symbols whose names have the letters of the query in order; those that contain it as it is come first. */
export function workspaceSymbols(documents: readonly Document[], query: string): readonly WorkspaceSymbol[] {
  const wanted = query.toLowerCase();
  const whole: WorkspaceSymbol[] = [];
  const parts: WorkspaceSymbol[] = [];
  const add = (
    document: number,
    { name, type, nameStart, nameEnd, children }: DocumentSymbol,
    around: string,
  ): void => {
    const folded = name.toLowerCase();
    const list = folded.includes(wanted) ? whole : hasLetters(folded, wanted) ? parts : undefined;
    // A branch has no name of its own.
    if (type !== "branch") list?.push({ document, name, type, container: around, start: nameStart, end: nameEnd });
    for (const child of children) add(document, child, around === "" ? name : `${around} > ${name}`);
  };
  for (const [index, document] of documents.entries()) for (const symbol of symbols(document)) add(index, symbol, "");
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
