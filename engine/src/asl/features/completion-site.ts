/**
 * Where the cursor stands. In YAML, where nothing is written yet, the text does not say what would stand there: a word is
 * put in and the document read once more.
 */

import { type CompletionSite, jsonSite, type KeySite, type ValueSite } from "../../editor/completion-site.ts";
import { holdsAt, placeOf } from "../../schema/docs.ts";
import { nodeAt } from "../../text/navigate.ts";
import { parseText, readAgain } from "../../text/parse.ts";
import type { Node } from "../../text/tree.ts";
import { type AslDocument, openAsl } from "../document.ts";
import { stateExcerpt } from "./yaml-excerpt.ts";

/** What an entry would replace, and where in the tree that is. */
export type AslSite = CompletionSite<AslDocument>;
export type AslKeySite = KeySite<AslDocument>;
export type AslValueSite = ValueSite<AslDocument>;

export function completionSite(document: AslDocument, offset: number): AslSite | undefined {
  return document.language === "json" ? jsonSite(document, offset) : yamlSite(document, offset);
}

function yamlSite(document: AslDocument, offset: number): AslSite | undefined {
  const { text } = document;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const lineEnd = (text.indexOf("\n", offset) + 1 || text.length + 1) - 1;
  const before = text.slice(lineStart, offset);
  const after = text.slice(offset, lineEnd);
  if (/^\s*#|\s#/.test(before)) return undefined;
  const word = /\w*$/.exec(before)?.[0] ?? "";
  const rest = /^\w*/.exec(after)?.[0] ?? "";
  const start = offset - word.length;
  const end = offset + rest.length;
  const isLineOfItsOwn = /^\s*(?:- +)*\w*$/.test(before);
  if (isLineOfItsOwn && /^\w*\s*(?::.*)?$/.test(after)) {
    const item = /- +\w*$/.test(before) ? valueSiteOf(document, offset, start, end, word) : undefined;
    if (item?.kind === "value" && item.node !== undefined && holdsAt(item.node).includes("error-name")) return item;
    return keySiteOf(document, start, end, word + rest, after.includes(":")) ?? item;
  }
  if (/(?::|-)\s+\S*$/.test(before) || /^\s*\S+:\s/.test(before))
    return valueSiteOf(document, offset, start, end, word);
  return undefined;
}

/** As if the word were a key. */
function keySiteOf(
  document: AslDocument,
  start: number,
  end: number,
  word: string,
  hasColon: boolean,
): AslSite | undefined {
  if (hasColon) return keySiteIn(document, start, { start, end, needsValue: false });
  const excerpt = stateExcerpt(document, start);
  const near =
    excerpt &&
    keySiteIn(openAsl(parseText(withKey(excerpt.text, excerpt.offset, word), "yaml")), excerpt.offset, { start, end });
  // Names of states are offered by what the whole document says.
  if (near?.kind === "key" && placeOf(near.object).members !== "state") return near;
  return keySiteIn(probe(document, withKey(document.text, start, word)), start, { start, end });
}

/** The text as if the word at an offset were a key. */
function withKey(text: string, offset: number, word: string): string {
  const rest = text.slice(offset + word.length);
  return `${text.slice(0, offset)}${word === "" ? "x" : word}: ${rest}`;
}

/** The key at an offset of a document; `range` is what an entry replaces in the real one. */
function keySiteIn(
  document: AslDocument,
  offset: number,
  { start, end, needsValue = true }: { readonly start: number; readonly end: number; readonly needsValue?: boolean },
): AslSite | undefined {
  const node = nodeAt(document.parsed.root, offset);
  const parent = node?.parent;
  if (parent?.kind !== "property" || parent.key !== node) return undefined;
  return { kind: "key", document, object: parent.parent, property: parent, needsValue, start, end };
}

/** As if the word, or one that is put in, were a value. */
function valueSiteOf(
  document: AslDocument,
  offset: number,
  start: number,
  end: number,
  word: string,
): AslSite | undefined {
  const { text } = document;
  const standing = nodeAt(document.parsed.root, offset);
  if (isScalarValue(standing) && standing.end > standing.start) {
    const { start: from, end: to } = standing;
    return { kind: "value", document, holder: standing.parent, node: standing, start: from, end: to };
  }
  const probed = word === "" ? probe(document, `${text.slice(0, start)}x${text.slice(end)}`) : document;
  const node = nodeAt(probed.parsed.root, start);
  if (!isScalarValue(node)) return undefined;
  return { kind: "value", document: probed, holder: node.parent, node, start, end };
}

function isScalarValue(node: Node | undefined): node is Node {
  if (node === undefined || node.kind === "object" || node.kind === "array" || node.kind === "missing") return false;
  return !(node.parent?.kind === "property" && node.parent.key === node);
}

/** The document as it would be with another text. */
function probe(document: AslDocument, text: string): AslDocument {
  return openAsl(readAgain(document.parsed, text));
}
