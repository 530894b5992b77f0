/** Completion of resource types, sections of a resource, properties, and values that are one of a list. */
import type { KeySite } from "../../editor/completion-site.ts";
import { isBracketed } from "../../editor/compose.ts";
import { docMarkdown } from "../../editor/markdown.ts";
import { isSnippet } from "../../editor/snippet.ts";
import type { CompletionEntry, Place } from "../../editor/types.ts";
import { yamlSnippet } from "../../editor/yaml-text.ts";
import type { ResourceField } from "../../schema/resource-types.ts";
import { RESOURCE_TYPES, resourceType } from "../../schema/resources.ts";
import { valueNode } from "../../text/navigate.ts";
import type { ObjectNode, Property } from "../../text/tree.ts";
import { arnsFor, takesArn, takesRole } from "../arns.ts";
import type { TemplateDocument } from "../document.ts";
import { type Owner, visitFields } from "../fields.ts";
import { fieldMarkdown, typeMarkdown, typeOf } from "./hover.ts";

type FieldSite = KeySite<TemplateDocument>;

/** Required properties first. */
export function fieldEntries(site: FieldSite): readonly CompletionEntry[] {
  const { document, object, property } = site;
  const owner = ownerOf(document, object);
  const present = new Set(object.properties.filter((entry) => entry !== property).map(({ key }) => key.value));
  if (owner === undefined) return attributeEntries(site, present);
  const fields = Object.entries(owner.kind.fields).filter(([name]) => !present.has(name));
  const rank = (name: string) => (owner.kind.required.includes(name) ? 0 : 1);
  return fields
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, field]) => {
      const detail = typeOf(field) + (owner.kind.required.includes(name) ? ", required" : "");
      const markdown = fieldMarkdown(name, field, owner.kind, owner.name === "" ? owner.resource.type : owner.name);
      return entryOf(site, name, snippetOf(field), detail, markdown);
    });
}

function ownerOf({ template }: TemplateDocument, object: ObjectNode): Owner | undefined {
  let found: Owner | undefined;
  for (const resource of template?.resources ?? []) {
    if (object.start < resource.node.start || object.end > resource.node.end) continue;
    visitFields(resource, {
      object(owner) {
        if (owner.node === object) found = owner;
      },
    });
  }
  return found;
}

/** What a resource has beside its properties. */
const ATTRIBUTES: readonly (readonly [name: string, snippet: string, text: string])[] = [
  ["Type", '"$1"', "What the resource is: `AWS::SQS::Queue`, ..."],
  ["Properties", "{ $1 }", "The settings of the resource."],
  ["DependsOn", '"$1"', "Resources that are made before this one."],
  ["Condition", '"$1"', "The condition under which the resource is made."],
  [
    "DeletionPolicy",
    '"${1|Delete,Retain,RetainExceptOnCreate,Snapshot|}"',
    "What becomes of the resource when it leaves the stack.",
  ],
  ["UpdateReplacePolicy", '"${1|Delete,Retain,Snapshot|}"', "What becomes of the resource when an update replaces it."],
  ["Metadata", "{ $1 }", "Data for tools."],
];

const ATTRIBUTES_LINK =
  "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html";

function attributeEntries(site: FieldSite, present: ReadonlySet<string>): readonly CompletionEntry[] {
  const { parent } = site.object;
  const resources = valueNode(site.document.parsed.root, "Resources");
  if (parent?.kind !== "property" || parent.parent !== resources) return [];
  return ATTRIBUTES.filter(([name]) => !present.has(name)).map(([name, snippet, text]) => {
    const doc = { name, text, link: ATTRIBUTES_LINK, type: "attribute of a resource", required: name === "Type" };
    return entryOf(site, name, snippet, doc.type, docMarkdown(doc));
  });
}

function entryOf(site: FieldSite, name: string, snippet: string, detail: string, markdown: string): CompletionEntry {
  const isYaml = site.document.language === "yaml";
  const key = isYaml ? name : JSON.stringify(name);
  const value = isYaml ? yamlSnippet(snippet, isBracketed(site.object, site.document.parsed)) : snippet;
  const newText = site.needsValue ? `${key}:${value.startsWith("\n") ? "" : " "}${value}` : key;
  const { start, end } = site;
  return {
    kind: "field",
    label: name,
    detail,
    markdown,
    start,
    end,
    newText,
    snippet: isSnippet(newText),
    filterText: key,
  };
}

function snippetOf({ enum: values, types = [], minimum, object, items, members, variants }: ResourceField): string {
  if (values !== undefined) return `"\${1|${values.map(({ value }) => value).join(",")}|}"`;
  if (object !== undefined || members !== undefined || variants !== undefined || types[0] === "object") return "{ $1 }";
  if (items !== undefined || types[0] === "array") return "[$1]";
  if (types[0] === "boolean") return "${1|true,false|}";
  if (types[0] === "integer" || types[0] === "number") return `\${1:${minimum ?? 0}}`;
  return types[0] === "string" ? '"$1"' : "$1";
}

/** Values of a list, and resource types. */
export function valueEntries(
  document: TemplateDocument,
  holder: Property | undefined,
  { start, end }: Place,
): readonly CompletionEntry[] {
  if (holder === undefined) return [];
  const isJson = document.language === "json";
  const entry = (value: string, detail: string, markdown: string): CompletionEntry => {
    const newText = isJson ? JSON.stringify(value) : value;
    return { kind: "value", label: value, detail, markdown, start, end, newText, snippet: false, filterText: newText };
  };
  const resources = valueNode(document.parsed.root, "Resources");
  const resource = holder.parent.parent;
  if (holder.key.value === "Type" && resource?.kind === "property" && resource.parent === resources) {
    return RESOURCE_TYPES.map((type) => {
      const known = resourceType(type);
      return entry(type, "resource type", known === undefined ? "" : typeMarkdown(type, known));
    });
  }
  const owner = ownerOf(document, holder.parent);
  const field = owner?.kind.fields[holder.key.value];
  if (owner === undefined || field === undefined) return [];
  if (takesArn(holder.key.value, owner) || takesRole(holder.key.value))
    return arnEntries(document, holder, { start, end });
  const markdown = fieldMarkdown(
    holder.key.value,
    field,
    owner.kind,
    owner.name === "" ? owner.resource.type : owner.name,
  );
  if (field.enum !== undefined)
    return field.enum.map(({ value, text }) => entry(value, text, text === "" ? markdown : text));
  if (field.types?.[0] !== "boolean") return [];
  return ["true", "false"].map((value) => ({
    ...entry(value, "boolean", markdown),
    newText: value,
    filterText: value,
  }));
}

/** ARNs of the template's own resources, for a property of a resource or of an embedded policy. */
export function arnEntries(
  document: TemplateDocument,
  { key, parent }: Property,
  { start, end }: Place,
): readonly CompletionEntry[] {
  return arnsFor(document, key.value, parent).map(({ text, shown, type }) => {
    const place = { start, end, newText: text, snippet: false, filterText: text };
    return { kind: "value", label: shown, detail: type, ...place };
  });
}
