/**
 * One function's child process: started at its first call, kept for the next ones as Lambda keeps an environment, killed
 * when a call takes too long. Its environment holds what a handler needs and nothing of the user's.
 */
import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import type { Readable } from "node:stream";
import type { JsonObject, JsonValue } from "@sluice/engine";
import type { LocalFunction } from "./handler-file.ts";
import { NODE_HOST } from "./node-host.ts";
import { PYTHON_HOST } from "./python-host.ts";

/** What the function answered, or the error as Lambda describes it, with what it printed. */
export interface Answer {
  readonly outcome: { readonly result: JsonValue } | { readonly failure: JsonObject };
  readonly log: string;
}

export interface Call {
  readonly event: JsonValue;
  readonly requestId: string;
}

/** Lambda gives a function so long to load, milliseconds. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const INIT_LIMIT_MS = 10_000;
/** Of one call; what is printed beyond is dropped. */
const MAX_LOG_LENGTH = 256 * 1_024;

interface Waiting {
  readonly id: number;
  readonly done: (outcome: Answer["outcome"]) => void;
}

export class FunctionProcess {
  readonly #function: LocalFunction;
  #child: ChildProcess | undefined;
  #lastId = 0;
  #waiting: Waiting | undefined;
  #log = "";
  /** Streams that have still to end what they print of the call. */
  #printing = 0;
  #printed: (() => void) | undefined;
  #ready: (() => void) | undefined;

  constructor(given: LocalFunction) {
    this.#function = given;
  }

  /** One call at a time. Never rejects. */
  async invoke({ event, requestId }: Call): Promise<Answer> {
    this.#log = "";
    const { timeoutSeconds } = this.#function;
    const started = this.#child === undefined ? await this.#start(requestId) : undefined;
    if (started !== undefined) return { outcome: { failure: started }, log: this.#log };
    const id = ++this.#lastId;
    this.#printing = 2;
    const limitMs = timeoutSeconds * 1_000;
    const outcome = await new Promise<Answer["outcome"]>((resolve) => {
      const message = `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`;
      const timer = setTimeout(() => {
        this.#kill();
        done({ failure: { errorType: "Sandbox.Timedout", errorMessage: message } });
      }, limitMs);
      const done = (answer: Answer["outcome"]): void => {
        clearTimeout(timer);
        this.#waiting = undefined;
        resolve(answer);
      };
      this.#waiting = { id, done: (answer) => done(named(answer, requestId)) };
      this.#send({ id, event, context: this.#context(requestId), deadlineMs: limitMs });
    });
    if (this.#child !== undefined && this.#printing > 0) {
      await new Promise<void>((resolve) => {
        this.#printed = resolve;
      });
    }
    return { outcome, log: this.#log };
  }

  close(): void {
    this.#kill();
  }

  /** Undefined, or why the function could not be started. */
  #start(requestId: string): Promise<JsonObject | undefined> {
    const { language, file, exportName } = this.#function;
    const [command, host] =
      language === "python"
        ? [process.platform === "win32" ? "python" : "python3", ["-c", PYTHON_HOST]]
        : [process.execPath, ["--input-type=module", "--eval", NODE_HOST]];
    const child = spawn(command, host, {
      cwd: path.dirname(file),
      env: this.#environment(),
      stdio: ["pipe", "pipe", "pipe", "pipe"],
    });
    this.#child = child;
    // A call that cannot be written any more is answered by the exit.
    child.stdin?.on("error", () => undefined);
    for (const stream of [child.stdout, child.stderr]) if (stream) this.#readLog(stream);
    readLines(child.stdio[3] as Readable, (line) => this.#receive(line));
    return new Promise((resolve) => {
      const finish = (failure: JsonObject | undefined): void => {
        clearTimeout(timer);
        this.#ready = undefined;
        resolve(failure);
      };
      const timer = setTimeout(() => {
        this.#kill();
        const errorMessage = `RequestId: ${requestId} Error: Initialization timed out after ${INIT_LIMIT_MS / 1_000} seconds`;
        finish({ errorType: "Sandbox.Timedout", errorMessage });
      }, INIT_LIMIT_MS);
      this.#ready = () => finish(undefined);
      child.on("error", (error) => {
        this.#child = undefined;
        const errorMessage = `RequestId: ${requestId} Error: cannot run ${command}: ${error.message}`;
        finish({ errorType: "Runtime.InvalidEntrypoint", errorMessage });
      });
      child.on("close", (code, signal) => {
        if (this.#child !== child) return;
        this.#child = undefined;
        const failure = exited(code, signal);
        this.#waiting?.done({ failure });
        this.#printed?.();
        if (this.#ready !== undefined) finish(inRequest(failure, requestId));
      });
      this.#send({ file, name: exportName });
    });
  }

  #send(message: object): void {
    this.#child?.stdin?.write(`${JSON.stringify(message)}\n`);
  }

  #receive(line: string): void {
    const message = parsed(line);
    if (message === undefined) return;
    if (message.ready === true) return this.#ready?.();
    if (this.#waiting === undefined || message.id !== this.#waiting.id) return;
    const { result, failure } = message;
    this.#waiting.done(failure === undefined ? { result: result ?? null } : { failure: failure as JsonObject });
  }

  #readLog(stream: Readable): void {
    readLines(stream, (line) => {
      const mark = `\0${this.#lastId}`;
      const ends = line.endsWith(mark);
      const text = ends ? line.slice(0, -mark.length) : `${line}\n`;
      if (this.#log.length < MAX_LOG_LENGTH) this.#log += text;
      if (!ends) return;
      this.#printing -= 1;
      if (this.#printing === 0) this.#printed?.();
    });
  }

  #kill(): void {
    const child = this.#child;
    this.#child = undefined;
    child?.kill("SIGKILL");
  }

  #context(requestId: string): JsonObject {
    const name = shortName(this.#function.name);
    return {
      awsRequestId: requestId,
      functionName: name,
      functionVersion: "$LATEST",
      invokedFunctionArn: this.#function.name.startsWith("arn:")
        ? this.#function.name
        : `arn:aws:lambda:us-east-1:123456789012:function:${name}`,
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: "local",
      memoryLimitInMB: "128",
    };
  }

  #environment(): NodeJS.ProcessEnv {
    const { name, file, exportName, environment } = this.#function;
    const kept = ["PATH", "Path", "SystemRoot", "TEMP", "TMP", "TMPDIR", "LANG"];
    const own = Object.fromEntries(kept.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])));
    return {
      ...own,
      TZ: ":UTC",
      AWS_REGION: "us-east-1",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_LAMBDA_FUNCTION_NAME: shortName(name),
      AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128",
      LAMBDA_TASK_ROOT: path.dirname(file),
      _HANDLER: `${path.parse(file).name}.${exportName}`,
      // Inside VS Code the program is Electron: this makes it Node.
      ELECTRON_RUN_AS_NODE: "1",
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONUNBUFFERED: "1",
      ...environment,
    };
  }
}

/** "charge" of `arn:aws:lambda:us-east-1:111122223333:function:charge:live`. */
export function shortName(name: string): string {
  return /:function:([^:]+)/.exec(name)?.[1] ?? name;
}

function exited(code: number | null, signal: NodeJS.Signals | null): JsonObject {
  const how =
    signal !== null
      ? `Runtime exited with error: signal: ${signal}`
      : code === 0
        ? "Runtime exited without providing a reason"
        : `Runtime exited with error: exit status ${code}`;
  return { errorType: "Runtime.ExitError", errorMessage: how };
}

function inRequest({ errorType = "", errorMessage = "" }: JsonObject, requestId: string): JsonObject {
  return { errorType, errorMessage: `RequestId: ${requestId} Error: ${String(errorMessage)}` };
}

/** Lambda puts the request before what it says itself. */
function named(answer: Answer["outcome"], requestId: string): Answer["outcome"] {
  if (!("failure" in answer) || answer.failure.errorType !== "Runtime.ExitError") return answer;
  return { failure: inRequest(answer.failure, requestId) };
}

function parsed(line: string): JsonObject | undefined {
  try {
    return JSON.parse(line) as JsonObject;
  } catch {
    return undefined;
  }
}

/** Whole lines; what is left at the end of the stream counts as one. */
function readLines(stream: Readable, onLine: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  stream.on("end", () => {
    if (rest !== "") onLine(rest);
  });
  stream.on("error", () => undefined);
}
