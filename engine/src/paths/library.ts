/**
 * The one place that calls jsonpath-plus. It lists what `*` and `..` reach, in Jayway's order (an object before what is
 * inside it). Only these two are asked of it, and always as the same two constant paths, because elsewhere it is not
 * Jayway:
 *
 * - `$.a[-1]` and `$.a[1:-1]` count otherwise; `[?()]` looks at an object's fields where Jayway tests the object;
 * - `=~`, `in`, `nin`, `size`, `empty`, `.length()` and the other functions are unknown to it, or are JavaScript;
 * - names are taken apart (`a,b`, `^`, `~`, `@string()`, `length` of an array) and missing values are no errors;
 * - malformed paths give data.
 *
 * `eval: false`: nothing that a user writes is ever evaluated as code.
 */
import { JSONPath } from "jsonpath-plus";
import type { JsonObject, JsonValue } from "../json.ts";

type Container = JsonObject | readonly JsonValue[];

/** Elements of an array, values of an object. */
export function childrenOf(container: Container): readonly JsonValue[] {
  return matches("$.*", container);
}

/** The container itself and every object and array below it. */
export function containersBelow(container: Container): readonly Container[] {
  return matches("$..", container).filter(isContainer);
}

export function isContainer(value: JsonValue): value is Container {
  return typeof value === "object" && value !== null;
}

function matches(path: string, json: Container): readonly JsonValue[] {
  // It only reads: the cast takes nothing but `readonly` away.
  return JSONPath({ path, json: json as object, eval: false, resultType: "value", wrap: true }) as JsonValue[];
}
