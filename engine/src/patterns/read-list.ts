/** The list behind a key: each element is one alternative. */
import { replaceFix } from "../schema/fixes.ts";
import { closest } from "../schema/suggest.ts";
import { pointerOf, valueOf } from "../text/navigate.ts";
import type { ArrayNode, Node, ObjectNode } from "../text/tree.ts";
import { isFilledIn } from "./filled-in.ts";
import { isWide } from "./numbers.ts";
import { equals } from "./operators/equals.ts";
import { OPERATOR_NAMES, OPERATORS } from "./operators/index.ts";
import { refuseSnsNumber } from "./operators/numeric.ts";
import { type OperatorReader, unknownTest } from "./operators/operator.ts";
import { anyOf, jsonLine, show } from "./operators/show.ts";
import type { Alternative, Scalar, Test } from "./types.ts";

/** The alternatives that can be read; reports those that cannot. */
export function readList(list: ArrayNode, reader: OperatorReader): readonly Alternative[] {
  const place = pointerOf(list);
  const alternatives = list.items.flatMap((item, index) => {
    const test = readElement(item, reader);
    if (test === undefined) return [];
    const text = item.kind === "number" ? show(reader.numberOf(item)) : jsonLine(valueOf(item));
    return [{ ...test, pointer: `${place}/${index}`, text }];
  });
  if (list.items.length === 0) {
    reader.report({
      rule: "pattern-empty-array",
      node: list,
      message: 'An empty list matches nothing. To match a field that is not there, write [{"exists": false}].',
      aws: "Empty arrays are not allowed",
      fixes: [replaceFix('Write [{"exists": false}]', list, '[{"exists": false}]')],
    });
  }
  return alternatives;
}

function readElement(node: Node, reader: OperatorReader): Test | undefined {
  if (isFilledIn(node)) return unknownTest("equals");
  switch (node.kind) {
    case "string":
    case "boolean":
      return equals(node.value);
    case "null":
      return equals(null);
    case "number":
      return readNumberElement(node, reader);
    case "object":
      return readExpression(node, reader);
    case "array":
      return refuseNestedList(node, reader);
    default:
      return undefined;
  }
}

/** A number that cannot be compared is found by its text, except with SNS. */
function readNumberElement(node: Node, reader: OperatorReader): Test | undefined {
  const value = reader.numberOf(node);
  return isWide(value) && reader.row.numbers === "sns" ? refuseSnsNumber(node, reader) : equals(value as Scalar);
}

function refuseNestedList(node: ArrayNode, reader: OperatorReader): undefined {
  const items = node.items.map((item) => JSON.stringify(valueOf(item)));
  return reader.report({
    rule: "pattern-element",
    node,
    message:
      "A list inside a list is not allowed: elements are texts, numbers, true, false, null or one operator each.",
    aws: "Match value must be String, number, true, false, or null",
    at: node.start + 1,
    fixes: items.length === 0 ? [] : [replaceFix("Take the inner brackets away", node, items.join(", "))],
  });
}

function readExpression(expression: ObjectNode, reader: OperatorReader): Test | undefined {
  const [property] = expression.properties;
  if (property === undefined) {
    return reader.report({
      rule: "pattern-element",
      node: expression,
      message: `An operator is missing: ${anyOf(OPERATOR_NAMES)}.`,
      aws: "Match expression name not found",
    });
  }
  const { key, value } = property;
  const name = key.value;
  const read = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (read === undefined) return refuseOperator(property.key, reader);
  if (reader.row.unconfirmed.has(name)) warnUnconfirmed(property.key, reader);
  if (value.kind === "missing") return undefined;
  if (isFilledIn(value)) return unknownTest("equals");
  return read({ property, expression }, reader);
}

function refuseOperator(key: Node & { kind: "string" }, reader: OperatorReader): undefined {
  const near = closest(key.value, OPERATOR_NAMES) ?? MEANT[key.value.toLowerCase()];
  const hint = near === undefined ? `The operators are ${anyOf(OPERATOR_NAMES)}.` : `Did you mean ${near}?`;
  return reader.report({
    rule: "pattern-unknown-operator",
    node: key,
    message: `There is no operator ${key.value}. ${hint}`,
    aws: `Unrecognized match type ${key.value}`,
    fixes: near === undefined ? [] : [replaceFix(`Change to ${near}`, key, JSON.stringify(near))],
  });
}

/** What people write who come from elsewhere. */
const MEANT: Readonly<Record<string, string>> = {
  not: "anything-but",
  "not-equals": "anything-but",
  "begins-with": "prefix",
  startswith: "prefix",
  "starts-with": "prefix",
  "ends-with": "suffix",
  endswith: "suffix",
  like: "wildcard",
  glob: "wildcard",
  "ignore-case": "equals-ignore-case",
  exist: "exists",
  "ip-address": "cidr",
};

function warnUnconfirmed(key: Node & { kind: "string" }, { row, report }: OperatorReader): void {
  report({
    rule: "pattern-operator-elsewhere",
    node: key,
    severity: "warning",
    message: `${key.value} is an operator of EventBridge; that ${row.service} has it is not confirmed.`,
  });
}
