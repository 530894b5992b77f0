/** What a word of a template means: a resource type, a property, a value, a name, an intrinsic function. */
import { code, docLink, paragraphs, plain } from "../../editor/markdown.ts";
import type { HoverText, Surroundings } from "../../editor/types.ts";
import type { ResourceField, ResourceKind, ResourceType } from "../../schema/resource-types.ts";
import { resourceType } from "../../schema/resources.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import type { TemplateDocument } from "../document.ts";
import { type Owner, visitFields } from "../fields.ts";
import { partAt } from "../parts.ts";
import { declaredAt, referencesIn } from "../references.ts";
import { namedMarkdown } from "./named.ts";
import { substitutedHover } from "./substituted.ts";

export function hover(document: TemplateDocument, offset: number, surroundings: Surroundings): HoverText | undefined {
  return (
    substitutedHover(document, offset) ??
    referenceHover(document, offset) ??
    partHover(document, offset, surroundings) ??
    ownHover(document, offset)
  );
}

function partHover({ parts }: TemplateDocument, offset: number, surroundings: Surroundings): HoverText | undefined {
  const at = partAt(parts, offset);
  const inside = at?.part.language.hover?.(at.part.document, at.offset, surroundings);
  return at === undefined || inside === undefined ? undefined : at.part.outer(inside);
}

function referenceHover({ template, parsed }: TemplateDocument, offset: number): HoverText | undefined {
  if (template === undefined) return undefined;
  const reference = referencesIn(template, parsed).find(({ start, end, attribute }) => {
    return offset >= start && offset <= Math.max(end, attribute?.end ?? end);
  });
  if (reference === undefined) return undefined;
  const end = Math.max(reference.end, reference.attribute?.end ?? 0);
  return { start: reference.start, end, markdown: namedMarkdown(template, reference) };
}

function ownHover(document: TemplateDocument, offset: number): HoverText | undefined {
  const { template } = document;
  const node = nodeAt(document.parsed.root, offset);
  if (template === undefined || node === undefined) return undefined;
  const declared = declaredAt(template, node);
  if (declared !== undefined) return about(node, namedMarkdown(template, declared));
  return typeHover(document, node) ?? fieldHover(document, node);
}

function about({ start, end }: Node, markdown: string): HoverText {
  return { start, end, markdown };
}

function typeHover({ template }: TemplateDocument, node: Node): HoverText | undefined {
  const resource = template?.resources.find(({ typeNode }) => typeNode === node);
  const type = resource && resourceType(resource.type);
  return type && about(node, typeMarkdown(resource.type, type));
}

export function typeMarkdown(name: string, { text, link, simulation }: ResourceType): string {
  return paragraphs(`**${plain(name)}**`, text, simulation, docLink(link));
}

/** The property that a key or value belongs to. */
function fieldHover({ template }: TemplateDocument, node: Node): HoverText | undefined {
  const resource = template?.resources.find(({ properties }) => properties !== undefined && holds(properties, node));
  if (resource === undefined) return undefined;
  let found:
    | { readonly name: string; readonly field: ResourceField; readonly owner: Owner; readonly value: Node }
    | undefined;
  visitFields(resource, {
    property({ key, value }, field, owner) {
      if (field !== undefined && (key === node || value === node)) found = { name: key.value, field, owner, value };
    },
  });
  if (found === undefined) return undefined;
  const { name, field, owner, value } = found;
  if (node === value && (value.kind === "object" || value.kind === "array")) return undefined;
  const chosen =
    node === value && node.kind === "string" ? field.enum?.find((one) => one.value === node.value) : undefined;
  if (chosen !== undefined && chosen.text !== "") {
    return about(
      node,
      paragraphs(
        `**${plain(chosen.value)}** (value of ${code(name)})`,
        chosen.text,
        docLink(field.link ?? owner.kind.link),
      ),
    );
  }
  return about(node, fieldMarkdown(name, field, owner.kind, owner.name === "" ? owner.resource.type : owner.name));
}

function holds(outer: Node, { start, end }: Node): boolean {
  return start >= outer.start && end <= outer.end;
}

/** Name, type, bounds, default, documentation, link. */
export function fieldMarkdown(name: string, field: ResourceField, kind: ResourceKind, of: string): string {
  const facts = [typeOf(field)];
  if (kind.required.includes(name)) facts.push("required");
  if (field.default !== undefined) facts.push(`default ${code(field.default)}`);
  return paragraphs(
    `**${plain(name)}** (${plain(of)}): ${facts.join(" · ")}`,
    field.text,
    docLink(field.link ?? kind.link),
  );
}

/** "integer of 0 to 43200 seconds", "one of sqs, lambda". */
export function typeOf({
  enum: values,
  types = ["any value"],
  minimum,
  maximum,
  maxLength,
  unit,
  items,
}: ResourceField): string {
  if (values !== undefined) return `one of ${values.map(({ value }) => value).join(", ")}`;
  const type = types.join(" or ") + (items === undefined ? "" : ` of ${items}`);
  const ending = unit === undefined ? "" : ` ${unit}`;
  if (minimum !== undefined && maximum !== undefined) return `${type} of ${minimum} to ${maximum}${ending}`;
  if (minimum !== undefined) return `${type}, ${minimum} or more${ending}`;
  return maxLength === undefined
    ? `${type}${ending === "" ? "" : `,${ending}`}`
    : `${type} of at most ${maxLength} characters`;
}
