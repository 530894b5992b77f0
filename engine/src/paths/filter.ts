/**
 * Whether a value passes a filter, `[?( )]`, by Jayway's rules: a number and a text are equal if they read alike, an
 * order between different types is false, and a path exists even where its value is null or false.
 * https://github.com/json-path/JsonPath#filter-operators
 */
import { isObject, type JsonValue, sameValue } from "../json.ts";
import type { Filter, FilterOperand, FilterOperator } from "./ast.ts";
import { evaluateSegments } from "./evaluate.ts";

/** `undefined`: the path of the operand leads nowhere. */
type Operand = JsonValue | RegExp | undefined;

const COMPARISONS: Readonly<Record<FilterOperator, (left: Operand, right: Operand) => boolean>> = {
  "==": isEqual,
  "!=": (left, right) => !isEqual(left, right),
  "===": (left, right) => typeof left === typeof right && isEqual(left, right),
  "!==": (left, right) => !(typeof left === typeof right && isEqual(left, right)),
  "<": (left, right) => order(left, right) < 0,
  "<=": (left, right) => order(left, right) <= 0,
  ">": (left, right) => order(left, right) > 0,
  ">=": (left, right) => order(left, right) >= 0,
  "=~": (left, right) => matchesPattern(left, right),
  in: (left, right) => isList(right) && includes(right, left),
  nin: (left, right) => isList(right) && !includes(right, left),
  contains: (left, right) =>
    typeof left === "string"
      ? typeof right === "string" && left.includes(right)
      : isList(left) && includes(left, right),
  all: (left, right) => isList(left) && isList(right) && right.every((item) => includes(left, item)),
  subsetof: (left, right) => isList(left) && isList(right) && left.every((item) => includes(right, item)),
  anyof: (left, right) => isList(left) && isList(right) && left.some((item) => includes(right, item)),
  noneof: (left, right) => isList(left) && isList(right) && !left.some((item) => includes(right, item)),
  size: (left, right) => sizeOf(left) !== undefined && sizeOf(left) === right,
  empty: (left, right) => sizeOf(left) !== undefined && (sizeOf(left) === 0) === right,
};

/** `current` is `@`, `document` is `$`. */
export function matchesFilter(filter: Filter, current: JsonValue, document: JsonValue): boolean {
  switch (filter.kind) {
    case "and":
      return filter.parts.every((part) => matchesFilter(part, current, document));
    case "or":
      return filter.parts.some((part) => matchesFilter(part, current, document));
    case "not":
      return !matchesFilter(filter.part, current, document);
    case "exists":
      return operandValue(filter.path, current, document) !== undefined;
    case "comparison": {
      const left = operandValue(filter.left, current, document);
      return COMPARISONS[filter.operator](left, operandValue(filter.right, current, document));
    }
  }
}

function operandValue(operand: FilterOperand, current: JsonValue, document: JsonValue): Operand {
  if (operand.kind === "literal") return operand.value;
  if (operand.kind === "pattern") return operand.pattern;
  const evaluated = evaluateSegments(operand.segments, operand.root === "current" ? current : document, document);
  return "value" in evaluated ? evaluated.value : undefined;
}

function isEqual(left: Operand, right: Operand): boolean {
  if (left === undefined || right === undefined) return left === right;
  if (left instanceof RegExp || right instanceof RegExp) return false;
  if (typeof left === "number" && typeof right === "string") return right.trim() !== "" && left === Number(right);
  if (typeof left === "string" && typeof right === "number") return left === String(right);
  return sameValue(left, right);
}

/** Below, equal, above; NaN, which no comparison accepts, for what has no order. */
function order(left: Operand, right: Operand): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  if (typeof left === "string" && typeof right === "string") return left < right ? -1 : left > right ? 1 : 0;
  return Number.NaN;
}

function matchesPattern(left: Operand, right: Operand): boolean {
  if (left instanceof RegExp) return right instanceof RegExp ? false : matchesPattern(right, left);
  if (!(right instanceof RegExp) || left === undefined || left === null) return false;
  if (isList(left)) return left.some((item) => matchesPattern(item, right));
  return !isObject(left) && right.test(String(left));
}

function isList(value: Operand): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function includes(list: readonly JsonValue[], value: Operand): boolean {
  return value !== undefined && list.some((item) => isEqual(item, value));
}

function sizeOf(value: Operand): number | undefined {
  if (typeof value === "string" || isList(value)) return value.length;
  return value !== undefined && !(value instanceof RegExp) && isObject(value) ? Object.keys(value).length : undefined;
}
