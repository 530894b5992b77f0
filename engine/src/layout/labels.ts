/**
 * Short texts for a graph: what a Choice rule asks, what a catcher catches, what a state does.
 * https://states-language.net/spec.html#choice-state
 */
import type { State, Transition } from "../asl/model.ts";
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
function valueText(node: Node | undefined): string {
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

/** Label of one transition; "" for those that need none. */
export function transitionText(transition: Transition, short = false): string {
  switch (transition.kind) {
    case "choice":
      return conditionText(transition.rule, short);
    case "default":
      return "Default";
    case "catch": {
      const errors = member(transition.rule, "ErrorEquals");
      if (errors?.kind !== "array") return "";
      return errors.items.map((item) => (item.kind === "string" ? item.value : "…")).join(", ");
    }
    default:
      return "";
  }
}

/** `arn:aws:states:::lambda:invoke` -> `lambda:invoke`; a function's or an activity's own name for their ARNs. */
export function resourceText(resource: string): string {
  const integration = /^arn:[^:]*:states:[^:]*:[^:]*:(?!activity:)(?:aws-sdk:)?(.+)$/.exec(resource);
  if (integration?.[1] !== undefined) return integration[1];
  const named = /^arn:[^:]*:(?:lambda|states):[^:]*:[^:]*:(function|activity):([^:]+)/.exec(resource);
  if (named !== null) return `${named[1] === "function" ? "lambda" : "activity"}: ${named[2]}`;
  return resource;
}

function waitText(state: State): string | undefined {
  const seconds = member(state.node, "Seconds");
  if (seconds?.kind === "number") return `Wait ${seconds.value} s`;
  if (seconds?.kind === "string") return `Wait ${expressionText(seconds.value)} s`;
  if (seconds?.kind === "placeholder") return `Wait ${valueText(seconds)} s`;
  const path = stringMember(state.node, "SecondsPath");
  if (path !== undefined) return `Wait ${path} s`;
  const until = stringMember(state.node, "Timestamp") ?? stringMember(state.node, "TimestampPath");
  return until === undefined ? undefined : `Wait until ${expressionText(until)}`;
}

/** Second line of a state's box, in full. */
export function detailText(state: State): string | undefined {
  switch (state.type) {
    case "Task": {
      const resource = member(state.node, "Resource");
      if (resource?.kind === "placeholder") return valueText(resource);
      return resource?.kind === "string" ? resourceText(resource.value) : "Task";
    }
    case "Wait":
      return waitText(state) ?? "Wait";
    case "Fail": {
      const error = stringMember(state.node, "Error") ?? stringMember(state.node, "ErrorPath");
      return error === undefined ? "Fail" : `Fail ${expressionText(error)}`;
    }
    case "Map": {
      const config = member(member(state.node, "ItemProcessor"), "ProcessorConfig");
      return stringMember(config, "Mode") === "DISTRIBUTED" ? "Map, distributed" : "Map";
    }
    default:
      return state.type;
  }
}
