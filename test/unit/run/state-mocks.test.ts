/** Mocks in TestState's shape, and the order in which several answer. */
import { describe, expect, test } from "vitest";
import type { JsonValue } from "../../../engine/src/json.ts";
import { firstAnswer } from "../../../engine/src/run/tasks/answer-order.ts";
import { parseStateMocks, stateMockTasks } from "../../../engine/src/run/tasks/state-mocks.ts";
import type { TaskCall } from "../../../engine/src/run/types.ts";

function call(stateName: string, invocation = 0): TaskCall {
  return { stateName, resource: "arn:aws:states:::sqs:sendMessage", arguments: {}, attempt: 0, invocation };
}

function handler(value: JsonValue) {
  const mocks = parseStateMocks(value);
  if ("problems" in mocks) throw new Error(JSON.stringify(mocks.problems));
  return stateMockTasks(mocks);
}

test("results are JSON text or values; a list answers call by call", () => {
  const tasks = handler({
    Text: { result: '{"a":1}' },
    Value: { result: [1, 2] },
    Error: { errorOutput: { error: "Busy", cause: "later" } },
    List: [{ errorOutput: { error: "Busy" } }, { result: true }],
  });
  expect(tasks(call("Text"))).toEqual({ result: { a: 1 } });
  expect(tasks(call("Value", 3))).toEqual({ result: [1, 2] });
  expect(tasks(call("Error"))).toEqual({ error: "Busy", cause: "later" });
  expect([0, 1, 2].map((number) => tasks(call("List", number)))).toEqual([
    { error: "Busy" },
    { result: true },
    { result: true },
  ]);
  expect(tasks(call("Other"))).toBeUndefined();
});

const MISTAKES: readonly (readonly [JsonValue, string])[] = [
  [[], ""],
  [{ A: {} }, "/A"],
  [{ A: { result: 1, errorOutput: {} } }, "/A"],
  [{ A: { result: "no json" } }, "/A/result"],
  [{ A: [{ result: 1 }, { errorOutput: { error: 1 } }] }, "/A/1/errorOutput"],
  [{ "a/b": [] }, "/a~1b"],
];

test.each(MISTAKES)("%j is refused at %s", (value, pointer) => {
  const read = parseStateMocks(value);
  expect("problems" in read && read.problems.map((problem) => problem.pointer)).toEqual([pointer]);
});

describe("order", () => {
  test("the first that answers counts, and only those before it are asked", async () => {
    const asked: string[] = [];
    const tasks = firstAnswer(
      () => void asked.push("one"),
      undefined,
      async () => void asked.push("two"),
      () => ({ result: 3 }),
      () => ({ result: 4 }),
    );
    expect(await tasks(call("A"))).toEqual({ result: 3 });
    expect(asked).toEqual(["one", "two"]);
  });

  test("nobody: the task stays open, without a promise where none was given", () => {
    expect(firstAnswer(() => undefined)(call("A"))).toBeUndefined();
  });
});
