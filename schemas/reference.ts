/** Makes generated/reference.md: every field, error and function that the schemas write down, on one page. */
import { address, type ObjectSchema, type Schema } from "./load.ts";
import { type Row, readTable, typeSummary } from "./tables.ts";

interface Parameter {
  name: string;
  type: string;
  optional?: boolean;
  variadic?: boolean;
}

export function referencePage(objects: ReadonlyMap<string, ObjectSchema>, folder: URL): string {
  const sections = [
    "<!-- Made from schemas/ by `npm run generate`. Change it there. -->",
    "# Amazon States Language reference",
    "What Sluice knows about each field, from which it validates, completes and explains.",
    ...[...objects.values()].map((object) => objectSection(objects, object)),
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
  ];
  return `${sections.join("\n\n")}\n`;
}

function objectSection(objects: ReadonlyMap<string, ObjectSchema>, object: ObjectSchema): string {
  const rows = Object.entries(object.properties).map(([name, field]) => [
    `[${code(name)}](${address(field.link ?? "")})${object.required.includes(name) ? " (required)" : ""}`,
    field.const === undefined ? typeSummary(objects, field) : code(JSON.stringify(field.const)),
    field.queryLanguage ?? "both",
    fieldText(field),
  ]);
  const title = object.title.slice(0, 1).toUpperCase() + object.title.slice(1);
  return `## ${title}\n\n${object.description} [AWS](${address(object.link)})\n\n${table(["Field", "Value", "Query language", "Meaning"], rows)}`;
}

function fieldText(field: Schema): string {
  const parts = [field.description];
  if (field.const === undefined && field.enumDescriptions !== undefined) {
    parts.push(...field.enumDescriptions.map((text, index) => `${code(field.enum?.[index])}: ${text}`));
  }
  if (field.default !== undefined) parts.push(`Default: ${code(field.default)}.`);
  if (field.distributed) parts.push("Only in a Distributed Map.");
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

function table(head: string[], rows: unknown[][]): string {
  const line = (cells: unknown[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: unknown): string {
  return text === "" ? "nothing" : `\`${text}\``;
}
