/**
 * The bookkeeping of a Map's iterations or child executions: how many run, what each gave, how many failures are borne.
 * https://docs.aws.amazon.com/step-functions/latest/dg/maprun-fail-threshold.html
 */
import type { JsonObject, JsonValue } from "../json.ts";
import { MAX_INLINE_MAP_CONCURRENCY } from "../limits.ts";
import { ERROR, plainError } from "./errors.ts";
import type { ChildRun, Children, MapItem, MapRun } from "./frame.ts";
import type { Items } from "./map-items.ts";
import type { Tolerance } from "./map-limits.ts";
import { childNames } from "./map-run.ts";
import { formatTimestamp } from "./timestamp.ts";
import type { StateError } from "./types.ts";

const THRESHOLD_EXCEEDED = "The specified tolerated failure threshold was exceeded";

/** `mapRun`: of a Distributed Map, whose children are not bound by the concurrency of an inline one. */
export function newChildren(
  list: Items,
  limit: number,
  tolerated: Tolerance,
  lastEventId: number,
  mapRun: MapRun | undefined,
): Children {
  const total = list.values.length;
  const cap = mapRun === undefined ? MAX_INLINE_MAP_CONCURRENCY : Number.MAX_SAFE_INTEGER;
  const { keys, counts, source, selected } = list;
  return {
    total,
    totalItems: list.counts?.reduce((sum, one) => sum + one, 0) ?? total,
    next: 0,
    running: 0,
    finished: 0,
    failed: 0,
    results: new Array<JsonValue>(total).fill(null),
    items: list.values,
    ...(keys === undefined ? {} : { keys }),
    ...(counts === undefined ? {} : { counts }),
    ...(selected === undefined ? {} : { selected }),
    ...(mapRun === undefined ? {} : { mapRun, source: source ?? "STATE_DATA" }),
    maxConcurrency: limit === 0 ? cap : Math.min(limit, cap),
    toleratedCount: tolerated.count,
    toleratedPercentage: tolerated.percentage,
    lastEventId,
  };
}

/** Items with their names and where they come from. */
export interface ItemPlace {
  readonly items: readonly JsonValue[];
  readonly keys?: readonly string[] | undefined;
  readonly source?: string | readonly string[] | undefined;
}

/** `$$.Map.Item` of the item with an index. */
export function mapItemAt({ items, keys, source }: ItemPlace, index: number): MapItem {
  const item = { Index: index, Value: items[index] ?? null };
  const key = keys?.[index];
  const from = typeof source === "string" ? source : source?.[index];
  // Mostly neither, and then nothing is copied.
  if (key === undefined && from === undefined) return item;
  return { ...item, ...(key === undefined ? {} : { Key: key }), ...(from === undefined ? {} : { Source: from }) };
}

/** What an iteration gets where there is no ItemSelector: the item, or the field of an object with its name. */
export function plainInput(item: MapItem): JsonValue {
  return item.Key === undefined ? item.Value : { Key: item.Key, Value: item.Value };
}

export function childSucceeded(children: Children, index: number, output: JsonValue, timeMs: number): void {
  children.finished += 1;
  children.results[index] = output;
  if (children.mapRun !== undefined) endRun(children.mapRun, index, { status: "SUCCEEDED", stopTimeMs: timeMs });
}

/**
 * Counts a failure, of every item of a batch; true when the Map does not bear it. A failed child execution takes its
 * place in the results with all that is known of it.
 */
export function childFailed(children: Children, index: number, failure: StateError, timeMs: number): boolean {
  const {
    toleratedCount: count,
    toleratedPercentage: percentage,
    mapRun,
    counts,
    total,
    totalItems = total,
  } = children;
  children.finished += 1;
  children.failed += counts?.[index] ?? 1;
  if (mapRun !== undefined) {
    endRun(mapRun, index, { status: "FAILED", stopTimeMs: timeMs, ...plainError(failure) });
    children.results[index] = executionRecord(mapRun, index);
  }
  const { failed } = children;
  // A threshold of 0 is one that is not set; of two, either may be exceeded.
  const within = (count === 0 || failed <= count) && (percentage === 0 || (failed * 100) / totalItems <= percentage);
  const tolerant = count > 0 || percentage > 0;
  if (tolerant && within) return false;
  children.failure =
    tolerant || mapRun !== undefined
      ? { error: ERROR.exceedToleratedFailureThreshold, cause: THRESHOLD_EXCEEDED }
      : plainError(failure);
  return true;
}

/** Child executions that the end of their Map run ends. */
export function abortRuns({ mapRun }: Children, timeMs: number): void {
  for (const [index, run] of mapRun?.runs.entries() ?? []) {
    if (mapRun !== undefined && run.status === "RUNNING") {
      mapRun.runs[index] = { ...run, status: "ABORTED", stopTimeMs: timeMs };
    }
  }
}

function endRun({ runs }: MapRun, index: number, end: Omit<ChildRun, "input" | "startTimeMs">): void {
  const run = runs[index];
  if (run !== undefined) runs[index] = { ...run, ...end };
}

/**
 * A child execution as a result file shows it: what DescribeExecution would say, with AWS's capitals; payloads as JSON
 * text. https://docs.aws.amazon.com/step-functions/latest/dg/input-output-resultwriter.html
 */
export function executionRecord({ arn, express, runs }: MapRun, index: number, output?: JsonValue): JsonObject {
  const run = runs[index] as ChildRun;
  const { name, executionArn, stateMachineArn } = childNames(arn, index, express);
  const { status, input, startTimeMs, stopTimeMs = startTimeMs, error, cause } = run;
  return {
    ...(cause === undefined ? {} : { Cause: cause }),
    ...(error === undefined ? {} : { Error: error }),
    ExecutionArn: executionArn,
    Input: JSON.stringify(input),
    InputDetails: { Included: true },
    Name: name,
    ...(output === undefined ? {} : { Output: JSON.stringify(output), OutputDetails: { Included: true } }),
    ...(express ? {} : redriveFields(status)),
    StartDate: formatTimestamp(startTimeMs),
    StateMachineArn: stateMachineArn,
    Status: status,
    StopDate: formatTimestamp(stopTimeMs),
  };
}

function redriveFields(status: string): JsonObject {
  if (status !== "SUCCEEDED") return { RedriveCount: 0, RedriveStatus: "REDRIVABLE_BY_MAP_RUN" };
  const reason = "Execution is SUCCEEDED and cannot be redriven";
  return { RedriveCount: 0, RedriveStatus: "NOT_REDRIVABLE", RedriveStatusReason: reason };
}

/** A child execution that was not started before its Map run ended. */
export function pendingRecord({ arn, express }: MapRun, index: number, input: JsonValue): JsonObject {
  const { name, executionArn, stateMachineArn } = childNames(arn, index, express);
  return {
    ExecutionArn: executionArn,
    Input: JSON.stringify(input),
    InputDetails: { Included: true },
    Name: name,
    StateMachineArn: stateMachineArn,
    Status: "PENDING",
  };
}
