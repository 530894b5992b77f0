/** Numbers of a Map that its input gives: how many at once, how many failures, how large a batch. */
import { type JsonObject, type JsonValue, run } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const WHERE = "An error occurred while executing the state 'M' (entered at the event id #2). ";

/** What comes of a Distributed Map over two items whose input has `n`. */
async function mapWith(fields: JsonObject, n: JsonValue) {
  const ItemProcessor = {
    ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
    StartAt: "X",
    States: { X: { Type: "Pass", End: true } },
  };
  const M = { Type: "Map", ItemsPath: "$.items", ItemProcessor, End: true, ...fields };
  return await run({ StartAt: "M", States: { M } }, { input: { items: [1, 2], n } });
}

const FIELDS = {
  MaxConcurrency: { MaxConcurrencyPath: "$.n" },
  ToleratedFailureCount: { ToleratedFailureCountPath: "$.n" },
  MaxItemsPerBatch: { ItemBatcher: { MaxItemsPerBatchPath: "$.n" } },
  MaxInputBytesPerBatch: { ItemBatcher: { MaxInputBytesPerBatchPath: "$.n" } },
} as const;

describe.each(Object.entries(FIELDS))("%s", (name, fields) => {
  test.each([2, "2"])("may be %j", async (n) => {
    expect((await mapWith(fields, n)).status).toBe("SUCCEEDED");
  });

  test.each([1.5, "x", {}, null])("is no integer: %j", async (n) => {
    const shown = typeof n === "string" ? n : JSON.stringify(n);
    const cause = `${WHERE}The ${name}Path field refers to value "${shown}" which is not a valid integer: $.n`;
    expect(await mapWith(fields, n)).toMatchObject({ error: "States.Runtime", cause });
  });
});

test.each([
  ["MaxConcurrency", -1, "Expected non-negative integer for MaxConcurrency, got '-1' instead."],
  ["ToleratedFailureCount", -1, "ToleratedFailureCount cannot be negative."],
  ["MaxItemsPerBatch", 0, "field MaxItemsPerBatch must be positive"],
  ["MaxInputBytesPerBatch", -5, "field MaxInputBytesPerBatch must be positive"],
] as const)("%s cannot be %d", async (name, n, cause) => {
  expect(await mapWith(FIELDS[name], n)).toMatchObject({ error: "States.Runtime", cause: WHERE + cause });
});

test("what a service said at once stands in the history of a call that has timed out", async () => {
  const A = {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    Parameters: { QueueUrl: "q", MessageBody: { "token.$": "$$.Task.Token" } },
    TimeoutSeconds: 5,
    End: true,
  };
  const submitted = { MessageId: "m" };
  const { events } = await run(
    { StartAt: "A", States: { A } },
    { input: {}, tasks: () => ({ result: 1, afterMs: 6_000, submitted }) },
  );
  expect(events.map(({ type }) => type).slice(4, 6)).toEqual(["TaskSubmitted", "TaskTimedOut"]);
  expect(events[4]).toMatchObject({ taskSubmittedEventDetails: { output: JSON.stringify(submitted) } });
});
