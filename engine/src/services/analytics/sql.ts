/**
 * SQL over streams: one SELECT with a window, of Flink or of the SQL that Kinesis Data Analytics had. What is read:
 * columns and COUNT, SUM, AVG, MIN, MAX; WHERE and HAVING of comparisons and arithmetic; GROUP BY of columns and a window,
 * TUMBLE, HOP, SESSION (as functions or as table functions), STEP, FLOOR, WINDOWED BY STAGGER, OVER with a range or rows.
 * https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/window-tvf/
 */
import sqlParser from "node-sql-parser/build/flinksql.js";
import type { Aggregate, AggregateName, Row } from "./aggregate.ts";
import { readScript } from "./sql-dialect.ts";
import { columnOf, type Evaluate, readExpression, type SqlNode, UnreadableSql } from "./sql-expressions.ts";
import type { WindowSpec } from "./window-spec.ts";

/** A column of the result. */
export type Selected =
  | { readonly as: string; readonly is: "key" | "start" | "end"; readonly column: string }
  | { readonly as: string; readonly is: "aggregate"; readonly index: number };

export interface WindowQuery {
  /** The stream that results go into, as outputs name it; undefined: there is only one. */
  readonly into: string | undefined;
  readonly window: WindowSpec;
  /** Of event time; undefined: the time at which a record arrived. */
  readonly timeColumn: string | undefined;
  /** So long records may be behind others, milliseconds. */
  readonly delayMs: number;
  readonly keys: readonly string[];
  readonly selected: readonly Selected[];
  readonly aggregates: readonly Aggregate[];
  readonly where: Evaluate | undefined;
  /** Over the columns of the result. */
  readonly having: Evaluate | undefined;
}

/** A text: what of it is not read. */
export function readQueries(sql: string): readonly WindowQuery[] | string {
  const { queries, watermark } = readScript(sql);
  if (queries.length === 0) return "there is no SELECT";
  const delayMs = watermark?.delay === undefined ? 0 : intervalIn(watermark.delay);
  try {
    return queries.map((query) => ({
      ...readQuery(query),
      ...(watermark && { timeColumn: watermark.column, delayMs }),
    }));
  } catch (error) {
    if (error instanceof UnreadableSql) return `${error.message} cannot be simulated`;
    return `it cannot be read: ${(error as Error).message.split("\n")[0]}`;
  }
}

const AGGREGATES: ReadonlySet<string> = new Set(["COUNT", "SUM", "AVG", "MIN", "MAX"]);
const ARRIVAL = /^(rowtime|approximate_arrival_time|proctime)$/i;

const INTO = /^INSERT\s+INTO\s+[`"]?(\w+)[`"]?\s*(\([^)]*\))?\s*/i;

function readQuery(text: string): WindowQuery {
  const into = INTO.exec(text);
  const parsed = new sqlParser.Parser().astify(text.replace(INTO, "")) as unknown;
  const select = (Array.isArray(parsed) ? parsed[0] : parsed) as SqlNode;
  const grouped = ((select.groupby as SqlNode | null)?.columns ?? []) as readonly SqlNode[];
  const windowed = windowIn(grouped);
  const keys = grouped
    .flatMap((node) => columnOf(node) ?? [])
    .filter((name) => !/^window_(start|end|time)$/i.test(name));
  const aggregates: Aggregate[] = [];
  const selected = (select.columns as readonly SqlNode[]).map((column) => readSelected(column, keys, aggregates));
  const having = select.having as SqlNode | null;
  return {
    into: into?.[1],
    window: windowed.spec,
    timeColumn: ARRIVAL.test(windowed.time) ? undefined : windowed.time,
    delayMs: 0,
    keys,
    selected,
    aggregates,
    where: isNode(select.where) ? readExpression(select.where) : undefined,
    having: isNode(having) ? readExpression(withAggregates(having, aggregates)) : undefined,
  };
}

function isNode(value: unknown): value is SqlNode {
  return typeof value === "object" && value !== null;
}

// --- windows

interface Windowed {
  readonly spec: WindowSpec;
  readonly time: string;
}

function windowIn(grouped: readonly SqlNode[]): Windowed {
  for (const node of grouped) {
    if (node.type !== "function") continue;
    const [name] = ((node.name as SqlNode).name as readonly SqlNode[]).map(({ value }) => String(value).toUpperCase());
    const args = ((node.args as SqlNode).value ?? []) as readonly SqlNode[];
    return groupFunction(name ?? "", args);
  }
  throw new UnreadableSql("a query without a window");
}

function groupFunction(name: string, [time, ...sizes]: readonly SqlNode[]): Windowed {
  const at = (index: number): number => intervalOf(sizes[index]);
  const column = time === undefined ? "" : (columnOf(time) ?? "");
  switch (name) {
    case "TUMBLE":
      return { time: column, spec: { kind: "tumbling", sizeMs: at(0) } };
    case "HOP":
      return { time: column, spec: { kind: "hopping", slideMs: at(0), sizeMs: at(1) } };
    case "SESSION":
      return { time: column, spec: { kind: "session", gapMs: at(0) } };
    case "STAGGER":
      return { time: column, spec: { kind: "stagger", sizeMs: at(0) } };
    case "SLIDE":
      return { time: column, spec: { kind: "sliding", rangeMs: at(0) } };
    case "SLIDE_ROWS":
      return { time: "rowtime", spec: { kind: "sliding-rows", rows: Number(time?.value ?? 0) } };
    default:
      throw new UnreadableSql(`the window ${name}`);
  }
}

const UNITS_MS: Readonly<Record<string, number>> = {
  MILLISECOND: 1,
  SECOND: 1_000,
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: 86_400_000,
};

function intervalOf(node: SqlNode | undefined): number {
  if (node?.type !== "interval") throw new UnreadableSql("a window without an interval");
  return milliseconds(String((node.expr as SqlNode).value), String(node.unit));
}

function intervalIn(text: string): number {
  const [, amount = "0", unit = ""] = /'([^']*)'\s+(\w+)/.exec(text) ?? [];
  return milliseconds(amount, unit);
}

function milliseconds(amount: string, unit: string): number {
  const unitMs = UNITS_MS[unit.toUpperCase().replace(/S$/, "")];
  if (unitMs === undefined || !(Number(amount) > 0)) throw new UnreadableSql(`INTERVAL '${amount}' ${unit}`);
  return Number(amount) * unitMs;
}

// --- columns

function readSelected({ expr, as }: SqlNode, keys: readonly string[], aggregates: Aggregate[]): Selected {
  const node = expr as SqlNode;
  if (node.type === "aggr_func") {
    const aggregate = readAggregate(node, typeof as === "string" ? as : `${node.name}`.toLowerCase());
    aggregates.push(aggregate);
    return { as: aggregate.as, is: "aggregate", index: aggregates.length - 1 };
  }
  const column = columnOf(node) ?? boundOf(node);
  if (column === undefined) throw new UnreadableSql(`a column of the kind ${node.type}`);
  const name = typeof as === "string" ? as : column;
  const bound = /(start|end)$/i.exec(column)?.[1]?.toLowerCase();
  if (/^(window|tumble|hop|session)_/i.test(column) && bound !== undefined) {
    return { as: name, is: bound === "start" ? "start" : "end", column };
  }
  if (ARRIVAL.test(column)) return { as: name, is: "end", column };
  if (!keys.includes(column)) throw new UnreadableSql(`\`${column}\`, which is not in GROUP BY,`);
  return { as: name, is: "key", column };
}

/** `TUMBLE_START(ts, INTERVAL '1' MINUTE)`; the window itself, selected, is its beginning. */
function boundOf(node: SqlNode): string | undefined {
  if (node.type !== "function") return undefined;
  const [name] = ((node.name as SqlNode).name as readonly SqlNode[]).map(({ value }) => String(value).toLowerCase());
  return name === "tumble" ? "tumble_start" : name;
}

function readAggregate({ name, args }: SqlNode, as: string): Aggregate {
  const called = String(name).toUpperCase();
  if (!AGGREGATES.has(called)) throw new UnreadableSql(called);
  const { expr, distinct } = args as SqlNode;
  if (typeof distinct === "string") throw new UnreadableSql("DISTINCT");
  const of = expr as SqlNode;
  if (of.type === "star") return { name: called as AggregateName, of: undefined, as };
  const read = readExpression(of);
  const valueOf = (row: Row): number | undefined => {
    const value = read(row);
    if (value === undefined || value === null) return undefined;
    return called === "COUNT" ? 1 : Number.isFinite(Number(value)) ? Number(value) : undefined;
  };
  return { name: called as AggregateName, of: valueOf, as };
}

/** Aggregates of HAVING as columns of the result: those that are selected already, or more of them. */
function withAggregates(node: SqlNode, aggregates: Aggregate[]): SqlNode {
  if (node.type === "aggr_func") {
    const as = `$having${aggregates.length}`;
    aggregates.push(readAggregate(node, as));
    return { type: "column_ref", table: null, column: as };
  }
  if (node.type !== "binary_expr") return node;
  const side = (part: unknown): SqlNode => withAggregates(part as SqlNode, aggregates);
  return { ...node, left: side(node.left), right: side(node.right) };
}
