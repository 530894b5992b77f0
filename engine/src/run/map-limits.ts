/**
 * How many iterations a Map runs at once and how many failures it bears: constants, paths or expressions.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html
 */
import type { QueryLanguage } from "../asl/model.ts";
import type { JsonObject } from "../json.ts";
import { evaluationFailure, runtimeFailure } from "./errors.ts";
import { after, type MaybePromise } from "./maybe-promise.ts";
import type { EvaluationScope } from "./scope.ts";
import { compileJsonataValue, compilePathField, numberOf } from "./values.ts";

export interface Tolerance {
  /** Failed iterations that a Map bears. */
  readonly count: number;
  /** Of all iterations, 0 to 100. */
  readonly percentage: number;
}

type Limit = (scope: EvaluationScope) => MaybePromise<number>;

/** MaxConcurrency; 0: as many as the service allows. */
export function compileConcurrency(definition: JsonObject, language: QueryLanguage): Limit {
  return compileLimit(definition, "MaxConcurrency", "integer", language);
}

export function compileTolerance(
  definition: JsonObject,
  language: QueryLanguage,
): (scope: EvaluationScope) => MaybePromise<Tolerance> {
  const toleratedCount = compileLimit(definition, "ToleratedFailureCount", "integer", language);
  const toleratedPercentage = compileLimit(definition, "ToleratedFailurePercentage", "float", language);
  return (scope) =>
    after(toleratedCount(scope), (count) =>
      after(toleratedPercentage(scope), (percentage) => {
        if (percentage >= 0 && percentage <= 100) return { count, percentage };
        const cause = "ToleratedFailurePercentage must be between 0 and 100.";
        throw language === "JSONata" ? evaluationFailure(cause, "ToleratedFailurePercentage") : runtimeFailure(cause);
      }),
    );
}

/** A path may give the number as text, too. */
function compileLimit(definition: JsonObject, name: string, kind: "integer" | "float", language: QueryLanguage): Limit {
  const { [name]: field, [`${name}Path`]: path } = definition;
  if (typeof path === "string") {
    const read = compilePathField(path, () => `The ${name}Path parameter does not reference an input value: ${path}`);
    return (scope) => {
      const value = read(scope);
      const number = numberOf(value);
      if (number !== undefined && (kind === "float" || Number.isInteger(number))) return number;
      const shown = typeof value === "string" ? value : JSON.stringify(value);
      throw runtimeFailure(`The ${name}Path field refers to value "${shown}" which is not a valid ${kind}: ${path}`);
    };
  }
  if (typeof field === "number") return () => field;
  if (language !== "JSONata" || typeof field !== "string") return () => 0;
  const read = compileJsonataValue(field, name);
  return (scope) =>
    after(read(scope), (value) => {
      if (typeof value === "number" && (kind === "float" || Number.isInteger(value))) return value;
      throw evaluationFailure(`The ${name} field must be a valid ${kind} but was: ${JSON.stringify(value)}`, name);
    });
}
