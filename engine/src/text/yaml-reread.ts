/**
 * Reading again one member of a block mapping of YAML, or two. The reader goes forward only: where it comes to the member
 * that follows just as it did before the edit, everything behind is as it was. What comes out is what reading the whole
 * text would give; where that is not certain, nothing does.
 */
import { MAX_TEXT_PROBLEMS } from "../limits.ts";
import type { Problem, TextEdit } from "../problem.ts";
import { adoptMember } from "./adopt.ts";
import { objectNode } from "./build.ts";
import { movedProblem } from "./move.ts";
import { depthOf } from "./navigate.ts";
import type { ParsedText } from "./parsed.ts";
import type { Change, Reread } from "./reread.ts";
import type { Node, ObjectNode, Property } from "./tree.ts";
import { readMember } from "./yaml/block.ts";
import { YamlCursor } from "./yaml/cursor.ts";

/** Behind a key, with the blank without which it would be part of a word. */
const COLON = /^[ \t]*:[ \t\r\n]/;

/** Members that an edit lies in, from `from` to `to`, exclusive. */
export interface EditedMembers {
  readonly mapping: ObjectNode;
  readonly from: number;
  readonly to: number;
  /** Where the line of their first key begins, and that of the key that follows them. */
  readonly start: number;
  readonly end: number;
}

/** From the outermost to the innermost, those that can be read by themselves; of one mapping the fewest last. */
export function editedMembers({ text, root, anchored }: ParsedText, edit: TextEdit): readonly EditedMembers[] {
  const found: EditedMembers[] = [];
  if (anchored === true) return found;
  let node: Node | undefined = root;
  while (node !== undefined) {
    if (node.kind === "array") {
      node = node.items.findLast(({ start }) => start < edit.start);
      continue;
    }
    if (node.kind !== "object" || text[node.start] === "{") break;
    const index: number = node.properties.findLastIndex(({ start }) => start < edit.start);
    const member: Property | undefined = node.properties[index];
    // What is no key any more would make something else of the mapping.
    if (member === undefined || !COLON.test(text.slice(member.key.end, edit.start))) break;
    found.push(...spansAt(text, node, index, edit).reverse());
    node = member.value;
  }
  return found;
}

/** The member alone, and with the next one where the edit ends on that one's line: it may become a part of either. */
function spansAt(text: string, mapping: ObjectNode, from: number, edit: TextEdit): EditedMembers[] {
  const spans: EditedMembers[] = [];
  const [member, ...following] = mapping.properties.slice(from, from + 3) as [Property, ...Property[]];
  const start = lineOf(text, member);
  for (const [index, next] of following.entries()) {
    const end = lineOf(text, next);
    if (start === undefined || end === undefined) break;
    if (edit.end <= end) spans.push({ mapping, from, to: from + index + 1, start, end });
    if (edit.end < end) break;
  }
  return spans;
}

/** Where the line begins that a key is the first on; undefined where something else is. */
function lineOf(text: string, { start }: Property): number | undefined {
  let at = start;
  while (text[at - 1] === " ") at--;
  return at === 0 || text[at - 1] === "\n" ? at : undefined;
}

export function rereadBlock(change: Change, { mapping, from, to, start, end }: EditedMembers): Reread | undefined {
  const { parsed, edit, text, delta } = change;
  const old = mapping.properties.slice(from, to);
  const [first] = old as [Property];
  const next = mapping.properties[to] as Property;
  const kept = keptProblems(parsed, start, end, delta);
  if (kept === undefined) return undefined;
  const cursor = new YamlCursor(text);
  cursor.at = first.start;
  cursor.lineStart = start;
  const read = objectNode(first.start, first.start);
  const [column, depth] = [first.start - start, depthOf(mapping)];
  let isFollowed = true;
  while (isFollowed && cursor.at < next.start + delta) isFollowed = readMember(cursor, read, column, depth);
  const fresh = read.properties;
  if (!isFollowed || cursor.at !== next.start + delta || cursor.anchored || fresh.length === 0) return undefined;
  const problems = [...kept, ...cursor.problems];
  if (problems.length >= MAX_TEXT_PROBLEMS || problems.some(({ rule }) => rule === "too-deeply-nested"))
    return undefined;
  const shift = { from: edit.end, by: delta };
  const isPaired = fresh.length === old.length;
  const members = isPaired ? fresh.map((each, index) => adoptMember(old[index] as Property, each, shift)) : fresh;
  return { from, to, members, problems: problems.sort((a, b) => a.start - b.start) };
}

/** The problems of other lines, moved; undefined where one reaches over the ends of what is read again. */
function keptProblems({ problems }: ParsedText, start: number, end: number, delta: number): Problem[] | undefined {
  const kept: Problem[] = [];
  for (const problem of problems) {
    if (problem.end <= start) kept.push(problem);
    else if (problem.start >= end) kept.push(movedProblem(problem, delta));
    else if (problem.start < start || problem.end > end) return undefined;
  }
  return kept;
}
