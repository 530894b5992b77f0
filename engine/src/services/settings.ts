/** Reads values of properties. Templates write numbers as numbers, or as text. */
import type { JsonValue } from "../json.ts";

export function numberOf(value: JsonValue | undefined, otherwise: number): number {
  const number = Number(value);
  return value === undefined || value === null || Number.isNaN(number) ? otherwise : number;
}
