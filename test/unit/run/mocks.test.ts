/** Mock configuration files of Step Functions Local. */
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../../engine/src/json.ts";
import { type MockConfig, parseMockConfig } from "../../../engine/src/run/mock-config.ts";
import { editMocks, type MockEdit } from "../../../engine/src/run/mock-edit.ts";
import { rangesOf } from "../../../engine/src/run/mock-ranges.ts";
import { missingMock, mockTasks } from "../../../engine/src/run/mocks.ts";
import type { TaskCall } from "../../../engine/src/run/types.ts";

const CONFIG = {
  StateMachines: {
    Orders: {
      TestCases: {
        Happy: { Charge: "ChargeSuccess", Notify: "NotifyFunction" },
        Retry: { Charge: "ChargeRetried" },
      },
    },
  },
  MockedResponses: {
    ChargeSuccess: { "0": { Return: { paid: true } } },
    ChargeRetried: {
      "0": { Throw: { Error: "Busy", Cause: "Try later" } },
      "1-2": { Throw: { Error: "Down" } },
      "3": { Return: null },
    },
    NotifyFunction: { "0": { Return: { StatusCode: 200, Payload: { sent: 1 } } } },
  },
};

function read(value: JsonValue): MockConfig {
  const config = parseMockConfig(value);
  if ("problems" in config) throw new Error(JSON.stringify(config.problems));
  return config;
}

function call(stateName: string, more: Partial<TaskCall> = {}): TaskCall {
  return { stateName, resource: "arn:aws:states:::sqs:sendMessage", arguments: {}, attempt: 0, invocation: 0, ...more };
}

function answers(testCase: string, ...calls: readonly TaskCall[]) {
  const handler = mockTasks(read(CONFIG), "Orders", testCase);
  if (typeof handler !== "function") throw new Error(handler.message);
  return calls.map((one) => handler(one));
}

describe("answers", () => {
  test("by the number of the call", () => {
    const calls = [0, 1, 2, 3, 4].map((number) => call("Charge", { invocation: number, attempt: number }));
    expect(answers("Retry", ...calls)).toEqual([
      { error: "Busy", cause: "Try later" },
      { error: "Down" },
      { error: "Down" },
      { result: null },
      undefined,
    ]);
  });

  test("by the number of the retry where calls go on", () => {
    expect(answers("Happy", call("Charge", { invocation: 7 }))).toEqual([{ result: { paid: true } }]);
  });

  test("with the payload alone where a function is called by its own ARN", () => {
    const arn = "arn:aws:lambda:us-east-1:111122223333:function:notify";
    expect(answers("Happy", call("Notify", { resource: arn }))).toEqual([{ result: { sent: 1 } }]);
    expect(answers("Happy", call("Notify", { resource: "arn:aws:states:::lambda:invoke" }))).toEqual([
      { result: { StatusCode: 200, Payload: { sent: 1 } } },
    ]);
  });

  test("not for a state that is not mocked", () => {
    expect(answers("Retry", call("Notify"))).toEqual([undefined]);
  });
});

test.each([
  ["Order", "Happy", "There is no state machine 'Order'. There is 'Orders'."],
  ["Orders", "happy", "There is no test case 'happy'. There is 'Happy', 'Retry'."],
])("%s %s", (stateMachine, testCase, message) => {
  expect(mockTasks(read(CONFIG), stateMachine, testCase)).toMatchObject({ message });
});

describe("what is missing", () => {
  test("in a response", () => {
    expect(missingMock(call("Charge", { invocation: 4 }), read(CONFIG), "Orders", "Retry")).toBe(
      `Nothing answers call 4 of state 'Charge'. Add to MockedResponses/ChargeRetried:\n  "4": {\n    "Return": {}\n  }`,
    );
  });

  test("in a test case", () => {
    expect(missingMock(call("Ship order"), read(CONFIG), "Orders", "Retry")).toBe(
      [
        "Nothing answers state 'Ship order'. Add to StateMachines/Orders/TestCases/Retry:",
        '  "Ship order": "MockedShiporder"',
        "and to MockedResponses:",
        '  "MockedShiporder": {',
        '    "0": {',
        '      "Return": {}',
        "    }",
        "  }",
      ].join("\n"),
    );
  });
});

describe("problems", () => {
  const responses = (response: JsonValue) => ({ StateMachines: {}, MockedResponses: { R: response } });
  test.each<readonly [config: JsonValue, pointer: string, message: string]>([
    [[], "", "A mock configuration must be an object."],
    [{ StateMachines: {} }, "", "MockedResponses is missing."],
    [{ MockedResponses: {} }, "", "StateMachines is missing."],
    [{ StateMachines: { M: {} }, MockedResponses: {} }, "/StateMachines/M", "TestCases is missing."],
    [
      { StateMachines: { M: { TestCases: 1 } }, MockedResponses: {} },
      "/StateMachines/M/TestCases",
      "This must be an object.",
    ],
    [
      { StateMachines: { "a/b": { TestCases: { T: { S: "Nope" } } } }, MockedResponses: {} },
      "/StateMachines/a~1b/TestCases/T/S",
      'There is no mocked response "Nope".',
    ],
    [
      responses({ first: { Return: 1 } }),
      "/MockedResponses/R/first",
      `'first' must be the number of a call ("0") or a range ("1-2").`,
    ],
    [
      responses({ "2-1": { Return: 1 } }),
      "/MockedResponses/R/2-1",
      `'2-1' must be the number of a call ("0") or a range ("1-2").`,
    ],
    [responses({ "0": {} }), "/MockedResponses/R/0", "A mocked response must have either Return or Throw."],
    [responses({ "0": { Throw: {} } }), "/MockedResponses/R/0/Throw", "Throw must have the texts Error and Cause."],
    [
      responses({ "0": { Return: 1 }, "2": { Return: 1 } }),
      "/MockedResponses/R",
      "The calls must be numbered from 0 without a gap: expected 1, found 2.",
    ],
    [
      responses({ "0-1": { Return: 1 }, "1": { Return: 1 } }),
      "/MockedResponses/R",
      "The calls must be numbered from 0 without a gap: expected 2, found 1.",
    ],
  ])("%j", (config, pointer, message) => {
    expect(parseMockConfig(config)).toEqual({ problems: [{ pointer, message }] });
  });
});

describe("an answer is added", () => {
  const answer = {
    kind: "add",
    stateMachine: "Order",
    testCase: "Paid",
    stateName: "Charge card",
    outcome: { result: { ok: true } },
  } as const;

  /** What answers the n-th call after it was added. */
  const answered = (text: string | undefined, invocation: number): unknown => {
    const config = parseMockConfig(JSON.parse(text ?? ""));
    if ("problems" in config) throw new Error(JSON.stringify(config.problems));
    const tasks = mockTasks(config, "Order", "Paid");
    if (typeof tasks !== "function") throw new Error(tasks.message);
    return tasks({ stateName: "Charge card", resource: "r", arguments: {}, attempt: 0, invocation });
  };

  test("where there is no file", () => {
    expect(answered(editMocks(undefined, answer), 0)).toEqual({ result: { ok: true } });
  });

  test("with how long it takes", () => {
    const text = editMocks(undefined, { ...answer, outcome: { result: 1, afterMs: 1_500 } });
    expect(text).toContain('"DelaySeconds": 1.5');
    expect(answered(text, 0)).toEqual({ result: 1, afterMs: 1_500 });
  });

  test("behind those that a state has", () => {
    const once = editMocks(" ", answer);
    const twice = editMocks(once, { ...answer, outcome: { error: "Declined", cause: "No" } });
    expect(answered(twice, 0)).toEqual({ result: { ok: true } });
    expect(answered(twice, 1)).toEqual({ error: "Declined", cause: "No" });
  });

  test("and leaves the other lines as they are", () => {
    const before = JSON.stringify(CONFIG, undefined, 4);
    const bare = (text: string | undefined): string[] => (text ?? "").split("\n").map((line) => line.replace(/,$/, ""));
    const after = bare(editMocks(before, { ...answer, stateMachine: "Orders", testCase: "Happy" }));
    expect(bare(before).filter((line) => !after.includes(line))).toEqual([]);
    expect(after.length).toBeGreaterThan(bare(before).length);
  });

  test.each(["{", "[]", '{ "StateMachines": 3 }'])("but not to %s", (text) => {
    expect(editMocks(text, answer)).toBeUndefined();
  });
});

describe("editing", () => {
  const place = { stateMachine: "Orders", testCase: "Happy", stateName: "Charge" };
  const text = JSON.stringify(CONFIG, undefined, 2);
  const edited = (edit: MockEdit, before = text): typeof CONFIG => JSON.parse(editMocks(before, edit) ?? "");

  test("sets a state's answers by ranges", () => {
    const ranges = rangesOf([{ error: "Busy" }, { error: "Busy" }, { result: 1 }]);
    expect(edited({ kind: "set", ...place, ranges }).MockedResponses.ChargeSuccess).toEqual({
      "0-1": { Throw: { Error: "Busy" } },
      "2": { Return: 1 },
    });
  });

  test("leaves a response alone that others use", () => {
    const shared = JSON.stringify({
      ...CONFIG,
      StateMachines: {
        Orders: { TestCases: { Happy: { Charge: "ChargeSuccess" }, Other: { Charge: "ChargeSuccess" } } },
      },
    });
    const { StateMachines, MockedResponses } = edited(
      { kind: "set", ...place, ranges: rangesOf([{ result: 2 }]) },
      shared,
    );
    expect(StateMachines.Orders.TestCases).toEqual({
      Happy: { Charge: "MockedCharge" },
      Other: { Charge: "ChargeSuccess" },
    });
    expect(MockedResponses).toMatchObject({
      ChargeSuccess: { "0": { Return: { paid: true } } },
      MockedCharge: { "0": { Return: 2 } },
    });
    expect(edited({ kind: "remove", ...place }, shared).MockedResponses).toHaveProperty("ChargeSuccess");
  });

  test("takes a state's answers away, with the response that nobody else uses", () => {
    const { StateMachines, MockedResponses } = edited({ kind: "remove", ...place });
    expect(StateMachines.Orders.TestCases.Happy).toEqual({ Notify: "NotifyFunction" });
    expect(MockedResponses).not.toHaveProperty("ChargeSuccess");
  });

  test("writes a whole case, in the place of the one with its name", () => {
    const answersOfRun = [["Charge", rangesOf([{ result: 1 }, { result: 1 }])]] as const;
    const edit: MockEdit = { kind: "case", stateMachine: "Orders", testCase: "Retry", answers: answersOfRun };
    const { StateMachines, MockedResponses } = edited(edit);
    expect(StateMachines.Orders.TestCases.Retry).toEqual({ Charge: "MockedCharge" });
    expect(MockedResponses).toMatchObject({ MockedCharge: { "0-1": { Return: 1 } }, ChargeSuccess: {} });
    expect(MockedResponses).not.toHaveProperty("ChargeRetried");
    expect(edited({ ...edit, answers: [] }).StateMachines.Orders.TestCases.Retry).toEqual({});
  });
});
