import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runInWorker } from "../../../server/src/cli/run-in-thread.ts";
import { duration } from "../../../server/src/cli/run-text.ts";
import { cliThread } from "../../cli-thread.ts";
import { sluice } from "./cli.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

const ECHO = JSON.stringify({
  StartAt: "Nap",
  States: {
    Nap: { Type: "Wait", Seconds: 90, Next: "Ask" },
    Ask: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: { FunctionName: "ask", "Payload.$": "$" },
      Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 2 }],
      End: true,
    },
  },
});
const MOCKS = JSON.stringify({
  StateMachines: { echo: { TestCases: { Happy: { Ask: "Yes" }, Flaky: { Ask: "BusyFirst" }, Sad: { Ask: "No" } } } },
  MockedResponses: {
    Yes: { 0: { Return: { ok: true } } },
    BusyFirst: { 0: { Throw: { Error: "Busy", Cause: "try later" } }, 1: { Return: { ok: true } } },
    No: { 0: { Throw: { Error: "Refused", Cause: "not today" } } },
  },
});
const files = { "echo.asl.json": ECHO, "echo.mocks.json": MOCKS, "input.json": '{ "question": 7 }' };
const withCase = (name: string): string[] => [
  "run",
  "echo.asl.json",
  "--mocks",
  "echo.mocks.json",
  "--test-case",
  name,
];

describe("text", () => {
  test("tells states, virtual times, input and output", async () => {
    const { code, out, err } = await sluice([...withCase("Happy"), "--input", "@input.json"], { files });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatchInlineSnapshot(`
      "echo.asl.json  STANDARD, Happy

             0 s  ✓ Nap  Wait
                      in    {"question":7}
                      out   {"question":7}  (after 1 min 30 s)
      1 min 30 s  ✓ Ask  Task lambda:invoke
                      in    {"question":7}
                      out   {"ok":true}

      SUCCEEDED after 1 min 30 s of virtual time, 2 states, 9 events
      {
        "ok": true
      }
      "
    `);
  });

  test("tells retries", async () => {
    const { code, out } = await sluice(withCase("Flaky"), { files });
    expect(code).toBe(0);
    expect(out).toMatch(/fail +Busy: try later\n\s+retry 1 at 1 min 32 s/);
  });

  test("a failed execution gives exit code 1 and its error", async () => {
    const { code, out } = await sluice(withCase("Sad"), { files });
    expect(code).toBe(1);
    expect(out).toMatch(/FAILED .*\nRefused: not today\n$/);
  });
});

describe("other formats", () => {
  test("json has the result and the trace", async () => {
    const { code, out } = await sluice([...withCase("Happy"), "--format", "json"], { files });
    expect(code).toBe(0);
    const result = JSON.parse(out);
    expect(result).toMatchObject({ status: "SUCCEEDED", output: { ok: true } });
    expect(result.events[0]).toMatchObject({ id: 1, type: "ExecutionStarted", details: { input: {} } });
  });

  test("history is what GetExecutionHistory returns", async () => {
    const { out } = await sluice([...withCase("Happy"), "--format", "history"], { files });
    const { events } = JSON.parse(out);
    expect(events.at(-1)).toMatchObject({
      type: "ExecutionSucceeded",
      executionSucceededEventDetails: { output: '{"ok":true}' },
    });
  });

  test("the same options give the same bytes", async () => {
    const argv = [...withCase("Flaky"), "--format", "history", "--seed", "7"];
    expect((await sluice(argv, { files })).out).toBe((await sluice(argv, { files })).out);
  });
});

describe("input", () => {
  test("from the command line, a file and standard input", async () => {
    const machine = { "m.asl.json": '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }', "in.json": "[2]" };
    const output = async (value: string): Promise<unknown> => {
      const argv = ["run", "m.asl.json", "--format", "json", "--input", value];
      return JSON.parse((await sluice(argv, { files: machine, input: "[3]" })).out).output;
    };
    expect([await output("[1]"), await output("@in.json"), await output("@-")]).toEqual([[1], [2], [3]]);
  });

  test.each([
    [["--input", "{a"], /--input is not JSON/],
    [["--input", "@nowhere.json"], /nowhere.json does not exist/],
    [["--mocks", "input.json"], /input.json is no mock configuration:[\s\S]*\n {2}\/: StateMachines is missing/],
    [["--mocks", "echo.mocks.json"], /--test-case is missing: echo.mocks.json has Happy, Flaky, Sad/],
    [["--mocks", "echo.mocks.json", "--test-case", "Hapy"], /has no test case Hapy; it has Happy, Flaky, Sad/],
    [["--test-case", "Happy"], /--test-case needs --mocks/],
  ])("%j is refused", async (options, message) => {
    const { code, err } = await sluice(["run", "echo.asl.json", ...options], { files });
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });
});

describe("a missing mock", () => {
  test("without a file: the whole file to write", async () => {
    const { code, err } = await sluice(["run", "echo.asl.json"], { files });
    expect(code).toBe(1);
    expect(err).toContain("missing mock: Nothing answers state 'Ask'.");
    const written = JSON.parse(err.slice(err.indexOf("\n{")));
    const again = { ...files, "echo.mocks.json": JSON.stringify(written) };
    expect((await sluice(["run", "echo.asl.json", "--mocks", "echo.mocks.json"], { files: again })).code).toBe(0);
  });

  test("in a file: the lines to add", async () => {
    const mocks = JSON.parse(MOCKS);
    mocks.StateMachines.echo.TestCases.Happy = {};
    const { code, err } = await sluice(withCase("Happy"), {
      files: { ...files, "echo.mocks.json": JSON.stringify(mocks) },
    });
    expect(code).toBe(1);
    expect(err).toMatch(/Nothing answers state 'Ask'. Add to StateMachines\/echo\/TestCases\/Happy:\n/);
  });
});

test("what AWS would refuse is not run", async () => {
  const bad = ECHO.replace('"Next":"Ask"', '"Next":"Aks"');
  const { code, out, err } = await sluice(["run", "echo.asl.json"], { files: { "echo.asl.json": bad } });
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/error\[unknown-target\][\s\S]*not run: AWS would refuse this definition\n$/);
});

test("a loop without end stops at the limit of history events", async () => {
  const loop =
    '{ "StartAt": "A", "States": { "A": { "Type": "Choice", "Choices": [{ "Variable": "$", "IsPresent": true, "Next": "A" }], "Default": "B" }, "B": { "Type": "Succeed" } } }';
  const { code, out } = await sluice(["run", "loop.asl.json"], { files: { "loop.asl.json": loop } });
  expect(code).toBe(1);
  expect(out).toMatch(/FAILED .*25,000 events\nStates.Runtime: /);
  expect(out).toMatch(/\.\.\. [\d,]+ more states; --format json has them all/);
});

test("an expression that hangs is ended, and its state named", async () => {
  const definition = {
    QueryLanguage: "JSONata",
    StartAt: "Before",
    States: {
      Before: { Type: "Pass", Next: "Match" },
      Match: { Type: "Pass", Output: `{% $match("${"a".repeat(50)}!", /^(a+)+$/) %}`, End: true },
    },
  };
  const job = { definition, input: {}, type: "STANDARD", seed: 1, answers: { functions: [], machines: [] } } as const;
  expect(await runInWorker(job, await cliThread(), 1_500)).toEqual({ kind: "hung", state: "Match" });
});

test("what happens inside a Map or Parallel stands under it, by branch and turn", async () => {
  const pass = { Type: "Pass", End: true };
  const definition = {
    StartAt: "Both",
    States: {
      Both: {
        Type: "Parallel",
        Branches: [
          { StartAt: "Slow", States: { Slow: { Type: "Wait", Seconds: 1, Next: "After slow" }, "After slow": pass } },
          {
            StartAt: "Each",
            States: {
              Each: {
                Type: "Map",
                ItemProcessor: { StartAt: "One", States: { One: { Type: "Pass", Next: "Two" }, Two: pass } },
                End: true,
              },
            },
          },
        ],
        Next: "Last",
      },
      Last: { Type: "Succeed" },
    },
  };
  const both = { "both.asl.json": JSON.stringify(definition) };
  const { out } = await sluice(["run", "both.asl.json", "--input", "[7, 8]"], { files: both });
  expect(out.match(/^.*✓.*$/gm)).toEqual([
    "       0 s  ✓ Both  Parallel",
    "       0 s    ✓ Slow  Wait",
    "       1 s    ✓ After slow  Pass",
    "       0 s    ✓ Each  Map",
    "       0 s      ✓ One[0]  Pass",
    "       0 s      ✓ Two[0]  Pass",
    "       0 s      ✓ One[1]  Pass",
    "       0 s      ✓ Two[1]  Pass",
    "       1 s  ✓ Last  Succeed",
  ]);
});

test("the examples run to their end", async () => {
  const run = (name: string, testCase: string): Promise<{ code: number; err: string }> =>
    sluice(
      [
        "run",
        `examples/${name}.asl.json`,
        "--input",
        `@examples/${name}.input.json`,
        "--mocks",
        `examples/${name}.mocks.json`,
        "--test-case",
        testCase,
      ],
      { cwd: ROOT },
    );
  expect(await run("order-fulfilment", "HappyPath")).toMatchObject({ code: 0, err: "" });
  expect(await run("order-fulfilment", "ShipmentFails")).toMatchObject({ code: 1, err: "" });
});

test.each([
  [0, "0 s"],
  [2_500, "2.5 s"],
  [185_000, "3 min 5 s"],
  [3_600_000, "1 h"],
  [90_000_000, "1 d 1 h"],
])("%d ms is %s", (ms, expected) => {
  expect(duration(ms)).toBe(expected);
});
