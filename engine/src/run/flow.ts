/**
 * The data flow around a state's work: what goes in (InputPath and Parameters, or Arguments) and what comes out
 * (ResultSelector, ResultPath, OutputPath, or Output) with the variables it assigns.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html
 */
import { type CompiledTemplate, compileTemplate } from "../intrinsics/template.ts";
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { setAtPath } from "../paths/reference.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import { ERROR, StateFailure } from "./errors.ts";
import type { Frame } from "./frame.ts";
import { after, type MaybePromise } from "./maybe-promise.ts";
import type { Run } from "./run-port.ts";
import { EvaluationScope } from "./scope.ts";
import {
  compileJsonataValue,
  compilePathField,
  compileValue,
  evaluatePayload,
  invalidPath,
  type Value,
} from "./values.ts";

/** What a state leaves behind. Variables are stored only when it is left: everything here saw the old ones. */
export interface Completed {
  readonly output: JsonValue;
  readonly assigned: JsonObject | undefined;
}

export interface Flow {
  /** What the state works on. */
  prepare(run: Run, frame: Frame): MaybePromise<JsonValue>;
  /**
   * `prepared` is what `prepare` gave; `result` is undefined for states that have none of their own (Wait, Choice,
   * Succeed, a JSONata Pass).
   */
  complete(run: Run, frame: Frame, prepared: JsonValue, result?: JsonValue): MaybePromise<Completed>;
}

/** The flow of any state; fields that a type or a language does not have are simply absent. */
export function compileFlow(definition: JsonObject, language: QueryLanguage): Flow {
  return language === "JSONata" ? jsonataFlow(definition) : new JsonPathFlow(definition);
}

function jsonataFlow(definition: JsonObject): Flow {
  const { Arguments: argumentsField } = definition;
  const prepare = argumentsField === undefined ? undefined : compileJsonataValue(argumentsField, "Arguments");
  const complete = compileOutput(definition);
  return {
    prepare: (run, frame) => {
      const given = prepare === undefined ? frame.input : prepare(new EvaluationScope(run, frame, frame.input));
      if (run.observe === undefined) return given;
      return after(given, (value) => {
        run.observe?.(frame, "afterArguments", value);
        return value;
      });
    },
    complete: (run, frame, _prepared, result) => {
      if (result !== undefined) run.observe?.(frame, "result", result);
      const scope = new EvaluationScope(run, frame, frame.input, result === undefined ? {} : { result });
      return complete(scope, result === undefined ? frame.input : result);
    },
  };
}

/** JSONata's Assign and Output, of a state, a Choice rule or a catcher; both see the same scope. */
export function compileOutput(
  definition: JsonObject,
  place = "",
): (scope: EvaluationScope, otherwise: JsonValue) => MaybePromise<Completed> {
  const { Assign: assignField, Output: outputField } = definition;
  const assign = assignField === undefined ? undefined : compileJsonataValue(assignField, `${place}Assign`);
  const output = outputField === undefined ? undefined : compileJsonataValue(outputField, `${place}Output`);
  if (assign === undefined && output === undefined)
    return (_scope, otherwise) => ({ output: otherwise, assigned: undefined });
  return (scope, otherwise) =>
    after(assign?.(scope), (assigned) =>
      after(output === undefined ? otherwise : output(scope), (value) => ({
        output: value,
        assigned: isObject(assigned) ? assigned : undefined,
      })),
    );
}

/** One object, not a closure a field: what a state costs in a machine of many is the memory that it touches. */
class JsonPathFlow implements Flow {
  readonly #inputPath: Getter | undefined;
  readonly #outputPath: Getter | undefined;
  readonly #resultPath: Combine;
  readonly #parameters: CompiledTemplate | undefined;
  readonly #resultSelector: CompiledTemplate | undefined;
  readonly #assign: CompiledTemplate | undefined;

  constructor(definition: JsonObject) {
    const { Parameters: parameters, ResultSelector: resultSelector, Assign: assign, Type: type } = definition;
    this.#inputPath = compileInOutPath(definition.InputPath);
    this.#outputPath = compileInOutPath(definition.OutputPath);
    this.#resultPath = compileResultPath(definition.ResultPath);
    this.#parameters = parameters === undefined || type === "Map" ? undefined : compileTemplate(parameters);
    this.#resultSelector = resultSelector === undefined ? undefined : compileTemplate(resultSelector);
    this.#assign = assign === undefined ? undefined : compileTemplate(assign);
  }

  prepare(run: Run, frame: Frame): JsonValue {
    const inputPath = this.#inputPath;
    const input = inputPath === undefined ? frame.input : inputPath(new EvaluationScope(run, frame, frame.input));
    run.observe?.(frame, "afterInputPath", input);
    const given = evaluated(this.#parameters, run, frame, input);
    run.observe?.(frame, "afterParameters", given);
    return given;
  }

  complete(run: Run, frame: Frame, prepared: JsonValue, result?: JsonValue): Completed {
    const given = result === undefined ? prepared : result;
    run.observe?.(frame, "result", given);
    const selected = evaluated(this.#resultSelector, run, frame, given);
    run.observe?.(frame, "afterResultSelector", selected);
    const assigned = this.#assign === undefined ? undefined : evaluated(this.#assign, run, frame, given);
    const combined = result === undefined ? given : this.#resultPath(frame.input, selected);
    run.observe?.(frame, "afterResultPath", combined);
    const outputPath = this.#outputPath;
    const output = outputPath === undefined ? combined : outputPath(new EvaluationScope(run, frame, combined));
    return { output, assigned: isObject(assigned) ? assigned : undefined };
  }
}

type Getter = (scope: EvaluationScope) => JsonValue;

/** Combines a state's raw input with its result. */
type Combine = (input: JsonValue, result: JsonValue) => JsonValue;

/** What a template makes of `input`, which stays as it is where there is none. */
function evaluated(template: CompiledTemplate | undefined, run: Run, frame: Frame, input: JsonValue): JsonValue {
  return template === undefined ? input : evaluatePayload(template, new EvaluationScope(run, frame, input));
}

/** InputPath and OutputPath: absent and `$` keep everything, null gives `{}`. */
function compileInOutPath(field: JsonValue | undefined): ((scope: EvaluationScope) => JsonValue) | undefined {
  if (field === undefined || field === "$") return undefined;
  if (typeof field !== "string") return () => ({});
  return compilePathField(field, invalidPath);
}

const keepResult: Combine = (_input, result) => result;
const keepInput: Combine = (input) => input;

/** ResultPath: absent and `$` keep the result, null keeps the input. */
export function compileResultPath(field: JsonValue | undefined): Combine {
  if (field === undefined || field === "$") return keepResult;
  if (typeof field !== "string") return keepInput;
  return (input, result) => {
    const combined = setAtPath(input, field, result);
    if ("value" in combined) return combined.value;
    throw new StateFailure(ERROR.resultPathMatch, combined.cause, { unplaced: true });
  };
}

/** A number field that may be a constant, a path (`XPath`) or a JSONata string. */
export function compileNumberField(
  definition: JsonObject,
  name: string,
  language: QueryLanguage,
  missing: (path: string) => string,
): Value | undefined {
  const { [name]: field, [`${name}Path`]: path } = definition;
  if (typeof path === "string") return compilePathField(path, () => missing(path));
  return field === undefined ? undefined : compileValue(field, language === "JSONata" ? language : "JSONPath", name);
}
