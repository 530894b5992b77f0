/** Values that are nothing but another resource's name or attribute, and how its ARN would be written instead. */
import type { ResourceType } from "../../schema/resource-types.ts";
import type { Node } from "../../text/tree.ts";
import { getAttOf, intrinsicOf } from "../intrinsics.ts";
import type { TemplateContext } from "./rule.ts";

export interface NamedResource {
  readonly id: string;
  /** Of `Fn::GetAtt`; undefined for `Ref`. */
  readonly attribute: string | undefined;
}

/** Undefined for plain values, and for functions that make something of several. */
export function namedResource(node: Node): NamedResource | undefined {
  const intrinsic = intrinsicOf(node);
  if (intrinsic === undefined) return undefined;
  const target = getAttOf(intrinsic);
  if (target !== undefined) return { id: target.id, attribute: target.attribute };
  const { name, argument } = intrinsic;
  return name === "Ref" && argument.kind === "string" ? { id: argument.value, attribute: undefined } : undefined;
}

/** `Fn::GetAtt` as the template's language writes it. */
export function getAtt({ document }: TemplateContext, id: string, attribute: string): string {
  return document.language === "json"
    ? JSON.stringify({ "Fn::GetAtt": [id, attribute] })
    : `!GetAtt ${id}.${attribute}`;
}

/** How a template names the ARN of a resource, and how a person reads that; undefined where it has none to name. */
export function arnExpression(
  context: TemplateContext,
  id: string,
  { identity = {}, attributes }: ResourceType,
): { readonly text: string; readonly shown: string } | undefined {
  if (identity.ref === "{arn}") {
    const shown = `!Ref ${id}`;
    return { text: context.document.language === "json" ? JSON.stringify({ Ref: id }) : shown, shown };
  }
  const attribute = Object.keys(attributes).find((name) => attributes[name]?.value === "{arn}");
  if (attribute === undefined) return undefined;
  return { text: getAtt(context, id, attribute), shown: `!GetAtt ${id}.${attribute}` };
}
