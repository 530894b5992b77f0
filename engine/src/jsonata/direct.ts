/**
 * The plain part of JSONata, evaluated at once: fields of variables, literals, comparisons, arithmetic. Most conditions
 * and outputs of real machines are no more than that, and the package, which waits at every node of its tree, takes a
 * hundred times as long for them. Wherever a value is not wholly ordinary (missing, a list, another type than the
 * operator's) the answer is undefined, and the package is asked instead: its rules are written nowhere but there.
 */
import { isObject, type JsonValue } from "../json.ts";
import type { AstNode } from "./ast.ts";
import type { JsonataScope } from "./evaluate.ts";

/** Undefined: the package has to say. */
export type DirectExpression = (scope: JsonataScope) => JsonValue | undefined;

type Operator = (left: JsonValue, right: JsonValue) => JsonValue | undefined;

/** Undefined where the expression holds more than the plain part. */
export function compileDirect(node: AstNode, readsContext: boolean): DirectExpression | undefined {
  switch (node.type) {
    case "number":
    case "string":
    case "value": {
      if (!hasOnly(node, "value")) return undefined;
      const value = node.value as JsonValue;
      return () => value;
    }
    case "variable":
      return compileVariable(node);
    case "path":
      return compilePath(node, readsContext);
    case "block":
      return compileBlock(node, readsContext);
    case "binary":
      return compileBinary(node, readsContext);
    default:
      return undefined;
  }
}

/** A node that says nothing beyond these fields: no predicate, sort, grouping, index or focus. */
function hasOnly(node: AstNode, ...fields: readonly string[]): boolean {
  return Object.keys(node).every((key) => key === "type" || key === "position" || fields.includes(key));
}

function compileVariable(node: AstNode): DirectExpression | undefined {
  const name = String(node.value);
  if (!hasOnly(node, "value") || name === "" || name === "$" || name === "states") return undefined;
  return (scope) => single(scope.variable(name));
}

function compilePath(node: AstNode, readsContext: boolean): DirectExpression | undefined {
  const [first, ...rest] = node.steps as readonly AstNode[];
  const fields = rest.map((step) => String(step.value));
  if (!hasOnly(node, "steps") || first === undefined || fields.length === 0) return undefined;
  if (!rest.every((step) => step.type === "name" && hasOnly(step, "value"))) return undefined;
  const start = compileStart(first, readsContext);
  if (start === undefined) return undefined;
  return (scope) => {
    let value = start(scope);
    for (const field of fields) {
      if (value === undefined || !isObject(value) || !Object.hasOwn(value, field)) return undefined;
      value = value[field];
    }
    return single(value);
  };
}

/** `$states` is no value by itself, only where one of its fields is read. */
function compileStart(node: AstNode, readsContext: boolean): DirectExpression | undefined {
  if (node.type !== "variable") return undefined;
  if (node.value !== "states" || !hasOnly(node, "value")) return compileVariable(node);
  return (scope) => scope.states(readsContext) as JsonValue;
}

/** Lists unwrap and join as sequences do: the package's part. */
function single(value: JsonValue | undefined): JsonValue | undefined {
  return Array.isArray(value) ? undefined : value;
}

/** Brackets around one expression. */
function compileBlock(node: AstNode, readsContext: boolean): DirectExpression | undefined {
  const [only, ...others] = node.expressions as readonly AstNode[];
  if (!hasOnly(node, "expressions") || only === undefined || others.length > 0) return undefined;
  return compileDirect(only, readsContext);
}

function compileBinary(node: AstNode, readsContext: boolean): DirectExpression | undefined {
  if (!hasOnly(node, "value", "lhs", "rhs")) return undefined;
  const left = compileDirect(node.lhs as AstNode, readsContext);
  const right = compileDirect(node.rhs as AstNode, readsContext);
  if (left === undefined || right === undefined) return undefined;
  const name = String(node.value);
  if (name === "and" || name === "or") return shortCircuit(left, right, name === "or");
  const operator = OPERATORS.get(name);
  if (operator === undefined) return undefined;
  return (scope) => {
    const leftValue = left(scope);
    const rightValue = leftValue === undefined ? undefined : right(scope);
    return leftValue === undefined || rightValue === undefined ? undefined : operator(leftValue, rightValue);
  };
}

/** `decides`: the left value with which the right one is not looked at. */
function shortCircuit(left: DirectExpression, right: DirectExpression, decides: boolean): DirectExpression {
  return (scope) => {
    const value = left(scope);
    if (typeof value !== "boolean" || value === decides) return typeof value === "boolean" ? value : undefined;
    const other = right(scope);
    return typeof other === "boolean" ? other : undefined;
  };
}

const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ["=", equality((left, right) => left === right)],
  ["!=", equality((left, right) => left !== right)],
  ["<", order((left, right) => left < right)],
  ["<=", order((left, right) => left <= right)],
  [">", order((left, right) => left > right)],
  [">=", order((left, right) => left >= right)],
  ["+", arithmetic((left, right) => left + right)],
  ["-", arithmetic((left, right) => left - right)],
  ["*", arithmetic((left, right) => left * right)],
  ["/", arithmetic((left, right) => left / right)],
  ["%", arithmetic((left, right) => left % right)],
  ["&", (left, right) => (typeof left === "string" && typeof right === "string" ? left + right : undefined)],
]);

function equality(same: (left: JsonValue, right: JsonValue) => boolean): Operator {
  return (left, right) => (isObject(left) || isObject(right) ? undefined : same(left, right));
}

function order(holds: (left: number | string, right: number | string) => boolean): Operator {
  return (left, right) => {
    const comparable = typeof left === typeof right && (typeof left === "number" || typeof left === "string");
    return comparable ? holds(left, right as typeof left) : undefined;
  };
}

/** What is no finite number is an error, which the package words. */
function arithmetic(compute: (left: number, right: number) => number): Operator {
  return (left, right) => {
    if (typeof left !== "number" || typeof right !== "number") return undefined;
    const value = compute(left, right);
    return Number.isFinite(value) ? value : undefined;
  };
}
