/**
 * Makes the validators: ajv's standalone code, with what it needs of ajv put in by esbuild, so that the engine compiles
 * and evaluates nothing at run time. https://ajv.js.org/standalone.html
 */
import { _, Ajv, type CodeKeywordDefinition, type KeywordCxt } from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "esbuild";
import { JSONATA } from "./variant.ts";

const RFC3339 =
  "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:([0-5]\\d|60)(\\.\\d+)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)";

/** Names of the exported functions, and the schema each one validates. */
const EXPORTS = {
  validateMachine: "/machine",
  validateBranch: "/branch",
  validateItemProcessor: "/item-processor",
  validateStateJSONPath: "/JSONPath/state",
  validateStateJSONata: "/JSONata/state",
  validateSampleFile: "/sample-file",
  validateSample: "/sample",
};

export async function validatorsCode(schemas: ReadonlyMap<string, object>): Promise<string> {
  const ajv = new Ajv({
    allErrors: true,
    discriminator: true,
    messages: false,
    inlineRefs: false,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addFormat("rfc3339", new RegExp(`^${RFC3339}$`));
  ajv.addFormat("rfc3339-or-jsonata", new RegExp(`^${RFC3339}$|${JSONATA}`));
  ajv.addKeyword(groups);
  ajv.addKeyword(requiredUnless);
  for (const [$id, schema] of schemas) ajv.addSchema({ ...schema, $id });
  return bundle(standalone.default(ajv, EXPORTS));
}

export function validatorsTypes(): string {
  const functions = Object.keys(EXPORTS).map((name) => `export declare const ${name}: Validate;`);
  return [
    "export interface ValidationError {",
    "  instancePath: string;",
    "  keyword: string;",
    "  params: Record<string, unknown>;",
    "}",
    "interface Validate {",
    "  (data: unknown): boolean;",
    "  errors: ValidationError[] | null;",
    "}",
    ...functions,
    "",
  ].join("\n");
}

async function bundle(contents: string): Promise<string> {
  const result = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: "js" },
    bundle: true,
    format: "esm",
    target: "es2023",
    platform: "neutral",
    mainFields: ["main"],
    legalComments: "none",
    minifySyntax: true,
    write: false,
  });
  const text = result.outputFiles[0]?.text ?? "";
  // Nothing reads the schema's own paths; and where a file lay on this machine is not to be committed.
  return text.replaceAll(/schemaPath: "[^"]*", /g, "").replaceAll(/^\s*\/\/ .*\n/gm, "");
}

type Groups = { fields: string[]; min: number; max: number; unlessFalse: boolean }[];

/** `groups`: counts the fields of each group that stand in the object. Its error names the group's index. */
const groups: CodeKeywordDefinition = {
  keyword: "groups",
  type: "object",
  schemaType: "array",
  error: { message: "", params: ({ params }) => _`{group: ${params.group}, count: ${params.count}}` },
  code(cxt: KeywordCxt) {
    const { gen, data } = cxt;
    for (const [group, { fields, min, max, unlessFalse }] of (cxt.schema as Groups).entries()) {
      if (min === 0 && max >= fields.length) continue;
      const count = gen.let("count", 0);
      for (const field of fields) {
        const value = _`${data}[${field}]`;
        const stands = unlessFalse ? _`${value} !== undefined && ${value} !== false` : _`${value} !== undefined`;
        gen.if(stands, () => gen.code(_`${count}++`));
      }
      cxt.setParams({ group, count });
      gen.if(_`${count} < ${min} || ${count} > ${max}`, () => cxt.error());
    }
  },
};

type Unless = { field: string; unless: string[] }[];

/** `requiredUnless`: a field that must stand where none of some others does. Its error looks like that of `required`. */
const requiredUnless: CodeKeywordDefinition = {
  keyword: "requiredUnless",
  type: "object",
  schemaType: "array",
  error: { message: "", params: ({ params }) => _`{missingProperty: ${params.field}}` },
  code(cxt: KeywordCxt) {
    const { gen, data } = cxt;
    for (const { field, unless } of cxt.schema as Unless) {
      cxt.setParams({ field });
      const absent = [field, ...unless].map((name) => _`${data}[${name}] === undefined`);
      gen.if(
        absent.reduce((all, one) => _`${all} && ${one}`),
        () => cxt.error(),
      );
    }
  },
};
