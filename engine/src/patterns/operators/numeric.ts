/** `numeric`: a number in a range. A list of operator and number, or of two of them, the lower bound first. */
import { replaceFix } from "../../schema/fixes.ts";
import { closest } from "../../schema/suggest.ts";
import { valueOf } from "../../text/navigate.ts";
import type { ArrayNode, Node } from "../../text/tree.ts";
import { isFilledIn } from "../filled-in.ts";
import { isWide } from "../numbers.ts";
import type { Scalar, Test } from "../types.ts";
import {
  type OperatorReader,
  type ReadOperator,
  refuseMore,
  seenAt,
  TOO_MANY_ELEMENTS,
  typeWords,
  unknownTest,
} from "./operator.ts";

const COMPARISONS = ["=", ">", ">=", "<", "<="] as const;
type Comparison = (typeof COMPARISONS)[number];

interface Bound {
  readonly comparison: Comparison;
  readonly value: number;
}

export const readNumeric: ReadOperator = (operand, reader) => {
  const { value: list } = operand.property;
  if (list.kind !== "array") {
    return reader.report({
      rule: "pattern-numeric",
      node: list,
      message: `numeric takes a list of an operator and a number, such as [">=", 100], not ${typeWords(list)}.`,
      aws: "Value of numeric must be an array.",
      at: seenAt(list),
      fixes: list.kind === "number" ? [replaceFix(`Write ["=", ${list.value}]`, list, `["=", ${list.value}]`)] : [],
    });
  }
  if (list.items.some(isFilledIn)) return unknownTest("numeric");
  const bounds = readBounds(list, reader);
  if (bounds === undefined || refuseMore(operand.expression, reader, TOO_MANY_ELEMENTS)) return undefined;
  return numericTest(bounds);
};

function readBounds(list: ArrayNode, reader: OperatorReader): readonly Bound[] | undefined {
  const [first, value, second, secondValue, more] = list.items;
  const comparison = readComparison(first, list, reader);
  if (comparison === undefined) return undefined;
  const bottom = readBound(comparison, value, list, reader);
  if (bottom === undefined) return undefined;
  if (second === undefined) return [bottom];
  if (comparison !== ">" && comparison !== ">=") {
    return refuse(
      reader,
      second,
      `Nothing may follow ${comparison} and its number: a range begins with its lower bound, > or >=.`,
      TOO_MANY_ELEMENTS,
    );
  }
  const upper = readUpperComparison(second, reader);
  if (upper === undefined) return undefined;
  const top = readBound(upper, secondValue, list, reader);
  if (top === undefined) return undefined;
  if (more !== undefined)
    return refuse(reader, more, "A range has two bounds, and no more.", "Too many terms in numeric range expression");
  if (bottom.value < top.value) return [bottom, top];
  return reader.report({
    rule: "pattern-numeric-range",
    node: list,
    message: `The range is empty: its lower bound ${bottom.value} must be less than its upper bound ${top.value}.`,
    aws: "Bottom must be less than top",
    fixes:
      bottom.value === top.value
        ? []
        : [replaceFix("Swap the bounds", list, JSON.stringify([comparison, top.value, upper, bottom.value]))],
  });
}

function refuse(reader: OperatorReader, node: Node, message: string, aws: string): undefined {
  return reader.report({ rule: "pattern-numeric", node, message, aws, at: seenAt(node) });
}

/** What Jackson's getText gives: texts bare, brackets as they are. */
function tokenText(node: Node): string {
  if (node.kind === "array") return "[";
  if (node.kind === "object") return "{";
  return String(valueOf(node));
}

function readComparison(node: Node | undefined, list: ArrayNode, reader: OperatorReader): Comparison | undefined {
  if (node === undefined) {
    return reader.report({
      rule: "pattern-numeric",
      node: list,
      message: `An empty list compares with nothing: write an operator and a number, such as [">=", 100].`,
      aws: "Invalid member in numeric match: ]",
    });
  }
  if (node.kind !== "string") {
    return refuse(
      reader,
      node,
      `An operator must stand first: ${COMPARISONS.join(" ")}. This is ${typeWords(node)}.`,
      `Invalid member in numeric match: ${tokenText(node)}`,
    );
  }
  const comparison = COMPARISONS.find((candidate) => candidate === node.value);
  if (comparison !== undefined) return comparison;
  const near = { "==": "=", "===": "=", "=>": ">=", "=<": "<=" }[node.value] ?? closest(node.value, COMPARISONS);
  return reader.report({
    rule: "pattern-numeric",
    node,
    message: `${JSON.stringify(node.value)} is no operator; the operators are ${COMPARISONS.join(" ")}.${node.value === "!=" ? ' For "not equal" write {"anything-but": 1} instead of numeric.' : ""}`,
    aws: `Unrecognized numeric range operator: ${node.value}`,
    // AWS has looked one token further before it says so.
    at: list.items[1] === undefined ? list.end : seenAt(list.items[1]),
    fixes: near === undefined ? [] : [replaceFix(`Write ${near}`, node, JSON.stringify(near))],
  });
}

function readUpperComparison(node: Node, reader: OperatorReader): Comparison | undefined {
  if (node.kind !== "string") {
    return refuse(
      reader,
      node,
      `The operator of the upper bound, < or <=, is missing before it.`,
      `Bad value in numeric range: ${tokenText(node)}`,
    );
  }
  if (node.value === "<" || node.value === "<=") return node.value;
  return refuse(
    reader,
    node,
    `The upper bound needs < or <=, not ${node.value}.`,
    `Bad numeric range operator: ${node.value}`,
  );
}

function readBound(
  comparison: Comparison,
  node: Node | undefined,
  list: ArrayNode,
  reader: OperatorReader,
): Bound | undefined {
  const aws = `Value of ${comparison === "=" ? "equals" : comparison} must be numeric`;
  if (node === undefined) {
    return reader.report({
      rule: "pattern-numeric",
      node: list,
      message: `A number is missing behind ${comparison}.`,
      aws,
    });
  }
  if (node.kind !== "number") {
    const isNumber = node.kind === "string" && node.value.trim() !== "" && Number.isFinite(Number(node.value));
    return reader.report({
      rule: "pattern-numeric",
      node,
      message: `${comparison} compares with a number, not with ${typeWords(node)}.`,
      aws,
      at: seenAt(node),
      fixes: isNumber ? [replaceFix("Take the quotes away", node, String(Number(node.value)))] : [],
    });
  }
  const value = comparableNumber(node, reader);
  return value === undefined ? undefined : { comparison, value };
}

/** A number that AWS can compare; reports any other. */
export function comparableNumber(node: Node, reader: OperatorReader): number | undefined {
  const value = reader.numberOf(node);
  if (!isWide(value)) return value as number;
  if (reader.row.numbers === "sns") return refuseSnsNumber(node, reader);
  return reader.report({
    rule: "pattern-number",
    node,
    message: `A double cannot hold ${value.text} exactly, so AWS cannot compare it. Compare texts, if the events hold one.`,
    aws: `Cannot compare number : ${value.text}`,
  });
}

/** SNS has no words for it: the call fails with an internal error. */
export function refuseSnsNumber(node: Node, reader: OperatorReader): undefined {
  return reader.report({
    rule: "pattern-number",
    node,
    message: "SNS compares numbers from -1,000,000,000 to 1,000,000,000 only.",
    aws: "",
    awsCode: "InternalError",
  });
}

function numericTest(bounds: readonly Bound[]): Test {
  const [first, second] = bounds.map(predicateOf);
  const passes = (value: Scalar): boolean =>
    typeof value === "number" && first?.(value) === true && (second === undefined || second(value));
  return {
    operator: "numeric",
    lookup: { by: "scan" },
    passes,
    asks: `be a number ${bounds.map(({ comparison, value }) => `${comparison} ${value}`).join(" and ")}`,
    nearest: (value) => nearestNumber(bounds, numberMeant(value), passes),
  };
}

function predicateOf({ comparison, value: bound }: Bound): (value: number) => boolean {
  switch (comparison) {
    case "=":
      return (value) => value === bound;
    case ">":
      return (value) => value > bound;
    case ">=":
      return (value) => value >= bound;
    case "<":
      return (value) => value < bound;
    case "<=":
      return (value) => value <= bound;
  }
}

/** A number, also where a text of one stands. */
function numberMeant(value: Scalar | undefined): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** The value itself, a bound, the whole number beside one, or what lies in the middle. */
function nearestNumber(
  bounds: readonly Bound[],
  value: number | undefined,
  passes: (value: number) => boolean,
): number | undefined {
  const ends = bounds.map((bound) => bound.value);
  const candidates = [...ends, ...ends.flatMap((end) => [Math.floor(end) + 1, Math.ceil(end) - 1])];
  candidates.push(ends.reduce((sum, end) => sum + end, 0) / ends.length);
  const passing = candidates.filter(passes);
  if (value === undefined) return passing[0];
  if (passes(value)) return value;
  return passing.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0];
}
