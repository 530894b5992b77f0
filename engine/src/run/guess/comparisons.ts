/** Values that make a comparison true or false. */
import type { JsonValue } from "../../json.ts";

/** A value to be; with `not`: any value but that one will do as well. */
export interface Wanted {
  readonly value: JsonValue;
  readonly not?: JsonValue;
}

/** A value for which `value operator literal` holds, or does not. */
export function compared(operator: string, literal: JsonValue, holds: boolean): Wanted {
  if (operator === "=" || operator === "!=") {
    return (operator === "=") === holds ? { value: literal } : { value: other(literal), not: literal };
  }
  const shift = operator.startsWith("<") ? -1 : 1;
  const strict = operator.length === 1;
  if (typeof literal !== "number") return { value: strict === holds ? other(literal) : literal };
  if (holds) return { value: strict ? literal + shift : literal };
  return { value: strict ? literal : literal - shift };
}

/** Another value of the same type. */
export function other(value: JsonValue): JsonValue {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return value === null ? "value" : value === "OTHER" ? "ANOTHER" : "OTHER";
}
