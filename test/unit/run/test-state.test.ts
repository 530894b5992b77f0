/** TestState: one state with its mock; every row is a request and what the answer must hold. */
import {
  type JsonObject,
  type JsonValue,
  type TestStateRequest,
  type TestStateResponse,
  testState,
} from "@sluice/engine";
import { describe, expect, test } from "vitest";

type Row = readonly [
  title: string,
  definition: JsonObject,
  request: Omit<TestStateRequest, "definition">,
  expected: object,
];

const ROLE = "arn:aws:iam::123456789012:role/shop";
const INVOKE = "arn:aws:states:::lambda:invoke";
const parcels = { StartAt: "Pack", States: { Pack: { Type: "Pass", End: true } } };
const letters = { StartAt: "Stamp", States: { Stamp: { Type: "Succeed" } } };
const farParcels = { ...parcels, ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" } };
const charge = {
  Type: "Task",
  Resource: INVOKE,
  Parameters: { FunctionName: "charge", "Payload.$": "$.order" },
  End: true,
};
const chargeAgain = {
  ...charge,
  Retry: [{ ErrorEquals: ["CardBusy"], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2, MaxDelaySeconds: 5 }],
  Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.problem", Next: "Refund" }],
};

/** The answer with its JSON text read, so that rows can say what it means. */
function read(response: TestStateResponse): unknown {
  const value = (text: unknown): unknown => {
    try {
      return typeof text === "string" ? JSON.parse(text) : text;
    } catch {
      return text;
    }
  };
  if ("Error" in response) return response;
  const { output, inspectionData, ...rest } = response;
  const stages = Object.entries(inspectionData ?? {}).map(([name, text]) => [name, value(text)] as const);
  return {
    ...rest,
    ...(output === undefined ? {} : { output: value(output) }),
    ...(inspectionData === undefined ? {} : { inspectionData: Object.fromEntries(stages) }),
  };
}

const ask = (definition: JsonValue, request: Omit<TestStateRequest, "definition"> = {}) =>
  testState({ definition: JSON.stringify(definition), ...request });

const outcomes: readonly Row[] = [
  [
    "INFO shows only the outcome",
    { Type: "Pass", Next: "Ship" },
    { input: '{"id":7}' },
    { status: "SUCCEEDED", output: { id: 7 }, nextState: "Ship" },
  ],
  [
    "each stage of a JSONPath task is shown, whether its field is there or not",
    { ...charge, ResultSelector: { "ok.$": "$.Payload.ok" }, ResultPath: "$.charged" },
    {
      input: '{"order":{"id":7}}',
      inspectionLevel: "DEBUG",
      mock: { result: '{"StatusCode":200,"Payload":{"ok":true}}' },
    },
    {
      status: "SUCCEEDED",
      output: { order: { id: 7 }, charged: { ok: true } },
      inspectionData: {
        input: { order: { id: 7 } },
        afterInputPath: { order: { id: 7 } },
        afterParameters: { FunctionName: "charge", Payload: { id: 7 } },
        result: { StatusCode: 200, Payload: { ok: true } },
        afterResultSelector: { ok: true },
        afterResultPath: { order: { id: 7 }, charged: { ok: true } },
      },
    },
  ],
  [
    "a fixed Result hides what came before it, and variables are shown after the state",
    { Type: "Pass", Result: { tax: 19 }, Assign: { "was.$": "$rate", rate: 19 }, Next: "Sum" },
    { input: "{}", variables: '{"rate":7}', inspectionLevel: "TRACE" },
    {
      status: "SUCCEEDED",
      output: { tax: 19 },
      nextState: "Sum",
      inspectionData: {
        input: {},
        afterResultSelector: { tax: 19 },
        afterResultPath: { tax: 19 },
        variables: { rate: 19, was: 7 },
      },
    },
  ],
  [
    "a JSONata task shows its arguments and its result",
    {
      Type: "Task",
      QueryLanguage: "JSONata",
      Resource: INVOKE,
      Arguments: { FunctionName: "charge", Payload: "{% $states.input.id + 1 %}" },
      Output: "{% $states.result.Payload %}",
      Next: "Ship",
    },
    { input: '{"id":7}', inspectionLevel: "DEBUG", mock: { result: '{"Payload":"paid"}' } },
    {
      status: "SUCCEEDED",
      output: "paid",
      nextState: "Ship",
      inspectionData: {
        input: { id: 7 },
        afterArguments: { FunctionName: "charge", Payload: 8 },
        result: { Payload: "paid" },
      },
    },
  ],
  [
    "the retrier's next delay grows with the attempts made",
    chargeAgain,
    { input: '{"order":1}', inspectionLevel: "DEBUG", mock: { errorOutput: { error: "CardBusy", cause: "again" } } },
    {
      status: "RETRIABLE",
      error: "CardBusy",
      cause: "again",
      inspectionData: {
        input: { order: 1 },
        afterInputPath: { order: 1 },
        afterParameters: { FunctionName: "charge", Payload: 1 },
        errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 2 },
      },
    },
  ],
  [
    "MaxDelaySeconds bounds the delay",
    chargeAgain,
    {
      input: '{"order":1}',
      inspectionLevel: "DEBUG",
      mock: { errorOutput: { error: "CardBusy" } },
      stateConfiguration: { retrierRetryCount: 1 },
    },
    expect.objectContaining({
      status: "RETRIABLE",
      inspectionData: expect.objectContaining({ errorDetails: { retryIndex: 0, retryBackoffIntervalSeconds: 5 } }),
    }),
  ],
  [
    "attempts used up: the catcher takes it",
    chargeAgain,
    {
      input: '{"order":1}',
      mock: { errorOutput: { error: "CardBusy" } },
      stateConfiguration: { retrierRetryCount: 2 },
    },
    {
      status: "CAUGHT_ERROR",
      error: "CardBusy",
      nextState: "Refund",
      output: { order: 1, problem: { Error: "CardBusy", Cause: null } },
    },
  ],
  [
    "nothing takes the error",
    charge,
    { input: '{"order":1}', mock: { errorOutput: { error: "Broke", cause: "no money" } } },
    { status: "FAILED", error: "Broke", cause: "no money" },
  ],
  [
    "an inline Map: items, their selection, and the mocked results in their place",
    {
      Type: "Map",
      ItemsPath: "$.parcels",
      ItemSelector: { "parcel.$": "$$.Map.Item.Value", "number.$": "$$.Map.Item.Index", "to.$": "$.to" },
      MaxConcurrency: 1,
      ItemProcessor: parcels,
      ResultPath: "$.packed",
      End: true,
    },
    { input: '{"to":"home","parcels":["a","b"]}', inspectionLevel: "DEBUG", mock: { result: "[1,2]" } },
    {
      status: "SUCCEEDED",
      output: { to: "home", parcels: ["a", "b"], packed: [1, 2] },
      inspectionData: {
        input: { to: "home", parcels: ["a", "b"] },
        afterItemsPath: ["a", "b"],
        afterItemSelector: [
          { parcel: "a", number: 0, to: "home" },
          { parcel: "b", number: 1, to: "home" },
        ],
        maxConcurrency: 1,
        afterResultSelector: [1, 2],
        afterResultPath: { to: "home", parcels: ["a", "b"], packed: [1, 2] },
      },
    },
  ],
  [
    "a Distributed Map over CSV text, in batches",
    {
      Type: "Map",
      QueryLanguage: "JSONata",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "CSV", CSVHeaderLocation: "FIRST_ROW", CSVDelimiter: "SEMICOLON" },
        Arguments: { Bucket: "b", Key: "k" },
      },
      ItemBatcher: { MaxItemsPerBatch: 2 },
      ItemProcessor: farParcels,
      End: true,
    },
    {
      inspectionLevel: "DEBUG",
      mock: { result: "[1,2]" },
      stateConfiguration: { mapItemReaderData: 'id;note\n1;"a ""b"";\nc"\n2;\r\n3;d' },
    },
    {
      status: "SUCCEEDED",
      output: [1, 2],
      inspectionData: {
        input: {},
        afterItemBatcher: [
          {
            Items: [
              { id: "1", note: 'a "b";\nc' },
              { id: "2", note: "" },
            ],
          },
          { Items: [{ id: "3", note: "d" }] },
        ],
        maxConcurrency: 0,
      },
    },
  ],
  [
    "what is selected from each item is what comes in batches",
    {
      Type: "Map",
      ItemsPath: "$.list",
      ItemSelector: { "n.$": "$$.Map.Item.Value" },
      ItemBatcher: { MaxItemsPerBatch: 1, BatchInput: { "to.$": "$.to" } },
      ItemProcessor: farParcels,
      ToleratedFailureCount: 1,
      ResultPath: null,
      End: true,
    },
    {
      input: '{"to":"home","list":[7,8]}',
      inspectionLevel: "DEBUG",
      mock: { result: "[]" },
      stateConfiguration: { mapIterationFailureCount: 1 },
    },
    expect.objectContaining({
      status: "SUCCEEDED",
      inspectionData: expect.objectContaining({
        afterItemsPath: [7, 8],
        afterItemSelector: [{ n: 7 }, { n: 8 }],
        afterItemBatcher: [
          { BatchInput: { to: "home" }, Items: [{ n: 7 }] },
          { BatchInput: { to: "home" }, Items: [{ n: 8 }] },
        ],
        toleratedFailureCount: 1,
      }),
    }),
  ],
  [
    "a dataset that cannot be read fails the Map",
    {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSONL" },
        Parameters: { Bucket: "b", Key: "k" },
      },
      ItemProcessor: farParcels,
      End: true,
    },
    { mock: { result: "[]" }, stateConfiguration: { mapItemReaderData: '{"a":1}\n{"a":' } },
    expect.objectContaining({ status: "FAILED", error: "States.ItemReaderFailed" }),
  ],
  [
    "ItemsPointer names a part of the reader's data",
    {
      Type: "Map",
      ItemReader: {
        Resource: "arn:aws:states:::s3:getObject",
        ReaderConfig: { InputType: "JSON", ItemsPointer: "/data/0/a~1b" },
        Parameters: { Bucket: "b", Key: "k" },
      },
      ItemProcessor: farParcels,
      ResultPath: null,
      End: true,
    },
    {
      inspectionLevel: "DEBUG",
      mock: { result: "[]" },
      stateConfiguration: { mapItemReaderData: '{"data":[{"a/b":[1]}]}' },
    },
    {
      status: "SUCCEEDED",
      output: {},
      inspectionData: {
        input: {},
        afterItemsPointer: [1],
        maxConcurrency: 0,
        afterResultSelector: [],
        afterResultPath: {},
      },
    },
  ],
  [
    "too many failed iterations",
    {
      Type: "Map",
      QueryLanguage: "JSONata",
      Items: [1, 2, 3, 4],
      ToleratedFailurePercentage: 25,
      ItemProcessor: farParcels,
      Catch: [
        {
          ErrorEquals: ["States.ExceedToleratedFailureThreshold"],
          Output: "{% $states.errorOutput.Error %}",
          Next: "Sort",
        },
      ],
      End: true,
    },
    { inspectionLevel: "DEBUG", mock: { result: "[1,2,3,4]" }, stateConfiguration: { mapIterationFailureCount: 2 } },
    {
      status: "CAUGHT_ERROR",
      error: "States.ExceedToleratedFailureThreshold",
      cause: "The specified tolerated failure threshold was exceeded",
      output: "States.ExceedToleratedFailureThreshold",
      nextState: "Sort",
      inspectionData: {
        input: {},
        maxConcurrency: 0,
        toleratedFailurePercentage: 25,
        errorDetails: { catchIndex: 0 },
      },
    },
  ],
  [
    "a given context object stands for the whole one",
    {
      Type: "Task",
      QueryLanguage: "JSONata",
      Resource: `${INVOKE}.waitForTaskToken`,
      Arguments: { FunctionName: "ask", Payload: "{% $states.context.Task.Token %}" },
      Output: "{% $states.context %}",
      End: true,
    },
    { context: '{"Task":{"Token":"t-1"},"Execution":{"Name":"e"}}', mock: { result: '"yes"' } },
    { status: "SUCCEEDED", output: { Task: { Token: "t-1" }, Execution: { Name: "e" } } },
  ],
  [
    "a state inside a machine, by its name",
    { StartAt: "All", States: { All: { Type: "Map", ItemProcessor: parcels, End: true } } },
    { stateName: "Pack", input: "[1, 2]" },
    { status: "SUCCEEDED", output: [1, 2] },
  ],
  [
    "a wait costs no time, but not more than TestState's five minutes",
    { Type: "Wait", Seconds: 301, Next: "On" },
    {},
    { status: "FAILED", error: "States.Timeout" },
  ],
  [
    "the causes of the interpreter name the state as AWS does",
    { Type: "Pass", QueryLanguage: "JSONata", Output: "{% $states.input.none %}", End: true },
    {},
    {
      status: "FAILED",
      error: "States.QueryEvaluationError",
      cause:
        "An error occurred while executing the state 'StateName' (entered at the event id #2). The JSONata expression '$states.input.none' specified for the field 'Output' returned nothing (undefined).",
    },
  ],
];

describe("outcomes", () => {
  test.each(outcomes)("%s", async (_title, definition, request, expected) => {
    expect(read(await ask(definition, request))).toEqual(expected);
  });
});

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

describe("refusals", () => {
  test.each(refusals)("%j with %j: %s", async (definition, request, message) => {
    const response = await ask(definition, { input: '{"order":1}', ...request });
    expect("Error" in response ? response.Error.Message : "nothing").toBe(message);
  });
});

describe("the world", () => {
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
