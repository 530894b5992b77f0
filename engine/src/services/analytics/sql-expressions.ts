/** Expressions over the columns of a row: comparisons, arithmetic, a few functions. Undefined values are SQL's NULL. */
import type { Row } from "./aggregate.ts";

/** A node of the parser's tree. */
export interface SqlNode {
  readonly type?: string;
  readonly [name: string]: unknown;
}

export type Evaluate = (row: Row) => unknown;

/** What is not in the subset. */
export class UnreadableSql extends Error {}

type Operation = (left: unknown, right: unknown) => unknown;

const isNull = (value: unknown): boolean => value === undefined || value === null;
const ofNumbers =
  (compute: (left: number, right: number) => number): Operation =>
  (left, right) =>
    isNull(left) || isNull(right) ? undefined : compute(Number(left), Number(right));
const compared =
  (compare: (order: number) => boolean): Operation =>
  (left, right) => {
    if (isNull(left) || isNull(right)) return undefined;
    const [a, b] =
      typeof left === "number" || typeof right === "number"
        ? [Number(left), Number(right)]
        : [String(left), String(right)];
    return compare(a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN);
  };

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "+": ofNumbers((a, b) => a + b),
  "-": ofNumbers((a, b) => a - b),
  "*": ofNumbers((a, b) => a * b),
  "/": ofNumbers((a, b) => a / b),
  "=": compared((order) => order === 0),
  "<>": compared((order) => order < 0 || order > 0),
  "!=": compared((order) => order < 0 || order > 0),
  "<": compared((order) => order < 0),
  "<=": compared((order) => order <= 0),
  ">": compared((order) => order > 0),
  ">=": compared((order) => order >= 0),
  AND: (left, right) => left === true && right === true,
  OR: (left, right) => left === true || right === true,
  IS: (left, right) => (isNull(right) ? isNull(left) : left === right),
  "IS NOT": (left, right) => (isNull(right) ? !isNull(left) : left !== right),
  LIKE: (left, right) => !isNull(left) && likePattern(String(right)).test(String(left)),
  "NOT LIKE": (left, right) => !isNull(left) && !likePattern(String(right)).test(String(left)),
};

function likePattern(pattern: string): RegExp {
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("%", ".*").replaceAll("_", ".")}$`, "s");
}

/** The name of a column: quoted or not, with its table or without. */
export function columnOf(node: SqlNode): string | undefined {
  if (node.type === "column_ref") return nameIn(node.column);
  return node.type === "double_quote_string" || node.type === "backticks_quote_string" ? String(node.value) : undefined;
}

function nameIn(column: unknown): string {
  if (typeof column === "string") return column;
  const { expr } = (column ?? {}) as { readonly expr?: { readonly value?: unknown } };
  return String(expr?.value ?? "");
}

export function readExpression(node: SqlNode): Evaluate {
  const column = columnOf(node);
  if (column !== undefined) return ({ values }) => values[column];
  const { type, value } = node;
  if (type === "number" || type === "single_quote_string" || type === "string" || type === "bool") return () => value;
  if (type === "null") return () => undefined;
  if (type === "binary_expr") return readOperation(node);
  throw new UnreadableSql(`expressions of the kind ${type ?? "unknown"}`);
}

function readOperation({ operator, left, right }: SqlNode): Evaluate {
  const name = String(operator).toUpperCase();
  const of = readExpression(left as SqlNode);
  if (name === "BETWEEN" || name === "NOT BETWEEN") {
    const [low, high] = listIn(right);
    if (low === undefined || high === undefined) throw new UnreadableSql("BETWEEN without two bounds");
    return (row) => {
      const [at, from, to] = [Number(of(row)), Number(low(row)), Number(high(row))];
      return (at >= from && at <= to) === (name === "BETWEEN");
    };
  }
  if (name === "IN" || name === "NOT IN") {
    const all = listIn(right);
    return (row) => all.some((each) => each(row) === of(row)) === (name === "IN");
  }
  const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (operation === undefined) throw new UnreadableSql(`the operator ${name}`);
  const other = readExpression(right as SqlNode);
  return (row) => operation(of(row), other(row));
}

function listIn(node: unknown): readonly Evaluate[] {
  const { value } = node as { readonly value?: readonly SqlNode[] };
  return (value ?? []).map(readExpression);
}
