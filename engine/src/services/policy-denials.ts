/**
 * Whether a resource policy denies an action to everybody. Only that is simulated: who may what is IAM's matter, and
 * templates do not tell who calls.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
import { isObject, type JsonValue } from "../json.ts";

/** `policies`: documents of the resource's policies. `action`: `sns:Publish`, ... */
export function isDenied(policies: JsonValue | undefined, action: string): boolean {
  return list(policies).some(
    (policy) => isObject(policy) && list(policy.Statement).some((each) => denies(each, action)),
  );
}

function denies(statement: JsonValue, action: string): boolean {
  if (!isObject(statement) || statement.Effect !== "Deny" || statement.Condition !== undefined) return false;
  const { Principal: principal } = statement;
  const isEverybody = principal === "*" || (isObject(principal) && list(principal.AWS).includes("*"));
  return isEverybody && list(statement.Action).some((each) => matches(String(each), action));
}

/** Names of actions have wildcards, and no case. */
function matches(pattern: string, action: string): boolean {
  const parts = pattern.split("*").map((part) => part.replace(/[.+^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i").test(action);
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value as JsonValue];
}
