/** Runs a recorded execution again and compares at five levels: result, cause, state path, event types, event ids. */
import {
  type HistoryEvent,
  type InitialObject,
  type JsonValue,
  type MachineType,
  memoryObjectStore,
  run,
} from "@sluice/engine";
import type { Case, Verdict } from "./cases.ts";
import { type Difference, difference, listDifference, textMatches } from "./compare.ts";
import { type RecordedTask, replay } from "./replay.ts";

interface Expected {
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string;
  readonly cause?: unknown;
}

type Event = Readonly<Record<string, unknown>> & { readonly type: string };

function resultDifference(expected: Expected, actual: Expected, wild: ReadonlySet<string>): Difference {
  if (expected.status !== actual.status) {
    const got = actual.error === undefined ? "" : ` (${actual.error}: ${String(actual.cause ?? "").slice(0, 200)})`;
    return `status: expected ${expected.status}, got ${actual.status}${got}`;
  }
  if (expected.status === "SUCCEEDED") return difference(expected.output, actual.output, wild);
  if (expected.error === undefined)
    return actual.error === undefined ? undefined : `error ${actual.error}, expected none`;
  return textMatches(expected.error, actual.error ?? "")
    ? undefined
    : `error: expected ${expected.error}, got ${actual.error}`;
}

function causeDifference(expected: Expected, actual: Expected, wild: ReadonlySet<string>): Difference {
  if (expected.status === "SUCCEEDED") return undefined;
  const none = actual.cause === undefined || actual.cause === "";
  if (expected.cause === undefined || expected.cause === null) {
    return none ? undefined : `cause: expected none, got ${actual.cause}`;
  }
  return difference(expected.cause, actual.cause, wild, "cause");
}

function entered(events: readonly Event[]): string[] {
  return events
    .filter((event) => event.type.endsWith("StateEntered"))
    .map((event) => String((event.stateEnteredEventDetails as { name?: unknown } | undefined)?.name));
}

function assigned(event: Event): unknown {
  return (event.stateExitedEventDetails as { assignedVariables?: unknown } | undefined)?.assignedVariables ?? {};
}

/** Ids and assigned variables, event by event. Recordings with Parallel have no ids to compare. */
function idDifference(
  expected: readonly Event[],
  actual: readonly Event[],
  parallel: boolean,
  wild: ReadonlySet<string>,
): Difference {
  if (parallel) {
    const values = (events: readonly Event[]): string[] =>
      events.map((event) => JSON.stringify(assigned(event))).filter((value) => value !== "{}");
    return listDifference(values(expected), values(actual), false);
  }
  for (const [i, event] of expected.entries()) {
    const own = actual[i];
    if (own === undefined) return `event ${event.id}: missing`;
    if (event.id !== own.id || event.previousEventId !== own.previousEventId) {
      return `event ${event.id} after ${event.previousEventId}: ours is ${own.id} after ${own.previousEventId}`;
    }
    const found = difference(assigned(event), assigned(own), wild, `event ${event.id}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Event types. A recording with Parallel was sorted, and lost the events that its sorting did not know; its last id says
 * how many there were, so what is left must all be among ours, and ours must be as many.
 */
function typeDifference(expected: readonly Event[], actual: readonly Event[], parallel: boolean): Difference {
  const types = (events: readonly Event[]): string[] => events.map((event) => event.type);
  if (!parallel) return listDifference(types(expected), types(actual), true);
  const count = expected.at(-1)?.id;
  if (count !== actual.length) return `expected ${count} events, got ${actual.length}`;
  const left = types(actual);
  for (const type of types(expected)) {
    const at = left.indexOf(type);
    if (at < 0) return `${type} is missing`;
    left.splice(at, 1);
  }
  return undefined;
}

/** A dataset that was recorded replays a reader; what a Task gave inside a Map run was not. */
function hasTask(definition: unknown): boolean {
  return /"Type":"Task"/.test(JSON.stringify(definition));
}

/** The levels that a recorded execution is compared at: those that its recording says something about. */
export function executionLevels(row: Case): readonly string[] {
  if (!Array.isArray(row.events)) return ["L1", "L2"];
  const features = row.features;
  const distributed = Array.isArray(features) && features.includes("map:distributed");
  return distributed ? ["L1", "L2", "L4", "L5"] : ["L1", "L2", "L3", "L4", "L5"];
}

/** Each level needs the first one; the later ones of the history build on each other. */
export async function judgeExecution(row: Case): Promise<Verdict> {
  const objects = (row.s3 as InitialObject[] | undefined) ?? [];
  if (row.replayable !== true && (objects.length === 0 || hasTask(row.definition))) {
    return { levels: {}, leftOut: "not replayable: part of its history is missing" };
  }
  const wild = new Set((row.placeholders as string[] | undefined) ?? []);
  const features = (row.features as string[] | undefined) ?? [];
  const expected = row.expected as Expected;
  const actual = await run(row.definition as JsonValue, {
    input: row.input as JsonValue,
    type: row.type as MachineType,
    context: row.context as object,
    ...(objects.length === 0 ? {} : { objects: memoryObjectStore(objects) }),
    tasks: replay((row.tasks as RecordedTask[] | undefined) ?? [], row.definition),
  });
  const ours = actual.events as readonly (HistoryEvent & Event)[];
  const recorded = (row.events as Event[] | null) ?? [];
  const parallel = features.includes("type:Parallel");
  const concurrent = parallel || features.includes("type:Map");
  const checks: Record<string, () => Difference> = {
    L1: () => resultDifference(expected, actual, wild),
    L2: () => causeDifference(expected, actual, wild),
    L3: () => listDifference(entered(recorded), entered(ours), !concurrent),
    L4: () => typeDifference(recorded, ours, parallel),
    L5: () => idDifference(recorded, ours, parallel, wild),
  };
  const needs: Readonly<Record<string, string>> = { L2: "L1", L3: "L1", L4: "L1", L5: "L4" };
  const levels: Record<string, boolean> = {};
  let why: string | undefined;
  for (const level of executionLevels(row)) {
    const base = needs[level];
    const found = base !== undefined && levels[base] === false ? `needs ${base}` : checks[level]?.();
    levels[level] = found === undefined;
    if (found !== undefined) why ??= `${level}: ${found}`;
  }
  return { levels, ...(why === undefined ? {} : { why }) };
}
