/** Makes the documentation tables of the engine: what `engine/src/schema/types.ts` describes, as one module of data. */
import { readFileSync } from "node:fs";
import { address, holdsOf, type ObjectSchema, type Schema } from "./load.ts";

/** Tables that are written down as they are used; name of the file, of the constant and of its type. */
const PLAIN_TABLES = [
  ["errors", "ERRORS", "ErrorEntry"],
  ["intrinsics", "INTRINSICS", "FunctionEntry"],
  ["jsonata-functions", "JSONATA_FUNCTIONS", "FunctionEntry"],
  ["context", "CONTEXT_FIELDS", "ContextEntry"],
  ["integrations", "SERVICE_INTEGRATIONS", "ServiceIntegration"],
  ["states-variable", "STATES_MEMBERS", "StatesMember"],
] as const;

export type Row = Record<string, unknown> & { link: string };

export function readTable(folder: URL, name: string): Row[] {
  const rows: Row[] = JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));
  return rows.map((row) => ({ ...row, link: address(row.link) }));
}

/** `folder` has the plain tables. Of objects without a validator the tables say what one would. */
export function tablesCode(
  objects: ReadonlyMap<string, ObjectSchema>,
  folder: URL,
  hasValidator: (kind: string) => boolean,
): string {
  const types = ["FieldEntry", "ObjectEntry", ...PLAIN_TABLES.map(([, , type]) => type)];
  const imports = [...new Set(types)].sort();
  const fields = new FieldPool();
  const entries = [...objects.values()].map(
    (object) => `  "${object.kind}": ${objectCode(objects, object, fields, hasValidator(object.kind))},\n`,
  );
  return [
    `import type { ${imports.join(", ")} } from "../types.ts";\n`,
    fields.code(),
    `export const OBJECTS: Readonly<Record<string, ObjectEntry>> = {\n${entries.join("")}};\n`,
    ...PLAIN_TABLES.map(([file, name, type]) => rowsCode(name, type, readTable(folder, file))),
  ].join("\n");
}

/** A field that several objects have is written once. */
class FieldPool {
  readonly #names = new Map<string, string>();

  nameOf(field: object): string {
    const json = JSON.stringify(field);
    const name = this.#names.get(json) ?? `field${this.#names.size}`;
    this.#names.set(json, name);
    return name;
  }

  code(): string {
    return [...this.#names].map(([json, name]) => `const ${name}: FieldEntry = ${json};\n`).join("");
  }
}

function rowsCode(name: string, type: string, rows: readonly Row[]): string {
  const lines = rows.map(
    (row) => `  ${JSON.stringify(row).replace('"maxArguments":null', '"maxArguments":Infinity')},\n`,
  );
  return `export const ${name}: readonly ${type}[] = [\n${lines.join("")}];\n`;
}

function objectCode(
  objects: ReadonlyMap<string, ObjectSchema>,
  object: ObjectSchema,
  pool: FieldPool,
  hasValidator: boolean,
): string {
  const fields = Object.entries(object.properties).map(([name, field]) => {
    return `      ${JSON.stringify(name)}: ${pool.nameOf(fieldEntry(objects, object, name, field, hasValidator))},\n`;
  });
  const groups = object.groups.map(({ fields, min = 0, max = fields.length, name }) => ({ fields, min, max, name }));
  const lines = [
    `"title": ${JSON.stringify(object.title)}`,
    `"text": ${JSON.stringify(object.description)}`,
    `"link": ${JSON.stringify(address(object.link))}`,
    `"groups": ${JSON.stringify(groups)}`,
    ...(object.open ? [`"open": true`] : []),
    `"fields": {\n${fields.join("")}    }`,
  ];
  return `{\n${lines.map((line) => `    ${line},\n`).join("")}  }`;
}

function fieldEntry(
  objects: ReadonlyMap<string, ObjectSchema>,
  object: ObjectSchema,
  name: string,
  field: Schema,
  hasValidator: boolean,
): object {
  const holds = holdsOf(field);
  const required =
    object.required.includes(name) ||
    Object.values(object.requiredIn ?? {})
      .flat()
      .includes(name);
  return {
    text: field.description,
    link: address(field.link ?? ""),
    type: typeSummary(objects, field),
    since: field.since,
    queryLanguage: field.queryLanguage,
    holds: holds.length > 0 ? holds : undefined,
    default: field.default === undefined ? undefined : String(field.default),
    required: required || undefined,
    enum: field.enum?.map((value, index) => ({ value, text: field.enumDescriptions?.[index] ?? "" })),
    object: field.$ref ?? (field.oneOrMore ? field.items?.$ref : undefined),
    items: field.items?.$ref,
    members: field.additionalProperties?.$ref,
    keys: field.keys,
    with: field.with,
    snippet: field.snippet ?? defaultSnippet(field),
    distributed: field.distributed,
    operand: field.operand,
    test: field.test,
    dialects: field.dialects,
    example: field.example,
    ...(hasValidator ? {} : { json: jsonTypes(field), least: field.minimum, most: field.maximum }),
  };
}

/** The JSON types that a field takes; undefined where it takes any. */
function jsonTypes(field: Schema): string[] | undefined {
  if (field.oneOrMore) return ["array", "object"];
  if (field.type !== undefined) return [field.type].flat();
  return field.$ref === undefined ? undefined : ["object"];
}

/** How people write amounts in a scenario, by what a field holds. */
const FORMS: Readonly<Record<string, string>> = {
  time: "time, as 30s",
  rate: "rate, as 20/s",
  share: "share, as 2%",
  bound: "number or comparison, as < 60s",
};

/** "integer of 1 to 99999999", "array of retriers". */
export function typeSummary(objects: ReadonlyMap<string, ObjectSchema>, field: Schema): string {
  const title = (kind: string): string => objects.get(kind)?.title ?? kind;
  const form = FORMS[holdsOf(field)[0] ?? ""];
  if (form !== undefined) return field.$ref === undefined ? form : `${form}, or object`;
  if (field.$ref !== undefined) return [field.type ?? "object"].flat().join(" or ");
  if (field.enum !== undefined) return `one of ${field.enum.join(", ")}`;
  if (Array.isArray(field.type) && field.items !== undefined) {
    const others = field.type.filter((type) => type !== "array");
    return `${others.join(" or ")} or array of ${typeSummary(objects, field.items)}s`;
  }
  if (field.items?.$ref !== undefined) return `array of ${title(field.items.$ref)} objects`;
  if (field.items !== undefined) return `array of ${typeSummary(objects, field.items)}s`;
  if (field.additionalProperties?.$ref !== undefined)
    return `object of ${title(field.additionalProperties.$ref)} objects`;
  if (field.type === undefined) return "any JSON value";
  if (field.format !== undefined) return "RFC 3339 timestamp";
  const types = [field.type].flat();
  // A number that may also stand in quotes.
  if (types.join() === "integer,string") return `integer${bounds(field)}`;
  return types.join(" or ") + bounds(field);
}

function bounds({ minimum, maximum, maxLength }: Schema): string {
  if (maxLength !== undefined) return ` of at most ${maxLength} characters`;
  if (minimum !== undefined && maximum !== undefined) return ` of ${minimum} to ${maximum}`;
  return minimum !== undefined ? `, ${minimum} or more` : "";
}

function defaultSnippet(field: Schema): string {
  if (field.const !== undefined) return JSON.stringify(field.const);
  if (field.enum !== undefined) return `"${choice(field.enum.join(","))}"`;
  const [type] = [field.type].flat();
  if (type === "string") return '"$1"';
  if (type === "boolean") return choice("true,false");
  if (type === "object") return "{ $1 }";
  if (type === "array") return "[$1]";
  return type === undefined ? "$1" : `\${1:${field.minimum ?? 0}}`;
}

/** A snippet's list to choose from. */
function choice(values: string): string {
  return `\${1|${values}|}`;
}
