/**
 * Conversion to JSONata, proven by running: whatever a JSONPath machine makes of an input, the converted one makes the
 * same of it. A machine that cannot be converted says why.
 */
import { buildMachine, check, convertMachine, convertState, type JsonValue, parseText, run } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { anyInput, anyMachine } from "./arbitrary-jsonpath.ts";

function converted(text: string, language: "json" | "yaml" = "json", only?: string): string | readonly string[] {
  const parsed = parseText(text, language);
  const machine = buildMachine(parsed.root);
  if (machine === undefined) throw new Error("no machine");
  const state = machine.states.find(({ name }) => name === only);
  const conversion = state === undefined ? convertMachine(parsed, machine) : convertState(parsed, state);
  if ("reasons" in conversion) return conversion.reasons;
  return conversion.edits.reduceRight(
    (so, { start, end, newText }) => so.slice(0, start) + newText + so.slice(end),
    text,
  );
}

function outcome(definition: JsonValue, input: JsonValue) {
  return run(definition, {
    input,
    tasks: ({ resource, arguments: given }) =>
      resource.endsWith("fails") ? { error: "Failed", cause: "so" } : { result: { given, list: [[1]], x: [2] } },
  });
}

test("converted machines give what the originals gave", async () => {
  let [succeeded, refused] = [0, 0];
  await fc.assert(
    fc.asyncProperty(anyMachine, anyInput, async (machine, input) => {
      const text = JSON.stringify(machine, null, 2);
      const after = converted(text);
      if (typeof after !== "string") {
        refused++;
        return;
      }
      const mistakes = check(after).filter(
        ({ severity, rule }) => severity === "error" && rule !== "duplicate-state-name",
      );
      expect(mistakes).toEqual([]);
      const before = await outcome(machine as JsonValue, input as JsonValue);
      if (before.status !== "SUCCEEDED") return;
      succeeded++;
      const { status, output, cause } = await outcome(JSON.parse(after), input as JsonValue);
      expect({ status, output, cause }).toEqual({ status: "SUCCEEDED", output: before.output, cause: undefined });
    }),
    { numRuns: Number(process.env.RUNS ?? 600), seed: Number(process.env.SEED ?? 7) },
  );
  if (process.env.RUNS) console.log({ succeeded, refused });
  expect(succeeded).toBeGreaterThan(200);
  expect(refused).toBeLessThan(succeeded / 4);
}, 120_000);
