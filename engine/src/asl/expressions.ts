/**
 * Every string of a state that AWS evaluates: paths, payload template values and JSONata expressions, each with the
 * place it stands in. States inside a Map or Parallel are states of their own and not looked into.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
import { jsonataText } from "../jsonata/parse.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node, ObjectNode, StringNode } from "../text/tree.ts";
import type { State } from "./model.ts";

/**
 * - "path": a JSONPath that is read.
 * - "reference-path": says where a result goes; only names and indexes.
 * - "path-or-intrinsic": either; the value of a `.$` key, of ErrorPath or CausePath.
 * - "jsonata": what stands between `{%` and `%}`.
 */
export type ExpressionKind = "path" | "reference-path" | "path-or-intrinsic" | "jsonata";

export interface Expression {
  readonly kind: ExpressionKind;
  readonly node: StringNode;
  /** The path, or the JSONata text without its delimiters. */
  readonly text: string;
  /** Where `text` begins in the string's value. */
  readonly index: number;
  /** The state's own field that it stands in: "Parameters", "Choices", "Catch", ... */
  readonly field: string;
  /** The field that says what it is for, nearest to it: within Choices and Catch "Assign", "Output", "Condition", ... */
  readonly slot: string;
  /** The `.$` key whose value it is. */
  readonly key: StringNode | undefined;
  /** The payload template (the value of Parameters, Assign, ...) that it stands in. */
  readonly template: Node | undefined;
}

const PATH_FIELDS = new Set([
  "InputPath",
  "OutputPath",
  "ItemsPath",
  "SecondsPath",
  "TimestampPath",
  "TimeoutSecondsPath",
  "HeartbeatSecondsPath",
  "MaxConcurrencyPath",
  "ToleratedFailureCountPath",
  "ToleratedFailurePercentagePath",
  "MaxItemsPath",
  "MaxItemsPerBatchPath",
  "MaxInputBytesPerBatchPath",
  "Variable",
]);

const TEMPLATE_FIELDS = new Set([
  "Parameters",
  "ResultSelector",
  "ItemSelector",
  "Assign",
  "BatchInput",
  "Credentials",
]);

/** Fields that hold objects whose fields are looked at in turn. */
const NESTED_FIELDS = new Set(["Choices", "Catch", "ItemReader", "ReaderConfig", "ItemBatcher", "ResultWriter"]);
const RULE_FIELDS = new Set(["And", "Or", "Not"]);

/** Fields in which nothing is evaluated, in either language. */
const CONSTANT_FIELDS = new Set([
  "Type",
  "Comment",
  "QueryLanguage",
  "Next",
  "End",
  "Default",
  "Resource",
  "Retry",
  "ErrorEquals",
  "Branches",
  "ItemProcessor",
  "Iterator",
  "Label",
  "Result",
]);

/** Those of them that are constant wherever they stand, also where people use the same names in their own data. */
const NEVER_EVALUATED = new Set(["Comment", "ErrorEquals"]);

/** The expressions of a state, in document order; the same array for as long as its text stays the same. */
export function expressionsOf(state: State): readonly Expression[] {
  state.facts.expressions ??= findExpressions(state);
  return state.facts.expressions;
}

function findExpressions(state: State): readonly Expression[] {
  const expressions: Expression[] = [];
  for (const { key, value } of state.node.properties) {
    if (CONSTANT_FIELDS.has(key.value)) continue;
    const place: Place = { field: key.value, slot: key.value, template: undefined, found: expressions };
    if (state.queryLanguage === "JSONata") inJsonata(value, place);
    else inJsonPath(key, value, place);
  }
  return expressions;
}

interface Place {
  readonly field: string;
  readonly slot: string;
  readonly template: Node | undefined;
  readonly found: Expression[];
}

function inJsonPath(key: StringNode, value: Node, place: Place): void {
  const name = key.value;
  if (NESTED_FIELDS.has(name) || RULE_FIELDS.has(name)) return inNested(value, place);
  if (TEMPLATE_FIELDS.has(name)) return inTemplate(value, { ...place, slot: name, template: value });
  if (value.kind !== "string") return;
  const at: Place = { ...place, slot: name };
  if (name === "ResultPath") add("reference-path", value, at, undefined);
  else if (name === "ErrorPath" || name === "CausePath") add("path-or-intrinsic", value, at, undefined);
  else if (PATH_FIELDS.has(name)) add("path", value, at, undefined);
  else if (place.field === "Choices" && name.endsWith("Path")) add("path", value, at, undefined);
}

function inNested(value: Node, place: Place): void {
  if (value.kind === "array") for (const item of value.items) inNested(item, place);
  if (value.kind !== "object") return;
  for (const { key, value: inner } of value.properties) {
    if (!CONSTANT_FIELDS.has(key.value)) inJsonPath(key, inner, place);
  }
}

/** Below a payload template every key that ends in `.$` holds a path or an intrinsic function. */
function inTemplate(value: Node, place: Place): void {
  if (value.kind === "array") for (const item of value.items) inTemplate(item, place);
  if (value.kind !== "object") return;
  for (const { key, value: inner } of value.properties) {
    if (!key.value.endsWith(".$")) inTemplate(inner, place);
    else if (inner.kind === "string") add("path-or-intrinsic", inner, place, key);
  }
}

function inJsonata(value: Node, place: Place): void {
  if (value.kind === "array") {
    for (const item of value.items) inJsonata(item, place);
  } else if (value.kind === "object") {
    const nested = (NESTED_FIELDS.has(place.slot) || RULE_FIELDS.has(place.slot)) && place.template === undefined;
    for (const { key, value: inner } of value.properties) {
      if (!nested) inJsonata(inner, { ...place, template: place.template ?? value });
      else if (!CONSTANT_FIELDS.has(key.value)) inJsonata(inner, { ...place, slot: key.value });
    }
  } else if (value.kind === "string") {
    const expression = jsonataText(value.value);
    if (expression === undefined) return;
    const { field, slot, template, found } = place;
    found.push({ kind: "jsonata", node: value, ...expression, field, slot, key: undefined, template });
  }
}

/** Every string of a state outside its constant fields, evaluated or not, with the key that it or its array stands under. */
export function eachString(state: State, visit: (node: StringNode, key: StringNode) => void): void {
  for (const { key, value } of state.node.properties) {
    if (!CONSTANT_FIELDS.has(key.value)) eachStringIn(value, key, visit);
  }
}

function eachStringIn(node: Node, key: StringNode, visit: (node: StringNode, key: StringNode) => void): void {
  if (node.kind === "string") visit(node, key);
  else if (node.kind === "array") for (const item of node.items) eachStringIn(item, key, visit);
  else if (node.kind === "object") {
    for (const { key: inner, value } of node.properties) {
      if (!NEVER_EVALUATED.has(inner.value)) eachStringIn(value, inner, visit);
    }
  }
}

function add(kind: ExpressionKind, node: StringNode, place: Place, key: StringNode | undefined): void {
  const { field, slot, template, found } = place;
  found.push({ kind, node, text: node.value, index: 0, field, slot, key, template });
}

/** The `Assign` objects of a state: its own, those of its Choice rules and of its catchers. */
export function assignmentsOf(state: State): readonly ObjectNode[] {
  const places: (Node | undefined)[] = [state.node];
  for (const field of ["Choices", "Catch"]) {
    const list = valueNode(state.node, field);
    if (list?.kind === "array") places.push(...list.items);
  }
  return places.flatMap((place) => {
    const assign = valueNode(place, "Assign");
    return assign?.kind === "object" ? [assign] : [];
  });
}
