/**
 * The local functions of definitions that an editor runs: named in a file as `sluice run --handlers` takes it, with
 * processes that are new for each run, so that the code is the one that was saved last.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonValue, TaskCall, TaskOutcome } from "@sluice/engine";
import { type FunctionLog, type FunctionTasks, functionTasks } from "./function-tasks.ts";
import { type LocalFunction, readHandlerFile } from "./handler-file.ts";

export interface LocalFunctions {
  /** Undefined where no function is named for the call. Rejects where the file cannot be used, and says why. */
  answer(file: string, run: string, call: TaskCall): Promise<TaskOutcome | undefined>;
  /** What was printed since the last call. */
  takeLogs(file: string): readonly FunctionLog[];
  /** Ends all processes. */
  close(): void;
}

interface Running {
  readonly run: string;
  readonly tasks: Promise<FunctionTasks>;
  /** The same once they are there: processes are ended at the exit of this one, where no promise is heard any more. */
  ready?: FunctionTasks;
  ended: boolean;
  /** A function answers one call at a time. */
  last: Promise<unknown>;
  logged: number;
  logs: readonly FunctionLog[];
}

/** `file` is the file's address, `run` names a run of one definition. */
export function localFunctions(): LocalFunctions {
  const known = new Map<string, Running>();
  const end = (running: Running): void => {
    running.ended = true;
    running.ready?.close();
  };
  const runningOf = (file: string, run: string): Running => {
    const before = known.get(file);
    if (before?.run === run) return before;
    if (before) end(before);
    const tasks = readFunctions(file).then((functions) => functionTasks(functions));
    const running: Running = { run, tasks, ended: false, last: Promise.resolve(), logged: 0, logs: [] };
    known.set(file, running);
    return running;
  };
  return {
    answer: async (file, run, call) => {
      const running = runningOf(file, run);
      const tasks = await running.tasks;
      running.ready = tasks;
      running.logs = tasks.logs;
      // Of a run that another has taken the place of, nothing is started any more.
      const answered = running.last.then(() => (running.ended ? undefined : tasks.tasks(call)));
      running.last = answered.catch(() => undefined);
      return answered;
    },
    takeLogs: (file) => {
      const running = known.get(file);
      if (!running) return [];
      const news = running.logs.slice(running.logged);
      running.logged = running.logs.length;
      return news;
    },
    close: () => {
      for (const running of known.values()) end(running);
      known.clear();
    },
  };
}

async function readFunctions(uri: string): Promise<readonly LocalFunction[]> {
  const file = fileURLToPath(uri);
  const name = path.basename(file);
  let value: JsonValue;
  try {
    value = JSON.parse(await readFile(file, "utf8")) as JsonValue;
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = readHandlerFile(value, path.dirname(file));
  if ("problem" in read) throw new Error(`${name}: ${read.problem}`);
  return read.functions;
}
