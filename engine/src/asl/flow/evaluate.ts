/**
 * Paths, payload templates and JSONata over what is known of their input: the shape of the result where it is plain,
 * nothing where it is computed.
 */
import type { JsonValue } from "../../json.ts";
import type { AstNode } from "../../jsonata/ast.ts";
import { isJsonataMistake, jsonataText, parseJsonata } from "../../jsonata/parse.ts";
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import { valueOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import type { State } from "../model.ts";
import { follow, followNames, merge, objectOf, type Payload, payloadOf, UNKNOWN } from "./payload.ts";

export interface Given {
  /** `$`, `$states.input` */
  readonly input: Payload;
  /** `$$`, `$states.context` */
  readonly context: Payload;
  /** `$states.result` */
  readonly result?: Payload;
  /** `$states.errorOutput` */
  readonly errorOutput?: Payload;
  readonly variable: (name: string) => Payload;
}

/** The value of a field, template or expression of a state. */
export function evaluate(node: Node, state: State, given: Given): Payload {
  if (state.queryLanguage === "JSONata") return jsonataValue(node, given);
  return node.kind === "string" ? pathValue(node.value, given) : templateValue(node, given);
}

export function pathValue(text: string, given: Given): Payload {
  const path = parsePath(text);
  if (isPathMistake(path)) return UNKNOWN;
  if (path.root === "variable") return follow(given.variable(path.variable ?? ""), path.segments);
  const found = follow(path.root === "context" ? given.context : given.input, path.segments);
  // A wildcard, a filter or a slice gives a list.
  return path.definite || found === UNKNOWN ? found : { item: found };
}

/** A payload template of JSONPath: keys that end in `.$` hold paths. */
function templateValue(node: Node, given: Given): Payload {
  if (node.kind === "array")
    return { item: node.items.map((item) => templateValue(item, given)).reduce(merge, UNKNOWN) };
  if (node.kind !== "object") return payloadOf(valueOf(node));
  return objectOf(
    node.properties.map(({ key, value }): [string, Payload] => {
      if (!key.value.endsWith(".$")) return [key.value, templateValue(value, given)];
      return [key.value.slice(0, -2), value.kind === "string" ? pathValue(value.value, given) : UNKNOWN];
    }),
  );
}

/** JSON with expressions in it. */
function jsonataValue(node: Node, given: Given): Payload {
  if (node.kind === "array")
    return { item: node.items.map((item) => jsonataValue(item, given)).reduce(merge, UNKNOWN) };
  if (node.kind === "object") {
    return objectOf(node.properties.map(({ key, value }) => [key.value, jsonataValue(value, given)]));
  }
  const expression = node.kind === "string" ? jsonataText(node.value) : undefined;
  return expression === undefined ? payloadOf(valueOf(node)) : expressionValue(expression.text, given);
}

/** The text of an expression without its delimiters. */
export function expressionValue(text: string, given: Given): Payload {
  const parsed = parseJsonata(text);
  return isJsonataMistake(parsed) ? UNKNOWN : astValue(parsed.expression.ast() as unknown as AstNode, given);
}

function astValue(node: AstNode | undefined, given: Given): Payload {
  switch (node?.type) {
    case "string":
    case "number":
    case "value":
      return payloadOf(node.value as JsonValue);
    case "variable":
      return given.variable(String(node.value));
    case "path":
      return pathOf(list(node.steps), given);
    case "unary":
      return constructed(node, given);
    case "block":
      return astValue(list(node.expressions).at(-1), given);
    case "condition":
      return merge(astValue(child(node.then), given), astValue(child(node.else), given));
    case "function":
      return child(node.procedure)?.value === "merge" ? mergedItems(list(node.arguments)[0], given) : UNKNOWN;
    default:
      return UNKNOWN;
  }
}

function pathOf(steps: readonly AstNode[], given: Given): Payload {
  const [first, ...rest] = steps;
  const names: string[] = [];
  for (const step of rest) {
    if (step.type !== "name") return UNKNOWN;
    names.push(String(step.value));
  }
  if (first?.type !== "variable") return UNKNOWN;
  if (first.value !== "states") return followNames(given.variable(String(first.value)), names);
  const [member, ...fields] = names;
  const members: Readonly<Record<string, Payload | undefined>> = {
    input: given.input,
    context: given.context,
    result: given.result,
    errorOutput: given.errorOutput,
  };
  return followNames(members[member ?? ""] ?? UNKNOWN, fields);
}

/** `{...}` and `[...]` */
function constructed(node: AstNode, given: Given): Payload {
  if (node.value === "[")
    return {
      item: list(node.expressions)
        .map((one) => astValue(one, given))
        .reduce(merge, UNKNOWN),
    };
  if (node.value !== "{" || !Array.isArray(node.lhs)) return UNKNOWN;
  return objectOf(
    (node.lhs as readonly (readonly AstNode[])[]).flatMap(([key, value]): [string, Payload][] =>
      key?.type === "string" ? [[String(key.value), astValue(value, given)]] : [],
    ),
  );
}

/** `$merge([a, b])` */
function mergedItems(array: AstNode | undefined, given: Given): Payload {
  if (array?.type !== "unary" || array.value !== "[") return UNKNOWN;
  const items = list(array.expressions).map((item) => astValue(item, given));
  return objectOf(items.flatMap(({ fields }) => [...(fields ?? [])]));
}

function child(value: unknown): AstNode | undefined {
  return typeof value === "object" && value !== null ? (value as AstNode) : undefined;
}

function list(value: unknown): readonly AstNode[] {
  return Array.isArray(value) ? (value as readonly AstNode[]) : [];
}
