/** `sluice/answerCalls`: the tasks of a run in an editor, answered by local functions or made up, over stdio. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Client, startClient } from "./client.ts";

const ARN = "arn:aws:lambda:eu-west-1:111122223333:function:charge";
const DEFINITION = {
  StartAt: "Charge",
  States: {
    Charge: { Type: "Task", Resource: ARN, Next: "Paid?" },
    "Paid?": {
      Type: "Choice",
      Choices: [{ Variable: "$.receipt", StringMatches: "r-*", Next: "Done" }],
    },
    Done: { Type: "Succeed" },
  },
};

interface Result {
  readonly answers: readonly { readonly id: number; readonly outcome: object }[];
  readonly logs: readonly object[];
  readonly problem?: string;
}

let client: Client;
let folder: string;
const handlers = (): string => pathToFileURL(path.join(folder, "charge.handlers.json")).href;
const write = (name: string, text: string): void => writeFileSync(path.join(folder, name), text);

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "sluice-functions-"));
  client = await startClient();
});

afterAll(async () => {
  expect(await client.stop()).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

function ask(run: string, given: object): Promise<Result> {
  const call = { stateName: "Charge", resource: ARN, arguments: { amount: 3 }, attempt: 0 };
  const definition = JSON.stringify(DEFINITION);
  const params = { definition, run, calls: [{ id: 7, call }], plausibly: false, ...given };
  return client.connection.sendRequest<Result>("sluice/answerCalls", params);
}

test("calls the function, with what it prints; a new run loads what was saved last", async () => {
  write("charge.handlers.json", JSON.stringify({ charge: "charge.mjs#handler" }));
  write("charge.mjs", 'export const handler = ({ amount }) => { console.log("charging"); return { paid: amount }; };');
  const first = await ask("1", { handlers: handlers() });
  expect(first.answers).toEqual([{ id: 7, outcome: { result: { paid: 3 } } }]);
  expect(first.logs).toEqual([{ stateName: "Charge", functionName: "charge", text: "charging\n" }]);
  write("charge.mjs", 'export const handler = async () => { throw new TypeError("declined"); };');
  expect((await ask("1", { handlers: handlers() })).answers).toEqual(first.answers);
  const second = await ask("2", { handlers: handlers() });
  expect(second.answers).toMatchObject([{ id: 7, outcome: { error: "TypeError" } }]);
  expect(second.logs).toEqual([]);
});

test("calls nothing that it is not told of, and leaves open what nobody answers", async () => {
  expect(await ask("3", {})).toEqual({ answers: [], logs: [] });
});

test("makes up what nobody answers when asked to", async () => {
  const { answers } = await ask("4", { plausibly: true });
  expect(answers).toMatchObject([{ id: 7, outcome: { result: { receipt: expect.any(String) } } }]);
});

test("says why the file cannot be used", async () => {
  write("charge.handlers.json", JSON.stringify({ charge: "charge.rb" }));
  const { answers, problem } = await ask("5", { handlers: handlers() });
  expect({ answers, problem }).toEqual({
    answers: [],
    problem: "charge.handlers.json: charge: charge.rb is neither JavaScript nor Python",
  });
  write("charge.handlers.json", "{");
  expect((await ask("6", { handlers: handlers() })).problem).toMatch(/^charge\.handlers\.json: .*JSON/);
});

test.skipIf(process.platform === "win32")("takes a function that hangs along when the server ends", async () => {
  write("charge.handlers.json", JSON.stringify({ charge: { handler: "hang.mjs#handler", timeoutSeconds: 900 } }));
  const pid = path.join(folder, "pid");
  write(
    "hang.mjs",
    `import { writeFileSync } from "node:fs";
     export const handler = () => { writeFileSync(${JSON.stringify(pid)}, String(process.pid)); for (;;); };`,
  );
  const other = await startClient();
  const call = { stateName: "Charge", resource: ARN, arguments: {}, attempt: 0 };
  const params = { definition: "{}", run: "1", calls: [{ id: 1, call }], plausibly: false, handlers: handlers() };
  const asked = other.connection.sendRequest("sluice/answerCalls", params).catch(() => undefined);
  const child = await vi.waitFor(() => {
    const text = readFileSync(pid, "utf8");
    expect(text).not.toBe("");
    return Number(text);
  }, 10_000);
  await other.stop();
  await asked;
  await vi.waitFor(() => expect(() => process.kill(child, 0)).toThrow(), 10_000);
});
