/**
 * A parsed text after an edit. As little as possible is read again: of JSON a string, or the members around the edit in the
 * smallest bracketed value around it; of YAML a member or two of a block mapping. The values around those are made anew,
 * since their text changed; every other node keeps its identity and is moved in place, so what is cached by node stays
 * right. Mistakes may stand in what is re-read. The tree that was edited must not be used any more.
 */
import type { TextEdit } from "../problem.ts";
import { adopt } from "./adopt.ts";
import { addItem, arrayNode, objectNode, setParent } from "./build.ts";
import { carryUtf8Length } from "./byte-length.ts";
import { moveMember, moveNode } from "./move.ts";
import { parentOf } from "./navigate.ts";
import { parseText } from "./parse.ts";
import type { ParsedText } from "./parsed.ts";
import {
  type Change,
  type Container,
  type Member,
  membersOf,
  type Reread,
  rereadMembers,
  rereadString,
} from "./reread.ts";
import type { Node, Property, StringNode } from "./tree.ts";
import { editedMembers, rereadBlock } from "./yaml-reread.ts";

/** Each try reads more of the text; then it is cheaper to read everything. */
const MAX_TRIES = 3;

/**
 * Applies one edit. The result is the same as reading the new text, up to the identity of nodes. `text` is the new text,
 * where it is at hand.
 */
export function editText(parsed: ParsedText, edit: TextEdit, text = applied(parsed.text, edit)): ParsedText {
  const edited = parsed.language === "json" ? editJson(parsed, edit, text) : editYaml(parsed, edit, text);
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
    if (reread !== undefined) return withMembers(change, container, reread);
    container = parentOf(container) as Container | undefined;
  }
  return undefined;
}

/** The mapping around the edit, or one further out; else the whole text, whose nodes keep their identity all the same. */
function editYaml(parsed: ParsedText, edit: TextEdit, text: string): ParsedText {
  const change = { parsed, edit, text, delta: edit.newText.length - (edit.end - edit.start) };
  for (const members of editedMembers(parsed, edit).slice(-MAX_TRIES).reverse()) {
    const reread = rereadBlock(change, members);
    if (reread !== undefined) return withMembers(change, members.mapping, reread);
  }
  const fresh = parseText(text, "yaml");
  return { ...fresh, root: adopt(parsed.root, fresh.root, edit) };
}

function withMembers({ parsed, text, delta }: Change, container: Container, reread: Reread): ParsedText {
  moveFollowing(container, delta);
  const replacement = spliced(container, reread, delta);
  return { ...parsed, text, problems: reread.problems, root: replaceUpwards(container, replacement, delta) };
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
  return containerLike(container, [...old.slice(0, from), ...members, ...old.slice(to)], delta);
}

/** Puts `replacement` where `old` stands; gives the new root. */
function replaceUpwards(old: Node, replacement: Node, delta: number): Node {
  const { parent } = old;
  if (parent === undefined) return replacement;
  const owner = parent.kind === "array" ? parent : parent.parent;
  const members = membersOf(owner).map((member) => {
    if (member === old) return replacement;
    return member === parent && member.kind === "property" ? changed(member, old, replacement) : member;
  });
  return replaceUpwards(owner, containerLike(owner, members, delta), delta);
}

/** The container as the edit leaves it, with these members. */
function containerLike({ kind, start, end: oldEnd }: Container, members: readonly Member[], delta: number): Container {
  const end = oldEnd + delta;
  if (kind === "array") {
    const array = arrayNode(start, end);
    for (const item of members as Node[]) addItem(array, item);
    return array;
  }
  const object = objectNode(start, end);
  for (const property of members as Property[]) {
    property.parent = object;
    object.properties.push(property);
  }
  return object;
}

function changed(property: Property, old: Node, replacement: Node): Property {
  const key = property.key === old ? (replacement as StringNode) : property.key;
  const value = property.key === old ? property.value : replacement;
  const made: Property = { ...property, end: Math.max(key.end, value.end), key, value };
  setParent(key, made);
  setParent(value, made);
  return made;
}
