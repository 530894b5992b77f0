/** Slices: bounded by steps, by the host's clock or by the host's will, and the same execution in the end. */
import { createExecution, run, runSlice } from "@sluice/engine";
import { expect, test } from "vitest";

const definition = {
  StartAt: "A",
  States: {
    A: { Type: "Pass", Next: "Each" },
    Each: {
      Type: "Map",
      QueryLanguage: "JSONata",
      Items: "{% [1, 2, 3] %}",
      MaxConcurrency: 1,
      ItemSelector: { n: "{% $states.context.Map.Item.Value %}" },
      ItemProcessor: {
        StartAt: "Work",
        States: { Work: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", End: true } },
      },
      End: true,
    },
  },
};
const tasks = () => ({ result: 1, afterMs: 10 });

test("slices of any length add up to the whole run", async () => {
  const whole = await run(definition, { input: 0, tasks });
  expect([whole.status, whole.output]).toEqual(["SUCCEEDED", [1, 1, 1]]);
  for (const maxSteps of [1, 2, 7]) {
    const execution = createExecution(definition, { input: 0, tasks });
    let slices = 1;
    while ((await runSlice(execution, { maxSteps })) === "moved") slices += 1;
    expect(slices).toBeGreaterThan(1);
    expect([execution.output, execution.events.length]).toEqual([whole.output, whole.events.length]);
  }
});

test("a slice ends by the clock of the host, and after one step at least", async () => {
  const execution = createExecution(definition, { input: 0, tasks });
  let nowMs = 0;
  let steps = 0;
  const afterStep = () => {
    steps += 1;
    return false;
  };
  expect(await runSlice(execution, { maxMs: 5, nowMs: () => (nowMs += 2), afterStep })).toBe("moved");
  expect(steps).toBe(3);
  expect(await runSlice(execution, { maxMs: 0, nowMs: () => nowMs, afterStep })).toBe("moved");
  expect(steps).toBe(4);
});

test("a host that has seen enough ends the slice; what nobody answers blocks it", async () => {
  const execution = createExecution(definition, { input: 0 });
  expect(await runSlice(execution, { afterStep: ({ events }) => events.length >= 2 })).toBe("moved");
  expect(execution.events.at(-1)?.type).toBe("PassStateEntered");
  for (let answers = 0; answers < 3; answers++) {
    expect(await runSlice(execution)).toBe("blocked");
    execution.answer(execution.pending[0]?.id ?? 0, { result: 1 });
  }
  expect(await runSlice(execution)).toBe("ended");
  execution.abort();
  expect([execution.status, await runSlice(execution)]).toEqual(["SUCCEEDED", "ended"]);
});
