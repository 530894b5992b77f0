/** TestState: one state with its mock; every row is a request and what the answer must hold. */
import { expect, test } from "vitest";
import { ask, charge, INVOKE, parcels, type Row, read } from "./requests.ts";

const chargeAgain = {
  ...charge,
  Retry: [{ ErrorEquals: ["CardBusy"], IntervalSeconds: 2, BackoffRate: 3, MaxAttempts: 2, MaxDelaySeconds: 5 }],
  Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$.problem", Next: "Refund" }],
};

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

test.each(outcomes)("%s", async (_title, definition, request, expected) => {
  expect(read(await ask(definition, request))).toEqual(expected);
});
