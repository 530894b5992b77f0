/**
 * How one visit came from its input to its output: each transformation that its state writes down, with the value that
 * it made, in the order in which they were applied.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-input-output-filtering.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { isEqual } from "../../json-diff.ts";
import type { DataStage } from "../types.ts";
import type { Visit } from "./types.ts";

export type PipelineStepId = "input" | DataStage | "assign" | "output";

export interface PipelineStep {
  readonly id: PipelineStepId;
  /** The field that makes it, or what people call it. */
  readonly name: string;
  /** What the definition writes there. */
  readonly formula?: JsonValue;
  readonly value: JsonValue;
  /** What it is made of, to be compared with; left out where it begins anew. */
  readonly base?: JsonValue;
}

/** A value on the way, as `ExecutionOptions.observe` tells it. */
export interface Stage {
  readonly stage: DataStage;
  readonly value: JsonValue;
}

/** The fields that may make a stage, the first one that is written counts. */
const FIELDS: Readonly<Record<DataStage, readonly string[]>> = {
  afterInputPath: ["InputPath"],
  afterParameters: ["Parameters"],
  afterArguments: ["Arguments"],
  afterItemsPath: ["ItemsPath", "Items", "ItemReader"],
  afterItemSelector: ["ItemSelector", "Parameters"],
  afterItemBatcher: ["ItemBatcher"],
  maxConcurrency: ["MaxConcurrency", "MaxConcurrencyPath"],
  toleratedFailureCount: ["ToleratedFailureCount", "ToleratedFailureCountPath"],
  toleratedFailurePercentage: ["ToleratedFailurePercentage", "ToleratedFailurePercentagePath"],
  result: ["Resource", "Result"],
  afterResultSelector: ["ResultSelector"],
  afterResultPath: ["ResultPath"],
};

/** These begin anew with what the world or the machine says: a comparison with the stage before would mislead. */
const FRESH: ReadonlySet<DataStage> = new Set([
  "result",
  "maxConcurrency",
  "toleratedFailureCount",
  "toleratedFailurePercentage",
]);

/** What these make is compared with the state's input: the one reads it, the other puts the result into it. */
const OF_INPUT: ReadonlySet<DataStage> = new Set(["afterInputPath", "afterResultPath"]);

/** `definition`: the state's. `stages`: what was observed; of an execution that ran elsewhere there are none. */
export function pipelineOf(definition: JsonObject, visit: Visit, stages: readonly Stage[]): readonly PipelineStep[] {
  const { input, output, assigned } = visit;
  const steps: PipelineStep[] = [];
  if (input !== undefined) steps.push({ id: "input", name: "Input", value: input });
  let before = input;
  for (const { stage, value } of lastOfEach(stages.length > 0 ? stages : toldByTries(definition, visit))) {
    const step = stepOf(definition, stage, value, OF_INPUT.has(stage) ? input : before);
    if (step !== undefined) steps.push(step);
    before = value;
  }
  if (assigned !== undefined)
    steps.push({ id: "assign", name: "Assign", ...formula(definition, ["Assign"]), value: assigned });
  if (output !== undefined) steps.push(outputStep(definition, output, input));
  return steps;
}

/** Undefined for a stage that changes nothing and that nobody has written. */
function stepOf(
  definition: JsonObject,
  stage: DataStage,
  value: JsonValue,
  base: JsonValue | undefined,
): PipelineStep | undefined {
  const fields = FIELDS[stage];
  const written = fields.find((field) => definition[field] !== undefined);
  const fresh = FRESH.has(stage);
  if (written === undefined && (fresh ? stage !== "result" : isEqual(base, value))) return undefined;
  const name = stage === "result" ? "Result" : (written ?? fields[0] ?? stage);
  return {
    id: stage,
    name,
    ...formula(definition, fields),
    value,
    ...(!fresh && base !== undefined && { base }),
  };
}

function outputStep(definition: JsonObject, output: JsonValue, input: JsonValue | undefined): PipelineStep {
  const written = formula(definition, ["Output", "OutputPath"]);
  return { id: "output", name: "Output", ...written, value: output, ...(input !== undefined && { base: input }) };
}

function formula(definition: JsonObject, fields: readonly string[]): { formula?: JsonValue } {
  const written = fields.map((field) => definition[field]).find((value) => value !== undefined);
  return written === undefined ? {} : { formula: written };
}

/** A retry begins at the start again: what the last try made counts, where the first one stood. */
function lastOfEach(stages: readonly Stage[]): readonly Stage[] {
  const values = new Map<DataStage, JsonValue>();
  for (const { stage, value } of stages) values.set(stage, value);
  return [...values].map(([stage, value]) => ({ stage, value }));
}

/** What the history itself tells of a task's way: what it was called with, and what it answered. */
function toldByTries(definition: JsonObject, { attempts }: Visit): readonly Stage[] {
  const { parameters, result } = attempts.at(-1) ?? {};
  const given = definition.Arguments === undefined ? "afterParameters" : "afterArguments";
  return [
    ...(parameters === undefined ? [] : [{ stage: given, value: parameters } as const]),
    ...(result === undefined ? [] : [{ stage: "result", value: result } as const]),
  ];
}
