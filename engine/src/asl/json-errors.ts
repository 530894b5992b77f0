/**
 * What AWS says about text that is no JSON object. AWS reads definitions with Jackson; its words and its columns (which
 * count from 1 and stand behind the token) are given here for the mistakes that people make.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html
 */

import { parseJson } from "../text/json-reader.ts";
import { lineStarts, positionAt } from "../text/lines.ts";

export interface JsonError {
  readonly code: string;
  readonly message: string;
  readonly location?: string;
}

/** How much of the text Jackson quotes. */
const QUOTED_LENGTH = 500;
const TOKENS = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";
const NOT_AN_OBJECT: JsonError = {
  code: "SCHEMA_VALIDATION_FAILED",
  message: "Definition must be a valid JSON object",
};

/** The one error AWS gives for a text that it cannot read at all, or undefined. */
export function firstJsonError(text: string): JsonError | undefined {
  if (text.trim() === "") return NOT_AN_OBJECT;
  const { root, problems } = parseJson(text);
  const first = problems.find((problem) => problem.severity === "error");
  if (first === undefined) return root.kind === "object" ? undefined : NOT_AN_OBJECT;
  if (first.rule === "too-deeply-nested") return { code: "TOO_DEEPLY_NESTED", message: first.message };
  const word = /^[\p{L}_$][\p{L}\p{N}_$]*/u.exec(text.slice(first.start))?.[0];
  const offset = first.start + (word?.length ?? 1);
  const location = sourceLocation(text, offset);
  const what = word === undefined ? unexpected(text, first.start, first.message) : unrecognized(word);
  return { code: "INVALID_JSON_DESCRIPTION", message: `${what}\n at ${location}`, location };
}

function unrecognized(word: string): string {
  return `Unrecognized token '${word}': was expecting ${TOKENS}`;
}

function unexpected(text: string, offset: number, message: string): string {
  const code = text.codePointAt(offset);
  if (code === undefined) return "Unexpected end-of-input";
  return `Unexpected character ('${String.fromCodePoint(code)}' (code ${code})): ${message}`;
}

function sourceLocation(text: string, offset: number): string {
  const { line, character } = positionAt(lineStarts(text), offset);
  const quoted = text.slice(0, QUOTED_LENGTH);
  const rest = text.length > QUOTED_LENGTH ? `[truncated ${text.length - QUOTED_LENGTH} chars]` : "";
  return `[Source: (String)"${quoted}"${rest}; line: ${line + 1}, column: ${character + 1}]`;
}
