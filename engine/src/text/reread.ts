/**
 * Reading again only what an edit can have changed: a string, or a few members of an object or array. What comes out is
 * what reading the whole text would give; where that is not certain, nothing does.
 */
import { MAX_TEXT_PROBLEMS } from "../limits.ts";
import type { Problem, TextEdit } from "../problem.ts";
import { type JsonReading, readJson } from "./json-reader.ts";
import { lineEnd, skipSpace } from "./json-tokens.ts";
import { movedProblem, moveMember } from "./move.ts";
import { depthOf } from "./navigate.ts";
import type { ParsedText } from "./parsed.ts";
import type { ArrayNode, Node, ObjectNode, Property, StringNode } from "./tree.ts";

export type Container = ObjectNode | ArrayNode;
export type Member = Property | Node;

export interface Change {
  readonly parsed: ParsedText;
  readonly edit: TextEdit;
  /** The text after the edit, which makes it longer by `delta`. */
  readonly text: string;
  readonly delta: number;
}

/** What stands in place of the members from `from` to, exclusive, `to`. */
export interface Reread {
  readonly from: number;
  readonly to: number;
  readonly members: readonly Member[];
  /** All of the document's. */
  readonly problems: readonly Problem[];
}

export function membersOf(container: Container): readonly Member[] {
  return container.kind === "array" ? container.items : container.properties;
}

/** The string as the new text has it, or undefined where that is no whole string any more. */
export function rereadString({ parsed, text, delta }: Change, { start, end }: StringNode): StringNode | undefined {
  // Mistakes elsewhere move, too: those who re-read members see to that.
  if (parsed.problems.length > 0) return undefined;
  const { root, problems } = readJson(text.slice(start, end + delta));
  if (root.kind !== "string" || problems.length > 0 || root.end !== end + delta - start) return undefined;
  root.start = start;
  root.end = end + delta;
  return root;
}

/** The members around the edit, read anew between their neighbours; undefined where more than they can have changed. */
export function rereadMembers(change: Change, container: Container): Reread | undefined {
  const { parsed, edit, text, delta } = change;
  const old = membersOf(container);
  let before = countWhile(old, (member) => member.end < edit.start) - 1;
  while (before >= 0 && isUnfinished(old[before])) before--;
  const after = countWhile(old, (member) => member.start < edit.end || member.end <= edit.end);
  // The neighbours are read as well, since a comma may be missing behind or before them; they keep their nodes.
  const first = old[before];
  const last = old[after];
  const start = first?.start ?? container.start;
  const end = last?.end ?? container.end;
  const kept = keptProblems(parsed, start, end, delta);
  if (kept === undefined) return undefined;
  const [open, close] = container.kind === "array" ? ["[", "]"] : ["{", "}"];
  const opening = first === undefined ? "" : open;
  const window = `${opening}${text.slice(start, end + delta)}${last === undefined ? "" : close}`;
  const reading = readJson(window, depthOf(container));
  if (!isWhole(reading, container, window)) return undefined;
  const by = start - opening.length;
  const members = membersOf(reading.root as Container);
  for (const member of members) moveMember(member, by);
  if (first !== undefined && !isSame(members[0], first, 0)) return undefined;
  if (last !== undefined && (members.length < 2 || !isSame(members.at(-1), last, delta))) return undefined;
  const problems = [...kept, ...reading.problems.map((problem) => movedProblem(problem, by))];
  if (problems.length >= MAX_TEXT_PROBLEMS) return undefined;
  return {
    from: before + 1,
    to: after,
    members: members.slice(first === undefined ? 0 : 1, last === undefined ? members.length : -1),
    problems: problems.sort((a, b) => a.start - b.start),
  };
}

/** What is typed behind a key without a value may become that. */
function isUnfinished(member: Member | undefined): boolean {
  return member?.kind === "property" && member.value.kind === "missing";
}

function countWhile(members: readonly Member[], holds: (member: Member) => boolean): number {
  let low = 0;
  let high = members.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(members[middle] as Member)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The problems outside of what is read again, moved; undefined where one of those inside may have hushed up others
 * outside, or the other way round. Comments do neither.
 */
function keptProblems({ text, problems }: ParsedText, start: number, end: number, delta: number) {
  const kept: Problem[] = [];
  for (const problem of problems) {
    const inside = problem.start >= start && problem.end <= end;
    if (problem.rule !== "json-comment") {
      if (!inside || lineEnd(text, skipSpace(text, lineEnd(text, problem.end))) >= end) return undefined;
    } else if (problem.end <= start) kept.push(problem);
    else if (problem.start >= end) kept.push(movedProblem(problem, delta));
    else if (!inside) return undefined;
  }
  return kept;
}

/** True where the reading is one value, of the kind of the container, and nothing in it reaches beyond its end. */
function isWhole({ root, bracketed, quietUntil }: JsonReading, { kind }: Container, text: string): boolean {
  return root.kind === kind && bracketed && root.end === text.length && quietUntil < text.length;
}

function isSame(member: Member | undefined, old: Member, delta: number): boolean {
  return member?.start === old.start + delta && member.end === old.end + delta;
}
