/**
 * A parsed text after an edit, re-reading as little as possible: the smallest bracketed value around the edit that is
 * still whole. Its ancestors are made anew, since their text changed; every other node keeps its identity and is moved
 * in place, so what is cached by node stays right. The tree that was edited must not be used any more.
 */
import type { TextEdit } from "../problem.ts";
import { arrayNode, objectNode } from "./build.ts";
import { parseJson } from "./json-reader.ts";
import { parentOf } from "./navigate.ts";
import { parseText } from "./parse.ts";
import type { ParsedText } from "./parsed.ts";
import type { ArrayNode, Node, ObjectNode } from "./tree.ts";

type Container = ObjectNode | ArrayNode;

/** Each try reads the text of one more enclosing value; then it is cheaper to read everything. */
const MAX_TRIES = 3;

/** Applies one edit. The result is the same as reading the new text, up to the identity of nodes. */
export function editText(parsed: ParsedText, edit: TextEdit): ParsedText {
  const text = parsed.text.slice(0, edit.start) + edit.newText + parsed.text.slice(edit.end);
  // Where the text was broken already, what the brackets enclose cannot be relied upon.
  if (parsed.language !== "json" || parsed.problems.length > 0) return parseText(text, parsed.language);
  const delta = edit.newText.length - (edit.end - edit.start);
  let container = containerAround(parsed.root, edit);
  for (let tries = 0; tries < MAX_TRIES && container !== undefined; tries++) {
    if (container === parsed.root) break;
    const replacement = reread(text, container, delta);
    if (replacement !== undefined) {
      moveFollowing(container, delta);
      return { ...parsed, text, root: replaceUpwards(container, replacement, delta) };
    }
    container = parentOf(container) as Container | undefined;
  }
  return parseText(text, parsed.language);
}

/** The innermost object or array whose brackets lie outside of the edit. */
function containerAround(root: Node, edit: TextEdit): Container | undefined {
  let found: Container | undefined;
  let node: Node | undefined = root;
  while (node !== undefined && (node.kind === "object" || node.kind === "array")) {
    if (node.start >= edit.start || node.end <= edit.end) break;
    found = node;
    const values: readonly Node[] = node.kind === "array" ? node.items : node.properties.map(({ value }) => value);
    node = values.find((value) => value.start < edit.start && value.end > edit.end);
  }
  return found;
}

/** The container as the new text has it, or undefined where its text is no whole value of the same kind any more. */
function reread(text: string, container: Container, delta: number): Container | undefined {
  const { start, end } = container;
  const { root, problems } = parseJson(text.slice(start, end + delta));
  if (problems.length > 0 || root.kind !== container.kind || root.end !== end + delta - start) return undefined;
  move(root, start);
  return root as Container;
}

/** Moves everything that stands behind a value. */
function moveFollowing(value: Node, by: number): void {
  if (by === 0) return;
  for (let at: Node | undefined = value; at?.parent !== undefined; at = parentOf(at)) {
    const siblings = at.parent.kind === "property" ? at.parent.parent.properties : at.parent.items;
    const mine = at.parent.kind === "property" ? at.parent : at;
    for (const sibling of siblings) {
      if (sibling.start <= mine.start) continue;
      if (sibling.kind !== "property") move(sibling, by);
      else {
        sibling.start += by;
        sibling.end += by;
        move(sibling.key, by);
        move(sibling.value, by);
      }
    }
  }
}

function move(root: Node, by: number): void {
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    node.start += by;
    node.end += by;
    if (node.kind === "array") for (const item of node.items) open.push(item);
    else if (node.kind === "object") {
      for (const property of node.properties) {
        property.start += by;
        property.end += by;
        open.push(property.key, property.value);
      }
    }
  }
}

/** Puts `replacement` where `old` stands; gives the new root. */
function replaceUpwards(old: Node, replacement: Node, delta: number): Node {
  const parent = old.parent;
  if (parent === undefined) return replacement;
  if (parent.kind === "array") {
    const array = arrayNode(parent.start, parent.end + delta);
    for (const item of parent.items) {
      const kept = item === old ? replacement : item;
      kept.parent = array;
      array.items.push(kept);
    }
    return replaceUpwards(parent, array, delta);
  }
  const owner = parent.parent;
  const object = objectNode(owner.start, owner.end + delta);
  for (const property of owner.properties) {
    const kept = property === parent ? { ...property, end: property.end + delta, value: replacement } : property;
    kept.parent = object;
    kept.key.parent = kept;
    kept.value.parent = kept;
    object.properties.push(kept);
  }
  return replaceUpwards(owner, object, delta);
}
