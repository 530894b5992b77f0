/**
 * Our own request `sluice/answerCalls`: tasks of a run in the editor's panel, answered by local functions (in the Node
 * server only, and only where the client names their file: it does so in trusted workspaces alone), or made up.
 */
import { type JsonValue, plausibleAnswers, type TaskCall, type TaskOutcome } from "@sluice/engine";

export const ANSWER_CALLS_REQUEST = "sluice/answerCalls";

export interface AnswerCallsParams {
  /** JSON text. */
  readonly definition: string;
  /** Another one for each run: its functions are loaded anew. */
  readonly run: string;
  readonly calls: readonly { readonly id: number; readonly call: TaskCall }[];
  /** Address of the file that names local functions. */
  readonly handlers?: string;
  /** Make up what nobody else answers. */
  readonly plausibly: boolean;
}

export interface AnswerCallsResult {
  /** Those that have an answer. */
  readonly answers: readonly { readonly id: number; readonly outcome: TaskOutcome }[];
  /** What the functions printed. */
  readonly logs: readonly { readonly stateName: string; readonly functionName: string; readonly text: string }[];
  /** Why the functions cannot be called, for people. */
  readonly problem?: string;
}

/** How this platform calls local functions; a browser has none. */
export interface CallFunctions {
  answer(file: string, run: string, call: TaskCall): Promise<TaskOutcome | undefined>;
  takeLogs(file: string): AnswerCallsResult["logs"];
}

/** Answers a request; never rejects. */
export async function answerCalls(
  { definition, run, calls, handlers, plausibly }: AnswerCallsParams,
  functions: CallFunctions | undefined,
): Promise<AnswerCallsResult> {
  const answers: { id: number; outcome: TaskOutcome }[] = [];
  let problem: string | undefined;
  const madeUp = plausibly ? plausibleAnswers(JSON.parse(definition) as JsonValue).tasks : undefined;
  for (const { id, call } of calls) {
    let outcome: TaskOutcome | undefined;
    try {
      if (handlers !== undefined && problem === undefined) outcome = await functions?.answer(handlers, run, call);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    outcome ??= await madeUp?.(call);
    if (outcome !== undefined) answers.push({ id, outcome });
  }
  const logs = handlers === undefined ? [] : (functions?.takeLogs(handlers) ?? []);
  return { answers, logs, ...(problem !== undefined && { problem }) };
}
