/**
 * The notation of the response table, one line a shape, so that the table stays small and can be read and mended:
 *
 *   structure  `Name:type Other!:type`   fields; `!` where AWS requires the field
 *   enum       `=A|B|C`
 *   type       `s` string (also timestamps and blobs), `b` boolean, `n` number, `n1..5` number in a range, `*` anything,
 *              `[type]` list, `{type}` map of, `Shape` a shape by its name
 */
export type Shape =
  | { readonly kind: "any" | "string" | "boolean" }
  | NumberShape
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "list" | "map"; readonly of: Shape }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "structure"; readonly fields: readonly FieldShape[] };

export interface NumberShape {
  readonly kind: "number";
  readonly least: number;
  readonly most: number;
}

export interface FieldShape {
  readonly name: string;
  readonly required: boolean;
  readonly shape: Shape;
}

/** One entry of the table: a structure or an enum. */
export function parseShape(text: string): Shape {
  if (text.startsWith("=")) return { kind: "enum", values: text.slice(1).split("|") };
  return { kind: "structure", fields: text === "" ? [] : text.split(" ").map(parseField) };
}

function parseField(text: string): FieldShape {
  const colon = text.indexOf(":");
  const required = text[colon - 1] === "!";
  return { name: text.slice(0, required ? colon - 1 : colon), required, shape: parseType(text.slice(colon + 1)) };
}

const RANGE = /^n(-?[\d.]*?)\.\.(-?[\d.]*)$/;

function parseType(text: string): Shape {
  if (text === "*") return { kind: "any" };
  if (text === "s") return { kind: "string" };
  if (text === "b") return { kind: "boolean" };
  if (text === "n") return { kind: "number", least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY };
  if (text.startsWith("[")) return { kind: "list", of: parseType(text.slice(1, -1)) };
  if (text.startsWith("{")) return { kind: "map", of: parseType(text.slice(1, -1)) };
  const range = RANGE.exec(text);
  if (range === null) return { kind: "named", name: text };
  const [, least, most] = range;
  return {
    kind: "number",
    least: least === "" ? Number.NEGATIVE_INFINITY : Number(least),
    most: most === "" ? Number.POSITIVE_INFINITY : Number(most),
  };
}
