/** Operators that look at texts: exactly, prefix, suffix, equals-ignore-case, wildcard. They never pass anything else. */
import type { ObjectNode, Property } from "../../text/tree.ts";
import { isFilledIn } from "../filled-in.ts";
import { folded } from "../ignore-case.ts";
import type { Scalar, Test } from "../types.ts";
import { identical } from "./equals.ts";
import {
  ONLY_ONE_KEY,
  type Operand,
  type OperatorReader,
  type ReadOperator,
  readString,
  refuseMore,
  unknownTest,
} from "./operator.ts";
import { readWildcard, wildcardTest } from "./wildcard.ts";

type Affix = "prefix" | "suffix";

export const readExactly: ReadOperator = (operand, reader) => {
  const text = readString(operand, reader, "exact match pattern must be a string");
  if (text === undefined || refuseMore(operand.expression, reader, ONLY_ONE_KEY)) return undefined;
  return { ...identical(text), operator: "exactly" };
};

export const readIgnoreCase: ReadOperator = (operand, reader) => {
  const text = readString(operand, reader);
  if (text === undefined || refuseMore(operand.expression, reader, ONLY_ONE_KEY)) return undefined;
  return ignoreCaseTest(text);
};

export const readWildcardOperator: ReadOperator = (operand, reader) => {
  const text = readString(operand, reader);
  if (text === undefined) return undefined;
  const parts = readWildcard(operand.property.value, text, reader);
  if (parts === undefined || refuseMore(operand.expression, reader, ONLY_ONE_KEY)) return undefined;
  return wildcardTest(text, parts);
};

/** `{"prefix": "a"}` or, where the dialect has it, `{"prefix": {"equals-ignore-case": "a"}}`. */
export function readAffix(affix: Affix): ReadOperator {
  return (operand, reader) => {
    const { value } = operand.property;
    if (value.kind === "object" && reader.row.affixIgnoresCase)
      return readAffixIgnoringCase(affix, value, operand, reader);
    const text = readString(operand, reader);
    if (text === undefined || refuseMore(operand.expression, reader, ONLY_ONE_KEY)) return undefined;
    return affix === "prefix" ? prefixTest(text) : suffixTest(text);
  };
}

function readAffixIgnoringCase(
  affix: Affix,
  inner: ObjectNode,
  operand: Operand,
  reader: OperatorReader,
): Test | undefined {
  const [property] = inner.properties;
  if (property === undefined) {
    const aws = `${affix === "prefix" ? "Prefix" : "Suffix"} expression name not found`;
    return reader.report({
      rule: "pattern-operand",
      node: inner,
      message: `${affix} takes a text or {"equals-ignore-case": "..."}.`,
      aws,
      at: inner.end,
    });
  }
  if (property.key.value !== "equals-ignore-case") return refuseInnerOperator(affix, property, reader);
  if (isFilledIn(property.value)) return unknownTest(affix);
  const text = readString({ property, expression: inner }, reader);
  if (text === undefined || refuseMore(inner, reader, ONLY_ONE_KEY)) return undefined;
  if (refuseMore(operand.expression, reader, ONLY_ONE_KEY)) return undefined;
  return affixIgnoringCaseTest(affix, text);
}

function refuseInnerOperator(affix: Affix, { key }: Property, reader: OperatorReader): undefined {
  return reader.report({
    rule: "pattern-operand",
    node: key,
    message: `Inside ${affix} only equals-ignore-case may stand, not ${key.value}.`,
    aws: `Unsupported ${affix} pattern: ${key.value}`,
  });
}

/** The text in a value, or in what to make of another one. */
function textOf(value: Scalar | undefined): string {
  return typeof value === "string" ? value : "";
}

export function prefixTest(prefix: string): Test {
  return {
    operator: "prefix",
    lookup: { by: "prefix", text: prefix },
    passes: (value) => typeof value === "string" && value.startsWith(prefix),
    asks: prefix === "" ? "be a text" : `begin with ${JSON.stringify(prefix)}`,
    nearest: (value) => withPrefix(prefix, textOf(value)),
  };
}

/** `order-` and `orde-7` give `order-7`; what does not look like a misspelt beginning is left away. */
function withPrefix(prefix: string, text: string): string {
  if (text.startsWith(prefix)) return text;
  const rest = text.slice(prefix.length);
  return rest === "" || text.slice(0, 1) !== prefix.slice(0, 1) ? `${prefix}1` : prefix + rest;
}

export function suffixTest(suffix: string): Test {
  return {
    operator: "suffix",
    lookup: { by: "suffix", text: suffix },
    passes: (value) => typeof value === "string" && value.endsWith(suffix),
    asks: suffix === "" ? "be a text" : `end with ${JSON.stringify(suffix)}`,
    nearest: (value) => withSuffix(suffix, textOf(value)),
  };
}

/** A file's ending is replaced, anything else stands before the suffix. */
function withSuffix(suffix: string, text: string): string {
  if (text.endsWith(suffix)) return text;
  const dot = suffix.startsWith(".") ? text.lastIndexOf(".") : -1;
  return (dot > 0 ? text.slice(0, dot) : text === "" ? "a" : text) + suffix;
}

export function ignoreCaseTest(text: string): Test {
  const other = folded(text);
  return {
    operator: "equals-ignore-case",
    lookup: { by: "folded", text: other.key },
    passes: (value) => typeof value === "string" && value.length === text.length && other.standsIn(value, 0),
    asks: `be ${JSON.stringify(text)} in any case`,
    nearest: () => text,
  };
}

function affixIgnoringCaseTest(affix: Affix, text: string): Test {
  const other = folded(text);
  const from = (value: string): number => (affix === "prefix" ? 0 : value.length - text.length);
  const complete = affix === "prefix" ? withPrefix : withSuffix;
  return {
    operator: affix,
    lookup: { by: "scan" },
    passes: (value) => typeof value === "string" && other.standsIn(value, from(value)),
    asks: `${affix === "prefix" ? "begin" : "end"} with ${JSON.stringify(text)} in any case`,
    nearest: (value) => complete(text, textOf(value)),
  };
}
