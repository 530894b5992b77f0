/**
 * Where other languages stand in a template: definitions of state machines, filter policies, redrive policies, event
 * patterns, as objects, as JSON in strings, put together by `Fn::Sub` and `Fn::Join`, or in files beside it.
 */
import type { ResourceHolds } from "../schema/resource-types.ts";
import { type EmbeddedText, embedPieces, embedString } from "../text/embedded.ts";
import { valueNode } from "../text/navigate.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { Node, ObjectNode, Property, StringNode } from "../text/tree.ts";
import { holeName } from "./detach.ts";
import { alternatives, type Owner, visitFields } from "./fields.ts";
import { intrinsicOf, subOf } from "./intrinsics.ts";
import type { Resource, Template } from "./model.ts";

export type EmbeddedKind = Exclude<ResourceHolds, "definition-file">;

/** One embedded document. */
export interface Embedded {
  readonly holds: EmbeddedKind;
  /** The value that holds it. */
  readonly node: Node;
  /** The property whose value that is, or lies in. */
  readonly property: Property;
  /** The object that has the property. */
  readonly owner: ObjectNode;
  readonly resource: Resource;
  /** An object in the template's own tree, or a text in its strings. */
  readonly content: { readonly tree: ObjectNode } | { readonly text: EmbeddedText };
}

/** A file that a resource is made from. */
export interface EmbeddedFile {
  readonly resource: Resource;
  readonly property: Property;
  /** Its path, from the template's folder; undefined for what lies in S3 or is only known after deployment. */
  readonly path: StringNode | undefined;
  readonly substitutions: ObjectNode | undefined;
}

export interface EmbeddedDocuments {
  readonly documents: readonly Embedded[];
  readonly files: readonly EmbeddedFile[];
}

/** In document order. */
export function embeddedIn(template: Template, parsed: ParsedText): EmbeddedDocuments {
  const documents: Embedded[] = [];
  const files: EmbeddedFile[] = [];
  for (const resource of template.resources) {
    visitFields(resource, {
      property(property, field, owner) {
        const holds = field?.holds;
        if (holds === "definition-file") files.push(fileOf(property, owner));
        else if (holds !== undefined) {
          for (const node of alternatives(property.value)) {
            const content = contentOf(node, parsed);
            if (content === undefined) continue;
            documents.push({ holds, node, property, owner: owner.node, resource, content });
          }
        }
      },
    });
  }
  return { documents: documents.sort((a, b) => a.node.start - b.node.start), files };
}

/** What stands in a value; undefined where it is only known after deployment. */
function contentOf(node: Node, parsed: ParsedText): Embedded["content"] | undefined {
  const intrinsic = intrinsicOf(node);
  if (intrinsic === undefined) {
    if (node.kind === "object") return { tree: node };
    return node.kind === "string" ? { text: embedString(parsed, node) } : undefined;
  }
  const { name, argument } = intrinsic;
  const sub = subOf(intrinsic);
  if (sub !== undefined) return isHole(sub.text) ? undefined : { text: embedString(parsed, sub.text) };
  if (name === "Fn::ToJsonString") return argument.kind === "object" ? contentOf(argument, parsed) : undefined;
  if (name !== "Fn::Join" || argument.kind !== "array") return undefined;
  const [separator, items] = argument.items;
  if (separator?.kind !== "string" || items?.kind !== "array") return undefined;
  return { text: embedPieces(parsed, items.items, separator.value, nameOf) };
}

/** True for a text that is nothing but a variable. */
function isHole({ value }: StringNode): boolean {
  return /^\s*\$\{[^{}]*\}\s*$/.test(value);
}

function nameOf(node: Node): string {
  const intrinsic = intrinsicOf(node);
  return intrinsic === undefined ? node.kind : holeName(intrinsic);
}

function fileOf(property: Property, owner: Owner): EmbeddedFile {
  const { value } = property;
  const isPath = value.kind === "string" && value.sub !== true && !/^(?:s3|https?):\/\//.test(value.value);
  const substitutions = valueNode(owner.node, "DefinitionSubstitutions");
  return {
    resource: owner.resource,
    property,
    path: isPath ? value : undefined,
    substitutions: substitutions?.kind === "object" ? substitutions : undefined,
  };
}
