/**
 * JSONata text to a compiled expression, once per distinct text.
 * https://docs.jsonata.org/ and https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
import jsonata from "jsonata";
import { JSONATA_MAX_SEQUENCE, JSONATA_MAX_STACK, JSONATA_TIMEOUT_MS } from "../limits.ts";
import type { TextMistake } from "../paths/types.ts";
import { remember } from "../text/remember.ts";
import { type AstNode, type References, references } from "./ast.ts";
import { compileDirect, type DirectExpression } from "./direct.ts";

export interface CompiledJsonata {
  /** Without `{% %}`, trimmed. */
  readonly text: string;
  readonly references: References;
  /** Names of the variables and functions that must be bound when it is evaluated. */
  readonly bindings: readonly string[];
  /** Whether it may read `$states.context`, which takes a while to make. */
  readonly readsContext: boolean;
  readonly expression: jsonata.Expression;
  /** The same without the package, where it is plain enough. */
  readonly direct: DirectExpression | undefined;
}

/** What stands between `{%` and `%}`, or undefined where the string is no JSONata expression. `index` is where it starts. */
export function jsonataText(value: string): { readonly text: string; readonly index: number } | undefined {
  if (!value.startsWith("{%") || !value.endsWith("%}") || value.length < 4) return undefined;
  const inner = value.slice(2, -2);
  const text = inner.trim();
  return { text, index: 2 + (text === "" ? 0 : inner.indexOf(text)) };
}

/** Parses an expression without its delimiters. A mistake's index counts in `text`; its message is jsonata's, without the code. */
export const parseJsonata: (text: string) => CompiledJsonata | TextMistake = remember(parse);

export function isJsonataMistake(parsed: CompiledJsonata | TextMistake): parsed is TextMistake {
  return "message" in parsed;
}

function parse(text: string): CompiledJsonata | TextMistake {
  try {
    const expression = jsonata(text, {
      timeout: JSONATA_TIMEOUT_MS,
      stack: JSONATA_MAX_STACK,
      sequence: JSONATA_MAX_SEQUENCE,
    });
    const ast = expression.ast() as unknown as AstNode;
    const mentioned = references(ast);
    const bindings = [...new Set(mentioned.variables.map((variable) => variable.name))];
    const withContext = readsContext(mentioned);
    const direct = compileDirect(ast, withContext);
    return { text, references: mentioned, bindings, readsContext: withContext, expression, direct };
  } catch (thrown) {
    return mistake(thrown, text);
  }
}

/** Certainly not where each `$states` is followed by the name of another of its fields. */
function readsContext({ variables, statesPaths }: References): boolean {
  const mentions = variables.filter(({ name }) => name === "states").length;
  const others = statesPaths.filter(({ path }) => path.length > 0 && path[0] !== "context").length;
  return others < mentions;
}

/** The package throws plain objects with a position behind the offending token. */
function mistake(thrown: unknown, text: string): TextMistake {
  const error = thrown as { message?: string; position?: number; token?: unknown };
  const end = Math.min(Math.max(error.position ?? text.length, 0), text.length);
  const token = typeof error.token === "string" ? error.token : "";
  const index = token !== "" && text.slice(0, end).endsWith(token) ? end - token.length : Math.max(end - 1, 0);
  return { message: error.message ?? String(thrown), index, length: Math.max(end - index, 1) };
}
