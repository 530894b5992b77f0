/**
 * Whether a request fits the API's model at all: requests also come from JSON files, where no compiler has looked.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
import { isObject, type JsonValue } from "../../json.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { TestStateRequest } from "./types.ts";

type FieldRule = "text" | "flag" | "object" | "count" | readonly string[];

const REQUEST: Readonly<Record<keyof TestStateRequest, FieldRule>> = {
  definition: "text",
  roleArn: "text",
  input: "text",
  inspectionLevel: ["INFO", "DEBUG", "TRACE"],
  revealSecrets: "flag",
  variables: "text",
  stateName: "text",
  mock: "object",
  context: "text",
  stateConfiguration: "object",
};
const MOCK = { result: "text", errorOutput: "object", fieldValidationMode: ["STRICT", "PRESENT", "NONE"] } as const;
const ERROR_OUTPUT = { error: "text", cause: "text" } as const;
const CONFIGURATION = {
  retrierRetryCount: "count",
  errorCausedByState: "text",
  mapIterationFailureCount: "count",
  mapItemReaderData: "text",
} as const;

export function requestMistake(request: TestStateRequest): Refusal | undefined {
  const { definition, mock, stateConfiguration, roleArn } = request;
  if (definition === undefined || definition === null) {
    return invalid("Value null at 'definition' failed to satisfy constraint: Member must not be null");
  }
  const found =
    fieldMistake(request, REQUEST, "") ??
    fieldMistake(mock, MOCK, "mock.") ??
    fieldMistake(mock?.errorOutput, ERROR_OUTPUT, "mock.errorOutput.") ??
    fieldMistake(stateConfiguration, CONFIGURATION, "stateConfiguration.");
  if (found !== undefined) return found;
  return roleArn === undefined || roleArn.startsWith("arn:")
    ? undefined
    : refuse("InvalidArn", `Invalid Role Arn: '${roleArn}'`);
}

function fieldMistake(given: object | undefined, rules: Readonly<Record<string, FieldRule>>, prefix: string) {
  for (const [name, value] of Object.entries(given ?? {}) as [string, JsonValue | undefined][]) {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (value === undefined || rule === undefined) continue;
    const wanted = unmet(value, rule);
    if (wanted !== undefined) {
      const shown = typeof value === "string" ? value : JSON.stringify(value);
      return invalid(`Value '${shown}' at '${prefix}${name}' failed to satisfy constraint: ${wanted}`);
    }
  }
  return undefined;
}

function unmet(value: JsonValue, rule: FieldRule): string | undefined {
  if (rule === "text") return typeof value === "string" ? undefined : "Member must be a string";
  if (rule === "flag") return typeof value === "boolean" ? undefined : "Member must be a boolean";
  if (rule === "object") return isObject(value) ? undefined : "Member must be an object";
  if (rule === "count") {
    return Number.isInteger(value) && (value as number) >= 0
      ? undefined
      : "Member must have value greater than or equal to 0";
  }
  return rule.includes(String(value)) ? undefined : `Member must satisfy enum value set: [${rule.join(", ")}]`;
}

function invalid(constraint: string): Refusal {
  return refuse("ValidationException", `1 validation error detected: ${constraint}`);
}
