/** Makes the reference pages: every field, error and function that the schemas write down, on one page a language. */
import { address, type ObjectSchema, type Schema } from "./load.ts";
import { code, page, table } from "./markdown.ts";
import { type Row, readTable, typeSummary } from "./tables.ts";

interface Parameter {
  name: string;
  type: string;
  optional?: boolean;
  variadic?: boolean;
}

/** generated/reference.md */
export function aslPage(objects: Objects, folder: URL): string {
  return page("Amazon States Language reference", [
    INTRODUCTION,
    ...[...objects.values()].map((object) =>
      objectSection(objects, object, "Query language", (field) => field.queryLanguage ?? "both"),
    ),
    section("Error names", ["Name", "Meaning"], readTable(folder, "errors"), ({ name, text }) => [code(name), text]),
    section("Context object", ["Path", "Type", "Meaning"], readTable(folder, "context"), ({ path, type, text }) => [
      code(`$$.${path}`),
      type,
      text,
    ]),
    section("$states", ["Member", "Type", "Meaning"], readTable(folder, "states-variable"), ({ name, type, text }) => [
      code(`$states.${name}`),
      type,
      text,
    ]),
    functionSection("Intrinsic functions", readTable(folder, "intrinsics")),
    functionSection("JSONata functions", readTable(folder, "jsonata-functions")),
  ]);
}

/** generated/policies.md */
export function policiesPage(objects: Objects): string {
  const sections = [...objects.values()].map((object) =>
    objectSection(objects, object, "Where", (field) => field.dialects?.join(", ") ?? "everywhere"),
  );
  return page("Policies and patterns reference", [INTRODUCTION, ...sections]);
}

const INTRODUCTION = "What Sluice knows about each field, from which it validates, completes and explains.";

/** generated/scenarios.md */
export function scenariosPage(objects: Objects): string {
  const sections = [...objects.values()].map((object) =>
    objectSection(objects, object, "Where", (field) =>
      field.with === undefined ? "everywhere" : `with ${field.with.join(", ")}`,
    ),
  );
  return page("Scenario reference", [INTRODUCTION, ...sections]);
}

type Objects = ReadonlyMap<string, ObjectSchema>;

/** `only` says of a field where it may stand, under a heading of its own. */
function objectSection(
  objects: Objects,
  object: ObjectSchema,
  heading: string,
  only: (field: Schema) => string,
): string {
  const rows = Object.entries(object.properties).map(([name, field]) => [
    `${fieldName(name, field)}${object.required.includes(name) ? " (required)" : ""}`,
    field.const === undefined ? typeSummary(objects, field) : code(JSON.stringify(field.const)),
    only(field),
    fieldText(field),
  ]);
  const title = object.title.slice(0, 1).toUpperCase() + object.title.slice(1);
  const own = object.link.startsWith("sluice/");
  const page = own ? "" : ` [AWS](${address(object.link)})`;
  return `## ${title}\n\n${object.description}${page}\n\n${table(["Field", "Value", heading, "Meaning"], rows)}`;
}

/** With the page of AWS that says so; what is Sluice's own is described here. */
function fieldName(name: string, { link = "" }: Schema): string {
  return link.startsWith("sluice/") ? code(name) : `[${code(name)}](${address(link)})`;
}

function fieldText(field: Schema): string {
  const parts = [field.description];
  if (field.const === undefined && field.enumDescriptions !== undefined) {
    parts.push(...field.enumDescriptions.map((text, index) => `${code(field.enum?.[index])}: ${text}`));
  }
  if (field.default !== undefined) parts.push(`Default: ${code(field.default)}.`);
  if (field.distributed) parts.push("Only in a Distributed Map.");
  if (field.example !== undefined) {
    const [pattern, yes, no] = field.example;
    parts.push(`${code(pattern)} matches ${yes}, not ${no}.`);
  }
  if (field.since !== undefined) parts.push(`Since ${field.since}.`);
  return parts.join(" ");
}

function functionSection(title: string, rows: Row[]): string {
  return section(title, ["Function", "Gives", "Meaning", "Example"], rows, (row) => [
    code(`${row.name}(${(row.parameters as Parameter[]).map(parameter).join(", ")})`),
    row.returns,
    row.text,
    `${code(row.example)} gives ${code(row.result)}`,
  ]);
}

function parameter({ name, optional, variadic }: Parameter): string {
  return variadic ? `${name}...` : optional ? `[${name}]` : name;
}

function section(title: string, head: string[], rows: Row[], cells: (row: Row) => unknown[]): string {
  return `## ${title}\n\n${table(head, rows.map(cells))}`;
}
