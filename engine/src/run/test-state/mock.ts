/**
 * The mock of a TestState request: which states take one, and whether its result could be theirs.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_MockInput.html
 */
import { isObject, type JsonValue } from "../../json.ts";
import { taskResource } from "../resources.ts";
import { apiResponse, responseMistake } from "./api-shapes.ts";
import type { Payloads } from "./payloads.ts";
import { type Refusal, refuse } from "./refusal.ts";
import type { TestedState } from "./tested-state.ts";
import type { MockInput, TestStateRequest } from "./types.ts";

/** What stands in for the state's work. */
export type Mock =
  | { readonly result: JsonValue }
  | { readonly error: string | undefined; readonly cause: string | undefined };

const MOCKABLE: ReadonlySet<string> = new Set(["Task", "Map", "Parallel"]);
const UNMOCKED =
  "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]";

/** Undefined: there is none, and the state does without. */
export function readMock(
  request: TestStateRequest,
  subject: TestedState,
  payloads: Payloads,
): Mock | Refusal | undefined {
  const { mock } = request;
  const { type } = subject.compiled;
  if (mock === undefined) return withoutMock(request, subject);
  if (!MOCKABLE.has(type)) return invalid(`State type '${type}' is not supported when a mock is specified`);
  if (request.revealSecrets === true) {
    return invalid("TestState does not support RevealSecrets when a mock is specified.");
  }
  const { result, errorOutput } = mock;
  if (result !== undefined && errorOutput !== undefined) {
    return invalid("A test mock should have only one of the following fields: [result, errorOutput].");
  }
  if (errorOutput !== undefined) return { error: errorOutput.error, cause: errorOutput.cause };
  if (result === undefined) {
    return invalid("A test mock should have one of the following fields: [result, errorOutput].");
  }
  const parsed = payloads.read(result);
  if (parsed === undefined) return invalid("Mocked result must be valid JSON");
  const mistake = resultMistake(parsed.value, mock, subject);
  return mistake === undefined ? { result: parsed.value } : invalid(mistake);
}

function invalid(message: string): Refusal {
  return refuse("ValidationException", message);
}

function withoutMock(
  { roleArn }: TestStateRequest,
  { compiled: { type }, definition }: TestedState,
): Refusal | undefined {
  if (type === "Map" || type === "Parallel") return refuse("InvalidDefinition", UNMOCKED);
  if (type !== "Task") return undefined;
  if (roleArn === undefined) return invalid("RoleArn must be specified when testing a Task state");
  const task = taskResource(String(definition.Resource));
  if (task.kind !== "activity" && !task.submits) return undefined;
  const what = task.kind === "activity" ? "Activity tasks" : ".sync and .waitForTaskToken service integration patterns";
  return refuse("InvalidDefinition", `TestState API supports ${what} only when a mock is specified`);
}

/** What speaks against a result, by the type of the state. */
function resultMistake(result: JsonValue, mock: MockInput, { compiled, definition }: TestedState): string | undefined {
  if (compiled.type === "Map" && definition.ResultWriter !== undefined && exports(definition.ResultWriter)) {
    return isObject(result) ? undefined : "Mocked result must be a JSON object.";
  }
  if (compiled.type !== "Task") {
    if (!Array.isArray(result)) return "Mocked result must be an array.";
    const branches = compiled.type === "Parallel" && Array.isArray(definition.Branches) ? definition.Branches : result;
    if (branches.length === result.length) return undefined;
    return "Mocked result must contain the same number of items as number of Parallel branches.";
  }
  const { fieldValidationMode = "STRICT" } = mock;
  const task = taskResource(String(definition.Resource));
  if (fieldValidationMode === "NONE" || task.kind !== "service") return undefined;
  const response = apiResponse(task.resourceType, task.resource);
  return response && responseMistake(result, response, fieldValidationMode === "STRICT");
}

/** A ResultWriter with only a WriterConfig leaves the results in the execution. */
function exports(writer: JsonValue): boolean {
  return isObject(writer) && writer.Resource !== undefined;
}
