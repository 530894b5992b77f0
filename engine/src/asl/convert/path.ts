/**
 * JSONPath in JSONata. Only paths that lead to one place have an equal: JSONata drops and joins what others select.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import type { CompiledPath } from "../../paths/types.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { CannotConvert, type Expression, expression, operand, stepName } from "./expression-text.ts";

/** Reads a path that is to be converted. Throws CannotConvert. */
export function definitePath(text: string): CompiledPath {
  if (hasPlaceholder(text)) throw new CannotConvert(`${text} is only known after deployment`);
  const path = parsePath(text);
  if (isPathMistake(path)) throw new CannotConvert(`${text} is no path: ${path.message}`);
  for (const segment of path.segments) {
    if (segment.kind === "name" || segment.kind === "index") continue;
    throw new CannotConvert(
      segment.kind === "function"
        ? `JSONata has no equal of ${segment.name}() in ${text}`
        : `${text} selects any number of values, which JSONata would join or drop`,
    );
  }
  return path;
}

/** The expression of a path; `input` is what its `$` stands for. Throws CannotConvert. */
export function pathExpression(text: string, input: Expression): Expression {
  return expressionOf(definitePath(text), input);
}

export function expressionOf(path: CompiledPath, input: Expression): Expression {
  const { root, variable, segments } = path;
  const start = root === "input" ? input : expression(root === "context" ? "$states.context" : `$${variable}`);
  if (segments.length === 0) return start;
  if (!/^[${[(]/.test(start.text))
    throw new CannotConvert(`${path.text} leads into ${start.text}, which has no fields`);
  const steps = segments.map((segment) =>
    segment.kind === "name" ? `.${stepName(segment.name)}` : `[${(segment as { index: number }).index}]`,
  );
  return expression(operand(start) + steps.join(""));
}

/** A payload template makes null of an index that the array does not have; JSONata would fail. */
export function templatePathExpression(text: string, input: Expression): Expression {
  const path = definitePath(text);
  const value = expressionOf(path, input);
  if (path.segments.at(-1)?.kind !== "index") return value;
  return expression(`$exists(${value.text}) ? ${value.text} : null`, "unknown", true);
}

/** The fields and objects on the way: every expression that must be an object for the path to be there. */
export function parentsOf(path: CompiledPath, input: Expression): readonly Expression[] {
  return path.segments.slice(1).flatMap((segment, index) => {
    if (segment.kind !== "name") return [];
    return [expressionOf({ ...path, segments: path.segments.slice(0, index + 1) }, input)];
  });
}
