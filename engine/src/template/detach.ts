/**
 * A value of a template as a tree of its own, in which intrinsic functions are placeholders: what a language that knows
 * nothing of CloudFormation reads. Offsets are the template's.
 */
import { placeholderNode, stringNode } from "../text/build.ts";
import { copyOf } from "../text/copy.ts";
import { moveNode } from "../text/move.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import { getAttOf, type Intrinsic, intrinsicOf, subOf } from "./intrinsics.ts";

const kept = new WeakMap<Node, Node>();

/** The same tree for as long as the value lives; it moves along with it. */
export function detached(value: ObjectNode): Node {
  let copy = kept.get(value);
  if (copy === undefined) {
    copy = copyOf(value, (node) => {
      const intrinsic = intrinsicOf(node);
      return intrinsic && standIn(intrinsic);
    });
    kept.set(value, copy);
  } else moveNode(copy, value.start - copy.start);
  return copy;
}

/** What a function gives: the text of `Fn::Sub` with its variables, otherwise something that is not known. */
function standIn(intrinsic: Intrinsic): Node {
  const { node } = intrinsic;
  const sub = subOf(intrinsic);
  // Only where the string is all that stands there does the place of its letters tell.
  if (sub !== undefined && sub.text === node) return { ...sub.text, parent: undefined };
  if (sub !== undefined && node.kind === "placeholder") return placeholderNode(node.start, node.end, node.name);
  if (sub !== undefined) {
    const { start, end, value } = sub.text;
    return stringNode(start, end, value, sub.text.escaped === true);
  }
  return placeholderNode(node.start, node.end, holeName(intrinsic));
}

/** How a function's value is called in a text: `Jobs.Arn`, `AWS::Region`, `Fn::If`. */
export function holeName(intrinsic: Intrinsic): string {
  const target = getAttOf(intrinsic);
  if (target !== undefined) return `${target.id}.${target.attribute}`;
  const { name, argument } = intrinsic;
  return name === "Ref" && argument.kind === "string" ? argument.value : name;
}
