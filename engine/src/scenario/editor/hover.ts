/** What a word of a scenario means: a field, a time or rate, a node, a metric, a setting, a placeholder. */
import { docMarkdown, paragraphs } from "../../editor/markdown.ts";
import type { HoverText, Place, Surroundings } from "../../editor/types.ts";
import { docForNode, placeOf } from "../../schema/docs.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { Node, StringNode } from "../../text/tree.ts";
import { scenarioAround } from "../around.ts";
import type { ScenarioDocument } from "../document.ts";
import { holdingOf } from "../holdings.ts";
import { mentionsIn } from "../mentions.ts";
import { insideAt } from "./inside.ts";
import { amountMarkdown, mentionMarkdown, placeholderMarkdown } from "./words.ts";

/** Undefined where there is nothing to say. */
export function hover(document: ScenarioDocument, offset: number, surroundings: Surroundings): HoverText | undefined {
  const { parsed } = document;
  const inside = insideAt(parsed, offset);
  if (inside !== undefined) return inside.language.hover?.(inside.document, offset, inside.surroundings);
  const node = nodeAt(parsed.root, offset);
  if (node === undefined || node.kind === "object" || node.kind === "array") return undefined;
  const placeholder = node.kind === "string" ? placeholderAt(document, node, offset) : undefined;
  if (placeholder !== undefined) return placeholder;
  const markdown = ofName(document, node, surroundings) ?? ofValue(document, node) ?? ofField(node);
  return markdown === undefined ? undefined : { start: node.start, end: node.end, markdown };
}

function ofName(document: ScenarioDocument, node: Node, surroundings: Surroundings): string | undefined {
  const mention = mentionsIn(document.parsed.root).find((each) => each.node === node);
  return mention && mentionMarkdown(mention, scenarioAround(document, surroundings));
}

/** A time or a rate: what it comes to, and what it is for. */
function ofValue(document: ScenarioDocument, node: Node): string | undefined {
  if (node.kind !== "string") return undefined;
  const holding = holdingOf(document.parsed.root, node);
  const amount = holding && amountMarkdown(holding.holds, node.value);
  return amount && paragraphs(amount, ofField(node));
}

/** The field that a key or a value belongs to; a value from a list says what it stands for. */
function ofField(node: Node): string | undefined {
  const doc = docForNode(node, "scenario");
  const { parent } = node;
  if (parent?.kind !== "property") return undefined;
  if (doc !== undefined && parent.key !== node) return docMarkdown(doc);
  const field = doc ?? docForNode(parent, "scenario");
  return field && docMarkdown(field, placeOf(parent.parent, "scenario").entry?.title);
}

/** The placeholder of a message's text that an offset lies in. */
function placeholderAt({ text }: ScenarioDocument, node: StringNode, offset: number): HoverText | undefined {
  const place = placeholderPlace(text, node, offset);
  const name = place && /^\$\{\s*(\w+)/.exec(text.slice(place.start, place.end))?.[1];
  const markdown = name === undefined ? undefined : placeholderMarkdown(name);
  return place === undefined || markdown === undefined ? undefined : { ...place, markdown };
}

function placeholderPlace(text: string, { start, end }: StringNode, offset: number): Place | undefined {
  for (const { 0: written, index } of text.slice(start, end).matchAll(/\$\{[^{}]*\}/g)) {
    const place = { start: start + index, end: start + index + written.length };
    if (offset >= place.start && offset <= place.end) return place;
  }
  return undefined;
}
