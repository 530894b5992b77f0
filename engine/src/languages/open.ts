/** From a text to a document, and from one version of it to the next. */
import type { Language } from "../editor/language.ts";
import type { DocumentOptions } from "../editor/recognition.ts";
import type { TextEdit } from "../problem.ts";
import { editText } from "../text/edit.ts";
import { parseText } from "../text/parse.ts";
import type { TextLanguage } from "../text/parsed.ts";
import type { DocumentKind } from "../vocabulary.ts";
import { LANGUAGES } from "./table.ts";
import type { Document, DocumentOf } from "./types.ts";

/**
 * Opens a text. `previous` is the version before, which must not be asked any more: what did not change is taken over
 * from it.
 */
export function openDocument<K extends DocumentKind>(
  kind: K,
  text: string,
  language: TextLanguage,
  { previous, ...options }: DocumentOptions & { readonly previous?: Document | undefined } = {},
): DocumentOf<K> {
  const { open } = LANGUAGES[kind] as unknown as Language<DocumentOf<K>>;
  if (previous === undefined || previous.language !== language) return open(parseText(text, language), options);
  if (previous.kind === kind && previous.text === text) return previous as DocumentOf<K>;
  return open(editText(previous.parsed, difference(previous.text, text), text), options);
}

/** One edit that makes `after` of `before`: what lies between their common beginning and their common end. */
function difference(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const start = sameLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const ends = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
  const same = sameLength(shorter - start, (from, to) => ends(before, from, to) === ends(after, from, to));
  return { start, end: before.length - same, newText: after.slice(start, after.length - same) };
}

/** Long pieces are compared at once: that is hundreds of times faster than character by character. */
const PIECE_LENGTH = 8_192;

/** How far, up to `limit`, everything is the same; `isSame` compares what lies between two distances. */
function sameLength(limit: number, isSame: (from: number, to: number) => boolean): number {
  let known = 0;
  for (let step = PIECE_LENGTH; step >= 1; step = step === 1 ? 0 : Math.ceil(step / 8)) {
    while (known + step <= limit && isSame(known, known + step)) known += step;
  }
  return known;
}
