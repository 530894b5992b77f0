/** What is wrong with a file of sample messages: its shape, and samples to which the policy says something else. */
import type { Surroundings } from "../../editor/types.ts";
import type { Problem } from "../../problem.ts";
import { tidy } from "../../rules/tidy.ts";
import type { RuleInfo } from "../../rules/types.ts";
import { sampleProblems } from "../../schema/shape.ts";
import { breaksOf } from "../../text/parsed.ts";
import type { Node, ObjectNode } from "../../text/tree.ts";
import type { SamplesDocument } from "../types.ts";
import { fieldsNode } from "./fields.ts";
import { isSample, readSamples, type Sample } from "./read.ts";
import { sampleExpectation, sampleOfOtherKind, sampleWithoutPolicy } from "./rules.ts";
import { isOfTemplate, type Subject, subjectOf } from "./subject.ts";
import { type Verdict, verdictsOf } from "./verdict.ts";

/** Sorted by place. */
export function problems(document: SamplesDocument, surroundings: Surroundings): readonly Problem[] {
  const { parsed } = document;
  const { root } = parsed;
  const text = parsed.problems.map(({ aws: _, ...problem }) => problem);
  if (breaksOf(parsed).length > 0 || root.kind === "missing") return text;
  const samples = readSamples(root);
  const subject = subjectOf(document, surroundings);
  const alone = isOfTemplate(surroundings) ? [] : [withoutPolicy(root)];
  const found = subject === undefined ? alone : judged(samples, subject);
  return tidy([...text, ...shapeProblems(root, samples), ...found]);
}

/** An event as it is has fields of its own. */
function shapeProblems(root: Node, samples: readonly Sample[]): readonly Problem[] {
  if (root.kind === "array") {
    const own = samples.filter(({ node }) => isSample(node));
    return own.flatMap(({ node }) => sampleProblems(node, "sample"));
  }
  if (root.kind !== "object") {
    const { start } = root;
    const message = 'Sample messages are a list, or an object with a list of "messages".';
    return [{ rule: "wrong-type", severity: "error", start, end: start + 1, message }];
  }
  const foreign = samples.filter(({ node }) => !isSample(node)).map(({ node }) => node);
  const isForeign = ({ start, end }: Problem): boolean =>
    foreign.some((node) => start >= node.start && end <= node.end);
  return sampleProblems(root, "sample-file").filter((problem) => !isForeign(problem));
}

function judged(samples: readonly Sample[], subject: Subject): readonly Problem[] {
  const verdicts = verdictsOf(subject.pattern, samples);
  return [
    ...verdicts.flatMap(unmetExpectation),
    ...samples.filter((sample) => isOfOtherKind(sample, subject)).map((sample) => otherKind(sample, subject)),
  ];
}

function unmetExpectation({ sample, matches, why }: Verdict): readonly Problem[] {
  const { expected, expectation } = sample;
  if (expected === undefined || expectation === undefined || expected === matches) return [];
  const message = matches
    ? "The policy matches this message, which it is not meant to."
    : `The policy does not match this message, which it is meant to. ${why}`.trim();
  const { start, end } = expectation.value;
  const edits = [{ start, end, newText: String(matches) }];
  const fixes = [{ title: `Expect "matches": ${matches}`, edits }];
  return [{ ...problemAt(sampleExpectation, expectation, message), fixes }];
}

/** It has something, but nothing that the policy looks at. */
function isOfOtherKind(sample: Sample, { dialect }: Subject): boolean {
  const { attributesNode, bodyNode, eventNode, node } = sample;
  if (!isSample(node)) return false;
  const has = attributesNode !== undefined || bodyNode !== undefined || eventNode !== node;
  const fields = fieldsNode(sample, dialect);
  return has && (fields === undefined || fields === node);
}

function otherKind({ node }: Sample, { dialect, document }: Subject): Problem {
  const wanted = { "sns-attributes": "MessageAttributes", "sns-body": "a Message" }[dialect as string] ?? "an event";
  const what = document.kind === "filter-policy" ? "filter policy" : "event pattern";
  return problemAt(sampleOfOtherKind, opening(node), `The ${what} compares ${wanted}; this sample has none.`);
}

function withoutPolicy(root: Node): Problem {
  const message =
    "There is no policy beside: a filter policy is called as this file with .filter-policy.json, an event pattern with .event-pattern.json.";
  return problemAt(sampleWithoutPolicy, opening(root), message);
}

function opening({ start, end }: Node | ObjectNode): { readonly start: number; readonly end: number } {
  return { start, end: Math.min(start + 1, end) };
}

function problemAt(
  { id, severity, docs }: RuleInfo,
  { start, end }: { readonly start: number; readonly end: number },
  message: string,
): Problem {
  return { rule: id, severity, start, end, message, docs };
}
