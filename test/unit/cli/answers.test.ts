/** `sluice run`: who answers tasks, in which order, and what is said about it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { sluice } from "./cli.ts";

const PARENT = {
  StartAt: "Price",
  States: {
    Price: {
      Type: "Task",
      Resource: "arn:aws:states:::lambda:invoke",
      Parameters: { FunctionName: "price", Payload: { "n.$": "$.n" } },
      ResultSelector: { "total.$": "$.Payload.total" },
      ResultPath: "$.price",
      Next: "Start",
    },
    Start: {
      Type: "Task",
      Resource: "arn:aws:states:::states:startExecution.sync:2",
      Parameters: { StateMachineArn: "arn:aws:states:us-east-1:123456789012:stateMachine:child", "Input.$": "$.price" },
      ResultSelector: { "got.$": "$.Output" },
      ResultPath: "$.child",
      End: true,
    },
  },
};
const CHILD = {
  StartAt: "Ask",
  States: {
    Ask: {
      Type: "Task",
      Resource: "arn:aws:states:::sqs:sendMessage",
      Parameters: { QueueUrl: "q", "MessageBody.$": "$.total" },
      OutputPath: "$.MessageId",
      End: true,
    },
  },
};
const FILES = {
  "parent.asl.json": JSON.stringify(PARENT),
  "child.asl.json": JSON.stringify(CHILD),
  "price.mjs": "export const handler = ({ n }) => { console.log('pricing', n); return { total: n * 3 }; };",
  "handlers.json": '{"price": "price.mjs"}',
  "states.json": '{"Ask": {"result": {"MessageId": "from state mocks"}}}',
  "mocks.json": JSON.stringify({
    StateMachines: {
      parent: { TestCases: { One: { Price: "Priced" } } },
      child: { TestCases: { One: { Ask: "Asked" } } },
    },
    MockedResponses: {
      Priced: { "0": { Return: { Payload: { total: 100 } } } },
      Asked: { "0": { Return: { MessageId: "from the mock configuration" } } },
    },
  }),
  "broken-states.json": '{"Ask": {"result": "no json"}}',
  "broken-handlers.json": '{"price": "price.rb"}',
};

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "sluice-answers-"));
  folders.push(made);
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(made, name), text);
  return made;
}

async function run(argv: readonly string[], cwd = folder()) {
  const { code, out, err } = await sluice(["run", "parent.asl.json", "--format", "json", ...argv], { cwd });
  const result = out === "" ? {} : (JSON.parse(out) as { status?: string; output?: Record<string, unknown> });
  return { code, err, cwd, ...result };
}

test("a local function, a machine beside the definition, and mocks of its states", async () => {
  const { code, output, err } = await run([
    "--input",
    '{"n":2}',
    "--handlers",
    "handlers.json",
    "--state-mocks",
    "states.json",
  ]);
  expect(output).toEqual({ n: 2, price: { total: 6 }, child: { got: "from state mocks" } });
  expect(err).toBe(
    [
      "started child by Start: SUCCEEDED 7 events, arn:aws:states:us-east-1:123456789012:execution:child:child-1",
      "log Price (price)",
      "    pricing 2",
      "",
    ].join("\n"),
  );
  expect(code).toBe(0);
});

test("the mock configuration comes before all others, for the machines that are started, too", async () => {
  const { output } = await run([
    "--input",
    '{"n":2}',
    "--mocks",
    "mocks.json",
    "--state-mocks",
    "states.json",
    "--handlers",
    "handlers.json",
  ]);
  expect(output).toEqual({ n: 2, price: { total: 100 }, child: { got: "from the mock configuration" } });
});

test("a machine that nobody answers is named with the lines to add", async () => {
  const { code, status, err } = await run(["--input", '{"n":2}', "--handlers", "handlers.json"]);
  expect([code, status]).toEqual([1, "RUNNING"]);
  expect(err).toContain("started child by Start: RUNNING");
  expect(err).toContain("missing mock: Nothing answers state 'Ask'");
  expect(err).toContain('"child": {\n      "TestCases"');
});

test("a machine of another file by its ARN", async () => {
  const cwd = folder();
  const other = { StartAt: "Other", States: { Other: { Type: "Pass", Result: "other", End: true } } };
  writeFileSync(path.join(cwd, "other.json"), JSON.stringify(other));
  const arn = "arn:aws:states:us-east-1:123456789012:stateMachine:child";
  const { output } = await run(
    ["--input", '{"n":2}', "--handlers", "handlers.json", "--machine", `${arn}=other.json`],
    cwd,
  );
  expect(output?.child).toEqual({ got: "other" });
});

describe("--mock-missing", () => {
  test("makes up the input and every answer, says so, and shows the lines to add", async () => {
    const { code, output, err } = await run(["--mock-missing"]);
    expect(code).toBe(0);
    expect(output).toMatchObject({ n: "n-1", price: { total: 1 } });
    expect(err).toContain("made up the input, from what states read of it");
    expect(err).toContain("made up the answers of 2 states, from what later states read of them: 'Price', 'Ask'");
    expect(err).toContain('"Price": "MockedPrice"');
  });

  test("--write-mocks writes what gives the same result again", async () => {
    const first = await run(["--write-mocks", "made.json", "--input", '{"n":1}']);
    expect(first.err).toContain("They are in made.json");
    expect(readFileSync(path.join(first.cwd, "made.json"), "utf8")).toMatch(/\}\n$/);
    const again = await run(["--mocks", "made.json", "--input", '{"n":1}'], first.cwd);
    expect(again.output).toEqual(first.output);
    expect(again.err).not.toContain("made up");
  });

  test("only what nobody else answers", async () => {
    const { output, err } = await run(["--mock-missing", "--input", '{"n":2}', "--handlers", "handlers.json"]);
    expect(output?.price).toEqual({ total: 6 });
    expect(err).toContain("made up the answers of 1 state, from what later states read of them: 'Ask'");
    expect(err).not.toContain("made up the input");
  });
});

describe("--redrive", () => {
  test("goes on with a history as AWS gives it", async () => {
    const cwd = folder();
    const failing = '{"Price": {"result": {"Payload": {"total": 5}}}, "Ask": {"errorOutput": {"error": "Down"}}}';
    writeFileSync(path.join(cwd, "failing.json"), failing);
    const argv = [
      "run",
      "parent.asl.json",
      "--input",
      '{"n":2}',
      "--state-mocks",
      "failing.json",
      "--format",
      "history",
    ];
    const failed = await sluice(argv, { cwd });
    expect(failed.code).toBe(1);
    writeFileSync(path.join(cwd, "history.json"), failed.out);
    const { code, output } = await run(["--redrive", "history.json", "--state-mocks", "states.json"], cwd);
    expect(code).toBe(0);
    expect(output).toEqual({ n: 2, price: { total: 5 }, child: { got: "from state mocks" } });
  });

  test("not with one that succeeded", async () => {
    const cwd = folder();
    const argv = ["run", "parent.asl.json", "--mock-missing", "--format", "history"];
    writeFileSync(path.join(cwd, "history.json"), (await sluice(argv, { cwd })).out);
    const { code, err } = await run(["--redrive", "history.json"], cwd);
    expect(code).toBe(1);
    expect(err).toContain("Execution is SUCCEEDED and cannot be redriven");
  });
});

const REFUSED: readonly (readonly [argv: readonly string[], message: string])[] = [
  [["--state-mocks", "broken-states.json"], "/Ask/result: result must be JSON text"],
  [["--handlers", "broken-handlers.json"], "price.rb is neither JavaScript nor Python"],
  [["--handlers", "missing.json"], "missing.json does not exist"],
  [["--machine", "child"], "--machine is NAME_OR_ARN=FILE, not child"],
  [["--machine", "child=states.json"], "states.json holds no state machine"],
  [["--redrive", "states.json"], "states.json is no execution history"],
  [["--redrive", "price.mjs"], "price.mjs is not JSON"],
  [["--write-mocks", "no/such/folder.json"], "no/such/folder.json cannot be written"],
];

test.each(REFUSED)("%j is refused", async (argv, message) => {
  const { code, err } = await sluice(["run", "parent.asl.json", ...argv], { cwd: folder() });
  expect(code).toBe(2);
  expect(err).toContain(message);
});
