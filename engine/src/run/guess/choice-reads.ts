/**
 * What Choice rules ask of the values they test: the values with which a machine goes on to a good end. A rule that
 * leads to Fail is to be false, one that leads back is to be true only where nothing else is left.
 */
import { isObject, type JsonObject, type JsonValue, objectsIn } from "../../json.ts";
import { compared, other } from "./comparisons.ts";
import { conditionDemands, type Demand, type JsonataView, jsonataAst, readAst } from "./jsonata-reads.ts";
import { type PathView, readPath } from "./path-reads.ts";
import type { SymbolicData, Use } from "./reads.ts";

/** How good it is to go to a state: 0 on to a good end, 1 only by coming back here, 2 only to Fail. */
export type CostOf = (target: JsonValue | undefined) => number;

/** Reads what the rules of a Choice state read, and wishes for what is best. */
export function readChoices(state: JsonObject, view: PathView & JsonataView, jsonata: boolean, costOf: CostOf): void {
  const rules = objectsIn(state.Choices);
  const costs = [...rules.map(({ Next: next }) => costOf(next)), costOf(state.Default)];
  for (const [index, rule] of rules.entries()) {
    const demands = jsonata ? jsonataDemands(view, rule) : pathDemands(view, rule);
    wishAll(view.data, demands.whenTrue, costs[index] ?? 2);
    wishAll(view.data, demands.whenFalse, Math.min(...costs.slice(index + 1)));
  }
}

function wishAll(data: SymbolicData, demands: readonly Demand[], cost: number): void {
  for (const { part, ...wanted } of demands) data.wish(part, { ...wanted, cost });
}

interface Demands {
  readonly whenTrue: readonly Demand[];
  readonly whenFalse: readonly Demand[];
}

function jsonataDemands(view: JsonataView, rule: JsonObject): Demands {
  const ast = jsonataAst(rule.Condition);
  if (ast === undefined) return { whenTrue: [], whenFalse: [] };
  readAst(view, ast);
  return { whenTrue: conditionDemands(view, ast, true), whenFalse: conditionDemands(view, ast, false) };
}

function pathDemands(view: PathView, rule: JsonObject): Demands {
  if (isObject(rule.Not)) {
    const { whenTrue, whenFalse } = pathDemands(view, rule.Not);
    return { whenTrue: whenFalse, whenFalse: whenTrue };
  }
  if (Array.isArray(rule.And)) {
    const parts = rule.And.filter(isObject).map((part) => pathDemands(view, part));
    return { whenTrue: parts.flatMap(({ whenTrue }) => whenTrue), whenFalse: parts[0]?.whenFalse ?? [] };
  }
  if (Array.isArray(rule.Or)) {
    const parts = rule.Or.filter(isObject).map((part) => pathDemands(view, part));
    return { whenTrue: parts[0]?.whenTrue ?? [], whenFalse: parts.flatMap(({ whenFalse }) => whenFalse) };
  }
  return comparisonDemands(view, rule);
}

const OPERATOR =
  /^(String|Numeric|Boolean|Timestamp)(Equals|LessThan|LessThanEquals|GreaterThan|GreaterThanEquals|Matches)(Path)?$/;
const SIGNS: Readonly<Record<string, string>> = {
  Equals: "=",
  GreaterThan: ">",
  GreaterThanEquals: ">=",
  LessThan: "<",
  LessThanEquals: "<=",
};
const TYPES: Readonly<Record<string, Use>> = {
  Boolean: "boolean",
  Numeric: "number",
  String: "string",
  Timestamp: "timestamp",
};
/** What a value is that passes a test of its type, and what it is that does not. */
const TYPE_TESTS: Readonly<Record<string, readonly [JsonValue, JsonValue]>> = {
  IsBoolean: [true, "value"],
  IsNull: [null, "value"],
  IsNumeric: [1, "value"],
  IsString: ["value", 1],
  IsTimestamp: ["2026-01-01T00:00:00Z", "value"],
};

function comparisonDemands(view: PathView, rule: JsonObject): Demands {
  const part = readPath(view, rule.Variable);
  const demands = (whenTrue: JsonValue | undefined, whenFalse: JsonValue | undefined): Demands => ({
    whenTrue: [{ part, value: whenTrue }],
    whenFalse: [{ part, value: whenFalse }],
  });
  for (const [name, literal] of Object.entries(rule)) {
    if (name === "IsPresent") {
      const absent: Demand = { part, value: undefined };
      const there: Demand = { ...absent, present: true };
      return literal === true ? { whenTrue: [there], whenFalse: [absent] } : { whenTrue: [absent], whenFalse: [there] };
    }
    const test = TYPE_TESTS[name];
    if (test !== undefined) return literal === true ? demands(...test) : demands(test[1], test[0]);
    const [, type = "", kind = "", path] = OPERATOR.exec(name) ?? [];
    const use = TYPES[type];
    if (use === undefined) continue;
    view.data.use(part, use);
    if (path !== undefined) {
      view.data.use(readPath(view, literal), use);
      break;
    }
    if (type === "Timestamp") return demands(...timestamps(kind, String(literal)));
    if (kind === "Matches") {
      const matching = String(literal).replaceAll("*", "1");
      return { whenTrue: [{ part, value: matching }], whenFalse: [{ part, value: other(matching), not: matching }] };
    }
    const sign = SIGNS[kind] ?? "=";
    return {
      whenTrue: [{ part, ...compared(sign, literal, true) }],
      whenFalse: [{ part, ...compared(sign, literal, false) }],
    };
  }
  return { whenTrue: [], whenFalse: [] };
}

function timestamps(kind: string, literal: string): [whenTrue: JsonValue, whenFalse: JsonValue] {
  const [early, late] = ["1970-01-01T00:00:00Z", "2999-01-01T00:00:00Z"];
  if (kind === "Equals") return [literal, early];
  return kind.startsWith("Less") ? [early, late] : [late, early];
}
