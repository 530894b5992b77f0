/** What an execution tells whoever observes the data flow of its states. */
import { type DataObservation, run } from "@sluice/engine";
import { expect, test } from "vitest";

test("each stage of each state, in order", async () => {
  const seen: DataObservation[] = [];
  const definition = {
    StartAt: "Ask",
    States: {
      Ask: {
        Type: "Task",
        Resource: "arn:aws:states:::lambda:invoke",
        InputPath: "$.order",
        Parameters: { "Payload.$": "$.id" },
        ResultSelector: { "paid.$": "$.Payload" },
        ResultPath: "$.charge",
        Next: "Count",
      },
      Count: { Type: "Pass", QueryLanguage: "JSONata", Output: "{% $states.input.charge.paid %}", End: true },
    },
  };
  const tasks = () => ({ result: { Payload: true } });
  const { output } = await run(definition, {
    input: { order: { id: 7 } },
    tasks,
    history: false,
    observe: (one) => void seen.push(one),
  });
  expect(output).toBe(true);
  expect(seen.map(({ stateName, enteredEventId, stage, value }) => [stateName, enteredEventId, stage, value])).toEqual([
    ["Ask", 2, "afterInputPath", { id: 7 }],
    ["Ask", 2, "afterParameters", { Payload: 7 }],
    ["Ask", 2, "result", { Payload: true }],
    ["Ask", 2, "afterResultSelector", { paid: true }],
    ["Ask", 2, "afterResultPath", { order: { id: 7 }, charge: { paid: true } }],
    ["Count", 7, "afterArguments", { order: { id: 7 }, charge: { paid: true } }],
  ]);
});
