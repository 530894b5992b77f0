/**
 * ResultWriter: puts the results of a Distributed Map into the form that its WriterConfig names and, where it has a
 * Resource, writes them to S3: a file for each outcome and a manifest that lists them. The Map then gives the place of
 * the manifest instead of the results.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { utf8Encode } from "../text/utf8.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import { ERROR, StateFailure } from "./errors.ts";
import type { Children, Frame, MapRun } from "./frame.ts";
import { executionRecord, pendingRecord } from "./map-children.ts";
import { mapRunId } from "./map-run.ts";
import type { MaybePromise } from "./maybe-promise.ts";
import type { ObjectStore } from "./object-store.ts";
import type { Run } from "./run-port.ts";
import { EvaluationScope } from "./scope.ts";
import { compileValue, type Value } from "./values.ts";

/** `inputAt`: the input of a child execution that was not started. */
export type ResultWriter = (
  run: Run,
  frame: Frame,
  children: Children,
  inputAt: (index: number) => MaybePromise<JsonValue>,
) => MaybePromise<JsonValue>;

type Transformation = "NONE" | "COMPACT" | "FLATTEN";

interface WriterConfig {
  readonly transformation: Transformation;
  /** One value a line instead of an array. */
  readonly lines: boolean;
}

/** Results by outcome; what was aborted counts as failed. */
interface Results {
  readonly FAILED: JsonValue[];
  readonly PENDING: JsonValue[];
  readonly SUCCEEDED: JsonValue[];
}

/** Undefined where the definition has no ResultWriter: the results stay as they are. */
export function compileResultWriter(definition: JsonObject, language: QueryLanguage): ResultWriter | undefined {
  const { ResultWriter: writer } = definition;
  if (!isObject(writer)) return undefined;
  const config = writerConfig(objectOf(writer.WriterConfig));
  if (writer.Resource === undefined) return (_run, _frame, children) => stateOutput(children, config);
  const destination = compileValue(writer.Arguments ?? writer.Parameters ?? {}, language, "ResultWriter/Arguments");
  return exporter(destination, config);
}

function writerConfig({ Transformation: transformation = "NONE", OutputType: type }: JsonObject): WriterConfig {
  return { transformation: transformation as Transformation, lines: type === "JSONL" };
}

/** The results in their form, in the order of the items, for the next state. */
function stateOutput(children: Children, config: WriterConfig): JsonValue {
  const results = Array.from(children.results.keys()).flatMap((index) => resultsAt(children, index, config));
  return config.lines ? jsonLines(results) : results;
}

function exporter(destination: Value, config: WriterConfig): ResultWriter {
  return async (run, frame, children, inputAt) => {
    const given = await destination(new EvaluationScope(run, frame, frame.input));
    const { Bucket: bucket, Prefix: prefix = "" } = isObject(given) ? given : ({} as JsonObject);
    if (typeof bucket !== "string" || bucket === "")
      throw writerFailure("The field 'Bucket' is required but was missing");
    const mapRun = children.mapRun as MapRun;
    const folder = [typeof prefix === "string" ? prefix.replace(/\/$/, "") : "", mapRunId(mapRun.arn)]
      .filter((part) => part !== "")
      .join("/");
    if (run.objects !== undefined) {
      await writeFiles(run.objects, bucket, folder, mapRun.arn, await byOutcome(children, config, inputAt), config);
    }
    return { MapRunArn: mapRun.arn, ResultWriterDetails: { Bucket: bucket, Key: `${folder}/manifest.json` } };
  };
}

async function byOutcome(
  children: Children,
  config: WriterConfig,
  inputAt: (index: number) => MaybePromise<JsonValue>,
): Promise<Results> {
  const results: Results = { FAILED: [], PENDING: [], SUCCEEDED: [] };
  const mapRun = children.mapRun as MapRun;
  for (let index = 0; index < children.total; index++) {
    const status = mapRun.runs[index]?.status;
    if (status === undefined) results.PENDING.push(pendingRecord(mapRun, index, await pendingInput(inputAt, index)));
    else results[status === "SUCCEEDED" ? status : "FAILED"].push(...resultsAt(children, index, config));
  }
  return results;
}

/** An item that cannot even be selected from must not keep the others from being written. */
async function pendingInput(inputAt: (index: number) => MaybePromise<JsonValue>, index: number): Promise<JsonValue> {
  try {
    return await inputAt(index);
  } catch (thrown) {
    if (thrown instanceof StateFailure) return null;
    throw thrown;
  }
}

/** What one child execution adds to the results. One that has not succeeded is always shown whole. */
function resultsAt(
  { mapRun, results }: Children,
  index: number,
  { transformation }: WriterConfig,
): readonly JsonValue[] {
  const output = results[index] ?? null;
  if (mapRun?.runs[index]?.status !== "SUCCEEDED") return [executionRecord(mapRun as MapRun, index)];
  if (transformation === "NONE") return [executionRecord(mapRun, index, output)];
  return transformation === "FLATTEN" && Array.isArray(output) ? output : [output];
}

/** AWS begins a new file after 5 GB, which a run in memory does not reach: files are numbered 0. */
async function writeFiles(
  store: ObjectStore,
  bucket: string,
  folder: string,
  mapRunArn: string,
  results: Results,
  { lines }: WriterConfig,
): Promise<void> {
  const written: Record<string, JsonValue> = {};
  for (const [outcome, values] of Object.entries(results) as [keyof Results, JsonValue[]][]) {
    if (values.length === 0) {
      written[outcome] = [];
      continue;
    }
    const key = `${folder}/${outcome}_0.${lines ? "jsonl" : "json"}`;
    const bytes = utf8Encode(lines ? jsonLines(values) : JSON.stringify(values));
    await write(store, bucket, key, bytes);
    written[outcome] = [{ Key: key, Size: bytes.length }];
  }
  const manifest = { DestinationBucket: bucket, MapRunArn: mapRunArn, ResultFiles: written };
  await write(store, bucket, `${folder}/manifest.json`, utf8Encode(JSON.stringify(manifest)));
}

async function write(store: ObjectStore, bucket: string, key: string, bytes: Uint8Array): Promise<void> {
  try {
    await store.put(bucket, key, bytes);
  } catch (error) {
    throw writerFailure(error instanceof Error ? error.message : String(error));
  }
}

function jsonLines(values: readonly JsonValue[]): string {
  return values.map((value) => JSON.stringify(value)).join("\n");
}

function writerFailure(cause: string): StateFailure {
  return new StateFailure(ERROR.resultWriterFailed, cause);
}
