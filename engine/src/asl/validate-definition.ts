/**
 * The answer of AWS's ValidateStateMachineDefinition.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_ValidateStateMachineDefinition.html
 */
import type { Problem } from "../problem.ts";
import { parseText } from "../text/parse.ts";
import type { MachineType } from "../vocabulary.ts";
import { analyze } from "./analyze.ts";
import { firstJsonError } from "./json-errors.ts";

export interface ValidateOptions {
  /** Default STANDARD. */
  readonly type?: MachineType;
  /** The least severity to return. Default ERROR, as the API's. */
  readonly severity?: "ERROR" | "WARNING";
  /** 0 to 100; 0 means the default, 100. */
  readonly maxResults?: number;
}

export interface ValidationDiagnostic {
  readonly severity: "ERROR" | "WARNING";
  readonly code: string;
  readonly message: string;
  readonly location?: string;
}

export interface ValidationResponse {
  readonly result: "OK" | "FAIL";
  readonly diagnostics: readonly ValidationDiagnostic[];
  readonly truncated: boolean;
}

const MAX_RESULTS = 100;

/** `text` is JSON, as the API takes nothing else. */
export function validateDefinition(text: string, options: ValidateOptions = {}): ValidationResponse {
  const found = diagnose(text, options.type ?? "STANDARD");
  const result = found.some(({ severity }) => severity === "ERROR") ? "FAIL" : "OK";
  const wanted = options.severity === "WARNING" ? found : found.filter(({ severity }) => severity === "ERROR");
  const limit = Math.min(options.maxResults || MAX_RESULTS, MAX_RESULTS);
  return { result, diagnostics: wanted.slice(0, limit), truncated: wanted.length > limit };
}

function diagnose(text: string, machineType: MachineType): readonly ValidationDiagnostic[] {
  const syntax = firstJsonError(text);
  if (syntax !== undefined) return [{ severity: "ERROR", ...syntax }];
  const { problems } = analyze(parseText(text, "json"), { machineType, asAws: true });
  const diagnostics = problems.flatMap(diagnosticOf);
  // What has no place comes last.
  return [...diagnostics.filter(hasLocation), ...diagnostics.filter((diagnostic) => !hasLocation(diagnostic))];
}

function diagnosticOf({ severity, aws }: Problem): readonly ValidationDiagnostic[] {
  if (aws === undefined) return [];
  return [{ severity: severity === "error" ? "ERROR" : "WARNING", ...aws }];
}

function hasLocation(diagnostic: ValidationDiagnostic): boolean {
  return diagnostic.location !== undefined;
}
