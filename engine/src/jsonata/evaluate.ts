/**
 * Evaluates one compiled JSONata expression as Step Functions does: no root document, variables and `$states` bound,
 * time and chance from the execution.
 */
import type { JsonValue } from "../json.ts";
import { FUNCTIONS, type JsonataWorld } from "./functions.ts";
import type { CompiledJsonata } from "./parse.ts";

/** What an expression may name. */
export interface JsonataScope extends JsonataWorld {
  /** `$states`; the context object is left out of it where nobody reads it. */
  states(withContext: boolean): object;
  variable(name: string): JsonValue | undefined;
}

/** Nothing came back, or it threw; `reason` reads as AWS writes it behind the expression. */
export interface JsonataFailure {
  readonly reason: string;
}

export type JsonataResult = { readonly value: JsonValue } | JsonataFailure;

/** Never rejects. A hanging regular expression can only be ended from outside: run user text in a worker. */
export async function evaluateJsonata(compiled: CompiledJsonata, scope: JsonataScope): Promise<JsonataResult> {
  const bindings: Record<string, unknown> = {};
  for (const name of compiled.bindings) {
    if (name === "states") bindings.states = scope.states(compiled.readsContext);
    else {
      const value = scope.variable(name);
      if (value !== undefined) bindings[name] = value;
      else if (FUNCTIONS.has(name)) bindings[name] = FUNCTIONS.get(name)?.(scope);
    }
  }
  try {
    const value: unknown = await compiled.expression.evaluate(undefined, bindings);
    if (value === undefined) return { reason: "returned nothing (undefined)." };
    if (typeof value === "function" || isJsonataFunction(value)) {
      return { reason: "returned an unexpected result type. Expected a JSON value, but was 'function'." };
    }
    return { value: plain(value) };
  } catch (thrown) {
    const error = thrown as { code?: string; message?: string };
    const text = [error.code, error.message].filter((part) => part !== undefined).join(": ");
    return { reason: `threw an error during evaluation. ${text === "" ? String(thrown) : text}` };
  }
}

function isJsonataFunction(value: unknown): boolean {
  return typeof value === "object" && value !== null && ("_jsonata_function" in value || "_jsonata_lambda" in value);
}

/** JSON has no such number. The package itself says so only where one is calculated with. */
function outOfRange(value: number): object {
  return { code: "D1001", message: `Number out of range: ${value}` };
}

/** Arrays that the package marked as sequences would unwrap themselves when read again: give plain ones. Copies only where marked. */
function plain(value: unknown): JsonValue {
  if (Array.isArray(value)) {
    const items = value.map(plain);
    const same = !("sequence" in value) && items.every((item, index) => item === value[index]);
    return same ? (value as JsonValue) : items;
  }
  if (typeof value === "function" || value === undefined) return null;
  if (typeof value === "number" && !Number.isFinite(value)) throw outOfRange(value);
  if (typeof value !== "object" || value === null) return value as JsonValue;
  if (isJsonataFunction(value)) return null;
  let copy: Record<string, JsonValue> | undefined;
  for (const [key, field] of Object.entries(value)) {
    const clean = plain(field);
    if (clean !== field) {
      copy ??= { ...(value as Record<string, JsonValue>) };
      copy[key] = clean;
    }
  }
  return copy ?? (value as JsonValue);
}
