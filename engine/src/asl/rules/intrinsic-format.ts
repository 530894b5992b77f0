/** Rule: States.Format with more or fewer values than places for them. */
import type { IntrinsicArgument, IntrinsicCall } from "../../intrinsics/ast.ts";
import { isIntrinsicMistake, parseIntrinsic } from "../../intrinsics/parse.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { expressionsOf } from "../expressions.ts";
import { rangeOf } from "./path-syntax.ts";
import { guide, type StateRule } from "./rule.ts";

export const intrinsicFormat: StateRule = {
  id: "intrinsic-format",
  about: "state",
  severity: "warning",
  summary: "States.Format whose template has another number of {} than there are values.",
  reason:
    "Every `{}` takes one value, in order. With another number of values the state fails: States.IntrinsicFailure.",
  bad: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {
      "x.$": "«States.Format('{} {}', $.a)»"}, "End": true}}}`,
  ],
  good: [
    `{"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {
      "x.$": "States.Format('{} \\\\{\\\\}', $.a)", "y.$": "States.Format($.template, $.a)"}, "End": true}}}`,
  ],
  docs: guide("intrinsic-functions.html"),
  check(state, context) {
    if (state.queryLanguage !== "JSONPath") return;
    for (const { kind, node, text } of expressionsOf(state)) {
      if (kind !== "path-or-intrinsic" || !text.includes("States.Format") || hasPlaceholder(text)) continue;
      const parsed = parseIntrinsic(text);
      if (isIntrinsicMistake(parsed)) continue;
      for (const call of formatCalls(parsed.call)) {
        const [template, ...values] = call.arguments;
        const places = template === undefined ? undefined : placesIn(text.slice(template.start, template.end));
        if (places === undefined || places === values.length) continue;
        context.report({
          node,
          range: rangeOf(node, call.start, call.end - call.start, context),
          message: `States.Format has ${count(places, "place")} {} but ${count(values.length, "value")} to put there.`,
        });
      }
    }
  },
};

function formatCalls(call: IntrinsicCall): readonly IntrinsicCall[] {
  const inner = call.arguments.filter((argument: IntrinsicArgument) => argument.kind === "call").flatMap(formatCalls);
  return call.name === "States.Format" ? [call, ...inner] : inner;
}

/** Number of `{}` in a quoted template, without escaped ones; undefined where the template is no literal. */
function placesIn(literal: string): number | undefined {
  if (!literal.startsWith("'")) return undefined;
  return literal.replace(/\\./gs, "").split("{}").length - 1;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
