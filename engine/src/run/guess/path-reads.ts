/** What the paths, intrinsic functions and payload templates of JSONPath states read. */
import type { IntrinsicCall } from "../../intrinsics/ast.ts";
import { isIntrinsicMistake, parseIntrinsic } from "../../intrinsics/parse.ts";
import { isObject, type JsonValue } from "../../json.ts";
import type { Filter, FilterOperand, Segment } from "../../paths/ast.ts";
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import type { CompiledPath } from "../../paths/types.ts";
import { any, type Symbolic, type SymbolicData, UNKNOWN, type Use } from "./reads.ts";

/** What `$`, `$$` and `$name` stand for. */
export interface PathView {
  readonly data: SymbolicData;
  readonly input: Symbolic;
  readonly context: Symbolic;
  variable(name: string): Symbolic;
}

export function readPath(view: PathView, text: JsonValue | undefined): Symbolic {
  if (typeof text !== "string") return UNKNOWN;
  const path = parsePath(text);
  return isPathMistake(path) ? UNKNOWN : follow(view, path);
}

function follow(view: PathView, path: CompiledPath): Symbolic {
  const root =
    path.root === "input" ? view.input : path.root === "context" ? view.context : view.variable(path.variable ?? "");
  return followSegments(view, root, path.segments);
}

function followSegments({ data }: PathView, root: Symbolic, segments: readonly Segment[]): Symbolic {
  let at = root;
  /** Indefinite paths give a list of what they find. */
  let list = false;
  for (const segment of segments) {
    switch (segment.kind) {
      case "name":
        at = data.field(at, segment.name);
        break;
      case "names":
        at = any(segment.names.map((name) => data.field(at, name)));
        break;
      case "index":
        at = indexed(data, at, segment.index);
        break;
      case "indexes":
      case "slice":
      case "wildcard":
        list = true;
        at = data.item(at);
        break;
      case "filter":
        list = true;
        at = data.item(at);
        wishFilter(data, at, segment.filter);
        break;
      case "function":
        if (segment.name !== "length") data.use(at, "array");
        return UNKNOWN;
      default:
        return UNKNOWN;
    }
  }
  return list ? { kind: "list", items: [at] } : at;
}

function indexed(data: SymbolicData, at: Symbolic, index: number): Symbolic {
  return (at.kind === "list" ? at.items.at(index) : undefined) ?? data.item(at);
}

/** An item that the filter lets through: what it is compared with, it should be. */
function wishFilter(data: SymbolicData, item: Symbolic, filter: Filter): void {
  if (filter.kind === "and") for (const part of filter.parts) wishFilter(data, item, part);
  if (filter.kind === "or" && filter.parts[0] !== undefined) wishFilter(data, item, filter.parts[0]);
  if (filter.kind === "exists") operand(data, item, filter.path);
  if (filter.kind !== "comparison") return;
  const { left, right, operator } = filter;
  const place = operand(data, item, left) ?? operand(data, item, right);
  const literal = left.kind === "literal" ? left : right.kind === "literal" ? right : undefined;
  if (place === undefined || literal === undefined) return;
  const value = typeof literal.value === "number" ? literal.value + offsetOf(operator) : literal.value;
  if (["==", "===", "<=", ">=", "<", ">"].includes(operator)) data.wish(place, { value, cost: 0 });
}

function offsetOf(operator: string): number {
  return operator === "<" ? -1 : operator === ">" ? 1 : 0;
}

function operand(data: SymbolicData, item: Symbolic, { kind, ...path }: FilterOperand): Symbolic | undefined {
  if (kind !== "path" || !("root" in path) || path.root !== "current") return undefined;
  let at = item;
  for (const segment of path.segments) at = segment.kind === "name" ? data.field(at, segment.name) : UNKNOWN;
  return at;
}

/** A payload template: what it reads is read, and what it makes is given back. */
export function readTemplate(view: PathView, template: JsonValue): Symbolic {
  if (Array.isArray(template)) return { kind: "list", items: template.map((item) => readTemplate(view, item)) };
  if (!isObject(template)) return { kind: "constant", value: template };
  const fields: Record<string, Symbolic> = {};
  for (const [key, value] of Object.entries(template)) {
    if (key.endsWith(".$")) fields[key.slice(0, -2)] = readDynamic(view, value);
    else fields[key] = readTemplate(view, value);
  }
  return { kind: "object", fields };
}

/** What a key that ends in `.$` holds: a path or an intrinsic function. */
export function readDynamic(view: PathView, value: JsonValue): Symbolic {
  if (typeof value !== "string") return UNKNOWN;
  if (!value.startsWith("States.")) return readPath(view, value);
  const intrinsic = parseIntrinsic(value);
  return isIntrinsicMistake(intrinsic) ? UNKNOWN : readCall(view, intrinsic.call);
}

/** What the first arguments of a function are. */
const ARGUMENT_USES: Readonly<Record<string, readonly Use[]>> = {
  "States.ArrayContains": ["array"],
  "States.ArrayGetItem": ["array", "number"],
  "States.ArrayLength": ["array"],
  "States.ArrayPartition": ["array", "number"],
  "States.ArrayRange": ["number", "number", "number"],
  "States.ArrayUnique": ["array"],
  "States.Base64Decode": ["string"],
  "States.Base64Encode": ["string"],
  "States.JsonMerge": ["object", "object"],
  "States.MathAdd": ["number", "number"],
  "States.MathRandom": ["number", "number"],
  "States.StringSplit": ["string", "string"],
};

function readCall(view: PathView, call: IntrinsicCall): Symbolic {
  const { data } = view;
  const values = call.arguments.map((argument): Symbolic => {
    if (argument.kind === "call") return readCall(view, argument);
    return argument.kind === "path" ? follow(view, argument.path) : { kind: "constant", value: argument.value };
  });
  const uses = ARGUMENT_USES[call.name] ?? [];
  for (const [index, value] of values.entries()) {
    const use = uses[index];
    if (use !== undefined) data.use(value, use);
  }
  const [first = UNKNOWN, second = UNKNOWN] = values;
  switch (call.name) {
    case "States.StringToJson":
      return data.parsed(first);
    case "States.Array":
      return { kind: "list", items: values };
    case "States.ArrayGetItem":
      return data.item(first);
    case "States.ArrayUnique":
      return first;
    case "States.ArrayPartition":
      return { kind: "list", items: [first] };
    case "States.JsonMerge":
      return any([first, second]);
    default:
      return UNKNOWN;
  }
}
