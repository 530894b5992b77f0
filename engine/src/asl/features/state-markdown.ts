/** A state in a few lines: what it is, and how it hangs together with the others of its scope. */
import { code, paragraphs, plain } from "../../editor/markdown.ts";
import { valueNode } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { graphOf, predecessorsOf } from "../graph.ts";
import type { State } from "../model.ts";

const SHOWN_NEIGHBOURS = 8;

export function stateMarkdown(state: State): string {
  const { name, node, scope, type } = state;
  const facts = [type === undefined ? "state without a type" : `${type} state`];
  if (scope.startAt?.value === name) facts.push("starts its scope");
  if (state.terminal) facts.push("ends its scope");
  const from = predecessorsOf(state).map((other) => code(other.name));
  const to = state.transitions.map(({ target, kind }) => (kind === "catch" ? `${code(target)} (catch)` : code(target)));
  return paragraphs(
    `**${plain(name)}**: ${facts.join(" · ")}`,
    plain(textOf(valueNode(node, "Comment"))),
    codeOf(textOf(valueNode(node, "Resource"))),
    from.length === 0 ? unreachableNote(state) : `From ${shortList(from)}`,
    to.length === 0 ? "" : `To ${shortList([...new Set(to)])}`,
  );
}

/** The Type and the first words of the Comment: one line for lists. */
export function stateDetail({ type, node }: State): string {
  const comment = textOf(valueNode(node, "Comment"));
  return comment === "" ? (type ?? "") : `${type ?? "state"}: ${comment.replace(/\s+/g, " ").slice(0, 80)}`;
}

function unreachableNote(state: State): string {
  const { start, reachable } = graphOf(state.scope);
  return start === undefined || reachable.has(state) ? "" : "Nothing leads to it.";
}

function shortList(items: readonly string[]): string {
  const more = items.length - SHOWN_NEIGHBOURS;
  return more > 0 ? `${items.slice(0, SHOWN_NEIGHBOURS).join(", ")} and ${more} more` : items.join(", ");
}

function codeOf(text: string): string {
  return text === "" ? "" : code(text);
}

function textOf(node: Node | undefined): string {
  return node?.kind === "string" ? node.value : "";
}
