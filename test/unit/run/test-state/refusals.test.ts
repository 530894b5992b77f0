/** What TestState refuses, in AWS's words. */
import { type JsonObject, type TestStateRequest, testState } from "@sluice/engine";
import { expect, test } from "vitest";
import { ask, charge, farParcels, ROLE } from "./requests.ts";

const put = { Type: "Task", Resource: "arn:aws:states:::aws-sdk:sqs:sendMessageBatch", End: true };
const refusals: readonly (readonly [
  definition: JsonObject,
  request: Omit<TestStateRequest, "definition">,
  message: string,
])[] = [
  [
    { Type: "Wait", Seconds: 1, End: true },
    { mock: { result: "{}" } },
    "State type 'Wait' is not supported when a mock is specified",
  ],
  [charge, {}, "RoleArn must be specified when testing a Task state"],
  [charge, { roleArn: "shop", mock: { result: "{}" } }, "Invalid Role Arn: 'shop'"],
  [charge, { mock: { result: "{" } }, "Mocked result must be valid JSON"],
  [
    charge,
    { mock: { result: '{"StatusCode":"200"}' } },
    "Mock result schema validation error: Field 'StatusCode' must be a number",
  ],
  [
    put,
    { mock: { result: '{"Failed":[]}' } },
    "Mock result schema validation error: Required field 'Successful' is missing",
  ],
  [put, { mock: { result: '{"Failed":[{"Id":"a"}]}', fieldValidationMode: "PRESENT" } }, "nothing"],
  [
    put,
    { mock: { result: '{"Failed":[{"SenderFault":"no"}]}', fieldValidationMode: "PRESENT" } },
    "Mock result schema validation error: Field 'SenderFault' must be a boolean",
  ],
  [
    put,
    { mock: { result: '{"Failed":{}}', fieldValidationMode: "PRESENT" } },
    "Mock result schema validation error: Field 'Failed' must be an array",
  ],
  [put, { mock: { result: "[]", fieldValidationMode: "NONE" } }, "nothing"],
  [charge, { context: "{}", roleArn: ROLE }, "Context can only be specified when a mock is specified"],
  [
    charge,
    { context: '{"State":{"RetryCount":"1"}}', mock: { result: "{}" } },
    "Invalid Context object provided: State.RetryCount must be an integer",
  ],
  [
    { Type: "Pass" },
    {},
    "Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: These fields are required: [Next] at /States/StateName'",
  ],
  [
    { Type: "Succeed" },
    { inspectionLevel: "ALL" as "INFO" },
    "1 validation error detected: Value 'ALL' at 'inspectionLevel' failed to satisfy constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]",
  ],
];

test.each(refusals)("%j with %j: %s", async (definition, request, message) => {
  const response = await ask(definition, { input: '{"order":1}', ...request });
  expect("Error" in response ? response.Error.Message : "nothing").toBe(message);
});

test("no definition, however broken, makes it throw", async () => {
  const text = JSON.stringify({
    StartAt: "All",
    States: { All: { Type: "Map", ItemProcessor: farParcels, End: true } },
  });
  for (let end = 0; end <= text.length; end++) {
    const response = await testState({ definition: text.slice(0, end), stateName: "All" });
    expect(response).toHaveProperty("Error");
  }
});
