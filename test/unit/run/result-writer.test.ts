/** What a Distributed Map gives and writes: forms, files, manifest, and what stays when it fails. */
import { describe, expect, test } from "vitest";
import type { JsonObject, JsonValue } from "../../../engine/src/json.ts";
import { memoryObjectStore, type ObjectStore } from "../../../engine/src/run/object-store.ts";
import { createExecution, run } from "../../../engine/src/run/run.ts";
import type { ExecutionSnapshot, TaskHandler } from "../../../engine/src/run/types.ts";
import { utf8Decode } from "../../../engine/src/text/utf8.ts";

function machine(more: JsonObject, mode: JsonObject = {}): JsonObject {
  return {
    StartAt: "Each",
    States: {
      Each: {
        Type: "Map",
        Label: "Rows",
        MaxConcurrency: 1,
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD", ...mode },
          StartAt: "Work",
          States: {
            Work: { Type: "Task", Resource: "arn:aws:states:::sqs:sendMessage", Parameters: { "n.$": "$" }, End: true },
          },
        },
        End: true,
        ...more,
      },
    },
  };
}

function writer(config?: JsonObject, prefix = "out"): JsonObject {
  return {
    ResultWriter: {
      Resource: "arn:aws:states:::s3:putObject",
      Parameters: { Bucket: "results", Prefix: prefix },
      ...(config === undefined ? {} : { WriterConfig: config }),
    },
  };
}

/** Doubles numbers; a negative one fails; 9 gives a list. One second each. */
const tasks: TaskHandler = (call) => {
  const { n } = call.arguments as { n: number };
  if (n < 0) return { error: "Negative", cause: `${n} is below zero`, afterMs: 1_000 };
  return { result: n === 9 ? [9, 9] : n * 2, afterMs: 1_000 };
};

async function written(store: ObjectStore): Promise<Record<string, string>> {
  const objects = (await store.list("results", "")) ?? [];
  const texts = await Promise.all(
    objects.map(async ({ key }) => [key, utf8Decode((await store.get("results", key)) ?? new Uint8Array())] as const),
  );
  return Object.fromEntries(texts);
}

const ARN = "arn:aws:states:us-east-1:123456789012";
const RUN_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-3[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe("writes", () => {
  test("a file for each outcome and a manifest, and gives its place", async () => {
    const store = memoryObjectStore();
    const definition = machine({ ...writer(), ToleratedFailureCount: 1 });
    const result = await run(definition, { input: [1, -1, 2], tasks, objects: store });
    const { MapRunArn: arn, ResultWriterDetails: details } = result.output as {
      MapRunArn: string;
      ResultWriterDetails: JsonObject;
    };
    const id = arn.slice(arn.lastIndexOf(":") + 1);
    expect(id).toMatch(RUN_ID);
    expect(arn).toBe(`${ARN}:mapRun:StateMachine/Rows:${id}`);
    expect(details).toEqual({ Bucket: "results", Key: `out/${id}/manifest.json` });

    const files = await written(store);
    const size = (name: string) => Buffer.byteLength(files[`out/${id}/${name}`] ?? "");
    expect(JSON.parse(files[`out/${id}/manifest.json`] ?? "")).toEqual({
      DestinationBucket: "results",
      MapRunArn: arn,
      ResultFiles: {
        FAILED: [{ Key: `out/${id}/FAILED_0.json`, Size: size("FAILED_0.json") }],
        PENDING: [],
        SUCCEEDED: [{ Key: `out/${id}/SUCCEEDED_0.json`, Size: size("SUCCEEDED_0.json") }],
      },
    });
    const succeeded = JSON.parse(files[`out/${id}/SUCCEEDED_0.json`] ?? "") as JsonObject[];
    expect(succeeded).toHaveLength(2);
    expect(succeeded[1]).toEqual({
      ExecutionArn: `${ARN}:execution:StateMachine/Rows:${succeeded[1]?.Name}`,
      Input: "2",
      InputDetails: { Included: true },
      Name: expect.stringMatching(RUN_ID),
      Output: "4",
      OutputDetails: { Included: true },
      RedriveCount: 0,
      RedriveStatus: "NOT_REDRIVABLE",
      RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
      StartDate: "2026-01-01T00:00:02.000Z",
      StateMachineArn: `${ARN}:stateMachine:StateMachine/Rows`,
      Status: "SUCCEEDED",
      StopDate: "2026-01-01T00:00:03.000Z",
    });
    const failed = JSON.parse(files[`out/${id}/FAILED_0.json`] ?? "") as JsonObject[];
    expect(failed).toMatchObject([
      {
        Input: "-1",
        Status: "FAILED",
        Error: "Negative",
        Cause: "-1 is below zero",
        RedriveStatus: "REDRIVABLE_BY_MAP_RUN",
      },
    ]);
  });

  test("what was done, aborted and not begun where the Map run fails", async () => {
    const store = memoryObjectStore();
    const slow: TaskHandler = (call) =>
      ({ ...tasks(call), afterMs: (call.arguments as { n: number }).n === 7 ? 9_000 : 1_000 }) as never;
    const result = await run(machine({ ...writer(), MaxConcurrency: 2 }), {
      input: [7, 1, -1, 4],
      tasks: slow,
      objects: store,
    });
    expect(result).toMatchObject({
      status: "FAILED",
      error: "States.ExceedToleratedFailureThreshold",
      cause: "The specified tolerated failure threshold was exceeded",
    });
    const files = await written(store);
    const statuses = (outcome: string) => {
      const [, text = "[]"] = Object.entries(files).find(([key]) => key.endsWith(`/${outcome}_0.json`)) ?? [];
      return (JSON.parse(text) as JsonObject[]).map(({ Input: input, Status: status }) => [input, status]);
    };
    expect(statuses("SUCCEEDED")).toEqual([["1", "SUCCEEDED"]]);
    expect(statuses("FAILED")).toEqual([
      ["7", "ABORTED"],
      ["-1", "FAILED"],
    ]);
    expect(statuses("PENDING")).toEqual([["4", "PENDING"]]);
  });

  test.each([
    ["COMPACT", "JSON", "[2,[9,9]]"],
    ["FLATTEN", "JSON", "[2,9,9]"],
    ["COMPACT", "JSONL", "2\n[9,9]"],
    ["FLATTEN", "JSONL", "2\n9\n9"],
  ])("%s %s", async (transformation, type, text) => {
    const store = memoryObjectStore();
    const definition = machine(writer({ Transformation: transformation, OutputType: type }));
    await run(definition, { input: [1, 9], tasks, objects: store });
    const file = Object.entries(await written(store)).find(([key]) => key.includes("SUCCEEDED"));
    expect(file?.[0]).toMatch(type === "JSONL" ? /SUCCEEDED_0\.jsonl$/ : /SUCCEEDED_0\.json$/);
    expect(file?.[1]).toBe(text);
  });

  test.each([
    ["", /^[^/]+\/manifest\.json$/],
    ["a/b/", /^a\/b\/[^/]+\/manifest\.json$/],
  ])("below the prefix '%s'", async (prefix, key) => {
    const store = memoryObjectStore();
    const result = await run(machine(writer(undefined, prefix)), { input: [], tasks, objects: store });
    expect((result.output as { ResultWriterDetails: JsonObject }).ResultWriterDetails.Key).toMatch(key);
    expect(Object.keys(await written(store))).toEqual([expect.stringMatching(key)]);
  });

  test("nothing where there is no S3, and says the same", async () => {
    const options = { input: [1], tasks };
    const [without, within] = await Promise.all([
      run(machine(writer()), options),
      run(machine(writer()), { ...options, objects: memoryObjectStore() }),
    ]);
    expect(without).toEqual(within);
  });
});

test.each([
  ["a store that refuses", writer(), "disk full"],
  [
    "no bucket",
    { ResultWriter: { Resource: "arn:aws:states:::s3:putObject", Parameters: { Prefix: "x" } } },
    "The field 'Bucket' is required but was missing",
  ],
])("fails with States.ResultWriterFailed: %s", async (_what, more, cause) => {
  const store: ObjectStore = {
    ...memoryObjectStore(),
    put: () => {
      throw new Error("disk full");
    },
  };
  const result = await run(machine(more), { input: [1], tasks, objects: store });
  expect(result).toMatchObject({ status: "FAILED", error: "States.ResultWriterFailed", cause });
  expect(result.events.map(({ type }) => type)).not.toContain("MapRunSucceeded");
});

describe("without S3, results go on", () => {
  const full = (input: string, output: string): JsonObject => ({ Input: input, Output: output, Status: "SUCCEEDED" });
  test.each<[JsonObject | undefined, JsonValue]>([
    [undefined, [2, [9, 9], { Status: "FAILED", Error: "Negative", Input: "-1" }]],
    [{ Transformation: "NONE" }, [full("1", "2"), full("9", "[9,9]"), { Status: "FAILED", Error: "Negative" }]],
    [{ Transformation: "COMPACT" }, [2, [9, 9], { Status: "FAILED", Error: "Negative" }]],
    [{ Transformation: "FLATTEN" }, [2, 9, 9, { Status: "FAILED", Error: "Negative" }]],
  ])("%j", async (config, output) => {
    const more = {
      ToleratedFailureCount: 1,
      ...(config === undefined ? {} : { ResultWriter: { WriterConfig: config } }),
    };
    const result = await run(machine(more as JsonObject), { input: [1, 9, -1], tasks });
    expect(result.output).toMatchObject(output as object);
    expect(result.output).toHaveLength((output as readonly JsonValue[]).length);
  });

  test("as JSON lines", async () => {
    const more = { ResultWriter: { WriterConfig: { Transformation: "COMPACT", OutputType: "JSONL" } } };
    expect((await run(machine(more), { input: [1, 2], tasks })).output).toBe("2\n4");
  });
});

describe("tolerates", () => {
  const batches = { ItemBatcher: { MaxItemsPerBatch: 2 } };
  const failing: TaskHandler = (call) =>
    JSON.stringify(call.arguments).includes("-") ? { error: "Negative" } : { result: 0 };
  test.each<[string, JsonObject, JsonValue, "SUCCEEDED" | "FAILED"]>([
    ["nothing unless told to", {}, [1, -1], "FAILED"],
    ["as many as ToleratedFailureCount", { ToleratedFailureCount: 2 }, [-1, -1, 1], "SUCCEEDED"],
    ["not one more", { ToleratedFailureCount: 2 }, [-1, -1, -1], "FAILED"],
    ["as large a part as ToleratedFailurePercentage", { ToleratedFailurePercentage: 50 }, [-1, 1, -1, 1], "SUCCEEDED"],
    ["not a larger one", { ToleratedFailurePercentage: 49 }, [-1, 1, -1, 1], "FAILED"],
    [
      "neither of two thresholds exceeded",
      { ToleratedFailureCount: 1, ToleratedFailurePercentage: 90 },
      [-1, -1, 1],
      "FAILED",
    ],
    ["all", { ToleratedFailurePercentage: 100 }, [-1, -1], "SUCCEEDED"],
    ["every item of a batch", { ...batches, ToleratedFailureCount: 2 }, [-1, 1, 1, 1], "SUCCEEDED"],
    ["not fewer than are in a batch", { ...batches, ToleratedFailureCount: 1 }, [-1, 1, 1, 1], "FAILED"],
    [
      "a part of the items, not of the batches",
      { ...batches, ToleratedFailurePercentage: 40 },
      [1, 1, 1, 1, -1],
      "SUCCEEDED",
    ],
  ])("%s", async (_what, more, input, status) => {
    const result = await run(machine(more), { input, tasks: failing });
    expect(result.status).toBe(status);
    if (status === "FAILED") expect(result.error).toBe("States.ExceedToleratedFailureThreshold");
  });
});

describe("child executions", () => {
  const echo: TaskHandler = (call) => ({ result: call.arguments });

  function withWork(parameters: JsonObject, more: JsonObject, express = false): JsonObject {
    const definition = machine(more, express ? { ExecutionType: "EXPRESS" } : {});
    const { Each: each } = definition.States as { Each: { ItemProcessor: { States: { Work: JsonObject } } } };
    const work = { ...each.ItemProcessor.States.Work, Parameters: parameters };
    return {
      ...definition,
      States: { Each: { ...each, ItemProcessor: { ...each.ItemProcessor, States: { Work: work } } } } as never,
    };
  }

  test("have names, an input and a machine of their own", async () => {
    const seen = { "execution.$": "$$.Execution", "machine.$": "$$.StateMachine" };
    const result = await run(withWork(seen, {}), { input: [{ a: 1 }], tasks: echo });
    expect(result.output).toEqual([
      {
        execution: {
          Id: expect.stringMatching(
            /^arn:aws:states:us-east-1:123456789012:execution:StateMachine\/Rows:[0-9a-f-]{36}$/,
          ),
          Input: { a: 1 },
          Name: expect.stringMatching(RUN_ID),
          RedriveCount: 0,
          RoleArn: "arn:aws:iam::123456789012:role/StateMachineRole",
          StartTime: "2026-01-01T00:00:00.000Z",
        },
        machine: { Id: `${ARN}:stateMachine:StateMachine/Rows`, Name: "StateMachine/Rows" },
      },
    ]);
  });

  test("are Express ones where the processor says so", async () => {
    const result = await run(withWork({ "id.$": "$$.Execution.Id" }, {}, true), { input: [1], tasks: echo });
    expect(result.output).toEqual([
      { id: expect.stringMatching(/:express:StateMachine\/Rows:[0-9a-f-]{36}:[0-9a-f-]{36}$/) },
    ]);
  });

  test("get batches of what was selected from each item", async () => {
    const more = {
      ItemSelector: { "n.$": "$$.Map.Item.Value", "at.$": "$$.Map.Item.Index", "from.$": "$$.Map.Item.Source" },
      ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { "all.$": "$" } },
    };
    const result = await run(withWork({ "batch.$": "$" }, more), { input: ["a", "b", "c"], tasks: echo });
    const item = (n: string, at: number): JsonObject => ({ n, at, from: "STATE_DATA" });
    const BatchInput = { all: ["a", "b", "c"] };
    expect(result.output).toEqual([
      { batch: { BatchInput, Items: [item("a", 0), item("b", 1)] } },
      { batch: { BatchInput, Items: [item("c", 2)] } },
    ]);
  });

  test.each([
    [14, [["aa"], ["bb"], ["cc"]]],
    [20, [["aa"], ["bb"], ["cc"]]],
    [21, [["aa", "bb"], ["cc"]]],
    [26, [["aa", "bb", "cc"]]],
  ])("of not more than %i bytes", async (bytes, batches) => {
    const more = { ItemBatcher: { MaxInputBytesPerBatch: bytes } };
    const result = await run(withWork({ "items.$": "$.Items" }, more), { input: ["aa", "bb", "cc"], tasks: echo });
    expect((result.output as { items: string[] }[]).map(({ items }) => items)).toEqual(batches);
  });

  test("fields of an object come with their names", async () => {
    const result = await run(withWork({ "it.$": "$" }, {}), { input: { x: 1, y: null }, tasks: echo });
    expect(result.output).toEqual([{ it: { Key: "x", Value: 1 } }, { it: { Key: "y", Value: null } }]);
  });

  test("count their own events, not the parent's", async () => {
    const result = await run(machine({}), { input: Array.from({ length: 6_000 }, (_, n) => n), tasks, history: true });
    expect(result.status).toBe("SUCCEEDED");
    expect(result.events).toHaveLength(8);
  });
});

test("a snapshot taken anywhere goes on to the same files", async () => {
  const definition = machine({ ...writer(), ToleratedFailureCount: 1, MaxConcurrency: 2 });
  const first = memoryObjectStore();
  const options = { input: [1, -1, 9], tasks };
  const expected = await run(definition, { ...options, objects: first });
  const whole = createExecution(definition, { ...options, objects: memoryObjectStore() });
  const snapshots: ExecutionSnapshot[] = [];
  for (let step = await whole.step(); step === "moved"; step = await whole.step()) {
    snapshots.push(JSON.parse(JSON.stringify(whole.snapshot())) as ExecutionSnapshot);
  }
  for (const snapshot of snapshots) {
    const store = memoryObjectStore();
    const again = createExecution(definition, { ...options, objects: store }, snapshot);
    for (let step = await again.step(); step === "moved"; step = await again.step());
    expect(again.output).toEqual(expected.output);
    expect(await written(store)).toEqual(await written(first));
  }
});
