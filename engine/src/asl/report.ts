/** From a rule's finding to the Problem that everybody reads. */
import type { Problem } from "../problem.ts";
import type { RuleInfo } from "../rules/types.ts";
import { awsLocation } from "../text/navigate.ts";
import type { Finding } from "./rules/rule.ts";

export function problemOf(rule: RuleInfo, finding: Finding): Problem {
  const { node, message, related, fixes, aws } = finding;
  const { start, end } = finding.range ?? node;
  const severity = finding.severity ?? rule.severity;
  const problem: { -readonly [K in keyof Problem]: Problem[K] } = {
    rule: rule.id,
    severity,
    start,
    end,
    message,
    docs: rule.docs,
  };
  if (related !== undefined && related.length > 0) problem.related = related;
  if (fixes !== undefined && fixes.length > 0) problem.fixes = fixes;
  if (aws !== undefined) {
    const { code, message: words, at } = aws;
    problem.aws = at === null ? { code, message: words } : { code, message: words, location: awsLocation(at ?? node) };
  } else if (severity === "error") {
    problem.aws = { code: "SCHEMA_VALIDATION_FAILED", message, location: awsLocation(node) };
  }
  return problem;
}
