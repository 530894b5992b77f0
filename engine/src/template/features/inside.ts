/** Features that only embedded documents have: asked of their language, and brought to the template's places. */
import type { SemanticToken } from "../../editor/semantic-tokens.ts";
import { NOTHING_AROUND } from "../../editor/surroundings.ts";
import type { InlayHint, Lens, Place, SignatureHelp, Surroundings } from "../../editor/types.ts";
import type { TemplateDocument } from "../document.ts";
import type { Template } from "../model.ts";
import { type Part, partAt } from "../parts.ts";
import { topologyOf } from "../topology.ts";

export function inlayHints(document: TemplateDocument, range: Place, surroundings: Surroundings): readonly InlayHint[] {
  return document.parts.flatMap((part) => {
    if (!touches(part, range)) return [];
    const hints = part.language.inlayHints?.(part.document, wholeOf(part), surroundings) ?? [];
    const moved = hints.map((hint) => ({
      ...hint,
      offset: part.outer({ start: hint.offset, end: hint.offset }).start,
    }));
    return moved.filter(({ offset }) => offset >= range.start && offset <= range.end);
  });
}

/** What there is to say and to do above an embedded document. The template's sample messages are for all its patterns. */
export function lenses({ parts, template }: TemplateDocument, { files: { messages } }: Surroundings): readonly Lens[] {
  const around: Surroundings = messages === undefined ? NOTHING_AROUND : { files: { messages } };
  const inside = parts.flatMap((part) => {
    const all = part.language.lenses?.(part.document, around) ?? [];
    return all
      .filter(({ action, target }) => action !== "open" || target === messages?.uri)
      .map((lens) => part.outer(lens));
  });
  return [...(template === undefined ? [] : flowLenses(template)), ...inside];
}

/** What messages wait in or go through: where somebody would look at a flow. */
const FLOWING: ReadonlySet<string> = new Set([
  "AWS::SQS::Queue",
  "AWS::SNS::Topic",
  "AWS::Kinesis::Stream",
  "AWS::Events::EventBus",
]);

function flowLenses(template: Template): readonly Lens[] {
  return topologyOf(template).nodes.flatMap(({ type, start, end, external, madeBy }) => {
    if (!FLOWING.has(type) || external === true || madeBy !== undefined || end <= start) return [];
    return [{ title: "Simulate", action: "simulate", start, end: start } as const];
  });
}

/** In document order, without overlap. */
export function semanticTokens(document: TemplateDocument, range?: Place): readonly SemanticToken[] {
  const { text } = document;
  return document.parts.flatMap((part) => {
    if (range !== undefined && !touches(part, range)) return [];
    const tokens = part.language.semanticTokens?.(part.document) ?? [];
    // A token of a folded string may run over its lines: editors take tokens of one line only.
    return tokens.map((token) => part.outer(token)).filter(({ start, end }) => !text.slice(start, end).includes("\n"));
  });
}

export function signatureHelp(document: TemplateDocument, offset: number): SignatureHelp | undefined {
  const at = partAt(document.parts, offset);
  return at?.part.language.signatureHelp?.(at.part.document, at.offset);
}

export function rangesInString(document: TemplateDocument, offset: number): readonly Place[] {
  const at = partAt(document.parts, offset);
  const ranges = at?.part.language.rangesInString?.(at.part.document, at.offset) ?? [];
  return at === undefined ? [] : ranges.map((range) => at.part.outer(range));
}

function touches({ embedded }: Part, { start, end }: Place): boolean {
  return embedded.node.start <= end && embedded.node.end >= start;
}

/** All of the embedded document, in its own offsets. */
function wholeOf({ document }: Part): Place {
  const { root } = document.parsed;
  return { start: root.start, end: root.end };
}
