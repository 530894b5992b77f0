/** One entry for both languages, so that callers never care which one a definition is written in. */
import { parseJson } from "./json-reader.ts";
import type { ParsedText, TextLanguage } from "./parsed.ts";
import { parseYaml } from "./yaml-reader.ts";

/**
 * Reads JSON or YAML into one tree with offsets. Never throws: broken text gives the tree of what can be made out,
 * and problems. Linear in the length of the text.
 */
export function parseText(text: string, language: TextLanguage): ParsedText {
  return language === "json" ? parseJson(text) : parseYaml(text);
}

/** The same part of another version of a text, as completion needs it for the text with one word more. */
export function readAgain({ language, reread }: ParsedText, text: string): ParsedText {
  return reread === undefined ? parseText(text, language) : reread(text);
}

/** The language of a file by its address and, without one, by its first character. */
export function languageOf(text: string, uri?: string): TextLanguage {
  if (uri !== undefined && /\.ya?ml$/i.test(uri)) return "yaml";
  if (uri !== undefined && /\.json[c5]?$/i.test(uri)) return "json";
  return /^\uFEFF?\s*(?:[{[]|\/[/*]|$)/.test(text) ? "json" : "yaml";
}
