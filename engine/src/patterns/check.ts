/** From a pattern to its problems, and to what AWS answers to it. */
import type { AwsDiagnostic, Problem } from "../problem.ts";
import { type Finding, problemOf } from "../rules/finding.ts";
import { tidy } from "../rules/tidy.ts";
import { type JacksonStop, jacksonStop, jsonStart } from "../text/jackson.ts";
import { languageOf, parseText } from "../text/parse.ts";
import { breaksOf, type ParsedText } from "../text/parsed.ts";
import type { Node } from "../text/tree.ts";
import { DIALECTS } from "./dialects.ts";
import { limitFindings, type PatternLimit, patternLimits } from "./limits.ts";
import { lintFindings } from "./lint.ts";
import { type ReadPattern, readPattern } from "./read.ts";
import { PATTERN_RULES_BY_ID } from "./rules/index.ts";
import type { PatternDialect, Rejection } from "./types.ts";

/**
 * Every problem of a filter policy or event pattern, sorted by place. Offsets are UTF-16 units of `text`. `aws` of a
 * problem holds what AWS would answer were it the only one. Never throws; linear in the length of the text.
 */
export function checkPattern(text: string, dialect: PatternDialect): readonly Problem[] {
  const parsed = parseText(text, languageOf(text));
  const own = syntaxProblems(parsed, dialect);
  // What a pattern lacks may just be what could not be read.
  if (breaksOf(parsed).length > 0) return own;
  return tidy([...own, ...checkPatternNode(parsed, parsed.root, dialect)]);
}

/** The same for a pattern that is a part of a document; mistakes of the text itself are left to the document. */
export function checkPatternNode(parsed: ParsedText, node: Node, dialect: PatternDialect): readonly Problem[] {
  const problems = findingsOf(parsed.text, node, dialect).map((finding) => {
    const aws = finding.aws === undefined ? undefined : awsOf(finding, dialect);
    const problem = problemOf(finding, PATTERN_RULES_BY_ID, aws);
    return { ...problem, docs: pageFor(problem.docs ?? "", dialect) };
  });
  return tidy(problems);
}

/** A rule's page, or, where that is another service's, the one that tells of the dialect's own patterns. */
function pageFor(page: string, dialect: PatternDialect): string {
  const { docs } = DIALECTS[dialect];
  const service = /^https:\/\/[^/]+\/[^/]+\//.exec(docs)?.[0] ?? docs;
  return page.startsWith(service) ? page : docs;
}

function findingsOf(text: string, node: Node, dialect: PatternDialect): readonly Finding[] {
  const read = readPattern(text, node, dialect);
  return [...read.findings, ...limitFindings(text, node, dialect, read), ...lintFindings(text, node, dialect, read)];
}

/** What AWS counts in the text of a pattern, each with its limit: "24 of 150 combinations". */
export function patternMeters(text: string, dialect: PatternDialect): readonly PatternLimit[] {
  const { root } = parseText(text, languageOf(text));
  return patternLimits(root, dialect, readPattern(text, root, dialect));
}

/**
 * What AWS answers to the text of a pattern: code and first line of its message; undefined where it takes it. SNS's
 * words are those of SetSubscriptionAttributes; `subscribeMessage` makes those of Subscribe of them.
 */
export function patternRejection(text: string, dialect: PatternDialect): Rejection | undefined {
  return rejectionOf(parseText(text, "json"), dialect);
}

/** The same for a text that is read already. `read`: what the pattern in it says, where that is known. */
export function rejectionOf(
  parsed: ParsedText,
  dialect: PatternDialect,
  read: ReadPattern = readPattern(parsed.text, parsed.root, dialect),
): Rejection | undefined {
  const { text, root } = parsed;
  const { readsTextFirst } = DIALECTS[dialect];
  const stop = jsonStop(parsed);
  const refused = read.findings.find(({ aws }) => aws !== undefined);
  const seen = refused === undefined ? Number.POSITIVE_INFINITY : (refused.at ?? refused.node.end);
  if (stop !== undefined && (readsTextFirst || stop.offset <= seen)) return syntaxRejection(stop.message, dialect);
  if (refused !== undefined) return awsOf(refused, dialect);
  const limit = limitFindings(text, root, dialect, read).find(({ aws }) => aws !== undefined);
  return limit === undefined ? undefined : awsOf(limit, dialect);
}

/** Mistakes of the text, with what AWS says about the first. */
function syntaxProblems(parsed: ParsedText, dialect: PatternDialect): readonly Problem[] {
  const stop = jsonStop(parsed);
  const aws = stop === undefined ? undefined : syntaxRejection(stop.message, dialect);
  return parsed.problems.map(({ aws: _, ...problem }) => (aws === undefined ? problem : { ...problem, aws }));
}

/** Where AWS's reader gives up; of nothing at all it reads nothing wrong. */
function jsonStop({ text, language }: ParsedText): JacksonStop | undefined {
  return language === "json" && jsonStart(text) < text.length ? jacksonStop(text) : undefined;
}

function syntaxRejection(words: string, dialect: PatternDialect): Rejection {
  const { code, awsMessage, syntaxPrefix } = DIALECTS[dialect];
  return { code, message: awsMessage(syntaxPrefix + firstLine(words)) };
}

/** AWS writes places of its parser into later lines. */
function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}

function awsOf({ aws = "", awsCode }: Finding, dialect: PatternDialect): AwsDiagnostic {
  const { code, awsMessage } = DIALECTS[dialect];
  return awsCode === undefined ? { code, message: awsMessage(aws) } : { code: awsCode, message: aws };
}
