/** Where a state leads when it succeeds: the name in `Next`, or undefined where the scope ends. */
import type { JsonObject } from "../../json.ts";

export function transition(definition: JsonObject): string | undefined {
  return typeof definition.Next === "string" ? definition.Next : undefined;
}
