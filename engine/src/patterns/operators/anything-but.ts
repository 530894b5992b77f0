/**
 * `anything-but`: a leaf that is there and is none of these. Takes a text or number, a list of one kind of them, or
 * another operator with a text or a list of texts.
 */
import { replaceFix } from "../../schema/fixes.ts";
import { valueOf } from "../../text/navigate.ts";
import type { ArrayNode, Node, ObjectNode, Property } from "../../text/tree.ts";
import { isFilledIn } from "../filled-in.ts";
import type { Scalar, Test } from "../types.ts";
import { memberOf } from "./member.ts";
import { comparableNumber } from "./numeric.ts";
import {
  ONLY_ONE_KEY,
  type Operand,
  type OperatorReader,
  type ReadOperator,
  refuseMore,
  seenAt,
  TOO_MANY_ELEMENTS,
  typeWords,
  unknownTest,
} from "./operator.ts";
import { anyOf, show } from "./show.ts";
import { ignoreCaseTest, prefixTest, suffixTest } from "./texts.ts";
import { readWildcard, wildcardTest } from "./wildcard.ts";

const WRONG_TYPE = "Value of anything-but must be an array or single string/number value.";
const WRONG_ELEMENT = "Inside anything but list, start|null|boolean is not supported.";
const MIXED = "Inside anything but list, either all values are number or string, mixed type is not supported";
const EMPTY_AFFIX = "Null prefix/suffix not allowed";

export const readAnythingBut: ReadOperator = (operand, reader) => {
  const { value } = operand.property;
  if (value.kind === "object") return readInner(operand, value, reader);
  const test = readValues(value, reader);
  return test === undefined || refuseMore(operand.expression, reader, TOO_MANY_ELEMENTS) ? undefined : test;
};

function readValues(value: Node, reader: OperatorReader): Test | undefined {
  if (value.kind === "array") return readList(value, reader);
  if (value.kind !== "string" && value.kind !== "number") return refuseType(value, reader);
  const scalar = readScalar(value, reader);
  return scalar === undefined ? undefined : noneOf([scalar]);
}

function readScalar(node: Node, reader: OperatorReader): Scalar | undefined {
  return node.kind === "number" ? comparableNumber(node, reader) : (valueOf(node) as string);
}

function refuseType(node: Node, reader: OperatorReader): undefined {
  const { kind } = node;
  const advice =
    kind === "null" || kind === "boolean"
      ? ` To leave ${kind === "null" ? "null" : "one boolean"} out, list what may be there.`
      : "";
  return reader.report({
    rule: "pattern-anything-but",
    node,
    message: `anything-but takes texts or numbers, not ${typeWords(node)}.${advice}`,
    aws: WRONG_TYPE,
    at: seenAt(node),
  });
}

function readList(list: ArrayNode, reader: OperatorReader): Test | undefined {
  const values: Scalar[] = [];
  const kinds = new Set<string>();
  for (const item of list.items) {
    if (isFilledIn(item)) return unknownTest("anything-but");
    if (item.kind !== "string" && item.kind !== "number") {
      return reader.report({
        rule: "pattern-anything-but",
        node: item,
        message: `A list behind anything-but takes texts or numbers, not ${typeWords(item)}.`,
        aws: WRONG_ELEMENT,
        at: seenAt(item),
      });
    }
    const value = readScalar(item, reader);
    if (value === undefined) return undefined;
    values.push(value);
    kinds.add(item.kind);
  }
  if (kinds.size === 1) return noneOf(values);
  const texts = list.items.map((item) => JSON.stringify(String(valueOf(item))));
  return reader.report({
    rule: "pattern-anything-but",
    node: list,
    message:
      kinds.size === 0
        ? "A list behind anything-but must hold something."
        : "A list behind anything-but holds texts only, or numbers only.",
    aws: MIXED,
    fixes: kinds.size === 0 ? [] : [replaceFix("Make texts of the numbers", list, `[${texts.join(", ")}]`)],
  });
}

function noneOf(values: readonly Scalar[]): Test {
  const isExcluded = memberOf(values);
  return {
    operator: "anything-but",
    lookup: { by: "scan" },
    passes: (value) => !isExcluded(value),
    asks: `be anything but ${anyOf(values.map(show))}`,
    nearest: (value) => (value === undefined || isExcluded(value) ? somethingElse(new Set(values)) : value),
  };
}

/** A text or number, as the excluded ones are, that is not among them. */
function somethingElse(excluded: ReadonlySet<Scalar>): Scalar {
  const numbers = [...excluded].filter((value) => typeof value === "number");
  if (numbers.length > 0) return Math.max(...numbers) + 1;
  for (let count = 0; ; count++) {
    const candidate = count === 0 ? "other" : `other-${count}`;
    if (!excluded.has(candidate)) return candidate;
  }
}

/** How the operators inside are read: from one text to a test that must not pass. */
const INNER: Readonly<
  Record<string, { readonly words: string; read(node: Node, text: string, reader: OperatorReader): Test | undefined }>
> = {
  prefix: {
    words: "begin with",
    read: (node, text, reader) => (text === "" ? refuseEmpty(node, reader) : prefixTest(text)),
  },
  suffix: {
    words: "end with",
    read: (node, text, reader) => (text === "" ? refuseEmpty(node, reader) : suffixTest(text)),
  },
  "equals-ignore-case": { words: "be, in any case,", read: (_, text) => ignoreCaseTest(text) },
  wildcard: {
    words: "look like",
    read(node, text, reader) {
      const parts = readWildcard(node, text, reader);
      return parts === undefined ? undefined : wildcardTest(text, parts);
    },
  },
};

function refuseEmpty(node: Node, reader: OperatorReader): undefined {
  return reader.report({
    rule: "pattern-anything-but",
    node,
    message: "Every text begins and ends with an empty one, so nothing would be left.",
    aws: EMPTY_AFFIX,
  });
}

function readInner(operand: Operand, inner: ObjectNode, reader: OperatorReader): Test | undefined {
  const [property] = inner.properties;
  if (property === undefined) {
    return reader.report({
      rule: "pattern-anything-but",
      node: inner,
      message: "anything-but takes texts, numbers or one operator; this is empty.",
      aws: "Anything-But expression name not found",
      at: inner.end,
    });
  }
  const operator = property.key.value;
  if (INNER[operator] === undefined || !reader.row.insideAnythingBut.has(operator))
    return refuseOperator(property, reader);
  if (isFilledIn(property.value)) return unknownTest("anything-but");
  const tests = readInnerTexts(operator, property.value, reader);
  if (tests === undefined) return undefined;
  const words = reader.row.listInsideAnythingBut ? TOO_MANY_ELEMENTS : ONLY_ONE_KEY;
  if (refuseMore(inner, reader, words) || refuseMore(operand.expression, reader, words)) return undefined;
  return butTests(operator, tests, property.value);
}

function refuseOperator({ key }: Property, reader: OperatorReader): undefined {
  const { row } = reader;
  const known = INNER[key.value] !== undefined;
  const allowed = [...row.insideAnythingBut];
  const instead = allowed.length === 0 ? "texts and numbers only" : `texts, numbers and ${anyOf(allowed)} only`;
  return reader.report({
    rule: known ? "pattern-operator-elsewhere" : "pattern-anything-but",
    node: key,
    message: known
      ? `${row.service} does not have ${key.value} inside anything-but; EventBridge has. It takes ${instead}.`
      : `${key.value} cannot be negated: anything-but takes ${instead}.`,
    aws: `Unsupported anything-but pattern: ${key.value}`,
  });
}

function readInnerTexts(operator: string, value: Node, reader: OperatorReader): readonly Test[] | undefined {
  const { row } = reader;
  const isList = value.kind === "array" && row.listInsideAnythingBut;
  // SNS's engine wants a text; today's looks first whether it is anything that anything-but takes.
  if (!isList && row.listInsideAnythingBut && value.kind !== "string" && value.kind !== "number")
    return refuseType(value, reader);
  const items = isList ? value.items : [value];
  // AWS's engine reads all of a list before it looks into its wildcards.
  const noText = items.find((node) => node.kind !== "string" && !isFilledIn(node));
  if (operator === "wildcard" && noText !== undefined) return refuseText(operator, noText, reader);
  const tests: Test[] = [];
  for (const node of items) {
    if (isFilledIn(node)) return [unknownTest("anything-but")];
    const test =
      node.kind === "string" ? INNER[operator]?.read(node, node.value, reader) : refuseText(operator, node, reader);
    if (test === undefined) return undefined;
    tests.push(test);
  }
  return tests;
}

function refuseText(operator: string, node: Node, reader: OperatorReader): undefined {
  const words: Readonly<Record<string, string>> = {
    "equals-ignore-case": "Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.",
    wildcard: "wildcard match pattern must be a string",
  };
  return reader.report({
    rule: "pattern-operand",
    node,
    message: `${operator} takes a text, not ${typeWords(node)}.`,
    aws: words[operator] ?? `${reader.row.affixWords} match pattern must be a string`,
    at: seenAt(node),
  });
}

function butTests(operator: string, tests: readonly Test[], value: Node): Test {
  const passes = (candidate: Scalar): boolean => !tests.some((test) => test.passes(candidate));
  const given = valueOf(value);
  const texts = (Array.isArray(given) ? given : [given]).map((text) => JSON.stringify(text));
  return {
    operator: "anything-but",
    lookup: { by: "scan" },
    passes,
    asks: `not ${INNER[operator]?.words} ${anyOf(texts)}`,
    nearest: (near) => [near, "other", "~", 0].find((candidate) => candidate !== undefined && passes(candidate)),
  };
}
