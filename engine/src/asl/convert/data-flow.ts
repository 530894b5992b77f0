/**
 * The data flow of a JSONPath state (InputPath, Parameters, ResultSelector, ResultPath, OutputPath) as JSONata's
 * Arguments and Output.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html
 */
import type { Draft } from "../../editor/compose.ts";
import { valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import type { State } from "../model.ts";
import { CannotConvert, delimited, type Expression, expression, quoted, stepName } from "./expression-text.ts";
import { definitePath, expressionOf, pathExpression } from "./path.ts";
import { constantDraft, constantExpression, templateDraft, templateExpression } from "./template.ts";

export const STATE_INPUT = expression("$states.input");
export const STATE_RESULT = expression("$states.result");
export const ERROR_OUTPUT = expression("$states.errorOutput");

/** A value as an expression, and as data with expressions inside where that reads better. */
export interface Flowing {
  readonly expression: Expression;
  readonly draft?: Draft;
}

/** What InputPath lets through. */
export function effectiveInput(state: State): Expression {
  return throughPath(valueNode(state.node, "InputPath"), STATE_INPUT);
}

function throughPath(path: Node | undefined, value: Expression): Expression {
  if (path === undefined) return value;
  if (path.kind === "null") return expression("{}", "scalar");
  if (path.kind !== "string") throw new CannotConvert("a path is only known after deployment");
  return path.value === "$" ? value : pathExpression(path.value, value);
}

/** What the state's own work gives, before ResultPath. */
export function selectedResult(state: State, input: Expression): Flowing {
  const { node, type } = state;
  if (type === "Pass") {
    const result = valueNode(node, "Result");
    if (result !== undefined) return { expression: constantExpression(result), draft: constantDraft(result) };
    const parameters = valueNode(node, "Parameters");
    return parameters === undefined ? { expression: input } : template(parameters, input);
  }
  if (type !== "Task" && type !== "Map" && type !== "Parallel") return { expression: input };
  const selector = valueNode(node, "ResultSelector");
  return selector === undefined ? { expression: STATE_RESULT } : template(selector, STATE_RESULT);
}

function template(node: Node, input: Expression): Flowing {
  return { expression: templateExpression(node, input), draft: templateDraft(node, input) };
}

/** The state's Output; undefined where it is what a JSONata state gives without one. */
export function outputOf(state: State, input: Expression): Draft | undefined {
  const { node, type } = state;
  const hasResult = type === "Task" || type === "Map" || type === "Parallel";
  const resultPath = valueNode(node, "ResultPath");
  const outputPath = valueNode(node, "OutputPath");
  const selected = selectedResult(state, input);
  let combined = type === "Pass" || hasResult ? combine(resultPath, selected) : selected;
  if (outputPath !== undefined && !isRoot(outputPath)) {
    const same = outputPath.kind === "string" && resultPath?.kind === "string" && outputPath.value === resultPath.value;
    combined = same ? selected : { expression: throughPath(outputPath, combined.expression) };
  }
  if (combined.draft !== undefined) return combined.draft;
  const { text } = combined.expression;
  if (text === (hasResult ? STATE_RESULT : STATE_INPUT).text) return undefined;
  return expressionDraft(combined.expression);
}

export function expressionDraft({ text }: Expression): Draft {
  return { value: text === "{}" ? {} : delimited(text) };
}

function isRoot(path: Node): boolean {
  return path.kind === "string" && path.value === "$";
}

/** The raw input with the result where ResultPath says. */
export function combine(resultPath: Node | undefined, result: Flowing): Flowing {
  if (resultPath === undefined || isRoot(resultPath)) return result;
  if (resultPath.kind === "null") return { expression: STATE_INPUT };
  if (resultPath.kind !== "string") throw new CannotConvert("a path is only known after deployment");
  const path = definitePath(resultPath.value);
  const names = path.segments.map((segment) => {
    if (segment.kind === "name") return segment.name;
    throw new CannotConvert(`ResultPath ${path.text} changes an item of an array`);
  });
  let value = result.expression.text;
  for (let depth = names.length - 1; depth >= 0; depth--) {
    const around = expressionOf({ ...path, segments: path.segments.slice(0, depth) }, STATE_INPUT);
    value = `$merge([${around.text}, {${quoted(names[depth] as string)}: ${value}}])`;
    stepName(names[depth] as string);
  }
  return { expression: expression(value, "scalar") };
}
