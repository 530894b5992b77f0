/**
 * Whether a text that does not say so by its name is a state machine. It reads only the head of the text, so it costs
 * microseconds.
 * https://states-language.net/spec.html#toplevelfields
 */
import { RECOGNIZED_HEAD_LENGTH, topLevelKeys } from "../editor/head.ts";
import type { Recognition } from "../editor/recognition.ts";
import { STATE_TYPES } from "../vocabulary.ts";

/** How a file is known to be a definition. */
export const aslRecognition: Recognition = {
  kind: "asl",
  title: "state machine",
  languageIds: ["asl", "asl-yaml"],
  fileName: /\.asl(?:\.json|\.ya?ml)?$/i,
  looksLike: looksLikeStateMachine,
};

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
