/**
 * Whether a text that does not say so by its name is a state machine: the language server, the editor and the command
 * line ask this about plain .json and .yaml files. It reads only the head of the text, so it costs microseconds.
 * https://states-language.net/spec.html#toplevelfields
 */
import { STATE_TYPES } from "./model.ts";

/** How much of a document is looked at, UTF-16 units. A definition shows its first state within it. */
export const RECOGNIZED_HEAD_LENGTH = 8_192;

const STATE_TYPE = new RegExp(`"Type"\\s*:\\s*"(?:${STATE_TYPES.join("|")})"`);
const YAML_STATE_TYPE = new RegExp(`^[ \\t]+"?Type"?:\\s*["']?(?:${STATE_TYPES.join("|")})\\b`, "m");

/**
 * True for a JSON object or YAML mapping with `StartAt` at its top level, or with `States` there that hold a state.
 * A template that merely contains a definition is not one.
 */
export function looksLikeStateMachine(text: string, language: "json" | "yaml"): boolean {
  const head = text.slice(0, RECOGNIZED_HEAD_LENGTH);
  return language === "json" ? jsonLooksLike(head) : yamlLooksLike(head);
}

function jsonLooksLike(head: string): boolean {
  const keys = topLevelKeys(head);
  return keys.has("StartAt") || (keys.has("States") && STATE_TYPE.test(head.slice(keys.get("States"))));
}

function yamlLooksLike(head: string): boolean {
  if (/^"?StartAt"?:\s*\S/m.test(head)) return true;
  const states = /^"?States"?:\s*(?:#.*)?$/m.exec(head);
  return states !== null && YAML_STATE_TYPE.test(head.slice(states.index));
}

/** Keys of the outermost object that the head shows, each with the offset behind it. */
function topLevelKeys(head: string): Map<string, number> {
  const keys = new Map<string, number>();
  let depth = 0;
  for (let at = 0; at < head.length; at++) {
    const char = head[at];
    if (char === "{" || char === "[") {
      depth++;
    } else if (char === "}" || char === "]") {
      depth--;
    } else if (char === '"') {
      const start = at + 1;
      at = endOfString(head, start);
      if (depth === 1 && /^\s*:/.test(head.slice(at + 1, at + 40))) keys.set(head.slice(start, at), at + 1);
    } else if (depth === 0 && char !== undefined && !/[\s\uFEFF]/.test(char)) {
      break; // neither an object nor white space before one
    }
  }
  return keys;
}

/** Offset of the quote that ends the string, or the end of the text. */
function endOfString(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
