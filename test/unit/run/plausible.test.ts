/** Answers that are made up from what later states read of them. */
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../engine/src/json.ts";
import { type MadeUpAnswer, mockConfigOf, plausibleAnswers } from "../../../engine/src/run/guess/plausible.ts";
import { parseMockConfig } from "../../../engine/src/run/mock-config.ts";
import { mockTasks } from "../../../engine/src/run/mocks.ts";
import { run } from "../../../engine/src/run/run.ts";

const LAMBDA = "arn:aws:states:::lambda:invoke";

/** A chain of states, each leading to the next. */
function chain(states: Readonly<Record<string, JsonObject>>, more: JsonObject = {}): JsonObject {
  const names = Object.keys(states);
  const linked = names.map((name, index) => {
    const next = names[index + 1];
    const ends =
      states[name]?.Type === "Succeed" || states[name]?.Type === "Choice" || states[name]?.Next !== undefined;
    return [name, { ...states[name], ...(ends ? {} : next === undefined ? { End: true } : { Next: next }) }];
  });
  return { StartAt: names[0] ?? "", States: Object.fromEntries(linked), ...more };
}

function ask(more: JsonObject = {}): JsonObject {
  return { Type: "Task", Resource: LAMBDA, ...more };
}

async function madeUp(definition: JsonObject) {
  const answers: MadeUpAnswer[] = [];
  const { input, tasks } = plausibleAnswers(definition, (answer) => answers.push(answer));
  const result = await run(definition, { input, tasks });
  return { input, answers, result, first: answers[0]?.result };
}

const JSONATA = { QueryLanguage: "JSONata" };
const READS: Readonly<Record<string, readonly [JsonObject, JsonValue]>> = {
  "a path through ResultSelector, ResultPath and OutputPath": [
    chain({
      Ask: ask({ ResultSelector: { "got.$": "$.Payload.order" }, ResultPath: "$.a", OutputPath: "$.a" }),
      Use: { Type: "Pass", Parameters: { "id.$": "$.got.orderId", "n.$": "States.MathAdd($.got.lines, 1)" } },
    }),
    { ExecutedVersion: "$LATEST", Payload: { order: { orderId: "orderId-1", lines: 1 } }, StatusCode: 200 },
  ],
  "a variable read in a later state": [
    chain({
      Ask: ask({ Assign: { "price.$": "$.Payload.price" } }),
      Use: { Type: "Pass", Parameters: { "text.$": "States.Format('{}', $price)" } },
    }),
    { ExecutedVersion: "$LATEST", Payload: { price: 1 }, StatusCode: 200 },
  ],
  "JSON text and what it holds": [
    chain({
      Ask: ask({ ResultSelector: { "body.$": "States.StringToJson($.Payload.body)" } }),
      Use: { Type: "Pass", Parameters: { "name.$": "$.body.name" } },
    }),
    { ExecutedVersion: "$LATEST", Payload: { body: '{"name":"name-1"}' }, StatusCode: 200 },
  ],
  "a list for a Map, with what its iterations read": [
    chain({
      Ask: ask({ OutputPath: "$.Payload" }),
      Each: {
        Type: "Map",
        ItemsPath: "$.orders",
        ItemProcessor: chain({ Wait: { Type: "Wait", SecondsPath: "$.delaySeconds" } }),
      },
    }),
    {
      ExecutedVersion: "$LATEST",
      Payload: { orders: [{ delaySeconds: 1 }, { delaySeconds: 1 }] },
      StatusCode: 200,
    },
  ],
  "JSONata: comparisons, text, functions and constructors": [
    chain(
      {
        Ask: ask({ Arguments: { FunctionName: "f" }, Output: "{% $states.result.Payload %}" }),
        Use: {
          Type: "Pass",
          Output: {
            total: "{% $sum($states.input.lines.amount) %}",
            title: "{% $uppercase($states.input.title) %}",
            late: "{% $states.input.days > 3 %}",
          },
        },
      },
      JSONATA,
    ),
    {
      ExecutedVersion: "$LATEST",
      Payload: { lines: { amount: [1, 1] }, title: "title-1", days: 1 },
      StatusCode: 200,
    },
  ],
};

test.each(Object.entries(READS))("%s", async (_name, [definition, expected]) => {
  const { first, result } = await madeUp(definition);
  expect(first).toEqual(expected);
  expect(result).toMatchObject({ status: "SUCCEEDED" });
});

/** Polls until a job is done; what it may not be leads to Fail. */
function polling(choice: JsonObject, language: JsonObject): JsonObject {
  return {
    ...language,
    StartAt: "Ask",
    States: {
      Ask: {
        ...ask(language.QueryLanguage ? { Output: "{% $states.result.Payload %}" } : { OutputPath: "$.Payload" }),
        Next: "Decide",
      },
      Decide: { Type: "Choice", ...choice, Default: "Wait" },
      Wait: { Type: "Wait", Seconds: 5, Next: "Ask" },
      Fail: { Type: "Fail", Error: "Wrong" },
      Done: { Type: "Succeed" },
    },
  };
}

describe("Choice rules", () => {
  test("what ends well is answered, not what fails or turns back", async () => {
    const rules = [
      { Variable: "$.status", StringEquals: "FAILED", Next: "Fail" },
      {
        And: [
          { Variable: "$.status", StringEquals: "DONE" },
          { Variable: "$.left", NumericLessThan: 3 },
        ],
        Next: "Done",
      },
    ];
    const { first, result } = await madeUp(polling({ Choices: rules }, {}));
    expect(first).toMatchObject({ Payload: { status: "DONE", left: 2 } });
    expect(result.status).toBe("SUCCEEDED");
  });

  test("in JSONata, too", async () => {
    const rules = [
      { Condition: "{% $states.input.status in ['FAILED', 'STOPPED'] %}", Next: "Fail" },
      { Condition: "{% $not($states.input.open) and $states.input.count >= 5 %}", Next: "Done" },
    ];
    const { first, result } = await madeUp(polling({ Choices: rules }, JSONATA));
    expect(first).toMatchObject({ Payload: { open: false, count: 5 } });
    expect(result.status).toBe("SUCCEEDED");
  });

  test("a loop that only an error ends gets that error, and its mocks throw it", async () => {
    const gone = [{ ErrorEquals: ["Db.NotFound"], Next: "Gone" }];
    const machine = {
      StartAt: "Look",
      States: {
        Look: { ...ask({ Catch: gone }), Next: "Wait" },
        Wait: { Type: "Wait", Seconds: 5, Next: "Look" },
        Gone: { Type: "Succeed" },
      },
    };
    const { answers, result } = await madeUp(machine);
    expect(result.status).toBe("SUCCEEDED");
    expect(mockConfigOf(new Map([["M", answers]]), "One").MockedResponses).toEqual({
      MockedLook: { "0": { Throw: { Error: "Db.NotFound", Cause: expect.any(String) } } },
    });
  });

  test("an error that must not be there is left out", async () => {
    const machine = polling({ Choices: [{ Variable: "$.error", IsPresent: true, Next: "Fail" }] }, {});
    machine.States && Object.assign(machine.States, { Wait: { Type: "Succeed" } });
    const { first, result } = await madeUp(machine);
    expect(first).toMatchObject({ Payload: {} });
    expect(result.status).toBe("SUCCEEDED");
  });
});

const RESPONSES: Readonly<Record<string, JsonObject>> = {
  "sqs:sendMessage": { MD5OfMessageBody: expect.any(String), MessageId: expect.any(String) },
  "events:putEvents": { Entries: [{ EventId: expect.any(String) }], FailedEntryCount: 0 },
  "states:startExecution.sync": { Output: "{}", Status: "SUCCEEDED" },
  "ecs:runTask.sync": { LastStatus: "STOPPED" },
  "glue:startJobRun.sync": { JobRunState: "SUCCEEDED" },
  "http:invoke": { StatusCode: 200, ResponseBody: {} },
  "aws-sdk:dynamodb:getItem": {},
};

test.each(Object.entries(RESPONSES))("%s answers as its service does", async (resource, expected) => {
  const { first } = await madeUp(chain({ Ask: { Type: "Task", Resource: `arn:aws:states:::${resource}` } }));
  expect(first).toMatchObject(expected);
});

test("an input is made up as results are", async () => {
  const machine = chain({
    Wait: { Type: "Wait", TimestampPath: "$.until" },
    Ask: ask({ Parameters: { "x.$": "$.list[0].id" } }),
  });
  const { input, result } = await madeUp(machine);
  expect(input).toEqual({ until: "2026-01-01T00:00:00Z", list: [{ id: "id-1" }, { id: "id-1" }] });
  expect(result.status).toBe("SUCCEEDED");
});

test("the same definition gives the same answers, and its mock configuration gives them again", async () => {
  const { input, answers, result } = await madeUp(READS["a list for a Map, with what its iterations read"]?.[0] ?? {});
  const definition = READS["a list for a Map, with what its iterations read"]?.[0] ?? {};
  expect((await madeUp(definition)).answers).toEqual(answers);
  const config = parseMockConfig(mockConfigOf(new Map([["Orders", answers]]), "MadeUp"));
  if ("problems" in config) throw new Error(JSON.stringify(config.problems));
  const tasks = mockTasks(config, "Orders", "MadeUp");
  if (typeof tasks !== "function") throw new Error(tasks.message);
  expect(await run(definition, { input, tasks })).toEqual(result);
});

test("whatever the definition, it answers", () => {
  const broken: readonly JsonValue[] = [
    null,
    {},
    { States: 1 },
    { StartAt: "A", States: { A: { Type: "Map", ItemsPath: "$$", Iterator: { StartAt: 3, States: [] } } } },
    { StartAt: "A", States: { A: { Type: "Choice", Choices: [{ Not: { Not: {} } }, 4], Default: "A" } } },
    { QueryLanguage: "JSONata", StartAt: "A", States: { A: { Type: "Pass", Output: "{% ( %}", Next: "A" } } },
  ];
  for (const definition of broken) expect(plausibleAnswers(definition).input).toBeDefined();
});
