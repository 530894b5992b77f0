/**
 * The context object of a tested state: the caller's own, judged as AWS judges it, or the one that AWS makes up for the
 * Express execution in which it runs the state.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { Random } from "../../random.ts";
import { formatTimestamp } from "../timestamp.ts";

type FieldType = "string" | "integer" | "any";

/** What a given context object may hold. Map is another matter: AWS names it in its refusal. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, FieldType>>>> = {
  Execution: {
    Id: "string",
    Input: "any",
    Name: "string",
    RoleArn: "string",
    StartTime: "string",
    RedriveCount: "integer",
    RedriveTime: "string",
  },
  StateMachine: { Id: "string", Name: "string" },
  State: { EnteredTime: "string", Name: "string", RetryCount: "integer" },
  Task: { Token: "string" },
};

/** What AWS has against a given context object, or undefined. */
export function contextMistake(context: JsonValue): string | undefined {
  if (!isObject(context)) return "Context must be an object";
  for (const [name, part] of Object.entries(context)) {
    if (name === "Map") return "'Map' field is not supported when mocking a Context object";
    const fields = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
    if (fields === undefined) return `Field '${name}' is not allowed`;
    if (!isObject(part)) return `${name} must be an object`;
    for (const [key, value] of Object.entries(part)) {
      const type = Object.hasOwn(fields, key) ? fields[key] : undefined;
      if (type === undefined) return `Field '${key}' is not allowed`;
      if (!fits(value, type)) return `${name}.${key} must be ${type === "integer" ? "an" : "a"} ${type}`;
    }
  }
  return undefined;
}

function fits(value: JsonValue, type: FieldType): boolean {
  return type === "any" || (type === "integer" ? Number.isInteger(value) : typeof value === "string");
}

const DEFAULT_ACCOUNT = "123456789012";
export const TEST_REGION = "us-east-1";

/** `$$.Execution` and `$$.StateMachine` of an execution that exists only for the test. */
export function testExecution(
  input: JsonValue,
  roleArn: string | undefined,
  startTimeMs: number,
  random: Random,
): { readonly execution: JsonObject; readonly stateMachine: JsonObject } {
  const account = roleArn?.split(":")[4] || DEFAULT_ACCOUNT;
  const arn = `arn:aws:states:${TEST_REGION}:${account}`;
  const machine = random.uuid();
  const name = random.uuid();
  return {
    execution: {
      Id: `${arn}:express:${machine}:${name}`,
      Input: input,
      Name: name,
      ...(roleArn === undefined ? {} : { RoleArn: roleArn }),
      StartTime: formatTimestamp(startTimeMs),
    },
    stateMachine: { Id: `${arn}:stateMachine:${machine}`, Name: machine },
  };
}
