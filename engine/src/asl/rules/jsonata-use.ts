/** What the rules about parsed JSONata have in common: the expressions of a state that parse, and places in them. */
import { type CompiledJsonata, isJsonataMistake, parseJsonata } from "../../jsonata/parse.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { offsetInString } from "../../text/string-offset.ts";
import { type Expression, expressionsOf } from "../expressions.ts";
import type { State } from "../model.ts";
import type { RuleContext } from "./rule.ts";

export interface ParsedJsonata {
  readonly expression: Expression;
  readonly compiled: CompiledJsonata;
}

/** What the last state gave: all rules ask about one state before the next one comes. */
let last: { readonly expressions: readonly Expression[]; readonly parsed: readonly ParsedJsonata[] } | undefined;

/** Expressions that a deployment tool still fills in are left out. */
export function parsedJsonata(state: State): readonly ParsedJsonata[] {
  if (state.queryLanguage !== "JSONata") return [];
  const expressions = expressionsOf(state);
  if (last?.expressions === expressions) return last.parsed;
  const parsed = expressions.flatMap((expression) => {
    if (expression.kind !== "jsonata" || hasPlaceholder(expression.text)) return [];
    const compiled = parseJsonata(expression.text);
    return isJsonataMistake(compiled) ? [] : [{ expression, compiled }];
  });
  last = { expressions, parsed };
  return parsed;
}

/** Document range of `length` characters of an expression that end at `position`. */
export function rangeBefore(
  expression: Expression,
  position: number,
  length: number,
  context: RuleContext,
): { start: number; end: number } {
  const end = expression.index + Math.min(Math.max(position, 1), expression.text.length);
  const start = Math.max(expression.index, end - length);
  return {
    start: offsetInString(context.parsed, expression.node, start),
    end: offsetInString(context.parsed, expression.node, end - 1) + 1,
  };
}
