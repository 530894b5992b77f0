/** Numbers that JSON does not have: an error wherever they stand in a result, as they are where one is calculated with. */
import { expect, it } from "vitest";
import { run } from "../../../engine/src/run/run.ts";

async function outcome(output: string) {
  const definition = {
    QueryLanguage: "JSONata",
    StartAt: "S",
    States: { S: { Type: "Pass", Output: output, End: true } },
  };
  const { status, error, cause } = await run(definition, { input: { n: 5 } });
  return { status, error, cause };
}

it.each([
  ["1 / 0", "Infinity"],
  ["-1 / 0", "-Infinity"],
  ["$states.input.n % 0", "NaN"],
  ["{ 'rate': [$states.input.n / 0] }", "Infinity"],
])("%s", async (expression, number) => {
  const { error, cause } = await outcome(`{% ${expression} %}`);
  expect(error).toBe("States.QueryEvaluationError");
  expect(cause).toContain(`threw an error during evaluation. D1001: Number out of range: ${number}`);
});

it("leaves large numbers alone", async () => {
  expect((await outcome("{% 1e308 %}")).status).toBe("SUCCEEDED");
});
