/**
 * Pieces of JSONata text, and the one way in which converting to JSONata gives up.
 * https://docs.jsonata.org/
 */
import { isObject, type JsonValue } from "../../json.ts";

/** Thrown where something has no faithful equal in JSONata, and caught where the conversion began. */
export class CannotConvert {
  /** For a person; a sentence without its subject's place: "a wildcard selects any number of values". */
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** A JSONata expression. */
export interface Expression {
  readonly text: string;
  /** An operator or condition at its top: to be put in parentheses before anything is put beside it. */
  readonly loose: boolean;
  /** What it gives, where that is certain; JSONata joins arrays where JSON nests them. */
  readonly kind: "array" | "string" | "integer" | "scalar" | "unknown";
}

export function expression(text: string, kind: Expression["kind"] = "unknown", loose = false): Expression {
  return { text, loose, kind };
}

/** As an operand, a function's subject or the start of a path. */
export function operand({ text, loose }: Expression): string {
  return loose ? `(${text})` : text;
}

/** `{% text %}` */
export function delimited(text: string): string {
  return `{% ${text} %}`;
}

/** Single quotes need no escapes inside of JSON. JSONata has no escape for them. */
export function quoted(text: string): string {
  const json = JSON.stringify(text);
  return text.includes("'") ? json : `'${json.slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** A constant as JSONata writes it. */
export function literal(value: JsonValue): Expression {
  if (Array.isArray(value)) return expression(`[${value.map((item) => literal(item).text).join(", ")}]`, "array");
  if (isObject(value)) {
    const fields = Object.entries(value).map(([key, inner]) => `${quoted(key)}: ${literal(inner).text}`);
    return expression(`{${fields.join(", ")}}`, "scalar");
  }
  if (typeof value === "string") return expression(quoted(value), "string");
  const kind = typeof value === "number" && Number.isInteger(value) ? "integer" : "scalar";
  return expression(JSON.stringify(value), kind, typeof value === "number" && value < 0);
}

const WORD = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const RESERVED = new Set(["and", "or", "in", "true", "false", "null", "function"]);

/** A field's name as a step of a path. */
export function stepName(name: string): string {
  if (WORD.test(name) && !RESERVED.has(name)) return name;
  if (name.includes("`") || name === "")
    throw new CannotConvert(`JSONata cannot name the field ${JSON.stringify(name)}`);
  return `\`${name}\``;
}

/** A name for a function's parameter that none of the texts mentions. */
export function freshName(base: string, ...texts: readonly string[]): string {
  let name = `$${base}`;
  while (texts.some((text) => text.includes(name))) name += "_";
  return name;
}

/** An item of an array constructor, which would take apart a value that is an array. */
export function arrayItem(item: Expression): string {
  if (item.kind === "array") return `[${item.text}]`;
  if (item.kind !== "unknown") return item.text;
  return `($type(${item.text}) = 'array' ? [[${item.text}]] : ${item.text})`;
}
