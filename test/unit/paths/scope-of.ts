/** What a path can see, from plain data. */
import type { JsonObject, JsonValue } from "../../../engine/src/json.ts";
import type { PathScope } from "../../../engine/src/paths/types.ts";

export function scopeOf(input: JsonValue, context: JsonObject = {}, variables: JsonObject = {}): PathScope {
  return { input, context, variable: (name) => (Object.hasOwn(variables, name) ? variables[name] : undefined) };
}
