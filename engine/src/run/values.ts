/**
 * Fields to functions: a payload template, a path or a JSONata value compiled once, evaluated against a scope. All of
 * them throw StateFailure with AWS's cause.
 */
import { type CompiledTemplate, compileTemplate } from "../intrinsics/template.ts";
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { evaluateJsonata } from "../jsonata/evaluate.ts";
import { type CompiledJsonata, isJsonataMistake, jsonataText, parseJsonata } from "../jsonata/parse.ts";
import { parsePath } from "../paths/parse.ts";
import type { CompiledPath, PathFailure, TextMistake } from "../paths/types.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import { evaluationFailure, runtimeFailure, type StateFailure } from "./errors.ts";
import { after, eachInTurn, type MaybePromise } from "./maybe-promise.ts";
import type { EvaluationScope } from "./scope.ts";

export type Value = (scope: EvaluationScope) => MaybePromise<JsonValue>;

/** A payload template (JSONPath) or a value with `{% %}` inside (JSONata). `field` is the name in AWS's causes. */
export function compileValue(value: JsonValue, language: QueryLanguage, field: string): Value {
  return language === "JSONata" ? compileJsonataValue(value, field) : compilePayload(value);
}

/** A payload template of a JSONPath state. */
export function compilePayload(value: JsonValue): (scope: EvaluationScope) => JsonValue {
  const template = compileTemplate(value);
  return (scope) => evaluatePayload(template, scope);
}

/** Throws StateFailure with AWS's cause where the template cannot be filled. */
export function evaluatePayload(template: CompiledTemplate, scope: EvaluationScope): JsonValue {
  const evaluated = template.evaluate(scope, scope.random);
  if ("value" in evaluated) return evaluated.value;
  throw runtimeFailure(evaluated.cause);
}

/** A path field of a JSONPath state (InputPath, ItemsPath, SecondsPath, ...). `missing` words AWS's cause for no value. */
export function compilePathField(
  text: string,
  missing: (path: string, failure: PathFailure) => string,
): (scope: EvaluationScope) => JsonValue {
  const path = parsePath(text);
  if (isMistake(path)) {
    return () => {
      throw runtimeFailure(`Invalid path '${text}': ${path.message}`);
    };
  }
  return (scope) => {
    const evaluated = path.evaluate(scope);
    if ("value" in evaluated) return evaluated.value;
    throw runtimeFailure(missing(text, evaluated));
  };
}

/** InputPath and OutputPath word a missing value like this. */
export function invalidPath(path: string, failure: PathFailure): string {
  return `Invalid path '${path}' : ${failure.cause}`;
}

function isMistake(path: CompiledPath | TextMistake): path is TextMistake {
  return "message" in path;
}

/** A JSONata field: strings that are wholly `{% %}` are evaluated wherever they stand, the rest is constant. */
export function compileJsonataValue(value: JsonValue, location: string): Value {
  const dynamic = compileDynamic(value, location);
  return dynamic ?? (() => value);
}

/** Undefined where nothing in `value` is to be evaluated: constant parts are shared, never copied. */
function compileDynamic(value: JsonValue, location: string): Value | undefined {
  if (typeof value === "string") {
    const expression = jsonataText(value);
    return expression === undefined ? undefined : compileExpression(expression.text, location);
  }
  if (Array.isArray(value)) return compileArray(value, location);
  return isObject(value) ? compileObject(value, location) : undefined;
}

function compileArray(items: readonly JsonValue[], location: string): Value | undefined {
  const parts = items.map((item, index) => compileDynamic(item, `${location}[${index}]`));
  if (parts.every((part) => part === undefined)) return undefined;
  return (scope) => {
    const copy = [...items];
    const filled = eachInTurn(parts.length, (index) => {
      const part = parts[index];
      if (part === undefined) return;
      return after(part(scope), (value) => {
        copy[index] = value;
      });
    });
    return after(filled, () => copy);
  };
}

function compileObject(fields: JsonObject, location: string): Value | undefined {
  const parts: (readonly [key: string, part: Value])[] = [];
  for (const [key, field] of Object.entries(fields)) {
    const part = compileDynamic(field, `${location}/${key}`);
    if (part !== undefined) parts.push([key, part]);
  }
  if (parts.length === 0) return undefined;
  return (scope) => {
    const copy: Record<string, JsonValue> = { ...fields };
    const filled = eachInTurn(parts.length, (index) => {
      const [key, part] = parts[index] as (typeof parts)[number];
      return after(part(scope), (value) => {
        copy[key] = value;
      });
    });
    return after(filled, () => copy);
  };
}

function compileExpression(text: string, location: string): Value {
  const compiled = parseJsonata(text);
  const failure = (reason: string) =>
    evaluationFailure(`The JSONata expression '${text}' specified for the field '${location}' ${reason}`, location);
  if (isJsonataMistake(compiled)) {
    return () => {
      throw failure(`could not be parsed. ${compiled.message}`);
    };
  }
  return (scope) => {
    const direct = compiled.direct?.(scope);
    return direct === undefined ? evaluateExpression(compiled, scope, failure) : direct;
  };
}

async function evaluateExpression(
  compiled: CompiledJsonata,
  scope: EvaluationScope,
  failure: (reason: string) => StateFailure,
): Promise<JsonValue> {
  const evaluated = await evaluateJsonata(compiled, scope);
  if ("value" in evaluated) return evaluated.value;
  throw failure(evaluated.reason);
}

/** A number, or the number that a text holds; undefined for anything else. */
export function numberOf(value: JsonValue): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/** What AWS calls the type of a value in its causes. */
export function typeName(value: JsonValue): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** The failure of a JSONata field that gave a value of the wrong type. */
export function unexpectedType(source: JsonValue, field: string, expected: string, value: JsonValue): never {
  const text = typeof source === "string" ? (jsonataText(source)?.text ?? source) : JSON.stringify(source);
  throw evaluationFailure(
    `The JSONata expression '${text}' specified for the field '${field}' returned an unexpected result type. ` +
      `Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`,
    field,
  );
}
