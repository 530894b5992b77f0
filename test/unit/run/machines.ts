/** Random, always runnable machines for property tests: every state type, nested scopes, retries, catchers, waits. */
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

function leaf(): fc.Arbitrary<Draft> {
  return fc.oneof(
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
          Catch: [
            { ErrorEquals: ["States.ALL"], ...("Next" in exits ? { Next: exits.Next } : { Next: `${name}` }) },
          ].slice(0, "Next" in exits ? 1 : 0),
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
