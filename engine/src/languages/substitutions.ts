/**
 * A definition in a file of its own, and the template that is deployed with it: what the template puts in place of the
 * definition's `${Name}`. The other way round, from the template to the file, is the template's own business.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html
 */
import { code, paragraphs, plain } from "../editor/markdown.ts";
import type { DefinitionPlace, FileBeside, HoverText, Place, Surroundings } from "../editor/types.ts";
import { openTemplate, type TemplateDocument } from "../template/document.ts";
import { property } from "../text/navigate.ts";
import { languageOf, parseText } from "../text/parse.ts";
import type { Property } from "../text/tree.ts";
import type { Document } from "./types.ts";

const NAMES = ["template.yaml", "template.yml", "template.json"];

/** How many folders above the definition's a template is looked for. */
const MAX_FOLDERS_UP = 3;

const SEPARATOR = " of ";

/** Addresses of templates that may have the definition, by name and the definition's path from there. */
export function templatesAround({ kind }: Document, uri: string): Readonly<Record<string, string>> {
  if (kind !== "asl") return {};
  const parts = uri.split("/");
  const files: Record<string, string> = {};
  for (let up = 0; up <= MAX_FOLDERS_UP && parts.length - 1 - up > 3; up++) {
    const folder = parts.slice(0, parts.length - 1 - up).join("/");
    const path = decoded(parts.slice(parts.length - 1 - up).join("/"));
    for (const name of NAMES) files[name + SEPARATOR + path] = `${folder}/${name}`;
  }
  return files;
}

/** What the `${Name}` at an offset stands for, in the words of the template. */
export function substitutionHover(document: Document, offset: number, around: Surroundings): HoverText | undefined {
  const found = substitutionAt(document, offset, around);
  if (found === undefined) return undefined;
  const { place, name, template, entry, resource, file } = found;
  const value = template.text.slice(entry.value.start, entry.value.end).trim();
  const where = decoded(file.uri.slice(file.uri.lastIndexOf("/") + 1));
  const markdown = paragraphs(
    `**${plain(name)}** is ${code(value)}`,
    `Put in by ${plain(resource)} in ${plain(where)}.`,
  );
  return { ...place, markdown };
}

/** Where the template says what the `${Name}` at an offset stands for. */
export function substitutionDefinition(
  document: Document,
  offset: number,
  around: Surroundings,
): readonly DefinitionPlace[] {
  const found = substitutionAt(document, offset, around);
  if (found === undefined) return [];
  const { place, entry, file } = found;
  const { start, end, key } = entry;
  return [{ uri: file.uri, start, end, nameStart: key.start, nameEnd: key.end, origin: place }];
}

interface Found {
  /** Of the placeholder, in the definition. */
  readonly place: Place;
  readonly name: string;
  readonly template: TemplateDocument;
  readonly entry: Property;
  readonly resource: string;
  readonly file: FileBeside;
}

function substitutionAt(document: Document, offset: number, { files }: Surroundings): Found | undefined {
  const named = document.kind === "asl" ? placeholderAt(document.text, offset) : undefined;
  if (named === undefined) return undefined;
  for (const [key, file] of Object.entries(files)) {
    const separator = key.indexOf(SEPARATOR);
    if (separator < 0) continue;
    const path = key.slice(separator + SEPARATOR.length);
    const template = templateOf(file);
    for (const made of template.embedded.files) {
      if (made.path?.value.replace(/^\.\//, "") !== path) continue;
      const entry = property(made.substitutions, named.name);
      if (entry !== undefined) return { ...named, template, entry, resource: made.resource.id, file };
    }
  }
  return undefined;
}

function placeholderAt(text: string, offset: number): { readonly place: Place; readonly name: string } | undefined {
  const start = text.lastIndexOf("${", offset);
  const match = start < 0 ? null : /^\$\{(\w+)\}/.exec(text.slice(start, start + 300));
  if (match === null || offset > start + match[0].length) return undefined;
  return { place: { start, end: start + match[0].length }, name: match[1] as string };
}

const templates = new WeakMap<FileBeside, TemplateDocument>();

/** Read once for as long as its text is the same. */
function templateOf(file: FileBeside): TemplateDocument {
  let template = templates.get(file);
  if (template === undefined) {
    template = openTemplate(parseText(file.text, languageOf(file.text, file.uri)));
    templates.set(file, template);
  }
  return template;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
