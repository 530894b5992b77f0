/**
 * What the shells ask of a document, whatever its language: each question goes to the language of the document, and what
 * follows from the tree alone is answered here.
 */
import { foldingRanges as foldingOfTree } from "../editor/folding.ts";
import { format as formatTree } from "../editor/format.ts";
import { rangesAround } from "../editor/selection-range.ts";
import type { SemanticToken } from "../editor/semantic-tokens.ts";
import { NOTHING_AROUND } from "../editor/surroundings.ts";
import type {
  CodeAction,
  CodeActionOptions,
  CompletionEntry,
  DefinitionPlace,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  FormatOptions,
  HoverText,
  InlayHint,
  Lens,
  Place,
  Renamed,
  RenameTarget,
  Selection,
  SignatureHelp,
  Surroundings,
} from "../editor/types.ts";
import type { Problem, TextEdit } from "../problem.ts";
import { withoutSilenced } from "../rules/silence.ts";
import { substitutionDefinition, substitutionHover, templatesAround } from "./substitutions.ts";
import { languageFor } from "./table.ts";
import type { Document } from "./types.ts";

interface Found {
  readonly surroundings: Surroundings;
  readonly problems: readonly Problem[];
}

const found = new WeakMap<Document, Found>();

/** Every problem of a document that its text does not silence, sorted by place; the same list for the same question. */
export function problemsOf(document: Document, surroundings: Surroundings = NOTHING_AROUND): readonly Problem[] {
  const known = found.get(document);
  if (known?.surroundings === surroundings) return known.problems;
  const problems = withoutSilenced(languageFor(document).problems(document, surroundings), document.parsed);
  found.set(document, { surroundings, problems });
  return problems;
}

/** Addresses of the files that belong to a document, by what they are to it. */
export function filesBeside(document: Document, uri: string): Readonly<Record<string, string>> {
  return { ...templatesAround(document, uri), ...languageFor(document).filesBeside?.(document, uri) };
}

/** In the order in which an editor shows them. */
export function codeActions(
  document: Document,
  selection: Selection,
  options: Partial<CodeActionOptions> = {},
  surroundings: Surroundings = NOTHING_AROUND,
): readonly CodeAction[] {
  const all = { problems: problemsOf(document, surroundings), ...options };
  return languageFor(document).codeActions?.(document, selection, all, surroundings) ?? [];
}

/** In the order in which to show them; empty where nothing is known. */
export function complete(
  document: Document,
  offset: number,
  surroundings: Surroundings = NOTHING_AROUND,
): readonly CompletionEntry[] {
  return languageFor(document).complete?.(document, offset, surroundings) ?? [];
}

/** Where what is named at `offset` is declared. */
export function definition(
  document: Document,
  offset: number,
  surroundings: Surroundings = NOTHING_AROUND,
): readonly DefinitionPlace[] {
  const substituted = substitutionDefinition(document, offset, surroundings);
  return substituted.length > 0
    ? substituted
    : (languageFor(document).definition?.(document, offset, surroundings) ?? []);
}

/** In document order. */
export function documentLinks(
  document: Document,
  surroundings: Surroundings = NOTHING_AROUND,
): readonly DocumentLink[] {
  return languageFor(document).documentLinks?.(document, surroundings) ?? [];
}

/** In document order. */
export function foldingRanges(document: Document): readonly FoldingRange[] {
  return foldingOfTree(document);
}

/** Edits of white space alone; none where the text is too broken to tell. `range`: only what lies in its lines. */
export function format(document: Document, options: FormatOptions, range?: Place): readonly TextEdit[] {
  return formatTree(document, options, range);
}

/** Undefined where there is nothing to say. */
export function hover(
  document: Document,
  offset: number,
  surroundings: Surroundings = NOTHING_AROUND,
): HoverText | undefined {
  const substituted = substitutionHover(document, offset, surroundings);
  return substituted ?? languageFor(document).hover?.(document, offset, surroundings);
}

/** Those of a range, in document order. */
export function inlayHints(
  document: Document,
  range: Place,
  surroundings: Surroundings = NOTHING_AROUND,
): readonly InlayHint[] {
  return languageFor(document).inlayHints?.(document, range, surroundings) ?? [];
}

/** In document order; those of one place from left to right. */
export function lenses(document: Document, surroundings: Surroundings = NOTHING_AROUND): readonly Lens[] {
  return languageFor(document).lenses?.(document, surroundings) ?? [];
}

/** Text for a new file of sample messages beside a document; undefined where samples make no sense. */
export function newSamples(document: Document, surroundings: Surroundings = NOTHING_AROUND): string | undefined {
  return languageFor(document).newSamples?.(document, surroundings);
}

/** Every place that names what is named at `offset`, in document order. */
export function references(document: Document, offset: number, includeDeclaration = true): readonly Place[] {
  return languageFor(document).references?.(document, offset, includeDeclaration) ?? [];
}

/** Every edit that the new name asks for, or, in words, why it cannot be. */
export function rename(document: Document, offset: number, newName: string): Renamed {
  return languageFor(document).rename?.(document, offset, newName) ?? { refused: "Nothing here can be renamed." };
}

/** Undefined where nothing can be renamed. */
export function renameTarget(document: Document, offset: number): RenameTarget | undefined {
  return languageFor(document).renameTarget?.(document, offset);
}

/** Ranges around an offset, each larger than the one before; the last one is the document's value. */
export function selectionRanges(document: Document, offset: number): readonly Place[] {
  return rangesAround(document, offset, languageFor(document).rangesInString?.(document, offset) ?? []);
}

/** In document order, without overlap; with `range`, at least those that it touches. */
export function semanticTokens(document: Document, range?: Place): readonly SemanticToken[] {
  return languageFor(document).semanticTokens?.(document, range) ?? [];
}

/** Undefined where the cursor is in no call of a known function. */
export function signatureHelp(document: Document, offset: number): SignatureHelp | undefined {
  return languageFor(document).signatureHelp?.(document, offset);
}

/** The outline, in document order. */
export function symbols(document: Document): readonly DocumentSymbol[] {
  return languageFor(document).symbols?.(document) ?? [];
}
