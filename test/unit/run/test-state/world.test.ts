/** TestState and what is around it: who answers, whose text a payload keeps, and what is the same every time. */
import { testState } from "@sluice/engine";
import { expect, test } from "vitest";
import { ask, charge, parcels, ROLE } from "./requests.ts";

const letters = { StartAt: "Stamp", States: { Stamp: { Type: "Succeed" } } };

test("a handler answers a task that is not mocked, and TRACE shows an HTTP task's exchange", async () => {
  const definition = {
    Type: "Task",
    Resource: "arn:aws:states:::http:invoke",
    Parameters: {
      ApiEndpoint: "https://example.com/pay",
      Method: "POST",
      QueryParameters: { tag: ["a", "b c"] },
      Headers: { Accept: "text/plain" },
      "RequestBody.$": "$",
    },
    End: true,
  };
  const request = {
    definition: JSON.stringify(definition),
    input: "[1]",
    roleArn: ROLE,
    inspectionLevel: "TRACE",
  } as const;
  const result = { StatusCode: 201, StatusText: "Created", Headers: { date: ["now"] }, ResponseBody: "done" };
  const response = await testState(request, { tasks: () => ({ result }) });
  expect(response).toMatchObject({
    status: "SUCCEEDED",
    inspectionData: {
      request: {
        protocol: "https",
        method: "POST",
        url: "https://example.com/pay?tag=a&tag=b%20c",
        headers: "[Accept: text/plain]",
        body: "[1]",
      },
      response: {
        protocol: "https",
        statusCode: "201",
        statusMessage: "Created",
        headers: "[date: now]",
        body: "done",
      },
    },
  });
});

test("without mock and handler the answer says what to add", async () => {
  const response = await ask(charge, { roleArn: ROLE, input: '{"order":1}' });
  expect(response).toMatchObject({ Error: { Code: "TestState.Unanswered" } });
});

test("payloads that nothing changed keep their own text", async () => {
  const parallel = { Type: "Parallel", Branches: [parcels, letters], End: true };
  const response = await ask(parallel, { mock: { result: "[ 1,  2 ]" } });
  expect(response).toEqual({ status: "SUCCEEDED", output: "[ 1,  2 ]" });
});

test("the same request has the same answer", async () => {
  const definition = { Type: "Pass", Parameters: { "id.$": "States.UUID()", "all.$": "$$" }, End: true };
  expect(await ask(definition)).toEqual(await ask(definition));
});
