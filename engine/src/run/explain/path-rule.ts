/**
 * A JSONPath Choice rule, explained: what each comparison read, how it came out, why.
 * https://states-language.net/spec.html#choice-state
 */
import { conditionText } from "../../asl/condition-text.ts";
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { parsePath } from "../../paths/parse.ts";
import { valueNode, valueOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { compileRule } from "../choice-rules.ts";
import { StateFailure } from "../errors.ts";
import { parseTimestamp } from "../timestamp.ts";
import { combined } from "./combine.ts";
import { compared, RELATIONS, shown, typeWord } from "./sentences.ts";
import type { ExplainedTest, Outcome, ReadValue } from "./types.ts";
import type { World } from "./world.ts";

export function explainPathRule(rule: Node, world: World): ExplainedTest {
  const text = conditionText(rule);
  for (const kind of ["and", "or"] as const) {
    const list = valueNode(rule, kind === "and" ? "And" : "Or");
    if (list?.kind !== "array") continue;
    return combined(
      kind,
      text,
      list.items.map((item) => explainPathRule(item, world)),
    );
  }
  const negated = valueNode(rule, "Not");
  if (negated?.kind === "object") return combined("not", text, [explainPathRule(negated, world)]);
  const fields = valueOf(rule);
  return explainComparison(objectOf(fields), text, world);
}

function explainComparison(rule: JsonObject, text: string, world: World): ExplainedTest {
  const outcome = outcomeOf(rule, world);
  const name = typeof rule.Variable === "string" ? rule.Variable : "Variable";
  const left = readPath(name, world);
  const [operator, operand = null] = operatorOf(rule) ?? [];
  const test = { kind: "test", text, outcome, parts: [] } as const;
  if (operator === undefined) return { ...test, values: [left], why: "no operator that Step Functions knows" };
  if (operator === "IsPresent") return { ...test, values: [left], ...presence(left, operand !== false) };
  if (left.value === undefined) return { ...test, values: [left], ...missing(name) };
  const byPath = operator.endsWith("Path") && typeof operand === "string";
  const right: ReadValue = byPath ? readPath(operand, world) : { name: "", value: operand };
  const values = byPath ? [left, right] : [left];
  if (right.value === undefined) return { ...test, values, ...missing(right.name) };
  const plain = byPath ? operator.slice(0, -4) : operator;
  return { ...test, values, ...sentences(name, left.value, plain, right.value, outcome === "true") };
}

function outcomeOf(rule: JsonObject, world: World): Outcome {
  try {
    return compileRule(rule)(world) ? "true" : "false";
  } catch (thrown) {
    if (thrown instanceof StateFailure) return "error";
    throw thrown;
  }
}

function readPath(name: string, world: World): ReadValue {
  const path = parsePath(name);
  const evaluated = "message" in path ? path : path.evaluate(world);
  return "value" in evaluated ? { name, value: evaluated.value } : { name };
}

function operatorOf(rule: JsonObject): readonly [string, JsonValue] | undefined {
  const known = /^(?:(?:String|Numeric|Boolean|Timestamp)[A-Z]|Is[A-Z])/;
  return Object.entries(rule).find(([key]) => known.test(key));
}

type Sentences = Pick<ExplainedTest, "why" | "wish" | "unwish">;

function presence({ name, value }: ReadValue, wanted: boolean): Sentences {
  const [there, gone] = [`${name} were there`, `${name} were not there`];
  const why = value === undefined ? `there is no ${name}` : `${name} is there: ${shown(value)}`;
  return { why, wish: wanted ? there : gone, unwish: wanted ? gone : there };
}

function missing(name: string): Sentences {
  return { why: `there is no ${name}: the state fails`, wish: `${name} were there`, unwish: `${name} were there` };
}

const TESTED: Readonly<Record<string, string>> = {
  IsNull: "null",
  IsString: "a text",
  IsNumeric: "a number",
  IsBoolean: "a boolean",
  IsTimestamp: "a timestamp",
};

const COMPARED: Readonly<Record<string, (value: JsonValue) => boolean>> = {
  String: (value) => typeof value === "string",
  Numeric: (value) => typeof value === "number",
  Boolean: (value) => typeof value === "boolean",
  Timestamp: (value) => typeof value === "string" && parseTimestamp(value) !== undefined,
};

const WORDS: Readonly<Record<string, string>> = {
  String: "a text",
  Numeric: "a number",
  Boolean: "a boolean",
  Timestamp: "a timestamp",
};

function sentences(name: string, actual: JsonValue, operator: string, expected: JsonValue, holds: boolean): Sentences {
  const tested = TESTED[operator];
  if (tested !== undefined) {
    const [is, isNot] = [`${name} were ${tested}`, `${name} were not ${tested}`];
    const wanted = expected !== false;
    return {
      why: actual === null ? "it is null" : `${shown(actual)} is ${typeWord(actual)}`,
      wish: wanted ? is : isNot,
      unwish: wanted ? isNot : is,
    };
  }
  const [, type = "", relation = ""] = /^(String|Numeric|Boolean|Timestamp)(.+)$/.exec(operator) ?? [];
  for (const value of [actual, expected]) {
    if (COMPARED[type]?.(value) !== false) continue;
    const why = `${shown(value)} is ${typeWord(value)}, and ${operator} is true for ${WORDS[type]} only`;
    return { why, wish: `${name} were ${WORDS[type]}`, unwish: `${name} were ${shown(value)}` };
  }
  return compared(name, actual, RELATIONS[relation] ?? { positive: "", negative: "not " }, expected, holds);
}
