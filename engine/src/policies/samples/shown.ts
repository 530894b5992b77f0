/** What the policy beside says to each sample, shown in place; and the outline. */
import type { DocumentSymbol, InlayHint, Lens, Place, Surroundings } from "../../editor/types.ts";
import { valueNode } from "../../text/navigate.ts";
import type { SamplesDocument } from "../types.ts";
import { isSample, readSamples } from "./read.ts";
import { subjectOf, verdictsIn } from "./subject.ts";
import { tally, type Verdict, verdictMarkdown } from "./verdict.ts";

/** Behind each sample's name whether it matches; where it has none, behind its bracket. */
export function inlayHints(document: SamplesDocument, range: Place, surroundings: Surroundings): readonly InlayHint[] {
  return verdictsIn(document, surroundings)
    .map((verdict): InlayHint => {
      const name = isSample(verdict.sample.node) ? valueNode(verdict.sample.node, "name") : undefined;
      const offset = name?.kind === "string" ? name.end : verdict.sample.node.start + 1;
      return { offset, label: labelOf(verdict), tooltip: verdictMarkdown(verdict), isVerdict: true };
    })
    .filter(({ offset }) => offset >= range.start && offset <= range.end);
}

function labelOf({ matches, reason }: Verdict): string {
  return matches ? "✓ matches" : `✗ no match${reason === "" ? "" : `: ${reason}`}`;
}

/** How many samples match, and the way to the policy. */
export function lenses(document: SamplesDocument, surroundings: Surroundings): readonly Lens[] {
  const { root } = document.parsed;
  const subject = subjectOf(document, surroundings);
  if (subject === undefined || (root.kind !== "object" && root.kind !== "array")) return [];
  const place = { start: root.start, end: Math.min(root.start + 1, root.end) };
  const what = subject.document.kind === "filter-policy" ? "filter policy" : "event pattern";
  const title = `${tally(verdictsIn(document, surroundings))} · open the ${what}`;
  return [{ ...place, title, action: "open", target: subject.file.uri }];
}

/** The samples by their names. */
export function symbols(document: SamplesDocument): readonly DocumentSymbol[] {
  return readSamples(document.parsed.root).map(({ node, title, expected }) => ({
    name: title,
    detail: expected === undefined ? "" : expected ? "is to match" : "is not to match",
    type: "sample",
    start: node.start,
    end: node.end,
    nameStart: node.start,
    nameEnd: Math.min(node.start + 1, node.end),
    children: [],
  }));
}
