/**
 * The items of a Map: an array of its input, or what an ItemReader reads, in batches where an ItemBatcher says so.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import type { QueryLanguage } from "../asl/model.ts";
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { ERROR, evaluationFailure, runtimeFailure, StateFailure } from "./errors.ts";
import type { Frame } from "./frame.ts";
import { compileBatcher } from "./map-batches.ts";
import { after, type MaybePromise } from "./maybe-promise.ts";
import type { Run } from "./run-port.ts";
import type { EvaluationScope } from "./scope.ts";
import type { TaskOutcome } from "./types.ts";
import {
  compileJsonataValue,
  compilePathField,
  compileValue,
  invalidPath,
  unexpectedType,
  type Value,
} from "./values.ts";

export interface Items {
  readonly values: readonly JsonValue[];
  /** For the fields of an object: their names. */
  readonly keys?: readonly string[];
  /** They came through an ItemReader, whose count AWS does not know when the Map starts. */
  readonly read: boolean;
  /** Reading failed after the Map run had started. */
  readonly failure?: StateFailure;
}

/** Undefined: the reader was asked and will answer; call again with its outcome. */
export type ItemSource = (
  run: Run,
  frame: Frame,
  scope: EvaluationScope,
  read?: TaskOutcome,
) => MaybePromise<Items | undefined>;

export function compileItems(definition: JsonObject, language: QueryLanguage, distributed: boolean): ItemSource {
  const batch = compileBatcher(definition, language);
  const source = isObject(definition.ItemReader)
    ? compileReader(definition.ItemReader, language)
    : compileInputItems(definition, language, distributed);
  return (run, frame, scope, read) =>
    after(source(run, frame, scope, read), (items) => {
      if (items === undefined || batch === undefined || items.failure !== undefined) return items;
      return after(batch(scope, items.values), (values) => {
        run.observe?.(frame, "afterItemBatcher", values);
        return { values, read: items.read };
      });
    });
}

function compileInputItems(definition: JsonObject, language: QueryLanguage, distributed: boolean): ItemSource {
  const { Items: itemsField, ItemsPath: itemsPath } = definition;
  if (language === "JSONata") {
    if (itemsField === undefined) {
      return (_run, _frame, scope) => {
        if (Array.isArray(scope.input)) return { values: scope.input, read: false };
        throw evaluationFailure(`Map state input must be an array but was: ${JSON.stringify(scope.input)}`, undefined);
      };
    }
    const evaluate = compileJsonataValue(itemsField, "Items");
    return (_run, _frame, scope) =>
      after(
        evaluate(scope),
        (value) => itemsOf(value, distributed, false) ?? unexpectedType(itemsField, "Items", "array", value),
      );
  }
  const path = typeof itemsPath === "string" ? itemsPath : "$";
  const read = compilePathField(path, invalidPath);
  return (run, frame, scope) => {
    const value = read(scope);
    run.observe?.(frame, "afterItemsPath", value);
    const items = itemsOf(value, distributed, false);
    if (items === undefined) throw runtimeFailure(`Reference path "${path}" must point to array.`);
    return items;
  };
}

/** An array, or (Distributed Map only) an object, whose items are its fields as `{Key, Value}`. */
function itemsOf(value: JsonValue, objects: boolean, read: boolean): Items | undefined {
  if (Array.isArray(value)) return { values: value, read };
  if (!objects || !isObject(value)) return undefined;
  return { values: Object.values(value), keys: Object.keys(value), read };
}

/** Asks the world for the dataset: whoever answers tasks gives the items, already parsed. */
function compileReader(reader: JsonObject, language: QueryLanguage): ItemSource {
  const { Resource: resource, ReaderConfig: readerConfig } = reader;
  const field = reader.Arguments ?? reader.Parameters ?? {};
  const request = compileValue(field, language, "ItemReader/Arguments");
  const maxItems = compileMaxItems(isObject(readerConfig) ? readerConfig : {}, language);
  return (run, frame, scope, outcome) =>
    after(maxItems(scope), (max) => {
      if (max < 0) return failed(new StateFailure(ERROR.itemReaderFailed, "field MaxItems must be positive"));
      if (outcome === undefined) {
        return after(request(scope), (given) => {
          run.wait(frame);
          const call = {
            stateName: frame.state,
            resource: String(resource),
            arguments: given,
            attempt: frame.retryCount ?? 0,
          };
          return after(run.callTask(frame, call), () => undefined);
        });
      }
      if (!("result" in outcome)) {
        return failed(new StateFailure(outcome.error ?? ERROR.itemReaderFailed, outcome.cause));
      }
      const items = itemsOf(outcome.result, true, true);
      if (items === undefined) {
        const cause = `Attempting to map over non-iterable node: ${JSON.stringify(outcome.result)}`;
        return failed(new StateFailure(ERROR.itemReaderFailed, cause));
      }
      return max === 0 ? items : { ...items, values: items.values.slice(0, max) };
    });
}

function failed(failure: StateFailure): Items {
  return { values: [], read: true, failure };
}

/** 0: all. */
function compileMaxItems(
  config: JsonObject,
  language: QueryLanguage,
): (scope: EvaluationScope) => MaybePromise<number> {
  const { MaxItems: field, MaxItemsPath: path } = config;
  const read: Value | undefined =
    typeof path === "string"
      ? compilePathField(path, () => `The MaxItemsPath parameter does not reference an input value: ${path}`)
      : field === undefined
        ? undefined
        : compileValue(field, language, "ItemReader/ReaderConfig/MaxItems");
  if (read === undefined) return () => 0;
  return (scope) => after(read(scope), (value) => Math.trunc(Number(value)) || 0);
}
