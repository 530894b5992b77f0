/** Values that are nothing but another resource's name or attribute. */
import type { Node } from "../../text/tree.ts";
import { getAttOf, intrinsicOf } from "../intrinsics.ts";

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
