/**
 * The cursor in YAML. Where nothing is written yet, the text does not say what would stand there: a word is put in and
 * the document read once more.
 */
import { nodeAt } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { CompletionSite, KeySite } from "./completion-site.ts";
import { isBracketed } from "./compose.ts";
import type { BaseDocument } from "./types.ts";

/** What a language adds to the reading of YAML. */
export interface YamlReading<D extends BaseDocument> {
  /** The document as it would be with another text. */
  reopen(text: string): D;
  /** Whether a word that stands alone behind a dash is an item by itself, not the first key of one. */
  isItem?(node: Node): boolean;
  /** A quicker way to the key at an offset than to read all of the text; undefined where there is none. */
  nearKey?(offset: number, word: string): KeySite<D> | undefined;
}

/** Undefined where nothing can be completed. */
export function yamlSite<D extends BaseDocument>(
  document: D,
  offset: number,
  reading: YamlReading<D>,
): CompletionSite<D> | undefined {
  const { text } = document;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = (text.indexOf("\n", offset) + 1 || text.length + 1) - 1;
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd);
  if (/^\s*#|\s#/.test(before)) return undefined;
  const typed = /\w*$/.exec(before)?.[0] ?? "";
  const rest = /^\w*/.exec(after)?.[0] ?? "";
  const word: Word = { start: offset - typed.length, end: offset + rest.length, typed, offset };
  const isLineOfItsOwn = /^\s*(?:- +)*\w*$/.test(before);
  if (isLineOfItsOwn && /^\w*\s*(?::.*)?$/.test(after)) {
    const item = /- +\w*$/.test(before) ? valueSite(document, word, reading) : undefined;
    if (item?.kind === "value" && item.node !== undefined && reading.isItem?.(item.node) === true) return item;
    return keySite(document, word, typed + rest, after.includes(":"), reading) ?? item;
  }
  const bracketed = /[{,]\s*\w*$/.test(before) ? bracketedKeySite(document, word, after, reading) : undefined;
  if (bracketed !== undefined) return bracketed;
  if (/(?::|-)\s+\S*$/.test(before) || /^\s*\S+:\s/.test(before)) return valueSite(document, word, reading);
  return undefined;
}

/** The word that the cursor is in, and what of it stands before the cursor. */
interface Word {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  readonly offset: number;
}

/** As if the word were a key. */
function keySite<D extends BaseDocument>(
  document: D,
  { start, end }: Word,
  word: string,
  hasColon: boolean,
  { reopen, nearKey }: YamlReading<D>,
): CompletionSite<D> | undefined {
  if (hasColon) return keyAt(document, start, { start, end, needsValue: false });
  const near = nearKey?.(start, word);
  if (near !== undefined) return { ...near, start, end };
  return keyAt(reopen(withKey(document.text, start, word)), start, { start, end });
}

/** As if the word were a key between braces; undefined where it is text with a comma, or an item between brackets. */
function bracketedKeySite<D extends BaseDocument>(
  document: D,
  word: Word,
  after: string,
  { reopen }: YamlReading<D>,
): KeySite<D> | undefined {
  const written = document.text.slice(word.start, word.end);
  const site = keySite(document, word, written, /^\w*\s*:/.test(after), { reopen });
  return site?.kind === "key" && isBracketed(site.object, site.document.parsed) ? site : undefined;
}

/** The text as if the word at an offset were a key. */
export function withKey(text: string, offset: number, word: string): string {
  const rest = text.slice(offset + word.length);
  return `${text.slice(0, offset)}${word === "" ? "x" : word}: ${rest}`;
}

/** The key at an offset of a document; `range` is what an entry replaces in the real one. */
export function keyAt<D extends BaseDocument>(
  document: D,
  offset: number,
  { start, end, needsValue = true }: { readonly start: number; readonly end: number; readonly needsValue?: boolean },
): KeySite<D> | undefined {
  const node = nodeAt(document.parsed.root, offset);
  const parent = node?.parent;
  if (parent?.kind !== "property" || parent.key !== node) return undefined;
  return { kind: "key", document, object: parent.parent, property: parent, needsValue, start, end };
}

/** As if the word, or one that is put in, were a value. */
function valueSite<D extends BaseDocument>(
  document: D,
  { start, end, typed, offset }: Word,
  { reopen }: YamlReading<D>,
): CompletionSite<D> | undefined {
  const { text } = document;
  const standing = nodeAt(document.parsed.root, offset);
  if (isScalarValue(standing) && standing.end > standing.start) {
    const { start: from, end: to } = standing;
    return { kind: "value", document, holder: standing.parent, node: standing, start: from, end: to };
  }
  const probed = typed === "" ? reopen(`${text.slice(0, start)}x${text.slice(end)}`) : document;
  const node = nodeAt(probed.parsed.root, start);
  if (!isScalarValue(node)) return undefined;
  return { kind: "value", document: probed, holder: node.parent, node, start, end };
}

function isScalarValue(node: Node | undefined): node is Node {
  if (node === undefined || node.kind === "object" || node.kind === "array" || node.kind === "missing") return false;
  return !(node.parent?.kind === "property" && node.parent.key === node);
}
