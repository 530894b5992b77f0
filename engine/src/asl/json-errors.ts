/**
 * What AWS says about text that is no JSON object.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinitionDiagnostic.html
 */
import { jacksonStop, jsonStart, sourceLocation } from "../text/jackson.ts";

export interface JsonError {
  readonly code: string;
  readonly message: string;
  readonly location?: string;
}

const NOT_AN_OBJECT: JsonError = {
  code: "SCHEMA_VALIDATION_FAILED",
  message: "Definition must be a valid JSON object",
};

/** The one error AWS gives for a text that it cannot read at all, or undefined. */
export function firstJsonError(text: string): JsonError | undefined {
  const start = jsonStart(text);
  if (start >= text.length) return NOT_AN_OBJECT;
  const stop = jacksonStop(text, start);
  if (stop === undefined) return text[start] === "{" ? undefined : NOT_AN_OBJECT;
  if (stop.tooDeep) return { code: "TOO_DEEPLY_NESTED", message: stop.message };
  const location = sourceLocation(text, stop.offset);
  return { code: "INVALID_JSON_DESCRIPTION", message: `${stop.message}\n at ${location}`, location };
}
