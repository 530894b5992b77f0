/** The local functions of scenarios that an editor runs: processes of their own for each run, of the last few runs. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Code, CodeAnswer } from "@sluice/engine";
import type { CallHandler, CallHandlerParams } from "../call-handler.ts";
import { type FunctionCode, functionCode } from "./function-code.ts";
import { readHandlerFile } from "./handler-file.ts";

interface ScenarioRun {
  readonly run: string;
  /** By logical id. */
  readonly functions: Map<string, { readonly code: FunctionCode; last: Promise<unknown> }>;
}

export interface ScenarioHandlers {
  readonly call: CallHandler;
  /** Ends all processes. */
  close(): void;
}

/** Runs that are kept at the same time: those of a panel, of a test, and one more. */
const MAX_RUNS = 3;

export function scenarioHandlers(): ScenarioHandlers {
  const runs: ScenarioRun[] = [];
  const runOf = (run: string): ScenarioRun => {
    const known = runs.find((each) => each.run === run);
    if (known !== undefined) return known;
    const made = { run, functions: new Map() };
    runs.push(made);
    if (runs.length > MAX_RUNS) end(runs.shift());
    return made;
  };
  return {
    /** A function answers one call at a time. */
    call(params) {
      const { functions } = runOf(params.run);
      const { node } = params;
      const local = functions.get(node) ?? { code: codeOf(params), last: Promise.resolve() };
      functions.set(node, local);
      const code = local.code.code.get(node) as Code;
      const { event, requestId } = params;
      const answered = local.last.then((): CodeAnswer | Promise<CodeAnswer> => {
        return code(event, { node, requestId, version: "$LATEST", epochMs: 0 });
      });
      local.last = answered.catch(() => undefined);
      return answered;
    },
    close() {
      for (const each of runs.splice(0)) end(each);
    },
  };
}

/** Throws what is wrong with the handler, in words. */
function codeOf({ scenario, node, handler }: CallHandlerParams): FunctionCode {
  const read = readHandlerFile({ [node]: handler }, path.dirname(fileURLToPath(scenario)));
  if ("problem" in read) throw new Error(read.problem);
  return functionCode(read.functions, () => {});
}

function end(run: ScenarioRun | undefined): void {
  for (const { code } of run?.functions.values() ?? []) code.close();
}
