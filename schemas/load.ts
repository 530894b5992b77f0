/**
 * Reads the schema files of a language of AWS (folders below `schemas/`) and puts the fields that several objects share
 * where they are included. What the keywords mean is in README.md.
 */
import { readdirSync, readFileSync } from "node:fs";

export type QueryLanguage = "JSONPath" | "JSONata";

/** A JSON Schema with the keywords of this project. */
export interface Schema {
  $ref?: string;
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  format?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  required?: string[];
  default?: unknown;
  if?: object;
  then?: object;
  $defs?: Record<string, Schema>;
  include?: string[];
  groups?: Group[];
  requiredIn?: Partial<Record<QueryLanguage, string[]>>;
  requiredUnless?: { field: string; unless: string[] }[];
  enumDescriptions?: string[];
  link?: string;
  since?: string;
  queryLanguage?: QueryLanguage;
  holds?: string | string[];
  snippet?: string;
  distributed?: boolean;
  operand?: string;
  test?: boolean;
  dialects?: string[];
  example?: string[];
  /** One object may stand where a list of them may. */
  oneOrMore?: boolean;
  /** Of an object whose keys are the user's: what they name. */
  keys?: string;
  /** A field that says something only beside one of these. */
  with?: string[];
  /** Of an object: it may have other fields. */
  open?: boolean;
}

/** Fields of which at least `min` and at most `max` stand together. */
export interface Group {
  fields: string[];
  min?: number;
  max?: number;
  /** `false` counts as absent. */
  unlessFalse?: boolean;
  /** What a message calls the whole group. */
  name?: string;
}

/** An object schema in full, with what it includes. */
export interface ObjectSchema extends Schema {
  kind: string;
  title: string;
  description: string;
  link: string;
  properties: Record<string, Schema>;
  required: string[];
  groups: Group[];
}

/** Schema files that only lend fields. */
const LENDING = ["common", "comparison"];

/** The objects of several folders by their kinds, which differ everywhere. */
export function loadObjects(folders: readonly URL[]): Map<string, ObjectSchema> {
  return new Map(folders.flatMap((folder) => [...loadFolder(folder)]));
}

function loadFolder(folder: URL): Map<string, ObjectSchema> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".schema.json"));
  const read = (kind: string): Schema => JSON.parse(readFileSync(new URL(`${kind}.schema.json`, folder), "utf8"));
  const all = files.map((file) => file.slice(0, -".schema.json".length));
  const lending = all.filter((kind) => LENDING.includes(kind)).map((kind) => read(kind).$defs);
  const shared = Object.assign({}, ...lending) as Record<string, Schema>;
  const kinds = all.filter((kind) => !LENDING.includes(kind));
  return new Map(kinds.sort().map((kind) => [kind, complete(kind, read(kind), shared)]));
}

function complete(kind: string, own: Schema, shared: Readonly<Record<string, Schema>>): ObjectSchema {
  const { title, description, link } = own;
  if (!title || !description || !link) throw new Error(`${kind}: title, description and link are needed`);
  const included = (own.include ?? []).map((name) => {
    const part = shared[name];
    if (part === undefined) throw new Error(`${kind}: nothing is called ${name}`);
    return part;
  });
  const parts = [...included, own];
  const properties = mergedProperties(included, own);
  for (const [name, field] of Object.entries(properties)) {
    if (!field.description || !field.link) throw new Error(`${kind}.${name}: description and link are needed`);
  }
  return {
    ...own,
    kind,
    title,
    description,
    link,
    properties,
    required: parts.flatMap((part) => part.required ?? []),
    groups: parts.flatMap((part) => part.groups ?? []),
    requiredUnless: parts.flatMap((part) => part.requiredUnless ?? []),
  };
}

/** What every state has stands first, then what makes the object what it is, then what it shares with some others. */
function mergedProperties([first, ...others]: readonly Schema[], own: Schema): Record<string, Schema> {
  const properties: Record<string, Schema> = { ...first?.properties };
  for (const [name, field] of Object.entries(own.properties ?? {})) {
    // A state names its Type by `const`; the documentation of Type is shared.
    properties[name] = "const" in field ? { ...properties[name], ...field } : field;
  }
  return others.reduce((all, part) => withMissing(all, part.properties ?? {}), properties);
}

function withMissing(
  properties: Record<string, Schema>,
  more: Readonly<Record<string, Schema>>,
): Record<string, Schema> {
  const missing = Object.entries(more).filter(([name]) => !Object.hasOwn(properties, name));
  return { ...properties, ...Object.fromEntries(missing) };
}

export function holdsOf(field: Schema): string[] {
  return typeof field.holds === "string" ? [field.holds] : (field.holds ?? []);
}

const BASES: Readonly<Record<string, string>> = {
  "dg/": "https://docs.aws.amazon.com/step-functions/latest/dg/",
  "api/": "https://docs.aws.amazon.com/step-functions/latest/apireference/",
  "spec#": "https://states-language.net/spec.html#",
  "jsonata/": "https://docs.jsonata.org/",
  "sns/": "https://docs.aws.amazon.com/sns/latest/dg/",
  "sns-api/": "https://docs.aws.amazon.com/sns/latest/api/",
  "sqs/": "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/",
  "events/": "https://docs.aws.amazon.com/eventbridge/latest/userguide/",
  "lambda/": "https://docs.aws.amazon.com/lambda/latest/dg/",
  "sqs-api/": "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/",
  "kinesisvideo/": "https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/",
  "kinesis/": "https://docs.aws.amazon.com/streams/latest/dev/",
  "asg/": "https://docs.aws.amazon.com/autoscaling/ec2/userguide/",
  "ecs/": "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/",
  "cloudformation/": "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/",
  "sluice/": "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#",
};

/** `dg/state-task.html` to its address. */
export function address(link: string): string {
  for (const [prefix, base] of Object.entries(BASES)) {
    if (link.startsWith(prefix)) return base + link.slice(prefix.length);
  }
  throw new Error(`A link starts with one of ${Object.keys(BASES).join(", ")}: ${link}`);
}
