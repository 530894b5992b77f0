/** What stands under the pointer in a file of samples, and where a field of it is asked for. */
import { code, docMarkdown } from "../../editor/markdown.ts";
import type { DefinitionPlace, HoverText, Surroundings } from "../../editor/types.ts";
import { fieldDoc } from "../../schema/docs.ts";
import { nodeAt, nodeAtPointer } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { objectHover } from "../object-features.ts";
import { asksOf } from "../pattern/words.ts";
import type { SamplesDocument } from "../types.ts";
import { fieldAround } from "./fields.ts";
import { isSample, sampleAround, schemaOf } from "./read.ts";
import { subjectOf } from "./subject.ts";
import { verdictMarkdown, verdictOf } from "./verdict.ts";

/** A sample's verdict at its name and expectation, a field's condition at the field, else what the schemas say. */
export function hover(document: SamplesDocument, offset: number, surroundings: Surroundings): HoverText | undefined {
  const node = nodeAt(document.parsed.root, offset);
  const subject = subjectOf(document, surroundings);
  const sample = node && sampleAround(document.parsed.root, node);
  if (node === undefined || subject === undefined || sample === undefined)
    return objectHover(document, offset, schemaOf(document.parsed.root));
  const { start, end } = node;
  const field = fieldAround(sample, subject.dialect, node);
  const condition = subject.pattern.conditions.find(({ path }) => subject.pattern.paths[path] === field);
  if (condition !== undefined && field !== undefined) {
    return { start, end, markdown: `The policy: ${code(field)} must ${asksOf(condition)}.` };
  }
  const own = node.parent?.kind === "property" && node.parent.parent === sample.node ? node.parent.key.value : "";
  const isVerdict = isSample(sample.node) && (own === "name" || own === "matches");
  if (isVerdict) return { start, end, markdown: verdictMarkdown(verdictOf(subject.pattern, sample)) };
  return objectHover(document, offset, schemaOf(document.parsed.root)) ?? attributeHover(node);
}

/** `Type` and `Value` of an attribute as SNS writes it. */
function attributeHover(node: Node): HoverText | undefined {
  const { parent, start, end } = node;
  const doc = parent?.kind === "property" ? fieldDoc("message-attribute", parent.key.value) : undefined;
  return doc && { start, end, markdown: docMarkdown(doc, "message attribute") };
}

/** From a field of a sample to the key of the policy that asks for it. */
export function definition(
  document: SamplesDocument,
  offset: number,
  surroundings: Surroundings,
): readonly DefinitionPlace[] {
  const node = nodeAt(document.parsed.root, offset);
  const subject = subjectOf(document, surroundings);
  const sample = node && sampleAround(document.parsed.root, node);
  if (node === undefined || subject === undefined || sample === undefined) return [];
  const field = fieldAround(sample, subject.dialect, node);
  const { pattern, file } = subject;
  return pattern.conditions.flatMap(({ path, pointer }) => {
    const list = pattern.paths[path] === field ? nodeAtPointer(subject.document.parsed.root, pointer) : undefined;
    if (list?.parent?.kind !== "property") return [];
    const { key, start, end } = list.parent;
    const origin = { start: node.start, end: node.end };
    return [{ uri: file.uri, start, end, origin, nameStart: key.start, nameEnd: key.end }];
  });
}
