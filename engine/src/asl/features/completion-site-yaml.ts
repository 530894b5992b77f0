/**
 * The cursor in YAML. Where nothing is written yet, the text does not say what would stand there: a word is put in and
 * the document read once more.
 */
import { holdsAt, placeOf } from "../../schema/docs.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import type { CompletionSite } from "./completion-site.ts";
import { type AslDocument, openDocument } from "./document.ts";
import { stateExcerpt } from "./yaml-excerpt.ts";

export function yamlSite(document: AslDocument, offset: number): CompletionSite | undefined {
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
): CompletionSite | undefined {
  if (hasColon) return keySiteIn(document, start, { start, end, needsValue: false });
  const excerpt = stateExcerpt(document, start);
  const near = excerpt && keySiteIn(withKey(excerpt.text, excerpt.offset, word), excerpt.offset, { start, end });
  // Names of states are offered by what the whole document says.
  if (near?.kind === "key" && placeOf(near.object).members !== "state") return near;
  return keySiteIn(withKey(document.text, start, word), start, { start, end });
}

/** The text as if the word at an offset were a key. */
function withKey(text: string, offset: number, word: string): AslDocument {
  const rest = text.slice(offset + word.length);
  return probe(`${text.slice(0, offset)}${word === "" ? "x" : word}: ${rest}`);
}

/** The key at an offset of a document; `range` is what an entry replaces in the real one. */
function keySiteIn(
  document: AslDocument,
  offset: number,
  { start, end, needsValue = true }: { readonly start: number; readonly end: number; readonly needsValue?: boolean },
): CompletionSite | undefined {
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
): CompletionSite | undefined {
  const { text } = document;
  const standing = nodeAt(document.parsed.root, offset);
  if (isScalarValue(standing) && standing.end > standing.start) {
    const { start: from, end: to } = standing;
    return { kind: "value", document, holder: standing.parent, node: standing, start: from, end: to };
  }
  const probed = word === "" ? probe(`${text.slice(0, start)}x${text.slice(end)}`) : document;
  const node = nodeAt(probed.parsed.root, start);
  if (!isScalarValue(node)) return undefined;
  return { kind: "value", document: probed, holder: node.parent, node, start, end };
}

function isScalarValue(node: Node | undefined): node is Node {
  if (node === undefined || node.kind === "object" || node.kind === "array" || node.kind === "missing") return false;
  return !(node.parent?.kind === "property" && node.parent.key === node);
}

function probe(text: string): AslDocument {
  return openDocument(text, "yaml");
}
