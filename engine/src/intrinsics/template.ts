/**
 * Payload templates (Parameters, ResultSelector, ItemSelector, Assign, ...): keys that end in `.$` hold a path or an
 * intrinsic function, everything else is constant and shared by all that the template makes.
 * https://states-language.net/spec.html#payload-template
 */
import { isObject, type JsonObject, type JsonValue, setOwn } from "../json.ts";
import { isPathMistake, parsePath } from "../paths/parse.ts";
import type { CompiledPath, PathFailure, PathScope, TextMistake } from "../paths/types.ts";
import type { Random } from "../random.ts";
import { evaluateIntrinsic } from "./evaluate.ts";
import { isIntrinsicMistake, parseIntrinsic } from "./parse.ts";

/**
 * A value that a template makes, whole or a part of another. Objects with their methods on a prototype, not closures: a
 * machine has thousands of them, each is used once or twice in an execution, and what such a use costs is the memory that
 * it touches.
 */
export interface CompiledTemplate {
  /** `random` feeds MathRandom and UUID. */
  evaluate(scope: PathScope, random: Random): Evaluated;
}

type Evaluated = { readonly value: JsonValue } | PathFailure;

/** Never throws: a mistake in an expression fails its evaluation. */
export function compileTemplate(template: JsonValue): CompiledTemplate {
  const part = compilePart(template);
  if (part !== undefined) return part;
  const evaluated = { value: template };
  return { evaluate: () => evaluated };
}

/** Undefined for what is constant through and through. */
function compilePart(template: JsonValue): CompiledTemplate | undefined {
  if (Array.isArray(template)) return compileArray(template);
  return isObject(template) ? compileObject(template) : undefined;
}

function compileArray(items: readonly JsonValue[]): CompiledTemplate | undefined {
  const parts = items.map(compilePart);
  return parts.every((part) => part === undefined) ? undefined : new ArrayPart(items, parts);
}

class ArrayPart implements CompiledTemplate {
  readonly #items: readonly JsonValue[];
  readonly #parts: readonly (CompiledTemplate | undefined)[];

  constructor(items: readonly JsonValue[], parts: readonly (CompiledTemplate | undefined)[]) {
    this.#items = items;
    this.#parts = parts;
  }

  evaluate(scope: PathScope, random: Random): Evaluated {
    const value = [...this.#items];
    for (const [index, part] of this.#parts.entries()) {
      if (part === undefined) continue;
      const evaluated = part.evaluate(scope, random);
      if (!("value" in evaluated)) return evaluated;
      value[index] = evaluated.value;
    }
    return { value };
  }
}

function compileObject(template: JsonObject): CompiledTemplate | undefined {
  const fields = Object.entries(template).map(([key, value]) => compileField(key, value));
  if (fields.every(({ part }) => part === undefined)) return undefined;
  const blank: Record<string, JsonValue> = {};
  for (const { name, part, constant } of fields) setOwn(blank, name, part === undefined ? constant : null);
  const made = fields.flatMap(({ name, part }) => (part === undefined ? [] : [name, part]));
  return new ObjectPart(blank, made);
}

class ObjectPart implements CompiledTemplate {
  /** Has all fields: a copy of it is quicker than an object that gets them one by one. */
  readonly #blank: JsonObject;
  /** Names and parts of the fields that are not constant, in turn. */
  readonly #made: readonly (string | CompiledTemplate)[];

  constructor(blank: JsonObject, made: readonly (string | CompiledTemplate)[]) {
    this.#blank = blank;
    this.#made = made;
  }

  evaluate(scope: PathScope, random: Random): Evaluated {
    const value: Record<string, JsonValue> = { ...this.#blank };
    const made = this.#made;
    for (let index = 0; index < made.length; index += 2) {
      const evaluated = (made[index + 1] as CompiledTemplate).evaluate(scope, random);
      if (!("value" in evaluated)) return evaluated;
      // Its own field already, whatever it is called.
      value[made[index] as string] = evaluated.value;
    }
    return { value };
  }
}

interface Field {
  readonly name: string;
  /** Undefined where the value is `constant`. */
  readonly part: CompiledTemplate | undefined;
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

function compileExpression(text: string, key: string): CompiledTemplate {
  if (text.startsWith("$")) {
    const path = parsePath(text);
    return isPathMistake(path) ? invalid(key) : new PathPart(path, key);
  }
  const intrinsic = parseIntrinsic(text);
  if (isIntrinsicMistake(intrinsic)) return invalid(key);
  return { evaluate: (scope, random) => evaluateIntrinsic(intrinsic, scope, random) };
}

class PathPart implements CompiledTemplate {
  readonly #path: CompiledPath;
  readonly #key: string;

  constructor(path: CompiledPath, key: string) {
    this.#path = path;
    this.#key = key;
  }

  evaluate(scope: PathScope): Evaluated {
    const evaluated = this.#path.evaluate(scope);
    if ("value" in evaluated) return evaluated;
    // AWS gives null for an index past the end here, and only here.
    if (evaluated.pastEnd === true) return { value: null };
    return evaluated.failure === "error" ? evaluated : missing(this.#path, this.#key, scope);
  }
}

/** A path into the context object is named as if it started at `$`, with that object as its input. */
function missing(path: CompiledPath, key: string, scope: PathScope): PathFailure {
  const [text, input] = path.root === "context" ? [path.text.slice(1), scope.context] : [path.text, scope.input];
  const cause = `The JSONPath '${text}' specified for the field '${key}' could not be found in the input '${JSON.stringify(input)}'`;
  return { failure: "not-found", cause };
}

function invalid(key: string): CompiledTemplate {
  const cause = `The value for the field '${key}' must be a valid JSONPath or a valid intrinsic function call`;
  return { evaluate: () => ({ failure: "error", cause }) };
}

/**
 * A field that holds one path or intrinsic function by itself, such as ErrorPath; the mistake where it holds neither.
 * `field` is its name in AWS's causes.
 */
export function compilePathOrIntrinsic(text: string, field: string): CompiledTemplate | TextMistake {
  const parsed = text.startsWith("$") ? parsePath(text) : parseIntrinsic(text);
  return "message" in parsed ? parsed : compileExpression(text, field);
}
