/**
 * Silencing one finding where it stands, in a form that AWS accepts: a comment on the line before in YAML, words in the
 * nearest Comment field in JSON.
 */
import { indentOf, styleOf } from "../../editor/compose.ts";
import { addProperty, isAlias } from "../../editor/object-edits.ts";
import { rewriteString } from "../../editor/string-edit.ts";
import type { CodeAction } from "../../editor/types.ts";
import type { Problem, TextEdit } from "../../problem.ts";
import { SILENCE_WORD, USELESS_SILENCE } from "../../rules/silence.ts";
import { placeOf } from "../../schema/docs.ts";
import { nodeAt, parentOf, property } from "../../text/navigate.ts";
import type { Node, ObjectNode, StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";

/** Undefined where the problem cannot be silenced in the text: where the text itself cannot be read. */
export function silenceAction(document: AslDocument, problem: Problem): CodeAction | undefined {
  const edit = document.language === "yaml" ? lineAbove(document, problem) : inComment(document, problem);
  if (edit === undefined || problem.rule === USELESS_SILENCE) return undefined;
  return { title: `Silence ${problem.rule} here`, kind: "quickfix", edits: [edit], problem };
}

function lineAbove(document: AslDocument, problem: Problem): TextEdit | undefined {
  const { text, parsed } = document;
  const style = styleOf(parsed);
  const lineStart = text.lastIndexOf("\n", problem.start - 1) + 1;
  // A line within a text of several lines would become part of that text.
  const node = nodeAt(parsed.root, problem.start);
  if (node?.kind === "string" && node.start < lineStart) return inComment(document, problem);
  const words = `${SILENCE_WORD}-next-line`;
  const previous = text.lastIndexOf("\n", lineStart - 2) + 1;
  const above = text.slice(previous, Math.max(previous, lineStart - style.lineEnd.length));
  if (lineStart > 0 && above.includes(`# ${words} `)) {
    const end = previous + above.trimEnd().length;
    return { start: end, end, newText: `, ${problem.rule}` };
  }
  const indent = indentOf(style, lineStart + (/^[ \t]*/.exec(text.slice(lineStart))?.[0].length ?? 0));
  return { start: lineStart, end: lineStart, newText: `${indent}# ${words} ${problem.rule}${style.lineEnd}` };
}

function inComment(document: AslDocument, { rule, start }: Problem): TextEdit | undefined {
  const style = styleOf(document.parsed);
  const object = commentable(document, nodeAt(document.parsed.root, start), start);
  if (object === undefined || isAlias(object, style)) return undefined;
  const comment = property(object, "Comment");
  if (comment === undefined) {
    const type = property(object, "Type");
    return addProperty(object, "Comment", `${SILENCE_WORD} ${rule}`, style, type ?? object.properties.at(-1));
  }
  if (comment.value.kind !== "string") return undefined;
  return rewriteString(document, comment.value, withSilence(comment.value, rule));
}

/** Adds to the ids that are silenced already, or behind what the Comment says. */
function withSilence({ value }: StringNode, rule: string): string {
  const known = /sluice-disable[ \t]+[a-z][a-z0-9-]*(?:[ \t]*,[ \t]*[a-z][a-z0-9-]*)*/.exec(value);
  if (known === null) return value === "" ? `${SILENCE_WORD} ${rule}` : `${value} (${SILENCE_WORD} ${rule})`;
  const end = known.index + known[0].length;
  return `${value.slice(0, end)}, ${rule}${value.slice(end)}`;
}

/** The innermost object around that may have a Comment: a retrier, a rule, a state, the machine. */
function commentable(document: AslDocument, node: Node | undefined, offset: number): ObjectNode | undefined {
  const named = node === undefined ? undefined : document.index.names.get(node);
  for (let at: Node | undefined = named?.node ?? node; at !== undefined; at = parentOf(at)) {
    if (at.kind !== "object") continue;
    const inside = at === named?.node || (offset >= at.start && offset < at.end);
    const { entry } = placeOf(at);
    if (inside && entry !== undefined && Object.hasOwn(entry.fields, "Comment")) return at;
  }
  return undefined;
}
