/** Makes the table of resource types from `schemas/resources/`, as `engine/src/schema/resource-types.ts` describes it. */
import { readdirSync, readFileSync } from "node:fs";

/** One file: a resource type, or below `$defs` a property type. */
export interface ResourceSchema {
  title: string;
  description: string;
  link: string;
  type?: string | string[];
  properties?: Record<string, ResourceSchema>;
  required?: string[];
  additionalProperties?: boolean | ResourceSchema;
  items?: ResourceSchema;
  enum?: string[];
  enumDescriptions?: string[];
  $ref?: string;
  $defs?: Record<string, ResourceSchema>;
  identity?: object;
  attributes?: Record<string, { description: string; value?: string }>;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  unit?: string;
  default?: unknown;
  holds?: string;
  variants?: object;
}

const BASES: Readonly<Record<string, string>> = {
  "cfn/": "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/",
  "sam/": "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/",
};

/** By type. */
export function readResources(folder: URL): ReadonlyMap<string, ResourceSchema> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".schema.json"));
  return new Map(
    files.sort().map((file) => {
      const schema = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as ResourceSchema;
      return [schema.title, schema];
    }),
  );
}

/** `simulation`: what of each type is simulated, by type. */
export function resourcesCode(folder: URL, simulation: ReadonlyMap<string, string>): string {
  const entries = [...readResources(folder)].map(([type, schema]) => {
    return `  ${JSON.stringify(type)}: ${JSON.stringify({ ...resourceType(schema), simulation: simulation.get(type) })},\n`;
  });
  return [
    'import type { ResourceType } from "../resource-types.ts";\n',
    `export const RESOURCES: Readonly<Record<string, ResourceType>> = {\n${entries.join("")}};\n`,
  ].join("\n");
}

function resourceType(schema: ResourceSchema): object {
  const { title, identity = {}, attributes = {}, $defs = {} } = schema;
  const kinds = Object.entries($defs).map(([name, kind]) => [
    name,
    resourceKind(`${title} ${name}`, kind, schema.link),
  ]);
  return {
    ...resourceKind(title, schema, schema.link),
    identity,
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, { description, value }]) => [name, { text: description, value }]),
    ),
    kinds: Object.fromEntries(kinds),
  };
}

function resourceKind(where: string, schema: ResourceSchema, link: string): object {
  const { description, properties = {}, required = [], additionalProperties } = schema;
  if (!description) throw new Error(`${where}: a description is needed`);
  const fields = Object.entries(properties).map(([name, field]) => [name, resourceField(`${where}.${name}`, field)]);
  return {
    text: description,
    link: resourceAddress(schema.link ?? link),
    fields: Object.fromEntries(fields),
    required,
    open: additionalProperties === false ? undefined : true,
  };
}

function resourceField(where: string, field: ResourceSchema): object {
  const { description, link, type, minimum, maximum, maxLength, unit, holds, variants, items, $ref } = field;
  if (!description) throw new Error(`${where}: a description is needed`);
  const members = typeof field.additionalProperties === "object" ? kindOf(field.additionalProperties) : undefined;
  return {
    text: description,
    link: link && resourceAddress(link),
    types: type === undefined ? undefined : [type].flat(),
    minimum,
    maximum,
    maxLength,
    unit,
    default: field.default === undefined ? undefined : String(field.default),
    enum: field.enum?.map((value, index) => ({ value, text: field.enumDescriptions?.[index] ?? "" })),
    holds,
    object: $ref && kindOf(field),
    items: items && kindOf(items),
    members,
    itemEnum: items?.enum,
    variants,
  };
}

function kindOf({ $ref }: ResourceSchema): string | undefined {
  return $ref?.slice("#/$defs/".length);
}

export function resourceAddress(link: string): string {
  for (const [prefix, base] of Object.entries(BASES))
    if (link.startsWith(prefix)) return base + link.slice(prefix.length);
  throw new Error(`A link starts with one of ${Object.keys(BASES).join(", ")}: ${link}`);
}
