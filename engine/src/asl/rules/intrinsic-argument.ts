/** Rule: literals that an intrinsic function does not take. */
import type { IntrinsicCall } from "../../intrinsics/ast.ts";
import { isIntrinsicMistake, parseIntrinsic } from "../../intrinsics/parse.ts";
import type { JsonValue } from "../../json.ts";
import { intrinsicNamed } from "../../schema/tables.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { type Expression, expressionsOf } from "../expressions.ts";
import { rangeOf } from "./path-syntax.ts";
import { guide, type RuleContext, type StateRule } from "./rule.ts";

export const intrinsicArgument: StateRule = {
  id: "intrinsic-argument",
  about: "state",
  severity: "warning",
  summary: "An argument of an intrinsic function that can never be right.",
  reason: "With a value of the wrong type the function fails, and the state with States.IntrinsicFailure.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "States.MathAdd($.a, «'1'»)"}, "End": true}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {
      "x.$": "States.Hash($.a, «'SHA1'»)"}, "End": true}}}`,
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {
      "x.$": "States.ArrayLength(«States.UUID()»)"}, "End": true}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x.$": "States.MathAdd($.a, 1)",
      "y.$": "States.Hash($.a, 'SHA-1')", "z.$": "States.ArrayLength(States.Array())"}, "End": true}}}`,
  ],
  docs: guide("intrinsic-functions.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONPath") return;
    for (const expression of expressionsOf(state)) {
      const { kind, text } = expression;
      if (kind !== "path-or-intrinsic" || !text.startsWith("States.") || hasPlaceholder(text)) continue;
      const parsed = parseIntrinsic(text);
      if (!isIntrinsicMistake(parsed)) checkCall(parsed.call, expression, context);
    }
  },
};

const ALGORITHMS = ["MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512"];

function checkCall(call: IntrinsicCall, expression: Expression, context: RuleContext): void {
  const parameters = intrinsicNamed(call.name)?.parameters ?? [];
  call.arguments.forEach((argument, index) => {
    if (argument.kind === "call") checkCall(argument, expression, context);
    if (argument.kind === "path") return;
    const parameter = parameters[index] ?? parameters.at(-1);
    const wanted = parameter?.type ?? "any";
    const given = argument.kind === "call" ? returned(argument) : typeOf(argument.value);
    const name = call.name;
    let message: string | undefined;
    if (!fits(given, wanted)) message = `${name} takes ${article(wanted)} here, not ${article(given)}.`;
    if (argument.kind === "literal") message ??= wrongValue(name, index, argument.value);
    if (message === undefined) return;
    const range = rangeOf(expression.node, expression.index + argument.start, argument.end - argument.start, context);
    context.report({ node: expression.node, range, message });
  });
}

function wrongValue(name: string, index: number, value: JsonValue): string | undefined {
  if (name === "States.Hash" && index === 1 && !ALGORITHMS.includes(String(value))) {
    return `The algorithm must be one of ${ALGORITHMS.join(", ")}.`;
  }
  if (name === "States.JsonMerge" && index === 2 && value === true) return "Only false is supported: shallow merging.";
  if (name === "States.ArrayPartition" && index === 1 && Number(value) < 1) return "The size must be 1 or more.";
  if (name === "States.ArrayRange" && index === 2 && value === 0) return "The step must not be 0.";
  return undefined;
}

function returned(call: IntrinsicCall): string {
  return intrinsicNamed(call.name)?.returns ?? "any";
}

function typeOf(value: JsonValue): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

const SIMPLE = new Set(["string", "number", "boolean", "array", "object"]);

function fits(given: string, wanted: string): boolean {
  return given === wanted || !SIMPLE.has(wanted) || (!SIMPLE.has(given) && given !== "null");
}

function article(type: string): string {
  return type === "null" ? "null" : `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}
