/** Local functions in their child processes. The tests wait for processes, never for time, except for the time limit itself. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import type { JsonValue } from "../../../engine/src/json.ts";
import type { TaskCall, TaskOutcome } from "../../../engine/src/run/types.ts";
import { type FunctionTasks, functionTasks } from "../../../server/src/handlers/function-tasks.ts";
import { readHandlerFile } from "../../../server/src/handlers/handler-file.ts";

const NODE_HANDLERS = `
console.log("loaded");
export const handler = async (event, context) => {
  console.log("called", context.functionName);
  return { got: event, id: context.awsRequestId, left: context.getRemainingTimeInMillis() > 0 };
};
let count = 0;
export const counts = () => ++count;
export const back = (event, context, callback) => callback(null, event.n + 1);
export const throws = async () => { throw new RangeError("too far"); };
export const rejects = (event, context, callback) => callback("no");
export const hangs = () => { for (;;); };
export const exits = () => process.exit(3);
export const prints = () => { process.stdout.write("no line end"); console.error("to stderr"); return null; };
export const spies = () => Object.keys(process.env).filter((key) => key.startsWith("SLUICE_") || key.startsWith("AWS_SECRET"));
export const large = () => "x".repeat(7_000_000);
export const nothing = () => undefined;
`;

const PYTHON_HANDLERS = `
import os
print("loaded")
class Busy(Exception):
    pass
def handler(event, context):
    print("called", context.function_name)
    return {"got": event, "id": context.aws_request_id}
def throws(event, context):
    raise Busy("later")
def marshals(event, context):
    return {1, 2}
def exits(event, context):
    os._exit(4)
`;

const running: FunctionTasks[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function hasPython(): boolean {
  try {
    execFileSync("python3", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function functions(file: JsonValue): FunctionTasks {
  const folder = mkdtempSync(path.join(tmpdir(), "sluice-handlers-"));
  folders.push(folder);
  writeFileSync(path.join(folder, "app.mjs"), NODE_HANDLERS);
  writeFileSync(path.join(folder, "app.py"), PYTHON_HANDLERS);
  writeFileSync(path.join(folder, "old.cjs"), "exports.handler = async () => 'old';");
  writeFileSync(path.join(folder, "broken.mjs"), "export const = 1;");
  writeFileSync(path.join(folder, "broken.py"), "def handler(:\n");
  writeFileSync(path.join(folder, "lacks.mjs"), "import 'no-such-package';");
  const read = readHandlerFile(file, folder);
  if ("problem" in read) throw new Error(read.problem);
  const tasks = functionTasks(read.functions);
  running.push(tasks);
  return tasks;
}

function call(functionName: string, payload: JsonValue, resource = "arn:aws:states:::lambda:invoke"): TaskCall {
  const given = { FunctionName: functionName, Payload: payload };
  return { stateName: "Ask", resource, arguments: given, attempt: 0, invocation: 0 };
}

/** The outcome with a cause that is parsed. */
async function ask(tasks: FunctionTasks, name: string, payload: JsonValue = {}): Promise<unknown> {
  const outcome = (await tasks.tasks(call(name, payload))) as TaskOutcome;
  if ("result" in outcome) return (outcome.result as { Payload: JsonValue }).Payload;
  return { error: outcome.error, cause: JSON.parse(outcome.cause ?? "null") as unknown };
}

const ID = "00000000-0000-4000-8000-000000000001";

describe("JavaScript", () => {
  test("gets event and context, and gives its result in the service's response", async () => {
    const local = functions({ charge: "app.mjs" });
    const arn = "arn:aws:lambda:eu-west-1:111122223333:function:charge:live";
    expect(await local.tasks(call(arn, { n: 1 }))).toMatchObject({
      result: { ExecutedVersion: "$LATEST", Payload: { got: { n: 1 }, id: ID, left: true }, StatusCode: 200 },
    });
    expect(local.logs).toEqual([{ stateName: "Ask", functionName: "charge", text: "loaded\ncalled charge\n" }]);
  });

  test("keeps its process from call to call", async () => {
    const local = functions({ f: "app.mjs#counts" });
    expect([await ask(local, "f"), await ask(local, "f")]).toEqual([1, 2]);
  });

  const OUTCOMES: Readonly<Record<string, readonly [handler: string, expected: unknown]>> = {
    "a callback": ["app.mjs#back", 2],
    CommonJS: ["old.cjs", "old"],
    "no result": ["app.mjs#nothing", null],
    "an error": [
      "app.mjs#throws",
      { error: "RangeError", cause: expect.objectContaining({ errorType: "RangeError", errorMessage: "too far" }) },
    ],
    "a callback's error": [
      "app.mjs#rejects",
      { error: "string", cause: { errorType: "string", errorMessage: "no", trace: [] } },
    ],
    "an exit": [
      "app.mjs#exits",
      {
        error: "Runtime.ExitError",
        cause: {
          errorType: "Runtime.ExitError",
          errorMessage: `RequestId: ${ID} Error: Runtime exited with error: exit status 3`,
        },
      },
    ],
    "a response that is too large": [
      "app.mjs#large",
      { error: "Function.ResponseSizeTooLarge", cause: expect.anything() },
    ],
    "a handler that is not exported": [
      "app.mjs#other",
      {
        error: "Runtime.HandlerNotFound",
        cause: {
          errorType: "Runtime.HandlerNotFound",
          errorMessage: "app.other is undefined or not exported",
          trace: [],
        },
      },
    ],
    "a syntax error": ["broken.mjs", { error: "Runtime.UserCodeSyntaxError", cause: expect.anything() }],
    "a package that is not there": ["lacks.mjs", { error: "Runtime.ImportModuleError", cause: expect.anything() }],
    "a file that is not there": ["missing.mjs", { error: "Runtime.ImportModuleError", cause: expect.anything() }],
    "nothing of the user's environment": ["app.mjs#spies", []],
  };
  test.each(Object.entries(OUTCOMES))("%s", async (_name, [handler, expected]) => {
    process.env.SLUICE_SECRET = "hidden";
    expect(await ask(functions({ f: { handler, timeoutSeconds: 30 } }), "f", { n: 1 })).toEqual(expected);
  });

  test("a call that takes too long is ended in Lambda's words, and the next one starts anew", async () => {
    const local = functions({
      f: { handler: "app.mjs#hangs", timeoutSeconds: 0.2 },
      g: "app.mjs#counts",
    });
    expect(await ask(local, "f")).toEqual({
      error: "Sandbox.Timedout",
      cause: {
        errorType: "Sandbox.Timedout",
        errorMessage: `RequestId: ${ID} Error: Task timed out after 0.20 seconds`,
      },
    });
    expect(await ask(local, "g")).toBe(1);
    expect(await ask(local, "f")).toMatchObject({ error: "Sandbox.Timedout" });
  });

  test("everything printed is kept, also without a line end", async () => {
    const local = functions({ f: "app.mjs#prints" });
    await ask(local, "f");
    const [log] = local.logs;
    expect(log?.text.split("\n").filter(Boolean).join("|")).toContain("no line end");
    expect(log?.text).toContain("to stderr\n");
  });
});

describe.skipIf(!hasPython())("Python (skipped where there is no python3)", () => {
  test("gets event and context", async () => {
    const local = functions({ ship: "app.py#handler" });
    expect(await ask(local, "ship", { n: 1 })).toEqual({ got: { n: 1 }, id: ID });
    expect(local.logs).toEqual([{ stateName: "Ask", functionName: "ship", text: "loaded\ncalled ship\n" }]);
  });

  test("an error has the cause that AWS records", async () => {
    expect(await ask(functions({ f: "app.py#throws" }), "f")).toEqual({
      error: "Busy",
      cause: {
        errorMessage: "later",
        errorType: "Busy",
        requestId: ID,
        stackTrace: [expect.stringContaining('raise Busy("later")')],
      },
    });
  });

  test.each([
    [
      "app.py#marshals",
      "Runtime.MarshalError",
      "Unable to marshal response: Object of type set is not JSON serializable",
    ],
    ["app.py#other", "Runtime.HandlerNotFound", "Handler 'other' missing on module 'app'"],
    ["app.py#exits", "Runtime.ExitError", `RequestId: ${ID} Error: Runtime exited with error: exit status 4`],
    ["broken.py", "Runtime.UserCodeSyntaxError", expect.stringContaining("Syntax error in module 'broken'")],
    ["missing.py", "Runtime.ImportModuleError", expect.stringContaining("Unable to import module 'missing'")],
  ])("%s: %s", async (handler, error, errorMessage) => {
    expect(await ask(functions({ f: handler }), "f")).toEqual({
      error,
      cause: expect.objectContaining({ errorType: error, errorMessage }),
    });
  });
});

test("by its own ARN a function gives its payload; through the SDK, text", async () => {
  const local = functions({ f: "app.mjs#back" });
  const arn = "arn:aws:lambda:us-east-1:123456789012:function:f";
  expect(await local.tasks({ ...call("", 0, arn), arguments: { n: 1 } })).toEqual({ result: 2 });
  const sdk = call("f", '{"n":2}', "arn:aws:states:::aws-sdk:lambda:invoke");
  expect(await local.tasks(sdk)).toMatchObject({ result: { Payload: "3", StatusCode: 200 } });
});

test("other functions, other services and task tokens are left to others", () => {
  const local = functions({ f: "app.mjs" });
  expect(local.tasks(call("g", {}))).toBeUndefined();
  expect(local.tasks(call("f", {}, "arn:aws:states:::sqs:sendMessage"))).toBeUndefined();
  expect(local.tasks(call("f", {}, "arn:aws:states:::lambda:invoke.waitForTaskToken"))).toBeUndefined();
});

test.each<[JsonValue, RegExp]>([
  [[], /must be an object/],
  [{ f: 1 }, /f: the handler must be a text/],
  [{ f: "app.rb" }, /neither JavaScript nor Python/],
  [{ f: { handler: "a.py", timeoutSeconds: 901 } }, /up to 900/],
  [{ f: { handler: "a.py", environment: { A: 1 } } }, /object of texts/],
])("the file %j is refused", (file, message) => {
  const read = readHandlerFile(file, "/");
  expect("problem" in read && read.problem).toMatch(message);
});
