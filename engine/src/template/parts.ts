/**
 * Embedded documents as documents of their own language. One that is an object of the template has the template's own
 * offsets; of one in a string every answer is mapped.
 */
import type { Language } from "../editor/language.ts";
import type { BaseDocument } from "../editor/types.ts";
import type { TextEdit } from "../problem.ts";
import { missingNode } from "../text/build.ts";
import { type EmbeddedText, innerOffset, outerEdit, outerRange, type Range } from "../text/embedded.ts";
import { nodeAtPointer, pointerOf } from "../text/navigate.ts";
import { parseText } from "../text/parse.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import { detached } from "./detach.ts";
import type { Embedded } from "./embedded.ts";
import { languageOfEmbedded } from "./embedded-languages.ts";

/** An embedded document, opened, with the map between it and the template. */
export interface Part {
  readonly embedded: Embedded;
  readonly language: Language<BaseDocument>;
  readonly document: BaseDocument;
  /** What the template says of it beside its text: as text, so that equal ones are known as such. */
  readonly options: string;
  /** Where a range of it stands in the template. */
  outer<R extends Range>(range: R): R;
  /** The offset in it; undefined where nothing of it stands. */
  inner(offset: number): number | undefined;
  /** An edit of it as one of the template; undefined where that cannot be. */
  edit<E extends TextEdit>(edit: E): E | undefined;
}

export function partsOf(documents: readonly Embedded[], parsed: ParsedText): readonly Part[] {
  return documents.map((embedded) => {
    const { content } = embedded;
    return "tree" in content ? treePart(embedded, content.tree, parsed) : textPart(embedded, content.text, parsed);
  });
}

function treePart(embedded: Embedded, tree: ObjectNode, parsed: ParsedText): Part {
  const { language, options } = languageOfEmbedded(embedded);
  return {
    embedded,
    language,
    options: JSON.stringify(options),
    document: language.open(textOf(tree, parsed, treeOf(tree)), options),
    outer: (range) => range,
    inner: (offset) => (offset >= tree.start && offset <= tree.end ? offset : undefined),
    edit: (edit) => edit,
  };
}

/** `tree`: where it stands, in this or another version of the text, by its pointer. */
function textOf(tree: ObjectNode, { text, language }: ParsedText, root: Node): ParsedText {
  const reread = (other: string): ParsedText => {
    const node = nodeAtPointer(parseText(other, language).root, pointerOf(tree));
    return { text: other, language, root: treeOf(node), problems: [], reread };
  };
  return { text, language, root, problems: [], reread };
}

/**
 * The part of a text in which nothing of it is written yet. `probed`: the same part of the text with a word in it;
 * undefined where that is no object of the template.
 */
export function unwrittenPart({ embedded, ...probed }: Part, parsed: ParsedText, offset: number): Part | undefined {
  const { content } = embedded;
  if (!("tree" in content)) return undefined;
  const { language, options } = languageOfEmbedded(embedded);
  return {
    ...probed,
    embedded,
    document: language.open(textOf(content.tree, parsed, missingNode(offset)), options),
  };
}

function treeOf(node: Node | undefined): Node {
  return node?.kind === "object" ? detached(node) : missingNode(node?.start ?? 0);
}

/** A string keeps its document for as long as its node lives, be it moved: places in it are its own. */
const kept = new WeakMap<Node, Kept>();

interface Kept {
  readonly text: string;
  readonly language: Language<BaseDocument>;
  /** As text, so that equal ones are known as such. */
  readonly options: string;
  readonly document: BaseDocument;
}

function textPart(embedded: Embedded, text: EmbeddedText, parsed: ParsedText): Part {
  const { language, options } = languageOfEmbedded(embedded);
  const key = JSON.stringify(options);
  let known = kept.get(embedded.node);
  if (known?.text !== text.text || known.language !== language || known.options !== key) {
    const document = language.open(parseText(text.text, "json"), options);
    known = { text: text.text, language, options: key, document };
    kept.set(embedded.node, known);
  }
  return {
    embedded,
    language,
    options: key,
    document: known.document,
    outer: (range) => ({ ...range, ...outerRange(text, range) }),
    inner: (offset) => innerOffset(text, offset),
    edit: (edit) => {
      const mapped = outerEdit(parsed, text, edit);
      return mapped && { ...edit, ...mapped };
    },
  };
}

/** The part that an offset of the template lies in, and the offset in it. */
export function partAt(
  parts: readonly Part[],
  offset: number,
): { readonly part: Part; readonly offset: number } | undefined {
  for (const part of parts) {
    const inner = part.inner(offset);
    if (inner !== undefined) return { part, offset: inner };
  }
  return undefined;
}
