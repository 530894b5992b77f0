/**
 * The dataset that a tested Map's ItemReader reads, from its text in the request: JSON, JSON lines or CSV.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestStateConfiguration.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { MAX_DATASET_ITEMS } from "../../limits.ts";
import { StateFailure } from "../errors.ts";
import { readCsv } from "../item-reader/csv.ts";
import { readJson, readJsonLines } from "../item-reader/json.ts";
import type { TaskOutcome } from "../types.ts";

/** What reading it gives: the items, or the error with which the Map fails. `reader` is the ItemReader. */
export function readItemData(text: string, reader: JsonObject): TaskOutcome {
  const config = objectOf(reader.ReaderConfig);
  try {
    return { result: parse(text, config) };
  } catch (thrown) {
    if (thrown instanceof StateFailure) return { error: thrown.error, cause: thrown.cause };
    throw thrown;
  }
}

function parse(text: string, config: JsonObject): JsonValue {
  if (config.InputType === "CSV") return readCsv(text, config, MAX_DATASET_ITEMS);
  return config.InputType === "JSONL" ? readJsonLines(text, MAX_DATASET_ITEMS) : readJson(text, config);
}
