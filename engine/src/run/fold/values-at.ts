/**
 * What a visit had at a place of its state's definition: the value of a field, or of a part of it, as the pipeline made
 * it. For hovers over the text after a run.
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { type PipelineStep, pipelineOf, type Stage } from "./pipeline.ts";
import type { Visit } from "./types.ts";

export interface PlacedValue {
  readonly label: string;
  readonly value: JsonValue;
}

/** Fields that stand for the state as a whole. */
const WHOLE: ReadonlySet<string | number | undefined> = new Set([undefined, "Type", "Comment", "QueryLanguage"]);

/** Steps that are not called after their field. */
const MAKES: Readonly<Record<string, string>> = { Resource: "Result", OutputPath: "Output" };

/**
 * `path`: keys and indexes from the state inwards; empty: its name or the state itself. Empty where nothing is known of
 * that place.
 */
export function visitValuesAt(
  definition: JsonObject,
  visit: Visit,
  stages: readonly Stage[],
  path: readonly (string | number)[],
): readonly PlacedValue[] {
  const steps = pipelineOf(definition, visit, stages);
  const [field, ...inner] = path;
  if (WHOLE.has(field)) return ["input", "output"].flatMap((id) => placed(steps.find((step) => step.id === id)));
  const name = MAKES[String(field)] ?? field;
  const step = steps.find((one) => one.name === name);
  if (step === undefined) return [];
  const value = valueInside(step.value, inner);
  if (value === undefined) return [];
  const label = [step.name, ...inner.map((part) => String(part).replace(/\.\$$/, ""))].join(".");
  return [{ label, value }];
}

function placed(step: PipelineStep | undefined): readonly PlacedValue[] {
  return step === undefined ? [] : [{ label: step.name, value: step.value }];
}

/** `name.$` in a payload template makes `name`. What a template only reads is not in its result. */
function valueInside(value: JsonValue, path: readonly (string | number)[]): JsonValue | undefined {
  let inside: JsonValue | undefined = value;
  for (const part of path) {
    const name = String(part).replace(/\.\$$/, "");
    if (Array.isArray(inside)) inside = inside[Number(name)];
    else if (inside !== undefined && isObject(inside)) inside = Object.hasOwn(inside, name) ? inside[name] : undefined;
    else return undefined;
  }
  return inside;
}
