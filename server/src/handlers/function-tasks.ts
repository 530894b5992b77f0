/**
 * Lambda tasks answered by local functions: what Step Functions hands to the function and makes of its answer.
 * https://docs.aws.amazon.com/step-functions/latest/dg/connect-lambda.html
 */
import {
  isObject,
  type JsonValue,
  type TaskCall,
  type TaskHandler,
  type TaskOutcome,
  withSdkMetadata,
} from "@sluice/engine";
import { type Answer, FunctionProcess, shortName } from "./function-process.ts";
import type { LocalFunction } from "./handler-file.ts";

/** What one call printed. */
export interface FunctionLog {
  readonly stateName: string;
  readonly functionName: string;
  readonly text: string;
}

export interface FunctionTasks {
  /** Answers calls of the functions that are known, except those that wait for a task token. */
  readonly tasks: TaskHandler;
  readonly logs: readonly FunctionLog[];
  /** Ends the processes. */
  close(): void;
}

/** Of a response, bytes. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_RESPONSE_BYTES = 6_291_556;

/** Answers depend on the functions alone: virtual time does not pass while they run. `onBusy` tells when one does. */
export function functionTasks(
  functions: readonly LocalFunction[],
  onBusy: (busy: boolean) => void = () => undefined,
): FunctionTasks {
  const processes = new Map<LocalFunction, FunctionProcess>();
  const logs: FunctionLog[] = [];
  let requests = 0;

  async function invoke(target: LocalFunction, call: TaskCall, event: JsonValue): Promise<Answer["outcome"]> {
    const running = processes.get(target) ?? new FunctionProcess(target);
    processes.set(target, running);
    requests += 1;
    const requestId = `00000000-0000-4000-8000-${String(requests).padStart(12, "0")}`;
    onBusy(true);
    const { outcome, log } = await running.invoke({ event, requestId });
    onBusy(false);
    if (log !== "") logs.push({ stateName: call.stateName, functionName: shortName(target.name), text: log });
    return tooLarge(outcome) ?? outcome;
  }

  return {
    tasks: (call) => {
      const request = requestOf(call);
      const target = request && functions.find(({ name }) => names(name, request.functionName));
      if (request === undefined || target === undefined) return undefined;
      return invoke(target, call, request.event).then((outcome) => outcomeOf(call, outcome, request.form));
    },
    logs,
    close: () => {
      for (const running of processes.values()) running.close();
    },
  };
}

interface FunctionRequest {
  readonly functionName: string;
  readonly event: JsonValue;
  /** By the function's own ARN, the optimized integration, or the SDK's. */
  readonly form: "arn" | "optimized" | "sdk";
}

function requestOf({ resource, arguments: given }: TaskCall): FunctionRequest | undefined {
  if (/^arn:[^:]*:lambda:/.test(resource)) return { functionName: resource, event: given, form: "arn" };
  const form = /:states:[^:]*:[^:]*:lambda:invoke$/.test(resource)
    ? "optimized"
    : /:aws-sdk:lambda:invoke$/.test(resource)
      ? "sdk"
      : undefined;
  if (form === undefined || !isObject(given) || typeof given.FunctionName !== "string") return undefined;
  const { FunctionName: functionName, Payload: payload = {} } = given;
  return { functionName, event: form === "sdk" ? parsedPayload(payload) : payload, form };
}

/** Through the SDK the payload is text; Step Functions makes text of an object that stands there. */
function parsedPayload(payload: JsonValue): JsonValue {
  if (typeof payload !== "string") return payload;
  try {
    return JSON.parse(payload) as JsonValue;
  } catch {
    return payload;
  }
}

/** Versions and aliases of a function are the function; a name stands for any ARN with it. */
function names(known: string, called: string): boolean {
  return (
    known === called || (called.startsWith(`${known}:`) && known.startsWith("arn:")) || known === shortName(called)
  );
}

function outcomeOf(call: TaskCall, answer: Answer["outcome"], form: FunctionRequest["form"]): TaskOutcome {
  if (form === "sdk") {
    const failed = "failure" in answer;
    const payload = JSON.stringify(failed ? answer.failure : answer.result);
    return {
      result: {
        ExecutedVersion: "$LATEST",
        ...(failed ? { FunctionError: "Unhandled" } : {}),
        Payload: payload,
        StatusCode: 200,
      },
    };
  }
  if ("failure" in answer) {
    const { errorType } = answer.failure;
    return {
      error: typeof errorType === "string" && errorType !== "" ? errorType : "Lambda.Unknown",
      cause: JSON.stringify(answer.failure),
    };
  }
  if (form === "arn") return { result: answer.result };
  return { result: withSdkMetadata(call, { ExecutedVersion: "$LATEST", Payload: answer.result, StatusCode: 200 }) };
}

function tooLarge(outcome: Answer["outcome"]): Answer["outcome"] | undefined {
  if (!("result" in outcome)) return undefined;
  const bytes = Buffer.byteLength(JSON.stringify(outcome.result));
  if (bytes <= MAX_RESPONSE_BYTES) return undefined;
  const errorMessage = `Response payload size (${bytes} bytes) exceeded maximum allowed payload size (${MAX_RESPONSE_BYTES} bytes).`;
  return { failure: { errorType: "Function.ResponseSizeTooLarge", errorMessage } };
}
