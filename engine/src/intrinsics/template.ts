/**
 * Payload templates (Parameters, ResultSelector, ItemSelector, Assign, ...): keys that end in `.$` hold a path or an
 * intrinsic function, everything else is constant and shared by all that the template makes.
 * https://states-language.net/spec.html#payload-template
 */

import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { isPathMistake, parsePath } from "../paths/parse.ts";
import type { CompiledPath, PathFailure, PathScope, TextMistake } from "../paths/types.ts";
import { setOwn } from "../paths/values.ts";
import type { Random } from "../random.ts";
import { evaluateIntrinsic } from "./evaluate.ts";
import { isIntrinsicMistake, parseIntrinsic } from "./parse.ts";

export interface CompiledTemplate {
  /** Nothing in it is evaluated: it is its own value. */
  readonly constant: boolean;
  /** `random` feeds MathRandom and UUID. */
  evaluate(scope: PathScope, random: Random): { readonly value: JsonValue } | PathFailure;
}

type Part = (scope: PathScope, random: Random) => { readonly value: JsonValue } | PathFailure;

/** Never throws: a mistake in an expression fails its evaluation. */
export function compileTemplate(template: JsonValue): CompiledTemplate {
  const part = compilePart(template);
  if (part !== undefined) return { constant: false, evaluate: part };
  const evaluated = { value: template };
  return { constant: true, evaluate: () => evaluated };
}

/** Undefined for what is constant through and through. */
function compilePart(template: JsonValue): Part | undefined {
  if (Array.isArray(template)) return compileArray(template);
  return isObject(template) ? compileObject(template) : undefined;
}

function compileArray(items: readonly JsonValue[]): Part | undefined {
  const parts = items.map(compilePart);
  if (parts.every((part) => part === undefined)) return undefined;
  return (scope, random) => {
    const value = [...items];
    for (const [index, part] of parts.entries()) {
      if (part === undefined) continue;
      const evaluated = part(scope, random);
      if (!("value" in evaluated)) return evaluated;
      value[index] = evaluated.value;
    }
    return { value };
  };
}

function compileObject(template: JsonObject): Part | undefined {
  const fields = Object.entries(template).map(([key, value]) => compileField(key, value));
  if (fields.every(({ part }) => part === undefined)) return undefined;
  return (scope, random) => {
    const value: Record<string, JsonValue> = {};
    for (const { name, part, constant } of fields) {
      if (part === undefined) {
        setOwn(value, name, constant);
        continue;
      }
      const evaluated = part(scope, random);
      if (!("value" in evaluated)) return evaluated;
      setOwn(value, name, evaluated.value);
    }
    return { value };
  };
}

interface Field {
  readonly name: string;
  /** Undefined where the value is `constant`. */
  readonly part: Part | undefined;
  readonly constant: JsonValue;
}

function compileField(key: string, value: JsonValue): Field {
  if (!key.endsWith(".$")) return { name: key, part: compilePart(value), constant: value };
  return {
    name: key.slice(0, -2),
    part: typeof value === "string" ? compileExpression(value, key) : invalid(key),
    constant: value,
  };
}

function compileExpression(text: string, key: string): Part {
  if (text.startsWith("$")) {
    const path = parsePath(text);
    return isPathMistake(path) ? invalid(key) : pathPart(path, key);
  }
  const intrinsic = parseIntrinsic(text);
  if (isIntrinsicMistake(intrinsic)) return invalid(key);
  return (scope, random) => evaluateIntrinsic(intrinsic, scope, random);
}

function pathPart(path: CompiledPath, key: string): Part {
  return (scope) => {
    const evaluated = path.evaluate(scope);
    if ("value" in evaluated) return evaluated;
    // AWS gives null for an index past the end here, and only here.
    if (evaluated.pastEnd === true) return { value: null };
    return evaluated.failure === "error" ? evaluated : missing(path, key, scope);
  };
}

/** A path into the context object is named as if it started at `$`, with that object as its input. */
function missing(path: CompiledPath, key: string, scope: PathScope): PathFailure {
  const [text, input] = path.root === "context" ? [path.text.slice(1), scope.context] : [path.text, scope.input];
  const cause = `The JSONPath '${text}' specified for the field '${key}' could not be found in the input '${JSON.stringify(input)}'`;
  return { failure: "not-found", cause };
}

function invalid(key: string): Part {
  const cause = `The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`;
  return () => ({ failure: "error", cause });
}

/**
 * A field that holds one path or intrinsic function by itself, such as ErrorPath; the mistake where it holds neither.
 * `field` is its name in AWS's causes.
 */
export function compilePathOrIntrinsic(text: string, field: string): CompiledTemplate | TextMistake {
  const parsed = text.startsWith("$") ? parsePath(text) : parseIntrinsic(text);
  return "message" in parsed ? parsed : { constant: false, evaluate: compileExpression(text, field) };
}
