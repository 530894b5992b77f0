/**
 * Random, always runnable machines for property tests: every state type in both query languages, nested scopes, inline
 * and distributed Maps, variables, retries, catchers, timeouts, waits. States lead forwards only, so that they end.
 */
import type { JsonObject, JsonValue } from "@sluice/engine";
import fc from "fast-check";

const word = fc.constantFrom("a", "b", "c");

const constant: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.integer({ min: -5, max: 5 }),
  fc.boolean(),
  fc.constant(null),
  word,
  fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
);

/** What each state of a scope is, before names and transitions are known. */
type Draft = (name: string, exits: JsonObject, depth: number) => JsonObject;

const retry = fc.constantFrom<JsonObject>(
  {},
  { Retry: [{ ErrorEquals: ["States.ALL"], MaxAttempts: 2, IntervalSeconds: 1, JitterStrategy: "FULL" }] },
  { Retry: [{ ErrorEquals: ["Oops"], MaxAttempts: 1 }] },
);

const limits = fc.constantFrom<JsonObject>({}, {}, { TimeoutSeconds: 1 }, { TimeoutSeconds: 5, HeartbeatSeconds: 2 });

/** Where a state leads besides its Next: as its Next, or to the end of its scope. */
function targets(name: string, exits: JsonObject): { readonly next: string; readonly extra: JsonObject } {
  if (typeof exits.Next === "string") return { next: exits.Next, extra: {} };
  return { next: `${name}.end`, extra: { [`${name}.end`]: { Type: "Succeed" } } };
}

function caught(name: string, exits: JsonObject, extra: JsonObject): JsonObject {
  return { Catch: [{ ErrorEquals: ["States.ALL"], ...extra, Next: targets(name, exits).next }] };
}

function leaf(): fc.Arbitrary<Draft> {
  return fc.oneof(
    fc.nat(9).map(
      (bound): Draft =>
        (name, exits) => ({
          Type: "Choice",
          Choices: [
            { Variable: "$$.State.Name", StringEquals: "nobody", Next: targets(name, exits).next },
            {
              And: [
                { Variable: "$.count", IsPresent: true },
                { Variable: "$.count", NumericLessThan: bound },
              ],
              Assign: { seen: bound },
              Next: targets(name, exits).next,
            },
          ],
          Default: targets(name, exits).next,
        }),
    ),
    fc.nat(9).map(
      (bound): Draft =>
        (name, exits) => ({
          Type: "Choice",
          QueryLanguage: "JSONata",
          Choices: [{ Condition: `{% $random() < 0.${bound} %}`, Output: bound, Next: targets(name, exits).next }],
          Default: targets(name, exits).next,
          Assign: { chosen: `{% $string($states.input) %}` },
        }),
    ),
    fc.tuple(limits, retry, fc.boolean()).map(
      ([limit, retries, assigns]): Draft =>
        (name, exits) => ({
          Type: "Task",
          QueryLanguage: "JSONata",
          Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
          Arguments: { FunctionName: "f", Payload: { token: "{% $states.context.Task.Token %}" } },
          ...limit,
          ...retries,
          ...caught(
            name,
            exits,
            assigns
              ? { Assign: { error: "{% $states.errorOutput.Error %}" } }
              : { Output: "{% $states.errorOutput %}" },
          ),
          ...exits,
        }),
    ),
    fc.constant<Draft>((_name, exits) =>
      "End" in exits
        ? { Type: "Fail", Error: "Oops", Cause: "the end" }
        : { Type: "Pass", ResultPath: "$.a.b", ...exits },
    ),
    constant.map(
      (value): Draft =>
        (_name, exits) => ({ Type: "Pass", Result: value, Assign: { seen: value }, ...exits }),
    ),
    fc.nat(20).map(
      (seconds): Draft =>
        (_name, exits) => ({ Type: "Wait", Seconds: seconds, ...exits }),
    ),
    retry.map(
      (retries): Draft =>
        (_name, exits) => ({
          Type: "Task",
          Resource: "arn:aws:states:::sqs:sendMessage",
          Parameters: { "input.$": "$", id: "fixed" },
          ...retries,
          ...exits,
        }),
    ),
    word.map(
      (text): Draft =>
        (_name, exits) => ({
          Type: "Pass",
          QueryLanguage: "JSONata",
          Output: `{% {'text': '${text}', 'roll': $random()} %}`,
          ...exits,
        }),
    ),
  );
}

function container(depth: number): fc.Arbitrary<Draft> {
  return fc.oneof(
    fc.tuple(scope(depth + 1), retry, fc.constantFrom("STANDARD", "EXPRESS"), fc.nat(100), fc.boolean()).map(
      ([inner, retries, type, percentage, batches]): Draft =>
        (name, exits) => ({
          Type: "Map",
          QueryLanguage: "JSONata",
          Items: "{% $states.context.Execution.Input.items %}",
          ItemSelector: { at: "{% $states.context.Map.Item.Index %}" },
          ...(batches ? { ItemBatcher: { MaxItemsPerBatch: 2 } } : {}),
          ToleratedFailurePercentage: percentage,
          ItemProcessor: {
            ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: type },
            ...inner(`${name}.child.`),
          },
          ...retries,
          ...caught(name, exits, {}),
          ...exits,
        }),
    ),
    fc.tuple(scope(depth + 1), fc.integer({ min: 0, max: 5 })).map(
      ([inner, most]): Draft =>
        (name, exits) => ({
          Type: "Map",
          QueryLanguage: "JSONata",
          Items: `{% [$range(0, ${most}, 1)] %}`,
          ItemProcessor: inner(`${name}.each.`),
          Assign: { results: "{% $count($states.result) %}" },
          ...caught(name, exits, { Output: "{% $states.errorOutput.Error %}" }),
          ...exits,
        }),
    ),
    fc.tuple(scope(depth + 1), retry, fc.integer({ min: 0, max: 3 })).map(
      ([inner, retries, concurrency]): Draft =>
        (name, exits) => ({
          Type: "Map",
          ItemSelector: { "index.$": "$$.Map.Item.Index" },
          ItemsPath: "$$.Execution.Input.items",
          MaxConcurrency: concurrency,
          ItemProcessor: inner(`${name}.item.`),
          ...retries,
          ...exits,
        }),
    ),
    fc.tuple(scope(depth + 1), scope(depth + 1)).map(
      ([left, right]): Draft =>
        (name, exits) => ({
          Type: "Parallel",
          Branches: [left(`${name}.left.`), right(`${name}.right.`)],
          ...caught(name, exits, { ResultPath: "$.failure" }),
          ...exits,
        }),
    ),
  );
}

function scope(depth: number): fc.Arbitrary<(prefix: string) => JsonObject> {
  const draft =
    depth >= 2 ? leaf() : fc.oneof({ weight: 3, arbitrary: leaf() }, { weight: 1, arbitrary: container(depth) });
  return fc.array(draft, { minLength: 1, maxLength: 4 }).map((drafts) => (prefix) => {
    const name = (index: number) => `${prefix}s${index}`;
    const States: Record<string, JsonObject> = {};
    drafts.forEach((make, index) => {
      const exits: JsonObject = index + 1 < drafts.length ? { Next: name(index + 1) } : { End: true };
      States[name(index)] = make(name(index), exits, depth);
      Object.assign(States, targets(name(index), exits).extra);
    });
    return { StartAt: name(0), States };
  });
}

/** A machine with an input that its Maps can read. */
export const machine: fc.Arbitrary<{ definition: JsonObject; input: JsonObject; seed: number }> = fc.record({
  definition: scope(0).map((make) => make("")),
  input: fc.record({ items: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }) }),
  seed: fc.integer({ min: 0, max: 1_000_000 }),
});
