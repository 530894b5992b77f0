/** A local function that answers in a simulation: what it returns decides over the messages of its batches. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ScenarioOutcome } from "../../../server/src/cli/scenario-job.ts";
import { answerScenario } from "../../../server/src/cli/scenario-worker.ts";

const SCENARIO = `
resources:
  Dead: { Type: AWS::SQS::Queue }
  Orders:
    Type: AWS::SQS::Queue
    Properties: { RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn, maxReceiveCount: 2 } }
  Process: { Type: AWS::Lambda::Function }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      { EventSourceArn: !GetAtt Orders.Arn, FunctionName: !Ref Process, FunctionResponseTypes: [ReportBatchItemFailures] }
traffic:
  - { to: Orders, rate: 2/s, count: 6, message: { id: "\${sequence}" } }
  - { to: Orders, at: 1s, message: { poison: true } }
behavior:
  Process: { handler: "process.mjs#handler" }
expect:
  - { metric: Dead.visible, last: 1 }
  - { metric: Orders.deleted, total: 6 }
`;

const HANDLER = `
export const handler = async ({ Records }) => {
  const failed = Records.filter(({ body }) => JSON.parse(body).poison);
  if (failed.length === Records.length) throw new RangeError("only poison");
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
};
`;

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "code-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function outcome(files: ReadonlyMap<string, string>): Promise<ScenarioOutcome> {
  for (const [name, text] of files) writeFileSync(path.join(folder, name), text);
  const nothing = (): void => undefined;
  const job = { name: "a.scenario.yaml", text: SCENARIO, isScenario: true, folder, files };
  const given = { ...job, maxRecords: 1_000, coverage: false, sweeps: false };
  return answerScenario(given, { stepped: nothing, entered: nothing });
}

test("real code answers", async () => {
  const { simulation } = await outcome(new Map([["process.mjs", HANDLER]]));
  expect(simulation?.verdicts.map(({ name, seen, passed }) => ({ name, seen, passed }))).toEqual([
    { name: "last of Dead.visible = 1", seen: "1", passed: true },
    { name: "total of Orders.deleted = 6", seen: "6", passed: true },
  ]);
  const errors = simulation?.trace.flatMap(({ what, why }) => (what === "failed" ? [why?.error] : []));
  expect(new Set(errors)).toEqual(new Set(["only poison"]));
});

test("code that is not there is told at its place", async () => {
  const { problems, simulation } = await outcome(new Map());
  expect(problems.map(({ message }) => message)).toEqual(["There is no file `process.mjs` beside the scenario."]);
  expect(simulation).toBeUndefined();
});
