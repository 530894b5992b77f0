/** Judges one case at a time in a thread of its own, so that one which never ends can be ended. */
import { parentPort } from "node:worker_threads";
import type { Case, CaseKind, Verdict } from "./cases.ts";
import { judgeExecution } from "./judge-execution.ts";
import { judgeMocks } from "./judge-mocks.ts";
import { judgeTestState } from "./judge-test-state.ts";
import { judgeAccepted, judgeLint, judgeValidation, judgeVariableReferences } from "./judge-text.ts";

/** A case that cannot be replayed may still be reproduced from its mocks. */
async function judgeExecutionAndMocks(row: Case): Promise<Verdict> {
  const replayed = await judgeExecution(row);
  const mocked = await judgeMocks(row);
  return mocked === undefined ? replayed : { ...mocked, ...replayed, levels: { ...replayed.levels, ...mocked.levels } };
}

const JUDGES: Readonly<Record<CaseKind, (row: Case) => Verdict | Promise<Verdict>>> = {
  execution: judgeExecutionAndMocks,
  accepted: judgeAccepted,
  validation: judgeValidation,
  "variable-references": judgeVariableReferences,
  lint: judgeLint,
  "test-state": judgeTestState,
};

parentPort?.on("message", async ({ kind, line }: { kind: CaseKind; line: string }) => {
  let answer: Verdict | { readonly crash: string };
  try {
    answer = await JUDGES[kind](JSON.parse(line) as Case);
  } catch (error) {
    answer = {
      crash: error instanceof Error ? `${error.message} ${error.stack?.split("\n")[1]?.trim() ?? ""}` : String(error),
    };
  }
  parentPort?.postMessage(answer);
});
parentPort?.postMessage("ready");
