/**
 * Text to CompiledPath: `$` (the input), `$$` (the context object) or `$name` (a variable), and segments behind it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */
import type { JsonValue } from "../json.ts";
import { remember } from "../text/remember.ts";
import { isDefinite, type Segment } from "./ast.ts";
import type { Cursor } from "./cursor.ts";
import { parseWhole } from "./cursor.ts";
import { type Evaluated, evaluateSegments } from "./evaluate.ts";
import { readSegments } from "./grammar.ts";
import { compilePlain, isPlain } from "./plain.ts";
import type { CompiledPath, PathScope, TextMistake } from "./types.ts";

const VARIABLE_NAME = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;

/** The same object for the same text, as long as it is remembered. Never throws. */
export const parsePath: (text: string) => CompiledPath | TextMistake = remember((text) => parseWhole(text, readPath));

export function isPathMistake(parsed: CompiledPath | TextMistake): parsed is TextMistake {
  return "message" in parsed;
}

function readPath(cursor: Cursor): CompiledPath {
  const path = readPathPrefix(cursor);
  cursor.skipBlanks();
  if (!cursor.done) cursor.fail("The path ends before this.");
  return path;
}

/** The path that starts here and goes as far as it can: intrinsic functions hold paths between commas. */
export function readPathPrefix(cursor: Cursor): CompiledPath {
  const start = cursor.at;
  cursor.expect("$", "A path must start with $.");
  const root = cursor.accept("$") ? "context" : "input";
  const variable = root === "input" ? cursor.take(VARIABLE_NAME) : undefined;
  const segments = readSegments(cursor, 0);
  const text = cursor.text.slice(start, cursor.at);
  return compilePath(text, variable === undefined ? root : "variable", variable, segments);
}

function compilePath(
  text: string,
  root: CompiledPath["root"],
  variable: string | undefined,
  segments: readonly Segment[],
): CompiledPath {
  const reference = isPlain(segments);
  const from: (value: JsonValue) => Evaluated = reference
    ? compilePlain(segments)
    : (value) => evaluateSegments(segments, value, value);
  return {
    text,
    root,
    ...(variable === undefined ? {} : { variable }),
    definite: isDefinite(segments),
    reference,
    segments,
    evaluate: compileEvaluate(root, variable, from),
  };
}

function compileEvaluate(
  root: CompiledPath["root"],
  variable: string | undefined,
  from: (value: JsonValue) => Evaluated,
): (scope: PathScope) => Evaluated {
  if (variable !== undefined) {
    return (scope) => {
      const value = scope.variable(variable);
      if (value === undefined) return { failure: "not-found", cause: `The variable $${variable} has no value.` };
      return from(value);
    };
  }
  return root === "context" ? (scope) => from(scope.context) : (scope) => from(scope.input);
}
