/**
 * Payload templates in JSONata: as data whose strings hold expressions, or as one expression that makes the same object.
 * https://states-language.net/spec.html#payload-template
 */
import type { Draft } from "../../editor/compose.ts";
import type { Node } from "../../text/tree.ts";
import { CannotConvert, delimited, type Expression, expression, literal, quoted } from "./expression-text.ts";
import { intrinsicExpression } from "./intrinsic.ts";
import { templatePathExpression } from "./path.ts";

/** The value of a key that ends in `.$`. Throws CannotConvert. */
export function evaluated(value: Node, input: Expression): Expression {
  if (value.kind !== "string") throw new CannotConvert("a key that ends in .$ holds no text");
  return value.value.startsWith("$")
    ? templatePathExpression(value.value, input)
    : intrinsicExpression(value.value, input);
}

/** Data with `{% %}` strings; what is constant keeps its text. */
export function templateDraft(node: Node, input: Expression): Draft {
  if (isConstant(node)) return { keep: node };
  if (node.kind === "array") return { items: node.items.map((item) => templateDraft(item, input)), of: node };
  if (node.kind !== "object") return { keep: node };
  return {
    members: node.properties.map((property) => {
      const { key, value } = property;
      if (!key.value.endsWith(".$")) return { key: key.value, draft: templateDraft(value, input), from: property };
      return { key: key.value.slice(0, -2), draft: { value: delimited(evaluated(value, input).text) }, from: property };
    }),
    of: node,
  };
}

/** One expression that gives what the template gives. */
export function templateExpression(node: Node, input: Expression): Expression {
  switch (node.kind) {
    case "object": {
      const fields = node.properties.map(({ key, value }) => {
        const isPath = key.value.endsWith(".$");
        const inner = isPath ? evaluated(value, input) : templateExpression(value, input);
        return `${quoted(isPath ? key.value.slice(0, -2) : key.value)}: ${inner.text}`;
      });
      return expression(`{${fields.join(", ")}}`, "scalar");
    }
    case "array":
      return expression(`[${node.items.map((item) => templateExpression(item, input).text).join(", ")}]`, "array");
    default:
      return constantExpression(node);
  }
}

/** A value that nothing evaluates, as an expression. */
export function constantExpression(node: Node): Expression {
  switch (node.kind) {
    case "object": {
      const fields = node.properties.map(({ key, value }) => `${quoted(key.value)}: ${constantExpression(value).text}`);
      return expression(`{${fields.join(", ")}}`, "scalar");
    }
    case "array":
      return expression(`[${node.items.map((item) => constantExpression(item).text).join(", ")}]`, "array");
    case "string":
    case "number":
    case "boolean":
      return literal(node.value);
    case "null":
      return literal(null);
    default:
      throw new CannotConvert("a value is only known after deployment");
  }
}

/** Constant data as it stands, unless JSONata would evaluate some of its texts. */
export function constantDraft(node: Node): Draft {
  refuseDelimiters(node);
  return { keep: node };
}

/** True where nothing below is evaluated in either language. */
function isConstant(node: Node): boolean {
  if (node.kind === "array") return node.items.every(isConstant);
  if (node.kind === "object") {
    return node.properties.every(({ key, value }) => !key.value.endsWith(".$") && isConstant(value));
  }
  refuseDelimiters(node);
  return true;
}

function refuseDelimiters(node: Node): void {
  if (node.kind === "array") for (const item of node.items) refuseDelimiters(item);
  if (node.kind === "object") for (const { value } of node.properties) refuseDelimiters(value);
  if (node.kind === "string" && node.value.startsWith("{%") && node.value.endsWith("%}")) {
    throw new CannotConvert("a text in {% %} would become an expression");
  }
}
