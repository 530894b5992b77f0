/**
 * The items of a Map: an array of its input, or what an ItemReader reads, in batches where an ItemBatcher says so.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { MAX_DATASET_ITEMS } from "../limits.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import { ERROR, evaluationFailure, runtimeFailure, StateFailure } from "./errors.ts";
import type { Frame, MapItem } from "./frame.ts";
import type { Dataset } from "./item-reader/dataset.ts";
import { type Batcher, compileBatcher } from "./map-batches.ts";
import { mapItemAt, plainInput } from "./map-children.ts";
import { after, eachInTurn, type MaybePromise } from "./maybe-promise.ts";
import type { Run } from "./run-port.ts";
import type { EvaluationScope } from "./scope.ts";
import type { TaskOutcome } from "./types.ts";
import {
  compileJsonataValue,
  compilePathField,
  compileValue,
  invalidPath,
  numberOf,
  unexpectedType,
  type Value,
} from "./values.ts";

export interface Items {
  readonly values: readonly JsonValue[];
  /** For the fields of an object: their names. */
  readonly keys?: readonly string[];
  /** They came through an ItemReader, whose count AWS does not know when the Map starts. */
  readonly read: boolean;
  /** `$$.Map.Item.Source`: of all, or of each; absent where they are the state's input. */
  readonly source?: string | readonly string[];
  /** Of a batch: how many items are in it. */
  readonly counts?: readonly number[];
  /** ItemSelector has been applied: the values are the children's inputs. */
  readonly selected?: boolean;
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

/** ItemSelector: the input that an item gives. */
export type ItemSelector = (run: Run, frame: Frame, item: MapItem) => MaybePromise<JsonValue>;

export function compileItems(
  definition: JsonObject,
  language: QueryLanguage,
  distributed: boolean,
  selector: ItemSelector | undefined,
): ItemSource {
  const batcher = compileBatcher(definition, language);
  const source = isObject(definition.ItemReader)
    ? compileReader(definition.ItemReader, language)
    : compileInputItems(definition, language, distributed);
  if (batcher === undefined) return source;
  return (run, frame, scope, read) =>
    after(source(run, frame, scope, read), (items) =>
      items === undefined || items.failure !== undefined
        ? items
        : inBatches(run, frame, scope, items, batcher, selector),
    );
}

/** AWS selects from each item first and makes batches of what was selected. */
function inBatches(
  run: Run,
  frame: Frame,
  scope: EvaluationScope,
  items: Items,
  batcher: Batcher,
  selector: ItemSelector | undefined,
): MaybePromise<Items> {
  const place = { items: items.values, keys: items.keys, source: items.read ? items.source : "STATE_DATA" };
  const inputs: JsonValue[] = [];
  const selected = eachInTurn(items.values.length, (index) => {
    const item = mapItemAt(place, index);
    return after(selector?.(run, frame, item) ?? plainInput(item), (input) => {
      inputs.push(input);
    });
  });
  return after(selected, () => {
    if (selector !== undefined) run.observe?.(frame, "afterItemSelector", inputs);
    return after(batcher(scope, inputs), ({ values, counts }) => {
      run.observe?.(frame, "afterItemBatcher", values);
      return { values, counts, selected: true, read: items.read };
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

const S3_READ = /:s3:(getObject|listObjectsV2)$/;

/**
 * Reads the dataset from S3 where the execution has one, and otherwise asks the world: whoever answers tasks gives the
 * items, already parsed.
 */
function compileReader(reader: JsonObject, language: QueryLanguage): ItemSource {
  const resource = typeof reader.Resource === "string" ? reader.Resource : "";
  const config = objectOf(reader.ReaderConfig);
  const request = compileValue(reader.Arguments ?? reader.Parameters ?? {}, language, "ItemReader/Arguments");
  const maxItems = compileMaxItems(config, language);
  return (run, frame, scope, outcome) =>
    after(maxItems(scope), (max) => {
      if (max < 0) return failed(new StateFailure(ERROR.itemReaderFailed, "field MaxItems must be positive"));
      if (outcome !== undefined) return answered(outcome, max);
      return after(request(scope), (given): MaybePromise<Items | undefined> => {
        const { objects, datasets } = run;
        if (objects !== undefined && datasets !== undefined && S3_READ.test(resource)) {
          return read(() => datasets(objects, { resource, arguments: given, config, max }), max);
        }
        run.wait(frame);
        const call = { stateName: frame.state, resource, arguments: given, attempt: frame.retryCount ?? 0 };
        return after(run.callTask(frame, call), () => undefined);
      });
    });
}

async function read(dataset: () => Promise<Dataset>, max: number): Promise<Items> {
  try {
    const { items, source } = await dataset();
    return { ...firstOf(itemsOf(items, true, true) as Items, max), source };
  } catch (thrown) {
    if (thrown instanceof StateFailure) return failed(thrown);
    throw thrown;
  }
}

function answered(outcome: TaskOutcome, max: number): Items {
  if (!("result" in outcome)) return failed(new StateFailure(outcome.error ?? ERROR.itemReaderFailed, outcome.cause));
  const items = itemsOf(outcome.result, true, true);
  if (items === undefined)
    return failed(new StateFailure(ERROR.itemReaderFailed, "Attempting to map over non-iterable node."));
  return firstOf(items, max);
}

function firstOf(items: Items, max: number): Items {
  const { values, keys } = items;
  if (values.length <= max) return items;
  return { ...items, values: values.slice(0, max), ...(keys === undefined ? {} : { keys: keys.slice(0, max) }) };
}

function failed(failure: StateFailure): Items {
  return { values: [], read: true, failure };
}

/** 0 stands for all that a dataset may have. */
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
  if (read === undefined) return () => MAX_DATASET_ITEMS;
  return (scope) =>
    after(read(scope), (value) => Math.min(Math.trunc(numberOf(value) ?? 0) || MAX_DATASET_ITEMS, MAX_DATASET_ITEMS));
}
