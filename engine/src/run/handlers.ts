/**
 * Retry and Catch: which retrier or catcher takes an error, how long to wait, what a catcher hands on.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
import type { QueryLanguage } from "../asl/model.ts";
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { MAX_RETRY_DELAY_SECONDS } from "../limits.ts";
import type { Random } from "../random.ts";
import { errorOutput, matchesError } from "./errors.ts";
import { type Completed, compileOutput, compileResultPath } from "./flow.ts";
import type { Frame } from "./frame.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import type { Run } from "./run-port.ts";
import { EvaluationScope } from "./scope.ts";
import type { StateError } from "./types.ts";
import { compilePayload } from "./values.ts";

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number;
  readonly jitter: boolean;
}

export interface Catcher {
  readonly errorEquals: readonly string[];
  readonly next: string;
  complete(run: Run, frame: Frame, failure: StateError): MaybePromise<Completed>;
}

export interface Handlers {
  readonly retriers: readonly Retrier[];
  readonly catchers: readonly Catcher[];
}

/** AWS refuses Retry and Catch of the other types. */
const HANDLE_ERRORS: ReadonlySet<JsonValue | undefined> = new Set(["Map", "Parallel", "Task"]);

const NONE: Handlers = { retriers: [], catchers: [] };

export function compileHandlers(definition: JsonObject, language: QueryLanguage): Handlers {
  if (definition.Retry === undefined && definition.Catch === undefined) return NONE;
  if (!HANDLE_ERRORS.has(definition.Type)) return NONE;
  return {
    retriers: objects(definition.Retry).map(compileRetrier),
    catchers: objects(definition.Catch).map((catcher, index) => compileCatcher(catcher, index, language)),
  };
}

function objects(list: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}

function names(list: JsonValue | undefined): readonly string[] {
  return Array.isArray(list) ? list.filter((name) => typeof name === "string") : [];
}

function number(value: JsonValue | undefined, otherwise: number): number {
  return typeof value === "number" ? value : otherwise;
}

function compileRetrier(retrier: JsonObject): Retrier {
  return {
    errorEquals: names(retrier.ErrorEquals),
    intervalSeconds: number(retrier.IntervalSeconds, 1),
    maxAttempts: number(retrier.MaxAttempts, 3),
    backoffRate: number(retrier.BackoffRate, 2),
    maxDelaySeconds: number(retrier.MaxDelaySeconds, Number.POSITIVE_INFINITY),
    jitter: retrier.JitterStrategy === "FULL",
  };
}

function compileCatcher(catcher: JsonObject, index: number, language: QueryLanguage): Catcher {
  const { ErrorEquals: errorEquals, Next: next, Assign: assignField } = catcher;
  const shared = { errorEquals: names(errorEquals), next: typeof next === "string" ? next : "" };
  if (language === "JSONata") {
    const complete = compileOutput(catcher, `Catch[${index}]/`);
    return {
      ...shared,
      complete: (run, frame, failure) => {
        const output = errorOutput(failure);
        return complete(new EvaluationScope(run, frame, frame.input, { errorOutput: output }), output);
      },
    };
  }
  const resultPath = compileResultPath(catcher.ResultPath);
  const assign = assignField === undefined ? undefined : compilePayload(assignField);
  return {
    ...shared,
    complete: (run, frame, failure) => {
      const output = errorOutput(failure);
      const assigned = assign?.(new EvaluationScope(run, frame, output));
      return { output: resultPath(frame.input, output), assigned: isObject(assigned) ? assigned : undefined };
    },
  };
}

/** The retrier that takes the error and still has attempts, with the delay before the next one. */
export function nextRetry(
  handlers: Handlers,
  retries: readonly number[],
  failure: StateError,
  random: Random,
): { readonly index: number; readonly delaySeconds: number } | undefined {
  const index = handlers.retriers.findIndex((retrier) => matchesError(retrier.errorEquals, failure));
  const retrier = handlers.retriers[index];
  const done = retries[index] ?? 0;
  if (retrier === undefined || done >= retrier.maxAttempts) return undefined;
  const grown = retrier.intervalSeconds * retrier.backoffRate ** done;
  const delay = Math.max(0, Math.min(grown, retrier.maxDelaySeconds, MAX_RETRY_DELAY_SECONDS));
  return { index, delaySeconds: retrier.jitter ? random.next() * delay : delay };
}

export function catcherFor(handlers: Handlers, failure: StateError): Catcher | undefined {
  return handlers.catchers.find((catcher) => matchesError(catcher.errorEquals, failure));
}
