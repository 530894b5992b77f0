/**
 * ItemBatcher: groups the items of a Distributed Map into the inputs of its child executions.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import { compileLimit } from "./map-limits.ts";
import { after, type MaybePromise } from "./maybe-promise.ts";
import { jsonBytes } from "./payload-size.ts";
import type { EvaluationScope } from "./scope.ts";
import { compileValue } from "./values.ts";

export interface Batches {
  /** Inputs of child executions: `{BatchInput, Items}`. */
  readonly values: readonly JsonObject[];
  /** How many items are in each. */
  readonly counts: readonly number[];
}

export type Batcher = (scope: EvaluationScope, items: readonly JsonValue[]) => MaybePromise<Batches>;

export function compileBatcher(definition: JsonObject, language: QueryLanguage): Batcher | undefined {
  const { ItemBatcher: batcher } = definition;
  if (!isObject(batcher)) return undefined;
  const limit = (name: string) =>
    compileLimit(batcher, name, "integer", language, Number.POSITIVE_INFINITY, "ItemBatcher/");
  const [maxItems, maxBytes] = [limit("MaxItemsPerBatch"), limit("MaxInputBytesPerBatch")];
  const { BatchInput: batchInput } = batcher;
  const shared = batchInput === undefined ? undefined : compileValue(batchInput, language, "ItemBatcher/BatchInput");
  return (scope, items) =>
    after(maxItems(scope), (itemLimit) =>
      after(maxBytes(scope), (byteLimit) =>
        after(shared?.(scope), (input) => group(items, itemLimit, byteLimit, input)),
      ),
    );
}

/** A batch holds at least one item, however large. */
function group(
  items: readonly JsonValue[],
  itemLimit: number,
  byteLimit: number,
  input: JsonValue | undefined,
): Batches {
  const values: JsonObject[] = [];
  const counts: number[] = [];
  const shared: JsonObject = input === undefined ? {} : { BatchInput: input };
  const overhead = jsonBytes({ ...shared, Items: [] });
  let current: JsonValue[] = [];
  let bytes = overhead;
  const close = () => {
    if (current.length === 0) return;
    values.push({ ...shared, Items: current });
    counts.push(current.length);
    current = [];
    bytes = overhead;
  };
  for (const item of items) {
    const comma = current.length === 0 ? 0 : 1;
    const size = Number.isFinite(byteLimit) ? jsonBytes(item) : 0;
    if (current.length >= itemLimit || bytes + comma + size > byteLimit) close();
    bytes += size + (current.length === 0 ? 0 : 1);
    current.push(item);
  }
  close();
  return { values, counts };
}
