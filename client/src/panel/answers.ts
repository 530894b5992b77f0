/**
 * Who answers a task besides the mock file and the person: the language server, which calls the local functions of
 * `name.handlers.json` (on the desktop, in a trusted workspace only) and makes up plausible answers.
 */
import type { TaskOutcome } from "@sluice/engine";
import { type OutputChannel, window, workspace } from "vscode";
import { askServer } from "./ask-server.ts";
import type { HostMessage, ViewMessage } from "./protocol.ts";
import { type Beside, siblingUri } from "./siblings.ts";

export type AskAnswers = Extract<ViewMessage, { type: "askAnswers" }>;

/** As server/src/answer-calls.ts gives it. */
interface AnswerCallsResult {
  readonly answers: readonly { readonly id: number; readonly outcome: TaskOutcome }[];
  readonly logs: readonly { readonly stateName: string; readonly functionName: string; readonly text: string }[];
  readonly problem?: string;
}

let output: OutputChannel | undefined;

/** May code beside the definition be run? Never in a browser, never before the workspace is trusted. */
export async function mayCallFunctions(definition: Beside): Promise<boolean> {
  if (!workspace.isTrusted || definition.uri.scheme !== "file") return false;
  try {
    await workspace.fs.stat(siblingUri(definition, "handlers"));
    return true;
  } catch {
    return false; // nothing is named there
  }
}

/** Never rejects: a task without an answer is asked for. */
export async function answersFor(definition: Beside, asked: AskAnswers): Promise<HostMessage> {
  const { run, calls, plausibly } = asked;
  const allowed = await mayCallFunctions(definition);
  try {
    const result = await askServer<AnswerCallsResult>("sluice/answerCalls", {
      definition: asked.definition,
      run: `${run} ${asked.session}`,
      calls,
      plausibly,
      ...(allowed && { handlers: siblingUri(definition, "handlers").toString() }),
    });
    for (const log of result?.logs ?? []) show(log);
    return {
      type: "answers",
      run,
      answers: result?.answers ?? [],
      ...(result?.problem !== undefined && { problem: result.problem }),
    };
  } catch (error) {
    const problem = `The language server could not answer: ${error instanceof Error ? error.message : String(error)}`;
    return { type: "answers", run, answers: [], problem };
  }
}

function show({ stateName, functionName, text }: AnswerCallsResult["logs"][number]): void {
  output ??= window.createOutputChannel("Sluice functions");
  output.appendLine(`${stateName} (${functionName})`);
  output.appendLine(text.trimEnd());
}
