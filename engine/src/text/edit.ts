/**
 * A parsed text after an edit, re-reading as little as possible: a string, or the members around the edit in the
 * smallest bracketed value around it. The values around those are made anew, since their text changed; every other node
 * keeps its identity and is moved in place, so what is cached by node stays right. Mistakes may stand in what is re-read.
 * The tree that was edited must not be used any more.
 */
import type { TextEdit } from "../problem.ts";
import { arrayNode, objectNode } from "./build.ts";
import { carryUtf8Length } from "./byte-length.ts";
import { moveMember, moveNode } from "./move.ts";
import { parentOf } from "./navigate.ts";
import { parseText } from "./parse.ts";
import type { ParsedText } from "./parsed.ts";
import { type Container, type Member, membersOf, type Reread, rereadMembers, rereadString } from "./reread.ts";
import type { Node, Property, StringNode } from "./tree.ts";

/** Each try reads more of the text; then it is cheaper to read everything. */
const MAX_TRIES = 3;

/**
 * Applies one edit. The result is the same as reading the new text, up to the identity of nodes. `text` is the new text,
 * where it is at hand.
 */
export function editText(parsed: ParsedText, edit: TextEdit, text = applied(parsed.text, edit)): ParsedText {
  const edited = parsed.language === "json" ? editJson(parsed, edit, text) : undefined;
  const result = edited ?? parseText(text, parsed.language);
  carryUtf8Length(parsed, edit, result);
  return result;
}

function applied(text: string, { start, end, newText }: TextEdit): string {
  return text.slice(0, start) + newText + text.slice(end);
}

function editJson(parsed: ParsedText, edit: TextEdit, text: string): ParsedText | undefined {
  // Where brackets are missing, what the others enclose cannot be relied upon.
  if (parsed.misbracketed === true) return undefined;
  const around = aroundEdit(parsed.root, edit);
  const change = { parsed, edit, text, delta: edit.newText.length - (edit.end - edit.start) };
  const string = around.string && rereadString(change, around.string);
  if (string !== undefined && around.string !== undefined) {
    moveFollowing(around.string, change.delta);
    return { ...parsed, text, root: replaceUpwards(around.string, string, change.delta) };
  }
  let container = around.container;
  for (let tries = 0; tries < MAX_TRIES && container !== undefined; tries++) {
    const reread = rereadMembers(change, container);
    if (reread !== undefined) {
      moveFollowing(container, change.delta);
      const replacement = spliced(container, reread, change.delta);
      return {
        ...parsed,
        text,
        problems: reread.problems,
        root: replaceUpwards(container, replacement, change.delta),
      };
    }
    container = parentOf(container) as Container | undefined;
  }
  return undefined;
}

interface Around {
  /** The innermost object or array whose brackets lie outside of the edit. */
  readonly container: Container | undefined;
  /** The key or value inside of whose quotes the edit lies. */
  readonly string: StringNode | undefined;
}

function aroundEdit(root: Node, edit: TextEdit): Around {
  const holds = (node: Node) => node.start < edit.start && node.end > edit.end;
  let container: Container | undefined;
  let node: Node | undefined = root;
  while (node !== undefined && holds(node)) {
    if (node.kind === "string") return { container, string: node };
    if (node.kind !== "object" && node.kind !== "array") break;
    container = node;
    const member: Member | undefined = lastStartingBefore(membersOf(node), edit.start);
    node = member?.kind !== "property" ? member : holds(member.key) ? member.key : member.value;
  }
  return { container, string: undefined };
}

function lastStartingBefore(members: readonly Member[], offset: number): Member | undefined {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((members[middle] as Member).start < offset) low = middle + 1;
    else high = middle;
  }
  return members[low - 1];
}

/** Moves everything that stands behind a value or key. */
function moveFollowing(value: Node, by: number): void {
  if (by === 0) return;
  if (value.parent?.kind === "property" && value.parent.key === value) moveNode(value.parent.value, by);
  for (let at: Node | undefined = value; at?.parent !== undefined; at = parentOf(at)) {
    const siblings: readonly Member[] = at.parent.kind === "property" ? at.parent.parent.properties : at.parent.items;
    const mine: Member = at.parent.kind === "property" ? at.parent : at;
    for (const sibling of siblings) if (sibling.start > mine.start) moveMember(sibling, by);
  }
}

/** The container with what was re-read in place of its members from `from` to `to`. */
function spliced(container: Container, { from, to, members }: Reread, delta: number): Container {
  const old = membersOf(container);
  for (let index = to; index < old.length; index++) moveMember(old[index] as Member, delta);
  const all = [...old.slice(0, from), ...members, ...old.slice(to)];
  const [start, end] = [container.start, container.end + delta];
  if (container.kind === "array") {
    const array = arrayNode(start, end);
    for (const item of all as Node[]) {
      item.parent = array;
      array.items.push(item);
    }
    return array;
  }
  const object = objectNode(start, end);
  for (const property of all as Property[]) {
    property.parent = object;
    object.properties.push(property);
  }
  return object;
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
    const kept = property === parent ? changed(property, old, replacement, delta) : property;
    kept.parent = object;
    object.properties.push(kept);
  }
  return replaceUpwards(owner, object, delta);
}

function changed(property: Property, old: Node, replacement: Node, delta: number): Property {
  const end = property.end + delta;
  const made: Property =
    property.key === old
      ? { ...property, end, key: replacement as StringNode }
      : { ...property, end, value: replacement };
  made.key.parent = made;
  made.value.parent = made;
  return made;
}
