/** Values as Java, in which AWS evaluates paths and intrinsic functions, compares and prints them. */
import { isObject, type JsonValue } from "../json.ts";

/** As `Object.toString` prints: `{a=1, b=[x, null]}`, strings bare. States.Format shows it. */
export function javaText(value: JsonValue): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return javaNumber(value);
  if (typeof value !== "object" || value === null) return String(value);
  if (!isObject(value)) return `[${value.map(javaText).join(", ")}]`;
  const fields = Object.entries(value).map(([key, field]) => `${key}=${javaText(field)}`);
  return `{${fields.join(", ")}}`;
}

/** `Double.toString` beyond what an integer holds: `1.0E22`, `1.0E-7`; everything between reads alike in both. */
function javaNumber(value: number): string {
  const text = String(value);
  const exponent = text.indexOf("e");
  if (exponent < 0) return text;
  const digits = text.slice(0, exponent);
  return `${digits.includes(".") ? digits : `${digits}.0`}E${text.slice(exponent + 1).replace("+", "")}`;
}
