/** What the readers of JSON and YAML report, and what silencing does, in every language: rules like all others. */
import { MAX_NESTING_DEPTH } from "../limits.ts";
import type { RuleInfo } from "./types.ts";

const JSON_PAGE = "https://www.rfc-editor.org/rfc/rfc8259";

export const TEXT_RULES: readonly RuleInfo[] = [
  {
    id: "json-syntax",
    severity: "error",
    summary: "Text that is not JSON.",
    reason:
      "AWS cannot read any of the definition. Bare `${Name}` placeholders are taken as values and are no mistake.",
    bad: ['{"StartAt": "A«"» "States": {"A": {"Type": "Succeed"}}}'],
    good: ['{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Seconds}, "End": true}}}'],
    docs: JSON_PAGE,
  },
  {
    id: "json-comment",
    severity: "error",
    summary: "A comment in JSON.",
    reason: "JSON has none, and AWS refuses the text. Machines and states have a Comment field.",
    bad: ['«// starts here»\n{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'],
    good: ['{"Comment": "starts here", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'],
    docs: JSON_PAGE,
  },
  {
    id: "json-trailing-comma",
    severity: "error",
    summary: "A comma behind the last element of an object or array.",
    reason: "Many languages allow it, JSON does not: AWS refuses the text.",
    bad: ['{"StartAt": "A", "States": {"A": {"Type": "Succeed"«,»}}}'],
    good: ['{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'],
    docs: JSON_PAGE,
  },
  {
    id: "yaml-syntax",
    severity: "error",
    summary: "Text that is not YAML.",
    reason: "Nothing can make a definition out of it.",
    bad: ["StartAt: A\nStates: «{»A: {Type: Succeed}\n"],
    good: ["StartAt: A\nStates: {A: {Type: Succeed}}\n"],
    docs: "https://yaml.org/spec/1.2.2/",
  },
  {
    id: "too-deeply-nested",
    severity: "error",
    summary: `Brackets that nest deeper than ${MAX_NESTING_DEPTH} levels.`,
    reason: "AWS refuses such a definition; Sluice does not read what is inside.",
    bad: [`${"[".repeat(MAX_NESTING_DEPTH)}«[»]${"]".repeat(MAX_NESTING_DEPTH)}`],
    good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": [[[[1]]]], "End": true}}}'],
    docs: "https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html",
  },
  {
    id: "useless-disable",
    severity: "warning",
    summary: "A `sluice-disable` that silences nothing.",
    reason:
      "The rule that it names finds nothing where it holds, or does not exist. Left standing, it would hide a mistake " +
      "that is made later.",
    bad: [
      '{"Comment": "sluice-disable «no-such-rule»", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}',
      "StartAt: A\nStates:\n  # sluice-disable-next-line «unreachable-state»\n  A: {Type: Succeed}\n",
    ],
    good: [
      `{"StartAt": "C", "States": {"C": {"Comment": "sluice-disable choice-without-default: one of them always holds",
        "Type": "Choice", "Choices": [{"Variable": "$.a", "StringEquals": "x", "Next": "Y"}]}, "Y": {"Type": "Succeed"}}}`,
    ],
    docs: "https://states-language.net/spec.html#states-fields",
  },
];
