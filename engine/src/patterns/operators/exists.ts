/** `exists`: whether a field is there, with whatever in it. Only leaves count. */
import { replaceFix } from "../../schema/fixes.ts";
import type { Test } from "../types.ts";
import { ONLY_ONE_KEY, type ReadOperator, refuseMore, seenAt, typeWords } from "./operator.ts";

export const readExists: ReadOperator = (operand, reader) => {
  const { value } = operand.property;
  if (value.kind !== "boolean") {
    const word = value.kind === "string" ? /^(true|false)$/i.exec(value.value)?.[0].toLowerCase() : undefined;
    return reader.report({
      rule: "pattern-operand",
      node: value,
      message: `exists takes true or false, not ${typeWords(value)}.`,
      aws: "exists match pattern must be either true or false.",
      at: seenAt(value),
      fixes: word === undefined ? [] : [replaceFix(`Write ${word} without quotes`, value, word)],
    });
  }
  if (refuseMore(operand.expression, reader, ONLY_ONE_KEY)) return undefined;
  return value.value ? PRESENT : ABSENT;
};

const PRESENT: Test = {
  operator: "exists",
  lookup: { by: "scan" },
  passes: () => true,
  asks: "be there",
  nearest: (value) => value ?? "any",
};

const ABSENT: Test = {
  operator: "exists",
  lookup: { by: "scan" },
  passes: () => false,
  whenAbsent: true,
  asks: "not be there",
  nearest: () => undefined,
};
