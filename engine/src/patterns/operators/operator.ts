/** What reads an operator, and what several of them need. */
import type { Finding } from "../../rules/finding.ts";
import { replaceFix } from "../../schema/fixes.ts";
import { valueOf } from "../../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../../text/tree.ts";
import type { DialectRow } from "../dialects.ts";
import type { OperatorName, Scalar, Test } from "../types.ts";

export interface OperatorReader {
  readonly row: DialectRow;
  /** The number of a node as the dialect compares it. */
  numberOf(node: Node): Scalar;
  /** Always answers undefined, for `return report(...)`. */
  report(finding: Finding): undefined;
}

/** One operator of the expression `{"prefix": "a"}`: the property and the object that has it. */
export interface Operand {
  readonly property: Property;
  readonly expression: ObjectNode;
}

/** Answers undefined where it has reported why it cannot be read. */
export type ReadOperator = (operand: Operand, reader: OperatorReader) => Test | undefined;

/** How far AWS has read when it has seen that the node is of a wrong type. */
export function seenAt(node: Node): number {
  return node.kind === "object" || node.kind === "array" ? node.start + 1 : node.end;
}

/** What a value that is not known yet is taken for: nothing passes it, and nothing is wrong with it. */
export function unknownTest(operator: OperatorName): Test {
  return {
    operator,
    lookup: { by: "scan" },
    passes: () => false,
    asks: "be what is only filled in when the template is deployed",
    nearest: () => undefined,
  };
}

/** The operand as a string, or what AWS says where it is none. `words`: AWS's, when they differ. */
export function readString(
  { property, expression }: Operand,
  reader: OperatorReader,
  words?: string,
): string | undefined {
  const { key, value } = property;
  if (value.kind === "string") return value.value;
  const name = key.value;
  const fixes = value.kind === "array" ? eachFix(expression, name, value.items) : quoteFix(value);
  return reader.report({
    rule: "pattern-operand",
    node: value,
    message:
      value.kind === "array"
        ? `${name} takes one text. Write one {"${name}": ...} for each.`
        : `${name} takes a text, not ${typeWords(value)}.`,
    aws: words ?? `${name} match pattern must be a string`,
    at: seenAt(value),
    fixes,
  });
}

function eachFix(expression: ObjectNode, name: string, items: readonly Node[]) {
  const texts = items.flatMap((item) => (item.kind === "string" ? [JSON.stringify({ [name]: item.value })] : []));
  const whole = texts.length === items.length && texts.length > 0 && expression.properties.length === 1;
  return whole ? [replaceFix(`Write one ${name} for each`, expression, texts.join(", "))] : [];
}

function quoteFix(node: Node) {
  if (node.kind !== "number" && node.kind !== "boolean") return [];
  const text = String(node.value);
  return [replaceFix(`Put ${text} in quotes`, node, JSON.stringify(text))];
}

export function typeWords(node: Node): string {
  switch (node.kind) {
    case "array":
      return "a list";
    case "object":
      return "an object";
    case "null":
      return "null";
    case "missing":
      return "nothing";
    default:
      return `the ${node.kind} ${JSON.stringify(valueOf(node))}`;
  }
}

/** AWS reads one operator and wants the expression to end. `words`: numeric and anything-but have others. */
export function refuseMore(expression: ObjectNode, reader: OperatorReader, words: string): boolean {
  const second = expression.properties[1];
  if (second === undefined) return false;
  reader.report({
    rule: "pattern-one-operator",
    node: second.key,
    message: `Only one operator may stand in ${"{}"}. AWS has no "and" inside a list: elements of it are alternatives.`,
    aws: words,
    at: second.key.end,
  });
  return true;
}

export const ONLY_ONE_KEY = "Only one key allowed in match expression";
export const TOO_MANY_ELEMENTS = "Too many elements in numeric expression";
