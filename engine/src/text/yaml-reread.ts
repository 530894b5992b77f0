/**
 * Reading again one member of a block mapping of YAML. The reader goes forward only: where it comes to the member that
 * follows just as it did before the edit, everything behind is as it was. What comes out is what reading the whole text
 * would give; where that is not certain, nothing does.
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

/** A member in whose value an edit lies, and the one that follows it. */
export interface EditedMember {
  readonly mapping: ObjectNode;
  readonly index: number;
  /** Where the line of its key begins, and that of the following key. */
  readonly start: number;
  readonly end: number;
}

/** From the outermost to the innermost, those that can be read by themselves. */
export function editedMembers({ text, root, anchored }: ParsedText, edit: TextEdit): readonly EditedMember[] {
  const found: EditedMember[] = [];
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
    const start = lineOf(text, member);
    const next = node.properties[index + 1];
    const end = next === undefined ? undefined : lineOf(text, next);
    if (start !== undefined && end !== undefined && edit.end <= end) found.push({ mapping: node, index, start, end });
    node = member.value;
  }
  return found;
}

/** Where the line begins that a key is the first on; undefined where something else is. */
function lineOf(text: string, { start }: Property): number | undefined {
  let at = start;
  while (text[at - 1] === " ") at--;
  return at === 0 || text[at - 1] === "\n" ? at : undefined;
}

export function rereadMember(change: Change, { mapping, index, start, end }: EditedMember): Reread | undefined {
  const { parsed, edit, text, delta } = change;
  const [old, next] = mapping.properties.slice(index, index + 2) as [Property, Property];
  const kept = keptProblems(parsed, start, end, delta);
  if (kept === undefined) return undefined;
  const cursor = new YamlCursor(text);
  cursor.at = old.start;
  cursor.lineStart = start;
  const read = objectNode(old.start, old.start);
  const isFollowed = readMember(cursor, read, old.start - start, depthOf(mapping));
  const [fresh] = read.properties;
  if (!isFollowed || cursor.at !== next.start + delta || cursor.anchored || fresh === undefined) return undefined;
  const problems = [...kept, ...cursor.problems];
  if (problems.length >= MAX_TEXT_PROBLEMS || problems.some(({ rule }) => rule === "too-deeply-nested"))
    return undefined;
  const member = adoptMember(old, fresh, { from: edit.end, by: delta });
  return { from: index, to: index + 1, members: [member], problems: problems.sort((a, b) => a.start - b.start) };
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
