/**
 * What a Choice rule asks, in one line: `$.total > 100`. For labels, explanations and messages.
 * https://states-language.net/spec.html#choice-state
 */
import type { Node, ObjectNode } from "../text/tree.ts";

/** Comparison operators whose meaning has a sign; the rest are written out. */
const SIGNS: readonly (readonly [suffix: string, sign: string])[] = [
  ["GreaterThanEquals", ">="],
  ["LessThanEquals", "<="],
  ["GreaterThan", ">"],
  ["LessThan", "<"],
  ["Equals", "=="],
  ["Matches", "matches"],
];
const TESTS: Readonly<Record<string, string>> = {
  IsNull: "null",
  IsPresent: "present",
  IsNumeric: "a number",
  IsString: "a string",
  IsBoolean: "a boolean",
  IsTimestamp: "a timestamp",
};
/** Nested And/Or/Not beyond this are cut: a label is too short to show them. */
const MAX_DEPTH = 4;
/** Characters that a label spends on a path at most. */
const SHORT_PATH = 18;

export function member(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind !== "object") return undefined;
  return node.properties.find((property) => property.key.value === key)?.value;
}

export function stringMember(node: Node | undefined, key: string): string | undefined {
  const value = member(node, key);
  return value?.kind === "string" ? value.value : undefined;
}

/** A value as one short word of a label. */
export function valueText(node: Node | undefined): string {
  switch (node?.kind) {
    case "string":
      return `"${node.value}"`;
    case "number":
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "placeholder":
      return `\${${node.name}}`;
    default:
      return "…";
  }
}

/** The inside of `{% ... %}`, or the text itself. */
export function expressionText(text: string): string {
  const match = /^\{%([\s\S]*)%\}$/.exec(text);
  return (match?.[1] ?? text).replace(/\s+/g, " ").trim();
}

/** The end of a long path says more than its beginning. */
function shortPath(path: string): string {
  if (path.length <= SHORT_PATH) return path;
  const end = path.slice(-SHORT_PATH);
  const cut = end.search(/[.[]/);
  return `…${cut < 0 ? end : end.slice(end[cut] === "." ? cut + 1 : cut)}`;
}

function comparisonText(rule: ObjectNode, short: boolean): string {
  const path = stringMember(rule, "Variable") ?? "…";
  const variable = short ? shortPath(path) : path;
  for (const { key, value } of rule.properties) {
    const test = TESTS[key.value];
    if (test !== undefined) {
      return `${variable} is ${value.kind === "boolean" && !value.value ? "not " : ""}${test}`;
    }
    const isPath = key.value.endsWith("Path");
    const operator = isPath ? key.value.slice(0, -4) : key.value;
    const sign = SIGNS.find(([suffix]) => operator !== suffix && operator.endsWith(suffix));
    if (sign !== undefined) {
      const right =
        isPath && value.kind === "string" ? (short ? shortPath(value.value) : value.value) : valueText(value);
      return `${variable} ${sign[1]} ${right}`;
    }
  }
  return variable;
}

/** What one rule of a Choice state asks, such as `$.total > 100`; `short` leaves out the beginning of long paths. */
export function conditionText(rule: Node | undefined, short = false, depth = 0): string {
  if (rule?.kind !== "object" || depth > MAX_DEPTH) return "…";
  const condition = member(rule, "Condition");
  if (condition !== undefined) {
    if (condition.kind !== "string") return valueText(condition);
    const text = expressionText(condition.value);
    return short ? text.replace(/\$states\.(?=\w)/g, "") : text;
  }
  for (const key of ["And", "Or"] as const) {
    const rules = member(rule, key);
    if (rules?.kind === "array") {
      const parts = rules.items.slice(0, 8).map((item) => conditionText(item, short, depth + 1));
      const text = parts.join(` ${key.toLowerCase()} `);
      return depth > 0 && parts.length > 1 ? `(${text})` : text;
    }
  }
  const negated = member(rule, "Not");
  return negated === undefined ? comparisonText(rule, short) : `not ${conditionText(negated, short, depth + 1)}`;
}
