/**
 * Retry and Catch of a state, compiled; which catcher takes an error, and what it hands on.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
import { isObject, type JsonObject, type JsonValue, objectsIn } from "../json.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import { errorOutput, matchesError } from "./errors.ts";
import { type Completed, compileOutput, compileResultPath } from "./flow.ts";
import type { Frame } from "./frame.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import { namesOf, type Retrier, retriersOf } from "./retriers.ts";
import type { Run } from "./run-port.ts";
import { EvaluationScope } from "./scope.ts";
import type { StateError } from "./types.ts";
import { compilePayload } from "./values.ts";

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
    retriers: retriersOf(definition),
    catchers: objectsIn(definition.Catch).map((catcher, index) => compileCatcher(catcher, index, language)),
  };
}

function compileCatcher(catcher: JsonObject, index: number, language: QueryLanguage): Catcher {
  const { ErrorEquals: errorEquals, Next: next, Assign: assignField } = catcher;
  const shared = { errorEquals: namesOf(errorEquals), next: typeof next === "string" ? next : "" };
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

export function catcherFor(handlers: Handlers, failure: StateError): Catcher | undefined {
  return handlers.catchers.find((catcher) => matchesError(catcher.errorEquals, failure));
}
