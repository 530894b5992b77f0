/**
 * Machines that nobody should deploy: runnable ones, damaged in a few random places. Targets that lead nowhere or in a
 * circle, fields of the wrong type, limits without sense, paths and expressions that cannot be read.
 */
import type { JsonObject, JsonValue } from "@sluice/engine";
import fc from "fast-check";
import { machine } from "./machines.ts";

const FIELDS = [
  ...["Type", "Next", "End", "StartAt", "States", "QueryLanguage", "TimeoutSeconds", "TimeoutSecondsPath"],
  ...["InputPath", "OutputPath", "ResultPath", "Parameters", "ResultSelector", "Result", "Arguments", "Output"],
  ...["Assign", "Retry", "Catch", "Choices", "Default", "Variable", "Condition", "And", "Not", "NumericLessThanPath"],
  ...["Seconds", "SecondsPath", "Timestamp", "TimestampPath", "Resource", "Credentials", "HeartbeatSeconds"],
  ...["Branches", "Items", "ItemsPath", "ItemSelector", "ItemProcessor", "ItemReader", "ItemBatcher", "ResultWriter"],
  ...["ProcessorConfig", "Mode", "ExecutionType", "Label", "MaxConcurrency", "MaxConcurrencyPath", "WriterConfig"],
  ...["ToleratedFailureCount", "ToleratedFailurePercentage", "MaxItemsPerBatch", "MaxInputBytesPerBatch", "BatchInput"],
  ...["ErrorEquals", "IntervalSeconds", "MaxAttempts", "BackoffRate", "MaxDelaySeconds", "JitterStrategy"],
  ...["Error", "Cause", "ErrorPath", "CausePath", "Iterator", "ReaderConfig", "MaxItems", "x.$", "__proto__"],
];

const numbers = fc.constantFrom(0, -1, 1, 0.5, 40, 1e9, -1e9, 1e21, 1e308, -1e308, 5e-324, 2 ** 53, 99_999_999);
const texts = fc.constantFrom(
  ...["", "$", "$$", "$.a", "$.items[*]", "$..a", "$.items[?(@ > 1)]", "$.a[-1]", "$[", "$$.Map.Item.Value", "$seen"],
  ...[
    "States.Array($.a)",
    "States.Format('{}', $$)",
    "States.MathAdd($.n, 1)",
    "States.UUID(",
    "States.ArrayRange(0,9,0)",
  ],
  ...["{% $states.input %}", "{% $states.result %}", "{% $nothing %}", "{% ( %}", "{% $ %}", "{% 1/0 %}", "{% [] %}"],
  ...["{% $range(0, 900, 1) %}", "{% function($x){$x} %}", "{% $error('x') %}", "{% -1 %}", "{% %}", "{%%}"],
  ...["Task", "Map", "Parallel", "Wait", "Choice", "Fail", "JSONata", "JSONPath", "DISTRIBUTED", "INLINE", "FULL"],
  ...[
    "s0",
    "s1",
    "s0.end",
    "nowhere",
    "States.ALL",
    "Oops",
    "2026-01-01T00:00:00Z",
    "+275760-09-13T00:00:00Z",
    "\u{d800}",
  ],
  ...["arn:aws:states:::s3:getObject", "arn:aws:states:::lambda:invoke.waitForTaskToken", "constructor", "__proto__"],
);

const deep: JsonValue = Array.from({ length: 200 }).reduce<JsonValue>((inner) => ({ a: [inner] }), "deep");

const value: fc.Arbitrary<JsonValue> = fc.oneof(
  { weight: 4, arbitrary: texts },
  { weight: 3, arbitrary: numbers },
  { weight: 2, arbitrary: fc.constantFrom<JsonValue>(null, true, false, [], {}, [null], [[]], { "a.$": "$" }, deep) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<JsonValue>([{ ErrorEquals: ["States.ALL"], MaxAttempts: 1e9, IntervalSeconds: 0 }]),
  },
  { weight: 1, arbitrary: fc.constantFrom<JsonValue>([{ ErrorEquals: ["States.ALL"], Next: "s0" }]) },
);

/** One piece of damage: of all objects or all states, in reading order, the one that `at` counts to gets the field. */
interface Damage {
  readonly among: "objects" | "states" | "scopes";
  readonly at: number;
  readonly field: string;
  /** Undefined takes the field away. */
  readonly put: JsonValue | undefined;
}

/** A digit stands for a field that the object has: mostly it is one that matters. */
const damage: fc.Arbitrary<Damage> = fc.record({
  among: fc.constantFrom("objects", "states", "states", "scopes"),
  at: fc.nat(200),
  field: fc.oneof(fc.constantFrom(...FIELDS), fc.nat(12).map(String)),
  put: fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) }),
});

function objectsOf(node: JsonValue, found: Record<string, JsonValue>[] = []): Record<string, JsonValue>[] {
  if (typeof node !== "object" || node === null) return found;
  if (!Array.isArray(node)) found.push(node as Record<string, JsonValue>);
  for (const inner of Object.values(node)) objectsOf(inner, found);
  return found;
}

function damaged(definition: JsonObject, damages: readonly Damage[]): JsonObject {
  const copy = structuredClone(definition);
  for (const { among, at, field, put } of damages) {
    const objects = objectsOf(copy);
    const states = objects.filter((object) => typeof object.Type === "string");
    const scopes = objects.filter((object) => typeof object.StartAt === "string");
    const candidates = among === "scopes" ? scopes : among === "states" ? states : objects;
    const object = candidates[at % candidates.length];
    if (object === undefined) continue;
    if (among === "scopes" && /^\d/.test(field)) leadBack(object, Number(field));
    else change(object, field, put);
  }
  return copy;
}

/** A field "3" stands for the fourth that the object has. */
function change(object: Record<string, JsonValue>, field: string, put: JsonValue | undefined): void {
  const keys = Object.keys(object);
  const key = /^\d/.test(field) ? (keys[Number(field) % keys.length] ?? "Comment") : field;
  if (put === undefined) delete object[key];
  else {
    const own = { value: structuredClone(put), enumerable: true, configurable: true, writable: true };
    Object.defineProperty(object, key, own);
  }
}

/** One state of a scope leads back to another that comes before it: a loop. */
function leadBack(scope: Record<string, JsonValue>, from: number): void {
  const states = Object.entries((scope.States ?? {}) as Record<string, Record<string, JsonValue>>);
  const state = states[from % states.length]?.[1];
  const target = states[from >> 1]?.[0] ?? states[0]?.[0];
  if (typeof state !== "object" || state === null || target === undefined) return;
  delete state.End;
  state.Next = target;
}

export const hostileMachine = fc
  .tuple(machine, fc.array(damage, { minLength: 1, maxLength: 6 }))
  .map(([{ definition, input, seed }, damages]) => ({ definition: damaged(definition, damages), input, seed }));
