/**
 * Variants of a scenario: one setting or several have other values. A path names a setting as a person would:
 * `OrdersQueue.RedrivePolicy.maxReceiveCount` (a property of a resource), `traffic.0.rate`, `behavior.Process.fails`.
 */
import { type JsonObject, type JsonValue, objectOf } from "../json.ts";

/** Sections of a scenario that a path may begin with; anything else is a logical id. */
const SECTIONS: ReadonlySet<string> = new Set([
  "traffic",
  "behavior",
  "consumers",
  "faults",
  "parameters",
  "duration",
  "seed",
]);

export function isSection(name: string): boolean {
  return SECTIONS.has(name);
}

/** The scenario, as plain data, with the value at the path. */
export function withValue(scenario: JsonObject, path: string, value: JsonValue): JsonObject {
  const steps = path.split(".");
  const [first = ""] = steps;
  if (isSection(first)) return set(scenario, steps, value) as JsonObject;
  const [id = "", ...rest] = steps;
  return set(scenario, ["resources", id, "Properties", ...rest], value) as JsonObject;
}

function set(at: JsonValue | undefined, [step, ...more]: readonly string[], value: JsonValue): JsonValue {
  if (step === undefined) return value;
  if (Array.isArray(at)) return at.map((item, index) => (String(index) === step ? set(item, more, value) : item));
  const object = objectOf(at);
  return { ...object, [step]: set(object[step], more, value) };
}

/** Every combination of the values, in the order in which they are written; the last path varies fastest. */
export function combinations<T extends { readonly path: string; readonly values: readonly JsonValue[] }>(
  vary: readonly T[],
): readonly (readonly { readonly path: string; readonly value: JsonValue }[])[] {
  return vary.reduce<readonly (readonly { readonly path: string; readonly value: JsonValue }[])[]>(
    (so, { path, values }) => so.flatMap((each) => values.map((value) => [...each, { path, value }])),
    [[]],
  );
}
