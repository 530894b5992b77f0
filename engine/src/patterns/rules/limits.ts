/** Rules about what AWS counts. */
import {
  EVENT_PATTERN_QUOTA,
  MAX_PATTERN_BRANCHES,
  SNS_MAX_COMBINATIONS,
  SNS_MAX_KEYS,
  WILDCARD_MAX_COMPLEXITY,
} from "../../limits.ts";
import { EVENT_OPERATORS, EVENT_QUOTAS, SNS_LIMITS } from "./pages.ts";
import type { PatternRule } from "./rule.ts";

const listOf = (count: number): string => `[${Array.from({ length: count }, (_, index) => index).join(", ")}]`;

/** `$or` in so many fields, with so many objects each. */
const orOf = (fields: number, objects: number): string =>
  `[${Array.from({ length: objects }, (_, index) => `{"k${fields}": [${index}]}`).join(", ")}]`;

export const LIMIT_RULES: readonly PatternRule[] = [
  {
    id: "pattern-too-many-keys",
    severity: "error",
    summary: `More than ${SNS_MAX_KEYS} keys in an SNS filter policy.`,
    reason: "Only keys that have a list count, however deep they stand.",
    bad: ['«{»"a": [1], "b": [1], "c": [1], "d": {"e": [1], "f": [1], "g": [1]}}'],
    good: ['{"a": [1], "b": [1], "c": [1], "d": {"e": [1], "f": [1]}}'],
    docs: SNS_LIMITS,
    dialect: "sns-body",
  },
  {
    id: "pattern-too-complex",
    severity: "error",
    summary: `More than ${SNS_MAX_COMBINATIONS} combinations of values in an SNS filter policy.`,
    reason:
      "The lengths of all lists are multiplied, each once more by the depth of its key; the alternatives of $or are added " +
      "up. One prefix counts as one value.",
    bad: [`«{»"a": {"b": {"c": ${listOf(4)}}}, "d": {"e": ${listOf(3)}}, "f": ${listOf(3)}}`],
    good: [`{"a": {"b": {"c": ${listOf(4)}}}, "d": {"e": ${listOf(3)}}, "f": ${listOf(2)}}`],
    docs: SNS_LIMITS,
    dialect: "sns-body",
  },
  {
    id: "pattern-too-long",
    severity: "warning",
    summary: `A pattern that is longer than AWS takes: ${EVENT_PATTERN_QUOTA} characters for a rule of EventBridge.`,
    reason: "The quota of EventBridge can be raised to twice as much; SNS takes 256 KiB.",
    bad: [`«{»"source": ["${"x".repeat(EVENT_PATTERN_QUOTA)}"]}`],
    good: ['{"source": [{"prefix": "x"}]}'],
    docs: EVENT_QUOTAS,
    dialect: "eventbridge",
  },
  {
    id: "pattern-wildcard-complexity",
    severity: "error",
    summary: "Wildcards that EventBridge finds too complex.",
    reason:
      `AWS counts how many beginnings of a field's wildcards one text can fit; more than ${WILDCARD_MAX_COMPLEXITY} it ` +
      "refuses. That number is inferred from what it is known to take and to refuse.",
    bad: ['«{»"detail": {"arn": [{"wildcard": "*:*:*:*:*:bus/*"}]}}'],
    good: ['{"detail": {"arn": [{"wildcard": "arn:aws:events:*:*:bus/*"}]}}'],
    docs: EVENT_OPERATORS,
    dialect: "eventbridge",
  },
  {
    id: "pattern-too-many-branches",
    severity: "warning",
    summary: `More than ${MAX_PATTERN_BRANCHES} ways through $or.`,
    reason:
      "Each $or multiplies the ways of all before it. Sluice does not follow so many, and neither can AWS's engine.",
    bad: [`{"detail": {"a": {"$or": ${orOf(1, 25)}}, "b": {"$or": ${orOf(2, 25)}}, "c": {"$or": «${orOf(3, 25)}»}}}`],
    good: [`{"detail": {"a": {"$or": ${orOf(1, 9)}}, "b": {"$or": ${orOf(2, 9)}}}}`],
    docs: EVENT_OPERATORS,
    dialect: "eventbridge",
  },
];
