/** What the tables of responses share. */
import type { JsonObject, JsonValue } from "../../json.ts";

/** What a service answers to a call with these parameters. */
export type Response = (given: JsonObject) => JsonObject;

/** A parameter that is text, as the answer repeats it. */
export function text(value: JsonValue | undefined, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}
