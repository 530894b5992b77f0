/**
 * How many iterations a Map runs at once, how many failures it bears, how large its batches are: constants, paths or
 * expressions.
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map.html
 */
import type { JsonObject } from "../json.ts";
import type { QueryLanguage } from "../vocabulary.ts";
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

/** What AWS says of a number that is out of bounds. */
const REFUSALS: Readonly<Record<string, (value: number) => string | undefined>> = {
  MaxConcurrency: (value) =>
    value < 0 ? `Expected non-negative integer for MaxConcurrency, got '${value}' instead.` : undefined,
  ToleratedFailureCount: (value) => (value < 0 ? "ToleratedFailureCount cannot be negative." : undefined),
  ToleratedFailurePercentage: (value) =>
    value < 0 || value > 100 ? "ToleratedFailurePercentage must be between 0 and 100." : undefined,
  MaxItemsPerBatch: (value) => (value < 1 ? "field MaxItemsPerBatch must be positive" : undefined),
  MaxInputBytesPerBatch: (value) => (value < 1 ? "field MaxInputBytesPerBatch must be positive" : undefined),
};

/** MaxConcurrency; 0: as many as the service allows. */
export function compileConcurrency(definition: JsonObject, language: QueryLanguage): Limit {
  return compileLimit(definition, "MaxConcurrency", "integer", language, 0);
}

export function compileTolerance(
  definition: JsonObject,
  language: QueryLanguage,
): (scope: EvaluationScope) => MaybePromise<Tolerance> {
  const toleratedCount = compileLimit(definition, "ToleratedFailureCount", "integer", language, 0);
  const toleratedPercentage = compileLimit(definition, "ToleratedFailurePercentage", "float", language, 0);
  return (scope) =>
    after(toleratedCount(scope), (count) => after(toleratedPercentage(scope), (percentage) => ({ count, percentage })));
}

/**
 * A number that a field holds, or that its path or expression gives; a path may give it as text, too. `otherwise`: where
 * neither is there. `parent`: the field that holds `definition`, with a slash after it.
 */
export function compileLimit(
  definition: JsonObject,
  name: string,
  kind: "integer" | "float",
  language: QueryLanguage,
  otherwise: number,
  parent = "",
): Limit {
  const { [name]: field, [`${name}Path`]: path } = definition;
  const checked = (value: number): number => {
    const cause = REFUSALS[name]?.(value);
    if (cause === undefined) return value;
    throw language === "JSONata" ? evaluationFailure(cause, parent + name) : runtimeFailure(cause);
  };
  if (typeof path === "string") {
    const read = compilePathField(path, () => `The ${name}Path parameter does not reference an input value: ${path}`);
    return (scope) => {
      const value = read(scope);
      const number = numberOf(value);
      if (number !== undefined && (kind === "float" || Number.isInteger(number))) return checked(number);
      const shown = typeof value === "string" ? value : JSON.stringify(value);
      throw runtimeFailure(`The ${name}Path field refers to value "${shown}" which is not a valid ${kind}: ${path}`);
    };
  }
  if (typeof field === "number") return () => checked(field);
  if (language !== "JSONata" || typeof field !== "string") return () => otherwise;
  const read = compileJsonataValue(field, parent + name);
  return (scope) =>
    after(read(scope), (value) => {
      if (typeof value === "number" && (kind === "float" || Number.isInteger(value))) return checked(value);
      const cause = `The ${name} field must be a valid ${kind} but was: ${JSON.stringify(value)}`;
      throw evaluationFailure(cause, parent + name);
    });
}
