/** Local functions that a scenario names, as the Test Explorer has them called: its worker asks, the server answers. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeAnswer, FlowSource } from "@sluice/engine";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { HandlerCall, TestOutcome } from "../../client/src/flow/protocol.ts";
import { threadStarter } from "../../client/src/tests/start-thread.ts";
import { runTest } from "../../client/src/tests/test-worker.ts";
import { type Client, startClient } from "./client.ts";

const VIEWS = path.join(import.meta.dirname, "../../dist/webview");

const SCENARIO = `resources:
  Work: { Type: AWS::SQS::Queue, Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 1 } } }
  Failed: { Type: AWS::SQS::Queue }
  Worker: { Type: AWS::Lambda::Function }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { EventSourceArn: !GetAtt Work.Arn, FunctionName: !Ref Worker, BatchSize: 1 }
duration: 5m
traffic:
  - { to: Work, at: [0s, 1s, 2s], message: { body: "\${sequence}" } }
behavior:
  Worker: { handler: worker.mjs#handler }
expect:
  - { metric: Worker.processed, total: "= 2" }
  - { metric: Failed.visible, max: "= 1" }
`;

const SOURCE: FlowSource = { name: "work.scenario.yaml", text: SCENARIO, files: { "worker.mjs": "" }, isSample: false };
const never = new Promise<void>(() => {});

let client: Client;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "sluice-handlers-"));
  client = await startClient();
});

afterAll(async () => {
  expect(await client.stop()).toBe(0);
  rmSync(folder, { recursive: true, force: true });
});

function call(asked: HandlerCall): Promise<CodeAnswer> {
  const scenario = pathToFileURL(path.join(folder, SOURCE.name)).href;
  return client.connection.sendRequest<CodeAnswer>("sluice/callHandler", { scenario, ...asked });
}

/** What was seen, by expectation. */
function seen({ errors, verdicts }: TestOutcome): unknown {
  expect(errors).toEqual([]);
  return verdicts.map(({ passed }) => passed);
}

test("the function's own code answers, each invocation once", async () => {
  writeFileSync(
    path.join(folder, "worker.mjs"),
    'export const handler = async ({ Records: [{ body }] }) => { if (body === "2") throw new TypeError("not two"); };',
  );
  const asked: HandlerCall[] = [];
  const counted = (each: HandlerCall): Promise<CodeAnswer> => {
    asked.push(each);
    return call(each);
  };
  const outcome = await runTest(threadStarter(VIEWS), SOURCE, { refused: undefined, call: counted }, never);
  expect(seen(outcome)).toEqual([true, true]);
  expect(asked.map(({ node, handler }) => `${node} ${handler}`)).toEqual(Array(3).fill("Worker worker.mjs#handler"));
});

test("where functions may not be called, nothing is run, and the reason is told", async () => {
  const refuse = { refused: "Restricted Mode", call: () => Promise.reject(new Error("it must not be called")) };
  const { errors, verdicts } = await runTest(threadStarter(VIEWS), SOURCE, refuse, never);
  expect(errors).toEqual(["The handler of Worker is not called. Restricted Mode."]);
  expect(verdicts).toEqual([]);
});

test("what cannot be called is an error of the function", async () => {
  const asked = { number: 1, run: "r", node: "Worker", event: {}, requestId: "q" };
  expect(await call({ ...asked, handler: "worker.rb#handler" })).toEqual({
    error: { errorType: "Sluice.NotCalled", errorMessage: "Worker: worker.rb is neither JavaScript nor Python" },
  });
  expect(await call({ ...asked, handler: "missing.mjs#handler" })).toMatchObject({ error: {} });
});
