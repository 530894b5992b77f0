/** Every problem of a template: its own, and those of the documents embedded in it, where they stand. */
import { NOTHING_AROUND } from "../editor/surroundings.ts";
import type { Surroundings } from "../editor/types.ts";
import type { Fix, Problem } from "../problem.ts";
import { tidy } from "../rules/tidy.ts";
import { movedProblem } from "../text/move.ts";
import type { Node } from "../text/tree.ts";
import type { TemplateDocument } from "./document.ts";
import type { Part } from "./parts.ts";
import { TEMPLATE_RULES } from "./rules/index.ts";
import type { TemplateContext, TemplateRule } from "./rules/rule.ts";
import { topologyOf } from "./topology.ts";

/** Sorted by place, one for each mistake. */
export function problems(document: TemplateDocument, surroundings: Surroundings): readonly Problem[] {
  const own = document.parsed.problems;
  const isBroken = own.some(
    ({ rule }) => rule === "json-syntax" || rule === "yaml-syntax" || rule === "too-deeply-nested",
  );
  const embedded = document.parts.flatMap(problemsOfPart);
  // What is missing may just be what could not be read.
  return tidy([...own, ...embedded, ...(isBroken ? [] : ruleProblems(document, surroundings))]);
}

function ruleProblems(document: TemplateDocument, surroundings: Surroundings): readonly Problem[] {
  const { template } = document;
  if (template === undefined) return [];
  const found: Problem[] = [];
  for (const rule of TEMPLATE_RULES) {
    const context: TemplateContext = {
      document,
      template,
      surroundings,
      get topology() {
        return topologyOf(template);
      },
      report: (finding) => found.push(problemOf(rule, finding)),
    };
    rule.check(context);
  }
  return found;
}

function problemOf({ id, severity, docs }: TemplateRule, finding: Parameters<TemplateContext["report"]>[0]): Problem {
  const { at, message, related = [], fixes = [] } = finding;
  return {
    rule: id,
    severity: finding.severity ?? severity,
    start: at.start,
    end: at.end,
    message,
    docs,
    ...(related.length === 0 ? {} : { related }),
    ...(fixes.length === 0 ? {} : { fixes }),
  };
}

interface Kept {
  /** What it was judged as. */
  readonly part: Pick<Part, "language" | "options">;
  readonly start: number;
  readonly problems: readonly Problem[];
}

/** By the value that holds the document: for as long as its node lives, so do its problems, be they moved. */
const kept = new WeakMap<Node, Kept>();

/** The problems of an embedded document as problems of the template. */
function problemsOfPart(part: Part): readonly Problem[] {
  const { node } = part.embedded;
  const known = kept.get(node);
  if (known !== undefined && known.part.language === part.language && known.part.options === part.options) {
    const by = node.start - known.start;
    return by === 0 ? known.problems : known.problems.map((problem) => movedProblem(problem, by));
  }
  const found = part.language.problems(part.document, NOTHING_AROUND);
  const problems = found.map((problem) => outerProblem(part, problem));
  kept.set(node, { part: { language: part.language, options: part.options }, start: node.start, problems });
  return problems;
}

export function outerProblem(part: Part, problem: Problem): Problem {
  const { related, fixes, ...plain } = part.outer(problem);
  const mapped = fixes?.flatMap((fix) => outerFix(part, fix) ?? []);
  return {
    ...plain,
    ...(related === undefined ? {} : { related: related.map((place) => part.outer(place)) }),
    ...(mapped === undefined || mapped.length === 0 ? {} : { fixes: mapped }),
  };
}

/** Undefined where one of its edits cannot be made in the template. */
function outerFix(part: Part, fix: Fix): Fix | undefined {
  const edits = fix.edits.map((edit) => part.edit(edit));
  return edits.every((edit) => edit !== undefined) ? { ...fix, edits } : undefined;
}
