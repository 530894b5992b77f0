/** Editor features of sample messages: what the policy beside says to each, in place. */
import { withCommas } from "../../editor/commas.ts";
import { type CompletionSite, jsonSite } from "../../editor/completion-site.ts";
import { fieldEntry, valueEntry } from "../../editor/field-entries.ts";
import { code, docMarkdown, paragraphs } from "../../editor/markdown.ts";
import { fixAll, ownFixes, quickFixes, touches, wants } from "../../editor/quick-fixes.ts";
import type {
  CodeAction,
  CodeActionOptions,
  CompletionEntry,
  DefinitionPlace,
  DocumentSymbol,
  HoverText,
  InlayHint,
  Lens,
  Place,
  Selection,
  Surroundings,
} from "../../editor/types.ts";
import type { Condition } from "../../patterns/types.ts";
import { fieldDoc } from "../../schema/docs.ts";
import { nodeAt, nodeAtPointer, parentOf, valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { completeObject, objectHover } from "../object-features.ts";
import { asksOf } from "../pattern/words.ts";
import type { SamplesDocument } from "../types.ts";
import { fieldAround } from "./fields.ts";
import { isSample, readSamples, type Sample } from "./read.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { tally, type Verdict, verdictOf, verdictsOf } from "./verdict.ts";

/** What the root is to the schemas. */
function schemaOf({ parsed }: SamplesDocument): string {
  return parsed.root.kind === "array" ? "sample[]" : "sample-file";
}

function verdictsIn(document: SamplesDocument, surroundings: Surroundings): readonly Verdict[] {
  const subject = subjectOf(document, surroundings);
  return subject === undefined ? [] : verdictsOf(subject.pattern, readSamples(document.parsed.root));
}

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

function verdictMarkdown({ sample, matches, markdown }: Verdict): string {
  const { title, expected } = sample;
  const head = `**${title}** ${matches ? "matches" : "does not match"}`;
  const wanted = expected === undefined || expected === matches ? "" : ", which it is not meant to";
  return paragraphs(`${head}${wanted}.`, markdown);
}

export function lenses(document: SamplesDocument, surroundings: Surroundings): readonly Lens[] {
  const { root } = document.parsed;
  const subject = subjectOf(document, surroundings);
  if (subject === undefined || (root.kind !== "object" && root.kind !== "array")) return [];
  const place = { start: root.start, end: Math.min(root.start + 1, root.end) };
  const what = subject.document.kind === "filter-policy" ? "filter policy" : "event pattern";
  const title = `${tally(verdictsIn(document, surroundings))} · open the ${what}`;
  return [{ ...place, title, action: "open", target: subject.file.uri }];
}

/** The sample that holds a node. */
function sampleAround({ parsed }: SamplesDocument, node: Node): Sample | undefined {
  const samples = readSamples(parsed.root);
  for (let at: Node | undefined = node; at !== undefined; at = parentOf(at)) {
    const found = samples.find((sample) => sample.node === at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A sample's verdict at its name and expectation, a field's condition at the field, else what the schemas say. */
export function hover(document: SamplesDocument, offset: number, surroundings: Surroundings): HoverText | undefined {
  const node = nodeAt(document.parsed.root, offset);
  const subject = subjectOf(document, surroundings);
  const sample = node && sampleAround(document, node);
  if (node === undefined || subject === undefined || sample === undefined)
    return objectHover(document, offset, schemaOf(document));
  const { start, end } = node;
  const field = fieldAround(sample, subject.dialect, node);
  const condition = subject.pattern.conditions.find(({ path }) => subject.pattern.paths[path] === field);
  if (condition !== undefined && field !== undefined) {
    return { start, end, markdown: `The policy: ${code(field)} must ${asksOf(condition)}.` };
  }
  const own = node.parent?.kind === "property" && node.parent.parent === sample.node ? node.parent.key.value : "";
  const isVerdict = isSample(sample.node) && (own === "name" || own === "matches");
  if (isVerdict) return { start, end, markdown: verdictMarkdown(verdictOf(subject.pattern, sample)) };
  return objectHover(document, offset, schemaOf(document)) ?? attributeHover(node);
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
  const sample = node && sampleAround(document, node);
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

/** Fields that the policy asks for, with values that it takes; else what the schemas know. */
export function complete(
  document: SamplesDocument,
  offset: number,
  surroundings: Surroundings,
): readonly CompletionEntry[] {
  const site = jsonSite(document, offset);
  const subject = subjectOf(document, surroundings);
  const entries = site === undefined || subject === undefined ? [] : fieldEntries(document, site, subject);
  return entries.length > 0 && site !== undefined
    ? withCommas(document.text, site, entries)
    : completeObject(document, offset, schemaOf(document));
}

function fieldEntries(document: SamplesDocument, site: CompletionSite, subject: Subject): readonly CompletionEntry[] {
  const at = site.kind === "key" ? site.object : site.holder?.kind === "property" ? site.holder.key : undefined;
  const sample = at && sampleAround(document, at);
  const field = sample && at && fieldAround(sample, subject.dialect, at);
  if (field === undefined) return [];
  const { paths, conditions } = subject.pattern;
  if (site.kind === "value") {
    const condition = conditions.find(({ path }) => paths[path] === field);
    return condition === undefined
      ? []
      : passing(condition).map((json) => valueEntry(site, "value", json, json, { detail: "matches" }));
  }
  const present = new Set(site.object.properties.flatMap((one) => (one === site.property ? [] : [one.key.value])));
  const steps = subject.dialect === "sns-attributes" ? paths : paths.flatMap((path) => stepBehind(field, path));
  return [...new Set(steps)]
    .filter((name) => !present.has(name))
    .map((name) => {
      const condition = conditions.find(({ path }) => paths[path] === (field === "" ? name : `${field}.${name}`));
      const snippet = condition === undefined ? "{ $1 }" : (passing(condition)[0] ?? "$1");
      const doc = {
        name,
        text: condition === undefined ? "" : `Must ${asksOf(condition)}.`,
        link: "",
        type: "in the policy",
        required: false,
      };
      const { markdown: _, ...entry } = fieldEntry(site, { name, doc, required: false, snippet });
      return { ...entry, detail: condition === undefined ? "in the policy" : `must ${asksOf(condition)}` };
    });
}

/** The step of a path right behind a field. */
function stepBehind(field: string, path: string): readonly string[] {
  const prefix = field === "" ? "" : `${field}.`;
  return path.startsWith(prefix) ? [path.slice(prefix.length).split(".")[0] ?? ""] : [];
}

/** Values that a condition takes, as JSON. */
function passing({ alternatives }: Condition): readonly string[] {
  const values = alternatives.flatMap((alternative) => {
    const value = alternative.nearest(undefined);
    return value === undefined
      ? []
      : [typeof value === "object" && value !== null ? value.text : JSON.stringify(value)];
  });
  return [...new Set(values)];
}

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

/** Fixes of problems; and what the policy says now as what is expected. */
export function codeActions(
  document: SamplesDocument,
  selection: Selection,
  options: CodeActionOptions,
  surroundings: Surroundings,
): readonly CodeAction[] {
  const actions: CodeAction[] = [];
  if (wants("quickfix", options)) {
    const those = options.problems.filter((problem) => touches(problem, selection));
    actions.push(...quickFixes(those, ownFixes));
  }
  if (wants("source.fixAll", options)) actions.push(...fixAll(options.problems, ownFixes));
  if (wants("refactor.rewrite", options)) actions.push(...expectations(document, selection, surroundings));
  return actions;
}

function expectations(
  document: SamplesDocument,
  selection: Selection,
  surroundings: Surroundings,
): readonly CodeAction[] {
  const open = verdictsIn(document, surroundings).filter(
    ({ sample }) => isSample(sample.node) && sample.expectation === undefined,
  );
  const edit = ({ sample, matches }: Verdict) => {
    const last = sample.node.properties.at(-1);
    const at = last?.end ?? sample.node.start + 1;
    return { start: at, end: at, newText: `${last === undefined ? "" : ", "}"matches": ${matches}` };
  };
  const here = open.filter(({ sample }) => touches(sample.node, selection));
  const one = here.map((verdict): CodeAction => {
    const title = `Expect ${JSON.stringify(verdict.sample.title)} ${verdict.matches ? "to match" : "not to match"}`;
    return { title, kind: "refactor.rewrite", edits: [edit(verdict)] };
  });
  const all: CodeAction = {
    title: "Expect of all samples what the policy says now",
    kind: "refactor.rewrite",
    edits: open.map(edit),
  };
  return here.length === 0 ? [] : open.length > 1 ? [...one, all] : one;
}
