/**
 * Which records of a source a mapping hands on: those that one of its patterns matches.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { compilePattern } from "../../patterns/compile.ts";
import { matchesPattern } from "../../patterns/match.ts";

/** Whether a record, as the function would get it, is handed on. */
export type Filters = (record: JsonObject) => boolean;

/** Undefined where there are none: everything is handed on. */
export function filtersOf(criteria: JsonValue | undefined): Filters | undefined {
  const list = isObject(criteria) && Array.isArray(criteria.Filters) ? criteria.Filters : [];
  const patterns = list.filter(isObject).map(({ Pattern: pattern = "{}" }) => compilePattern(pattern, "esm"));
  if (patterns.length === 0) return undefined;
  return (record) => patterns.some((pattern) => matchesPattern(pattern, record));
}
