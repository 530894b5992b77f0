/**
 * One query language's view of the objects, as plain JSON Schema for ajv: fields of the other language are left out, and
 * where JSONata may stand, a string between `{%` and `%}` is as good as the value. Scopes inside a state (branches, item
 * processors) and states inside a scope are only asked to be objects: each is validated by itself.
 */
import { holdsOf, type ObjectSchema, type QueryLanguage, type Schema } from "./load.ts";

export const JSONATA = "^\\{%[\\s\\S]*%\\}$";

const LANGUAGES: readonly QueryLanguage[] = ["JSONPath", "JSONata"];
const STATE_KINDS = ["task", "pass", "choice", "wait", "succeed", "fail", "parallel", "map"];
/** Validated by themselves, wherever they stand. */
const APART = new Set(["state", "branch", "item-processor"]);

/** Every schema that ajv needs, by `$id`. */
export function variants(objects: ReadonlyMap<string, ObjectSchema>): Map<string, object> {
  const result = new Map<string, object>();
  for (const language of LANGUAGES) {
    for (const object of objects.values()) result.set(idOf(object, language), variant(objects, object, language));
    const oneOf = STATE_KINDS.map((kind) => ({ $ref: idOf(of(objects, kind), language) }));
    const discriminator = { propertyName: "Type" };
    result.set(`/${language}/state`, { type: "object", discriminator, required: ["Type"], oneOf });
  }
  return result;
}

function of(objects: ReadonlyMap<string, ObjectSchema>, kind: string): ObjectSchema {
  const object = objects.get(kind);
  if (object === undefined) throw new Error(`No schema is called ${kind}`);
  return object;
}

/** Objects that look the same in both languages have one validator. */
function idOf(object: ObjectSchema, language: QueryLanguage): string {
  const differs = Object.values(object.properties).some(
    (field) => field.queryLanguage !== undefined || holdsOf(field).includes("jsonata"),
  );
  return differs ? `/${language}/${object.kind}` : `/${object.kind}`;
}

function variant(objects: ReadonlyMap<string, ObjectSchema>, object: ObjectSchema, language: QueryLanguage): object {
  const fields = Object.entries(object.properties).filter(([, field]) => isIn(field, language));
  const names = new Set(fields.map(([name]) => name));
  const conditions: object[] = [];
  if (object.if !== undefined) conditions.push(when(object.if, object.then));
  const distributed = fields.filter(([, field]) => field.distributed).map(([name]) => name);
  if (distributed.length > 0) conditions.push(onlyDistributed(distributed));
  return {
    type: "object",
    properties: Object.fromEntries(fields.map(([name, field]) => [name, plain(objects, field, language)])),
    additionalProperties: false,
    required: [...object.required, ...(object.requiredIn?.[language] ?? [])],
    // Groups keep their place, so that the engine finds the one that a validator names.
    groups: object.groups.map((group) => groupIn(group, names)),
    ...(names.has(object.requiredUnless?.[0]?.field ?? "") ? { requiredUnless: object.requiredUnless } : {}),
    ...(conditions.length > 0 ? { allOf: conditions } : {}),
  };
}

function isIn(field: Schema, language: QueryLanguage): boolean {
  return field.queryLanguage === undefined || field.queryLanguage === language;
}

function groupIn(group: ObjectSchema["groups"][number], names: ReadonlySet<string>): object {
  const fields = group.fields.filter((field) => names.has(field));
  const { min = 0, max = fields.length, unlessFalse = false } = group;
  return { fields, min: fields.length === 0 ? 0 : min, max, unlessFalse };
}

function plain(objects: ReadonlyMap<string, ObjectSchema>, field: Schema, language: QueryLanguage): object {
  const native = nativeOf(objects, field, language);
  return language === "JSONata" && holdsOf(field).includes("jsonata") ? orJsonata(native) : native;
}

function nativeOf(objects: ReadonlyMap<string, ObjectSchema>, field: Schema, language: QueryLanguage): Schema {
  if (field.$ref !== undefined) {
    return APART.has(field.$ref) ? { type: "object" } : { $ref: idOf(of(objects, field.$ref), language) };
  }
  const { type, const: constant, enum: values, minimum, maximum, maxLength, minItems, maxItems, format } = field;
  const checks = { type, minimum, maximum, maxLength, minItems, maxItems, format };
  const result: Schema = Object.fromEntries(Object.entries(checks).filter(([, value]) => value !== undefined));
  if (constant !== undefined) result.const = constant;
  else if (values !== undefined) result.enum = values;
  if (field.items !== undefined) result.items = nativeOf(objects, field.items, language);
  if (field.additionalProperties !== undefined) {
    result.additionalProperties = nativeOf(objects, field.additionalProperties, language);
  }
  return result;
}

function orJsonata(schema: Schema): object {
  if (schema.$ref !== undefined) return { ...when({ type: "string" }, { pattern: JSONATA }), else: schema };
  if (schema.format !== undefined) return { ...schema, format: `${schema.format}-or-jsonata` };
  const types = [schema.type ?? []].flat();
  if (types.length === 0 || types.includes("string")) return schema;
  return { ...schema, type: [...types, "string"], pattern: JSONATA };
}

/** Fields that are refused while the processor runs INLINE; where its Mode can't be known, nothing is. */
function onlyDistributed(fields: readonly string[]): object {
  const mode = { type: "object", properties: { Mode: { const: "INLINE" } } };
  const processor = { type: "object", properties: { ProcessorConfig: mode } };
  const refused = { properties: Object.fromEntries(fields.map((field) => [field, false])) };
  return when({ properties: { ItemProcessor: processor, Iterator: processor } }, refused);
}

function when(condition: object, consequence: object | undefined): object {
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema; nothing awaits it.
  return { if: condition, then: consequence };
}
