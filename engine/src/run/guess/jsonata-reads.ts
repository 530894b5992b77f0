/**
 * What JSONata expressions read: the syntax tree evaluated with parts of unknown values in the place of values.
 * https://docs.jsonata.org/
 */
import { isObject, type JsonValue } from "../../json.ts";
import type { AstNode } from "../../jsonata/ast.ts";
import { isJsonataMistake, jsonataText, parseJsonata } from "../../jsonata/parse.ts";
import { compared, other } from "./comparisons.ts";
import { FIRST_USES, OVER_ITEMS, OVER_NUMBERS } from "./jsonata-uses.ts";
import { any, type Symbolic, type SymbolicData, UNKNOWN, type Use } from "./reads.ts";

/** What `$states` and `$name` stand for. */
export interface JsonataView {
  readonly data: SymbolicData;
  /** Fields of `$states`. */
  readonly states: Symbolic;
  variable(name: string): Symbolic;
}

interface Place {
  readonly view: JsonataView;
  /** The item that a path stands at; undefined outside of paths. */
  readonly at: Symbolic | undefined;
  readonly bound: ReadonlyMap<string, Symbolic>;
}

/** A JSONata field: expressions wherever they stand in it. */
export function readJsonataValue(view: JsonataView, value: JsonValue): Symbolic {
  if (typeof value === "string") {
    const ast = jsonataAst(value);
    return ast === undefined ? { kind: "constant", value } : readAst(view, ast);
  }
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => readJsonataValue(view, item)) };
  if (!isObject(value)) return { kind: "constant", value };
  const fields = Object.entries(value).map(([key, field]) => [key, readJsonataValue(view, field)] as const);
  return { kind: "object", fields: Object.fromEntries(fields) };
}

/** The tree of `{% ... %}`; undefined for any other text and for what cannot be parsed. */
export function jsonataAst(value: JsonValue | undefined): AstNode | undefined {
  const expression = typeof value === "string" ? jsonataText(value) : undefined;
  const compiled = expression && parseJsonata(expression.text);
  return compiled === undefined || isJsonataMistake(compiled)
    ? undefined
    : (compiled.expression.ast() as unknown as AstNode);
}

export function readAst(view: JsonataView, node: AstNode): Symbolic {
  return read(node, { view, at: undefined, bound: new Map() });
}

function read(node: AstNode, place: Place): Symbolic {
  const { data } = place.view;
  switch (node.type) {
    case "string":
    case "number":
    case "value":
      return { kind: "constant", value: node.value as JsonValue };
    case "variable":
      return readVariable(String(node.value), place);
    case "name":
      return place.at === undefined ? UNKNOWN : data.step(place.at, String(node.value));
    case "wildcard":
      return place.at === undefined ? UNKNOWN : data.item(place.at);
    case "path":
      return readPath(node, place);
    case "binary":
      return readBinary(node, place);
    case "unary":
      return readUnary(node, place);
    case "function":
    case "partial":
      return readCall(node, place);
    case "condition": {
      data.use(readChild(node.condition, place), "boolean");
      return any([readChild(node.then, place), readChild(node.else, place)]);
    }
    case "block":
      return readBlock(node, place);
    case "apply":
      return readApply(node, place);
    default:
      return UNKNOWN;
  }
}

function isNode(value: unknown): value is AstNode {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function nodes(value: unknown): readonly AstNode[] {
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function readChild(child: unknown, place: Place): Symbolic {
  return isNode(child) ? read(child, place) : UNKNOWN;
}

function readVariable(name: string, { view, at, bound }: Place): Symbolic {
  if (name === "") return at ?? UNKNOWN;
  if (name === "states") return view.states;
  return bound.get(name) ?? view.variable(name);
}

function readPath(node: AstNode, place: Place): Symbolic {
  let at = place.at;
  for (const [index, step] of nodes(node.steps).entries()) {
    const here = { ...place, at: index === 0 ? place.at : at };
    // A constructor or a call behind a step is made for each item of an array.
    const mapped = index > 0 && step.type !== "name" && at !== undefined ? { ...here, at: itemOf(place, at) } : here;
    at = readStages(step, read(step, mapped), place);
  }
  return at ?? UNKNOWN;
}

function itemOf({ view }: Place, value: Symbolic): Symbolic {
  if (value.kind === "list") return any(value.items);
  return value.kind === "part" && value.reads.item !== undefined ? view.data.item(value) : value;
}

/** `[0]` and `[price > 3]` behind a step. */
function readStages(step: AstNode, value: Symbolic, place: Place): Symbolic {
  const { data } = place.view;
  let at = value;
  for (const stage of [...nodes(step.stages), ...nodes(step.predicate)]) {
    const expression = stage.expr;
    if (stage.type !== "filter" || !isNode(expression)) continue;
    at = data.item(at);
    if (expression.type === "number" || expression.type === "unary") continue;
    read(expression, { ...place, at });
    for (const { part, value: wanted } of satisfyAst(expression, { ...place, at })) {
      data.wish(part, { value: wanted, cost: 0 });
    }
  }
  return at;
}

const NUMERIC: ReadonlySet<unknown> = new Set(["+", "-", "*", "/", "%", "..", "<", ">", "<=", ">="]);

function readBinary(node: AstNode, place: Place): Symbolic {
  const { data } = place.view;
  const left = readChild(node.lhs, place);
  const right = readChild(node.rhs, place);
  const useBoth = (use: Use): void => {
    data.use(left, use);
    data.use(right, use);
  };
  // Texts can be compared by order, too: a literal tells.
  const texts = [left, right].some((side) => side.kind === "constant" && typeof side.value === "string");
  if (NUMERIC.has(node.value)) useBoth(texts ? "string" : "number");
  else if (node.value === "&") useBoth("string");
  else if (node.value === "and" || node.value === "or") useBoth("boolean");
  else if (node.value === "in") data.use(right, "array");
  else if (node.value === "=" || node.value === "!=") {
    for (const [side, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const use = other.kind === "constant" ? typeUse(other.value) : undefined;
      if (use !== undefined) data.use(side, use);
    }
  }
  return UNKNOWN;
}

function typeUse(value: JsonValue): Use | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? (typeof value as Use)
    : undefined;
}

function readUnary(node: AstNode, place: Place): Symbolic {
  if (node.value === "[") {
    return { kind: "list", items: nodes(node.expressions).map((item) => read(item, place)) };
  }
  if (node.value === "-") {
    place.view.data.use(readChild(node.expression, place), "number");
    return UNKNOWN;
  }
  const fields: Record<string, Symbolic> = {};
  for (const pair of Array.isArray(node.lhs) ? node.lhs : []) {
    const [key, value] = nodes(pair);
    const read = readChild(value, place);
    if (key?.type === "string") fields[String(key.value)] = read;
    else readChild(key, place);
  }
  return { kind: "object", fields };
}

function readCall(node: AstNode, place: Place): Symbolic {
  const procedure = isNode(node.procedure) && node.procedure.type === "variable" ? String(node.procedure.value) : "";
  return call(procedure, nodes(node.arguments), place);
}

function call(procedure: string, given: readonly AstNode[], place: Place, piped?: Symbolic): Symbolic {
  const { data } = place.view;
  const plain = given.filter(({ type }) => type !== "lambda").map((argument) => read(argument, place));
  const values = piped === undefined ? plain : [piped, ...plain];
  const [first = UNKNOWN] = values;
  const use = FIRST_USES[procedure];
  if (use !== undefined) data.use(first, use);
  if (OVER_NUMBERS.has(procedure)) data.use(data.item(first), "number");
  const results = given
    .filter(({ type }) => type === "lambda")
    .map((lambda) => readLambda(lambda, OVER_ITEMS.has(procedure) ? data.item(first) : UNKNOWN, place));
  switch (procedure) {
    case "parse":
      return data.parsed(first);
    case "map":
      return { kind: "list", items: results };
    case "filter":
    case "sort":
    case "distinct":
    case "reverse":
      return first;
    case "append":
    case "merge":
      return any(values);
    default:
      return UNKNOWN;
  }
}

/** A function's parameters are the item, its index and the whole; reduce's first is the result so far. */
function readLambda(lambda: AstNode, item: Symbolic, place: Place): Symbolic {
  const names = nodes(lambda.arguments).map(({ value }) => String(value));
  const bound = new Map(place.bound);
  for (const [index, name] of names.entries()) bound.set(name, index === 0 ? item : UNKNOWN);
  return readChild(lambda.body, { ...place, bound });
}

function readBlock(node: AstNode, place: Place): Symbolic {
  const bound = new Map(place.bound);
  let last: Symbolic = UNKNOWN;
  for (const expression of nodes(node.expressions)) {
    const inner = { ...place, bound };
    if (expression.type === "bind" && isNode(expression.lhs)) {
      last = readChild(expression.rhs, inner);
      bound.set(String(expression.lhs.value), last);
    } else last = read(expression, inner);
  }
  return last;
}

/** `value ~> $function(...)` */
function readApply(node: AstNode, place: Place): Symbolic {
  const value = readChild(node.lhs, place);
  const { rhs } = node;
  if (!isNode(rhs)) return UNKNOWN;
  if (rhs.type === "variable") return call(String(rhs.value), [], place, value);
  const procedure = isNode(rhs.procedure) ? String(rhs.procedure.value) : "";
  return call(procedure, nodes(rhs.arguments), place, value);
}

/** What a part must be for a condition to hold (or not to hold). */
export interface Demand {
  readonly part: Symbolic;
  /** Undefined: it is not to be there. */
  readonly value: JsonValue | undefined;
  /** Any value but this will do as well. */
  readonly not?: JsonValue;
  /** It is to be there, whatever it is. */
  readonly present?: true;
}

export function conditionDemands(view: JsonataView, node: AstNode, holds: boolean): readonly Demand[] {
  return satisfyAst(node, { view, at: undefined, bound: new Map() }, holds);
}

function satisfyAst(node: AstNode, place: Place, holds = true): readonly Demand[] {
  const [lhs, rhs] = [node.lhs, node.rhs];
  if (node.type === "block" && nodes(node.expressions).length === 1) {
    return satisfyAst(nodes(node.expressions)[0] as AstNode, place, holds);
  }
  if (node.type === "function") return satisfyCall(node, place, holds);
  if (node.type === "path" || node.type === "variable" || node.type === "name") {
    return [{ part: read(node, place), value: holds }];
  }
  if (node.type !== "binary" || !isNode(lhs) || !isNode(rhs)) return [];
  if (node.value === "and" || node.value === "or") {
    const both = (node.value === "and") === holds;
    const left = satisfyAst(lhs, place, holds);
    return both || left.length === 0 ? [...left, ...satisfyAst(rhs, place, holds)] : left;
  }
  return satisfyComparison(String(node.value), read(lhs, place), read(rhs, place), holds);
}

function satisfyCall(node: AstNode, place: Place, holds: boolean): readonly Demand[] {
  const procedure = isNode(node.procedure) ? node.procedure.value : undefined;
  const [first] = nodes(node.arguments);
  if (first === undefined) return [];
  if (procedure === "not") return satisfyAst(first, place, !holds);
  if (procedure === "boolean") return satisfyAst(first, place, holds);
  if (procedure !== "exists") return [];
  const part = read(first, place);
  return [holds ? { part, value: undefined, present: true } : { part, value: undefined }];
}

const MIRRORED: Readonly<Record<string, string>> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!=" };

function satisfyComparison(operator: string, left: Symbolic, right: Symbolic, holds: boolean): readonly Demand[] {
  if (operator === "in" && right.kind === "list") {
    const [first] = right.items;
    if (first?.kind === "constant") return [{ part: left, value: holds ? first.value : other(first.value) }];
  }
  if (right.kind === "constant") return [{ part: left, ...compared(operator, right.value, holds) }];
  const mirrored = MIRRORED[operator];
  if (left.kind !== "constant" || mirrored === undefined) return [];
  return [{ part: right, ...compared(mirrored, left.value, holds) }];
}
