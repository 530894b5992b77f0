/**
 * The fields that are asked for, as a tree of steps. AWS joins steps with dots and compares the whole, so that a dot in a
 * key of the pattern or of the event is a step like any other.
 */
import { skipString } from "./json-skip.ts";
import type { FieldNode } from "./types.ts";

/** Beyond so many children a map is faster than a look at each. */
const FEW = 8;

export function fieldTree(paths: readonly string[]): FieldNode {
  const root = node("");
  for (const [field, path] of paths.entries()) {
    let at = root;
    for (const step of path.split(".")) at = at.children.find((child) => child.step === step) ?? addChild(at, step);
    at.field = field;
  }
  return root;
}

function node(step: string): FieldNode {
  const needsNoEscape = skipString(`"${step}"`, 0) === step.length + 2;
  return { step, quoted: needsNoEscape ? `${step}"` : "", field: -1, children: [], byStep: undefined };
}

function addChild(parent: FieldNode, step: string): FieldNode {
  const child = node(step);
  parent.children.push(child);
  if (parent.byStep !== undefined) parent.byStep.set(step, child);
  else if (parent.children.length > FEW) parent.byStep = new Map(parent.children.map((each) => [each.step, each]));
  return child;
}

/** What lies behind a key of the event, or undefined where nothing below it is asked for. */
export function childFor(parent: FieldNode, key: string): FieldNode | undefined {
  if (key.includes(".")) return key.split(".").reduce<FieldNode | undefined>(stepInto, parent);
  return stepInto(parent, key);
}

function stepInto(parent: FieldNode | undefined, step: string): FieldNode | undefined {
  if (parent === undefined) return undefined;
  return parent.byStep === undefined ? parent.children.find((child) => child.step === step) : parent.byStep.get(step);
}
