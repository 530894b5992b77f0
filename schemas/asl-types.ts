/** Makes TypeScript types of the Amazon States Language: one interface for each kind of object, both query languages. */
import { holdsOf, type ObjectSchema, type Schema } from "./load.ts";

export function typesCode(objects: ReadonlyMap<string, ObjectSchema>): string {
  const states = [...objects.values()].filter((object) => "Type" in object.properties && object.kind !== "state");
  return [
    'import type { JsonObject, JsonValue } from "../../json.ts";',
    ...[...objects.values()].filter((object) => object.kind !== "state").map(interfaceCode),
    `/** Any state. */\nexport type StateDefinition =\n${states.map((s) => `  | ${nameOf(s.kind)}`).join("\n")};\n`,
  ].join("\n\n");
}

/** `item-reader` to `ItemReaderDefinition`. */
function nameOf(kind: string): string {
  const words = kind.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1));
  return `${words.join("")}Definition`;
}

function interfaceCode(object: ObjectSchema): string {
  const fields = Object.entries(object.properties).map(([name, field]) => {
    const key = /^\w+$/.test(name) ? name : JSON.stringify(name);
    const optional = object.required.includes(name) ? "" : "?";
    return `  /** ${field.description} */\n  readonly ${key}${optional}: ${typeOf(field)};`;
  });
  return `/** ${object.description} */\nexport interface ${nameOf(object.kind)} {\n${fields.join("\n")}\n}`;
}

function typeOf(field: Schema): string {
  const native = nativeType(field);
  const orExpression = holdsOf(field).includes("jsonata") && !/\bstring\b|JsonValue/.test(native);
  return orExpression ? `${native} | string` : native;
}

function nativeType(field: Schema): string {
  if (field.$ref !== undefined) return field.$ref === "state" ? "StateDefinition" : nameOf(field.$ref);
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum !== undefined) return field.enum.map((value) => JSON.stringify(value)).join(" | ");
  if (field.items !== undefined) return `readonly ${nativeType(field.items)}[]`;
  if (field.additionalProperties !== undefined) {
    return `{ readonly [name: string]: ${nativeType(field.additionalProperties)} }`;
  }
  const names: Readonly<Record<string, string>> = {
    integer: "number",
    array: "readonly JsonValue[]",
    object: "JsonObject",
  };
  const types = [field.type ?? []].flat().map((type) => names[type] ?? type);
  return types.length === 0 ? "JsonValue" : types.join(" | ");
}
