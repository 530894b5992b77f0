/** The `${Name}` in an embedded definition that DefinitionSubstitutions are to replace. */
import { outerRange } from "../text/embedded.ts";
import type { Node } from "../text/tree.ts";
import type { Embedded } from "./embedded.ts";
import { intrinsicOf, subOf } from "./intrinsics.ts";

export interface Placeholder {
  readonly name: string;
  /** Of the name, in the template. */
  readonly start: number;
  readonly end: number;
  /** The string that it stands in. */
  readonly node: Node;
}

const PLACEHOLDER = /\$\{(!?)([A-Za-z0-9_]+)\}/g;

/** Undefined where a part of the definition is only known after deployment. */
export function placeholdersIn({ content, node }: Embedded): readonly Placeholder[] | undefined {
  if ("tree" in content) return inTree(content.tree);
  const intrinsic = intrinsicOf(node);
  if (intrinsic?.name === "Fn::Join") return undefined;
  // Of a text that `Fn::Sub` fills in, only `${!Name}` is left.
  const isSub = intrinsic !== undefined;
  const found: Placeholder[] = [];
  for (const match of content.text.text.matchAll(PLACEHOLDER)) {
    if (isSub !== (match[1] === "!")) continue;
    const name = match[2] as string;
    const start = match.index + match[0].indexOf(name);
    found.push({ name, node, ...outerRange(content.text, { start, end: start + name.length }) });
  }
  return found;
}

function inTree(root: Node): readonly Placeholder[] | undefined {
  const found: Placeholder[] = [];
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const intrinsic = intrinsicOf(node);
    if (intrinsic !== undefined) {
      const sub = subOf(intrinsic);
      for (const match of sub?.text.value.matchAll(PLACEHOLDER) ?? []) {
        if (match[1] === "!") found.push({ name: match[2] as string, start: node.start, end: node.end, node });
      }
      // What a macro puts in may use any name.
      if (intrinsic.name === "Fn::Transform") return undefined;
    } else if (node.kind === "placeholder")
      found.push({ name: node.name, start: node.start + 2, end: node.end - 1, node });
    else if (node.kind === "string") found.push(...inString(node.value, node));
    else if (node.kind === "array") open.push(...node.items);
    else if (node.kind === "object") {
      for (const { key, value } of node.properties) {
        found.push(...inString(key.value, key));
        open.push(value);
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The place is exact where the string stands in the text as it is. */
function inString(value: string, node: Node): readonly Placeholder[] {
  return [...value.matchAll(PLACEHOLDER)].map((match) => {
    const name = match[2] as string;
    const isVerbatim = node.end - node.start - value.length <= 2;
    const offset = node.start + (node.end - node.start > value.length ? 1 : 0) + match.index + match[0].indexOf(name);
    return isVerbatim
      ? { name, node, start: offset, end: offset + name.length }
      : { name, node, start: node.start, end: node.end };
  });
}
