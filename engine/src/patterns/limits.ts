/**
 * What AWS counts in a pattern, for "n of 150". SNS multiplies the lengths of lists, each once more by how deep it stands,
 * and adds up the alternatives of `$or`.
 * https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
import {
  EVENT_PATTERN_MAX_LENGTH,
  EVENT_PATTERN_QUOTA,
  SNS_MAX_COMBINATIONS,
  SNS_MAX_KEYS,
  SNS_MAX_POLICY_BYTES,
  WILDCARD_MAX_COMPLEXITY,
} from "../limits.ts";
import type { Finding } from "../rules/finding.ts";
import { valueOf } from "../text/navigate.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import { utf8Length } from "../text/utf8.ts";
import { isFilledIn } from "./filled-in.ts";
import type { ReadPattern } from "./read.ts";
import type { PatternDialect } from "./types.ts";
import { wildcardComplexity } from "./wildcard-complexity.ts";

export interface PatternLimit {
  readonly id: "keys" | "combinations" | "bytes" | "length" | "wildcard-complexity";
  /** "keys", "combinations of values", ... */
  readonly label: string;
  readonly used: number;
  readonly limit: number;
  /** How `used` comes about, as a calculation: `3×4` is a list of three at depth four. */
  readonly how?: string;
  readonly docs: string;
}

const TOO_COMPLEX =
  "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character";
const SNS_DOCS = "https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html";
const EVENTS_DOCS = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html";
const WILDCARD_DOCS =
  "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching-complexity";

/** Every meter of a pattern, most telling first. */
export function patternLimits(root: Node, dialect: PatternDialect, read: ReadPattern): readonly PatternLimit[] {
  const json = (): string => JSON.stringify(valueOf(root));
  if (dialect === "sns-attributes" || dialect === "sns-body") {
    const { count, how } = root.kind === "object" ? combinationsOf(root, 1, 1) : { count: 0, how: "" };
    return [
      { id: "keys", label: "keys", used: read.paths.length, limit: SNS_MAX_KEYS, docs: SNS_DOCS },
      { id: "combinations", label: "combinations", used: count, limit: SNS_MAX_COMBINATIONS, how, docs: SNS_DOCS },
      { id: "bytes", label: "bytes", used: utf8Length(json()), limit: SNS_MAX_POLICY_BYTES, docs: SNS_DOCS },
    ];
  }
  const length: PatternLimit = {
    id: "length",
    label: "characters",
    used: json().length,
    limit: dialect === "eventbridge" ? EVENT_PATTERN_QUOTA : EVENT_PATTERN_MAX_LENGTH,
    docs: EVENTS_DOCS,
  };
  const complexity = wildcardComplexity(read);
  if (complexity === 0) return [length];
  const wildcards: PatternLimit = {
    id: "wildcard-complexity",
    label: "wildcard complexity",
    used: complexity,
    limit: WILDCARD_MAX_COMPLEXITY,
    docs: WILDCARD_DOCS,
  };
  return [length, wildcards];
}

/** Longer calculations are not read. */
const HOW_LENGTH = 120;

interface Combinations {
  readonly count: number;
  readonly how: string;
}

/** `before`: what the keys so far have come to; AWS goes on multiplying it, also into the alternatives of `$or`. */
function combinationsOf(object: ObjectNode, depth: number, before: number, how = ""): Combinations {
  let so: Combinations = { count: before, how };
  for (const { key, value } of object.properties) {
    if (value.kind === "object" && !isFilledIn(value)) {
      so = combinationsOf(value, depth + 1, so.count, so.how);
    } else if (value.kind === "array" && key.value === "$or") {
      const base = so;
      const each = value.items.flatMap((item) =>
        item.kind === "object" ? [combinationsOf(item, depth, base.count, base.how)] : [],
      );
      const sum = each.map((one) => one.how).join(" + ");
      if (each.length > 0) so = { count: each.reduce((total, { count }) => total + count, 0), how: short(`(${sum})`) };
    } else if (value.kind === "array") {
      so = { count: so.count * value.items.length * depth, how: times(so.how, value.items.length, depth) };
    }
  }
  return so;
}

function times(how: string, length: number, depth: number): string {
  const factor = depth === 1 ? String(length) : `${length}\u00d7${depth}`;
  return how === "" ? factor : short(`${how} \u00d7 ${factor}`);
}

/** Every `$or` writes what stands before it once for each alternative: without an end to it that would double and double. */
function short(how: string): string {
  return how.length > HOW_LENGTH ? "\u2026" : how;
}

/** What is beyond a limit. */
export function limitFindings(
  text: string,
  root: Node,
  dialect: PatternDialect,
  read: ReadPattern,
): readonly Finding[] {
  if (root.kind !== "object") return [];
  const findings: Finding[] = [];
  for (const limit of patternLimits(root, dialect, read)) {
    if (limit.used > limit.limit) findings.push(findingOf(limit, text, root));
  }
  return findings;
}

function findingOf(limit: PatternLimit, text: string, root: ObjectNode): Finding {
  const { used, limit: most } = limit;
  // The first bracket: the pattern as a whole is at fault, and all of it underlined helps nobody.
  const range = {
    start: root.start,
    end: text[root.start] === "{" ? root.start + 1 : (root.properties[0]?.key.end ?? root.end),
  };
  const place = { node: root, range };
  switch (limit.id) {
    case "keys":
      return {
        ...place,
        rule: "pattern-too-many-keys",
        message: `${used} keys have lists; SNS takes ${most}.`,
        aws: "Filter policy can not have more than 5 keys",
      };
    case "combinations":
      return {
        ...place,
        rule: "pattern-too-complex",
        message:
          `${used} combinations of values (${limit.how}); SNS takes ${most}. A list counts its elements times its depth; ` +
          "one prefix or other operator can stand for many values.",
        aws: "Filter policy is too complex",
      };
    case "wildcard-complexity":
      return {
        ...place,
        rule: "pattern-wildcard-complexity",
        message:
          `One text can fit up to ${used} beginnings of this pattern's wildcards; AWS takes ${most}. ` +
          "Use fewer stars, and less that repeats behind a star.",
        aws: TOO_COMPLEX,
      };
    default:
      return lengthFinding(limit, place);
  }
}

function lengthFinding({ id, used, limit }: PatternLimit, place: Pick<Finding, "node" | "range">): Finding {
  const most = id === "bytes" ? limit : EVENT_PATTERN_MAX_LENGTH;
  const rule = "pattern-too-long";
  if (used > most) {
    const unit = id === "bytes" ? "bytes" : "characters";
    return { ...place, rule, severity: "error", message: `The pattern is ${used} ${unit} long; AWS takes ${most}.` };
  }
  const message = `The pattern is ${used} characters long; EventBridge's quota is ${limit}, unless it was raised for the account.`;
  return { ...place, rule, message };
}
