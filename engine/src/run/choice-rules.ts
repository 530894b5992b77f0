/**
 * The 39 comparison operators of JSONPath Choice rules, with And, Or and Not. A comparison across types is false, never
 * an error; a Variable that references nothing is an error for every operator but IsPresent.
 * https://states-language.net/spec.html#choice-state
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { parsePath } from "../paths/parse.ts";
import { matchesWildcard } from "../paths/string-matches.ts";
import type { CompiledPath, PathScope } from "../paths/types.ts";
import { runtimeFailure } from "./errors.ts";
import { parseTimestamp } from "./timestamp.ts";

export type Predicate = (scope: PathScope) => boolean;

type Comparison = (actual: JsonValue, expected: JsonValue) => boolean;

type Order = (comparison: number) => boolean;

const ORDERS: Readonly<Record<string, Order>> = {
  Equals: (order) => order === 0,
  LessThan: (order) => order < 0,
  LessThanEquals: (order) => order <= 0,
  GreaterThan: (order) => order > 0,
  GreaterThanEquals: (order) => order >= 0,
};

/** Compares two values of a type; undefined where either is of another. */
const COMPARERS: Readonly<Record<string, (a: JsonValue, b: JsonValue) => number | undefined>> = {
  String: (a, b) => (typeof a === "string" && typeof b === "string" ? sign(a, b) : undefined),
  Numeric: (a, b) => (typeof a === "number" && typeof b === "number" ? sign(a, b) : undefined),
  Boolean: (a, b) => (typeof a === "boolean" && typeof b === "boolean" ? Number(a) - Number(b) : undefined),
  Timestamp: (a, b) => {
    const [first, second] = [timestamp(a), timestamp(b)];
    return first === undefined || second === undefined ? undefined : sign(first, second);
  },
};

function sign<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function timestamp(value: JsonValue): number | undefined {
  return typeof value === "string" ? parseTimestamp(value) : undefined;
}

const TYPE_TESTS: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  IsNull: (value) => value === null,
  IsString: (value) => typeof value === "string",
  IsNumeric: (value) => typeof value === "number",
  IsBoolean: (value) => typeof value === "boolean",
  IsTimestamp: (value) => timestamp(value) !== undefined,
};

const COMPARISONS = comparisons();

function comparisons(): ReadonlyMap<string, Comparison> {
  const table = new Map<string, Comparison>();
  for (const [type, compare] of Object.entries(COMPARERS)) {
    for (const [name, holds] of Object.entries(ORDERS)) {
      if (type === "Boolean" && name !== "Equals") continue;
      table.set(`${type}${name}`, (actual, expected) => {
        const order = compare(actual, expected);
        return order !== undefined && holds(order);
      });
    }
  }
  for (const [name, test] of Object.entries(TYPE_TESTS)) {
    table.set(name, (actual, expected) => test(actual) === expected);
  }
  table.set("StringMatches", (actual, expected) =>
    typeof actual === "string" && typeof expected === "string" ? matchesWildcard(actual, expected) : false,
  );
  return table;
}

/** Compiles a rule, nested ones included. A rule without an operator that is known is never true. */
export function compileRule(rule: JsonObject): Predicate {
  if (Array.isArray(rule.And)) {
    const parts = rule.And.filter(isObject).map(compileRule);
    return (scope) => parts.every((part) => part(scope));
  }
  if (Array.isArray(rule.Or)) {
    const parts = rule.Or.filter(isObject).map(compileRule);
    return (scope) => parts.some((part) => part(scope));
  }
  if (isObject(rule.Not)) {
    const part = compileRule(rule.Not);
    return (scope) => !part(scope);
  }
  return compileComparison(rule);
}

function compileComparison(rule: JsonObject): Predicate {
  const variable = pathOf(rule.Variable);
  if (typeof rule.IsPresent === "boolean") {
    const { IsPresent: expected } = rule;
    return (scope) => variable !== undefined && "value" in variable.evaluate(scope) === expected;
  }
  for (const [name, operand] of Object.entries(rule)) {
    const constant = COMPARISONS.get(name);
    if (constant !== undefined) return (scope) => constant(read(variable, rule.Variable, scope), operand);
    const byPath = name.endsWith("Path") ? COMPARISONS.get(name.slice(0, -4)) : undefined;
    if (byPath !== undefined) {
      const other = pathOf(operand);
      return (scope) => byPath(read(variable, rule.Variable, scope), read(other, operand, scope));
    }
  }
  return () => false;
}

function pathOf(field: JsonValue | undefined): CompiledPath | undefined {
  const path = typeof field === "string" ? parsePath(field) : undefined;
  return path === undefined || "message" in path ? undefined : path;
}

function read(path: CompiledPath | undefined, field: JsonValue | undefined, scope: PathScope): JsonValue {
  const evaluated = path?.evaluate(scope);
  if (evaluated !== undefined && "value" in evaluated) return evaluated.value;
  throw runtimeFailure(
    `Invalid path '${String(field)}': The choice state's condition path references an invalid value.`,
  );
}
