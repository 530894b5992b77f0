/**
 * A part of a YAML definition that is enough to tell what may stand at a place of it: the machine's own fields and the
 * state around. A definition of a megabyte takes the yaml package a third of a second to read; a state takes none.
 */
import type { AslDocument } from "../document.ts";

export interface Excerpt {
  readonly text: string;
  /** Where the offset of the document is in the excerpt. */
  readonly offset: number;
}

/** Undefined where the offset is in no state of the machine that is written as a block: there all of it counts. */
export function stateExcerpt(document: AslDocument, offset: number): Excerpt | undefined {
  const { text, machine } = document;
  const state = machine?.scope.states.findLast(({ nameNode }) => nameNode.start <= offset);
  if (machine === undefined || state === undefined) return undefined;
  const start = text.lastIndexOf("\n", state.nameNode.start - 1) + 1;
  const indent = state.nameNode.start - start;
  if (indent === 0 || text.slice(start, state.nameNode.start).trim() !== "") return undefined;
  const end = blockEnd(text, state.nameNode.end, indent);
  const column = offset - (text.lastIndexOf("\n", offset - 1) + 1);
  if (offset > end || (offset > state.nameNode.end && column <= indent)) return undefined;
  const fields = machine.node.properties
    .filter(({ value }) => value.kind !== "object" && value.kind !== "array")
    .map((field) => text.slice(field.start, field.end).trimEnd());
  const head = `${[...fields, "States:"].join("\n")}\n`;
  return { text: head + text.slice(start, end), offset: head.length + offset - start };
}

/** Where the first line begins that is indented no deeper. */
function blockEnd(text: string, from: number, indent: number): number {
  for (let at = text.indexOf("\n", from); at >= 0; at = text.indexOf("\n", at + 1)) {
    const blanks = /^[ \t]*/.exec(text.slice(at + 1, at + 400))?.[0].length ?? 0;
    const first = text[at + 1 + blanks];
    if (blanks <= indent && first !== undefined && first !== "\n" && first !== "\r" && first !== "#") return at + 1;
  }
  return text.length;
}
