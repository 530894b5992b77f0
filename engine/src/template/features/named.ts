/** What is behind a name of a template, in words. */
import { code, docLink, paragraphs, plain } from "../../editor/markdown.ts";
import { resourceType } from "../../schema/resources.ts";
import { valueNode, valueOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import type { Resource, Template } from "../model.ts";
import type { Reference } from "../references.ts";
import { topologyOf } from "../topology.ts";

export function namedMarkdown(template: Template, reference: Pick<Reference, "space" | "name" | "attribute">): string {
  const { name, space, attribute } = reference;
  const resource = space === "condition" || space === "mapping" ? undefined : template.byId.get(name);
  if (resource !== undefined) return resourceMarkdown(template, resource, attribute?.name);
  const parameter = space === "value" ? template.parameters.get(name)?.value : undefined;
  if (parameter !== undefined) return parameterMarkdown(name, parameter);
  const pseudo = PSEUDO[name];
  if (pseudo !== undefined) return paragraphs(`**${plain(name)}** (pseudo parameter)`, pseudo, docLink(PSEUDO_LINK));
  const known =
    space === "condition" ? template.conditions.has(name) : space === "mapping" && template.mappings.has(name);
  if (known) return `**${plain(name)}** (${space})`;
  return `**${plain(name)}**: not declared in this template`;
}

const PSEUDO_LINK = "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html";
const PSEUDO: Readonly<Record<string, string>> = {
  "AWS::AccountId": "The account in which the stack is made.",
  "AWS::NoValue": "Takes the property away, as a value of `Fn::If`.",
  "AWS::NotificationARNs": "ARNs of the topics that are told of the stack.",
  "AWS::Partition": "`aws`, `aws-cn` or `aws-us-gov`.",
  "AWS::Region": "The Region in which the stack is made.",
  "AWS::StackId": "ARN of the stack.",
  "AWS::StackName": "Name of the stack.",
  "AWS::URLSuffix": "Domain of AWS's addresses, mostly `amazonaws.com`.",
};

export const PSEUDO_PARAMETERS: readonly string[] = Object.keys(PSEUDO);

function resourceMarkdown(template: Template, { id, type }: Resource, attribute: string | undefined): string {
  const known = resourceType(type);
  const entry = attribute === undefined ? undefined : known?.attributes[attribute];
  const title =
    attribute === undefined ? `**${plain(id)}** (${type})` : `**${plain(id)}.${plain(attribute)}** (${type})`;
  return paragraphs(title, entry?.text ?? known?.text, connections(template, id), known && docLink(known.link));
}

/** Where its messages come from and go to. */
function connections(template: Template, id: string): string | undefined {
  const { edges } = topologyOf(template);
  const names = (list: readonly string[]) => [...new Set(list)].slice(0, 8).map(code).join(", ");
  const from = edges.filter((edge) => edge.to === id).map((edge) => edge.from);
  const to = edges.filter((edge) => edge.from === id).map((edge) => edge.to);
  const parts = [from.length === 0 ? "" : `From ${names(from)}.`, to.length === 0 ? "" : `To ${names(to)}.`];
  const text = parts.filter((part) => part !== "").join(" ");
  return text === "" ? undefined : text;
}

function parameterMarkdown(name: string, parameter: Node): string {
  const text = (field: string) => {
    const value = valueNode(parameter, field);
    return value === undefined ? undefined : String(valueOf(value));
  };
  const facts = [text("Type") ?? "String"];
  const value = text("Default");
  if (value !== undefined) facts.push(`default ${code(value)}`);
  return paragraphs(`**${plain(name)}** (parameter): ${facts.join(" · ")}`, text("Description"));
}
