/** What stands behind an edit moves: nodes in place, so that they stay themselves; problems, which are data, anew. */
import type { Problem } from "../problem.ts";
import type { Node, Property } from "./tree.ts";

export function moveNode(root: Node, by: number): void {
  if (by === 0) return;
  const open: Node[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    node.start += by;
    node.end += by;
    if (node.kind === "array") for (const item of node.items) open.push(item);
    else if (node.kind === "placeholder") {
      if (node.argument !== undefined) open.push(node.argument);
    } else if (node.kind === "object") {
      for (const property of node.properties) {
        property.start += by;
        property.end += by;
        open.push(property.key, property.value);
      }
    }
  }
}

/** Moves an item, or a property with its key and value. */
export function moveMember(member: Property | Node, by: number): void {
  if (member.kind !== "property") return moveNode(member, by);
  member.start += by;
  member.end += by;
  moveNode(member.key, by);
  moveNode(member.value, by);
}

/** The same problem, as much further on in the document. */
export function movedProblem(problem: Problem, by: number): Problem {
  if (by === 0) return problem;
  const move = <T extends { readonly start: number; readonly end: number }>(range: T): T => ({
    ...range,
    start: range.start + by,
    end: range.end + by,
  });
  const moved = move(problem);
  const fixes = problem.fixes?.map((fix) => ({ ...fix, edits: fix.edits.map(move) }));
  return {
    ...moved,
    ...(problem.related === undefined ? {} : { related: problem.related.map(move) }),
    ...(fixes === undefined ? {} : { fixes }),
  };
}
