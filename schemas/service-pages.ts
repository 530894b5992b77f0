/**
 * Makes the reference page of each simulated service, and the table of all of them for the README. What a service is said to
 * do stands in `schemas/services/`; settings come from `schemas/resources/`, numbers with their pages from
 * `engine/src/limits.ts`, reasons from the sentences that the engine itself says.
 */
import { readdirSync, readFileSync } from "node:fs";
import { type Limit, limitText, readLimits, valueText } from "./limits-text.ts";
import { alignedTable, code, page, table } from "./markdown.ts";
import { type ResourceSchema, readResources, resourceAddress } from "./resources.ts";

/** One file of `schemas/services/`. */
export interface Service {
  /** The name of its page, and of its file. */
  readonly name: string;
  readonly title: string;
  readonly link: string;
  readonly description: string;
  /** Resource types that are simulated, and what is Sluice's own. */
  readonly types: readonly string[];
  readonly simulated: readonly string[];
  /** What is left out. */
  readonly notSimulated: readonly string[];
  /** Both in so many words as a cell of the README's table has room for. */
  readonly inShort: { readonly simulated: string; readonly notSimulated: string };
  /** What each number is, by the name of a limit or `Type.Property` of a resource. */
  readonly numbers: Readonly<Record<string, string>>;
  /** Beginnings of the codes that its reasons have. */
  readonly reasons: readonly string[];
  /** What its nodes count, by type. */
  readonly metrics: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What a scenario can say of its nodes, by field. */
  readonly behavior: Readonly<Record<string, string>>;
  /** A file in examples/. */
  readonly example?: string;
}

/** What the pages are made of. */
export interface Sources {
  readonly services: readonly Service[];
  readonly limits: ReadonlyMap<string, Limit>;
  readonly resources: ReadonlyMap<string, ResourceSchema>;
  /** Examples of sentences by code. */
  readonly sentences: ReadonlyMap<string, string>;
}

export function readServices(folder: URL): readonly Service[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
  const services = files.sort().map((file): Service => {
    const own = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Omit<Service, "name">;
    return { ...own, name: file.slice(0, -".json".length) };
  });
  return services.sort((a, b) => (a.title < b.title ? -1 : 1));
}

export function readSources(root: URL, sentences: Sources["sentences"]): Sources {
  return {
    services: readServices(new URL("schemas/services/", root)),
    limits: readLimits(new URL("engine/src/limits.ts", root)),
    resources: readResources(new URL("schemas/resources/", root)),
    sentences,
  };
}

/** Pages by their paths from the repository's root. */
export function servicePages(sources: Sources): readonly (readonly [path: string, text: string])[] {
  return sources.services.map((service) => [pathOf(service), servicePage(service, sources)]);
}

function pathOf({ name }: Service): string {
  return `schemas/generated/services/${name}.md`;
}

// --- a page

function servicePage(service: Service, sources: Sources): string {
  const { title, description, link, types, simulated, notSimulated, example } = service;
  return page(title, [
    `${description} [AWS](${link})${example === undefined ? "" : ` · [example](../../../examples/${example})`}`,
    `## What is simulated\n\n${bullets(simulated)}`,
    `## What is not\n\n${bullets(notSimulated)}`,
    ...optional("Numbers", ["What", "Value", "Says"], numberRows(service, sources)),
    ...types.flatMap((type) => settingsSection(type, sources)),
    ...optional("What a scenario says of it", ["Field", "Meaning"], rowsOf(service.behavior)),
    ...types.flatMap((type) => {
      const rows = rowsOf(service.metrics[type] ?? {});
      return optional(`Metrics of ${type}`, ["Metric", "Meaning"], rows);
    }),
    ...optional("Reasons", ["Code", "For example"], reasonRows(service, sources)),
  ]);
}

function bullets(texts: readonly string[]): string {
  return texts.map((text) => `- ${text}`).join("\n");
}

function optional(title: string, head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [`## ${title}\n\n${table(head, rows)}`];
}

function rowsOf(texts: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  return Object.entries(texts).map(([name, text]) => [code(name), text]);
}

function reasonRows({ reasons }: Service, { sentences }: Sources): readonly (readonly string[])[] {
  const own = [...sentences].filter(([name]) => reasons.some((prefix) => name.startsWith(`${prefix}.`)));
  return own.map(([name, sentence]) => [code(name), sentence]);
}

/** The settings that are written down for a type; what is Sluice's own has none. */
function settingsSection(type: string, { resources }: Sources): readonly string[] {
  const schema = resources.get(type);
  if (schema === undefined) return [];
  const rows = Object.entries(schema.properties ?? {}).map(([name, field]) => [
    `[${code(name)}](${resourceAddress(field.link ?? schema.link)})${schema.required?.includes(name) ? " (required)" : ""}`,
    boundsText(field),
    field.description,
  ]);
  return optional(type, ["Property", "Bounds", "Meaning"], rows);
}

function boundsText({ minimum, maximum, unit, default: usual, enum: values }: ResourceSchema): string {
  const range = rangeText(minimum, maximum, unit);
  const among = values === undefined ? [] : [values.map(code).join(", ")];
  const without = usual === undefined ? [] : [`default ${typeof usual === "number" ? valueText(usual, unit) : usual}`];
  return [...range, ...among, ...without].join("; ");
}

function rangeText(minimum: number | undefined, maximum: number | undefined, unit: string | undefined) {
  if (minimum === undefined && maximum === undefined) return [];
  if (minimum === undefined) return [`up to ${valueText(Number(maximum), unit)}`];
  if (maximum === undefined) return [`from ${valueText(minimum, unit)}`];
  return [`${valueText(minimum, unit)} to ${valueText(maximum, unit)}`];
}

// --- numbers

function numberRows(service: Service, sources: Sources): readonly (readonly string[])[] {
  return Object.entries(service.numbers).map(([name, what]) => {
    const { value, page, text } = numberOf(name, service, sources);
    return [what, `[${value}](${page})`, text];
  });
}

/** A number with the page behind it, wherever it is written down. */
function numberOf(name: string, { title }: Service, { limits, resources }: Sources) {
  const limit = limits.get(name);
  if (limit !== undefined) {
    if (limit.page === undefined) throw new Error(`${title}: ${name} has no page of AWS in engine/src/limits.ts`);
    return { value: limitText(limit), page: limit.page, text: limit.text };
  }
  const dot = name.lastIndexOf(".");
  const schema = resources.get(name.slice(0, dot));
  const field = schema?.properties?.[name.slice(dot + 1)];
  if (schema === undefined || field === undefined) throw new Error(`${title}: nothing is called ${name}`);
  return { value: boundsText(field), page: resourceAddress(field.link ?? schema.link), text: field.description };
}

// --- in one paragraph

/** What a hover says of each type that is simulated. */
export function simulationTexts({ services }: Sources): ReadonlyMap<string, string> {
  const texts = services.flatMap(({ types, simulated, notSimulated }) => {
    const text = `Sluice simulates ${simulated.join("; ")}. It does not simulate ${notSimulated.join("; ")}.`;
    return types.map((type) => [type, text] as const);
  });
  return new Map(texts);
}

/** For the engine: what the node of each type counts, in words, and what a scenario can say of it. */
export function nodesCode({ services }: Sources): string {
  const nodes = services.flatMap(({ types, metrics, behavior }) =>
    types.map((type) => [type, { metrics: metrics[type] ?? {}, behavior: Object.keys(behavior) }] as const),
  );
  const lines = nodes.map(([type, node]) => `  ${JSON.stringify(type)}: ${JSON.stringify(node)},\n`);
  return [
    'import type { NodeEntry } from "../types.ts";\n',
    `export const NODES: Readonly<Record<string, NodeEntry>> = {\n${lines.sort().join("")}};\n`,
  ].join("\n");
}

// --- the table of all services

/** Numbers of a service that the table has room for: the first that its file names. */
const SHOWN_NUMBERS = 3;

/** For the README. Links are relative to the repository's root. */
export function servicesTable(sources: Sources): string {
  const rows = sources.services.map((service) => [
    `[${service.title}](${pathOf(service)})`,
    service.inShort.simulated,
    service.inShort.notSimulated,
    numbersCell(service, sources),
  ]);
  return alignedTable(["Service", "Simulated", "Not simulated", "Numbers, linked to where AWS says so"], rows);
}

function numbersCell(service: Service, sources: Sources): string {
  const all = Object.entries(service.numbers);
  const shown = all.slice(0, SHOWN_NUMBERS).map(([name, what]) => {
    const { value, page } = numberOf(name, service, sources);
    return `${what} [${value}](${page})`;
  });
  const more = all.length - shown.length;
  return [...shown, ...(more > 0 ? [`[${more} more](${pathOf(service)}#numbers)`] : [])].join("; ");
}

/** Puts a text between the two marks of a page that people write. */
export function withSection(page: string, name: string, text: string): string {
  const [begin, end] = [`<!-- ${name}: made by \`npm run generate\` -->`, `<!-- /${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`the page lacks the marks ${begin} and ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
