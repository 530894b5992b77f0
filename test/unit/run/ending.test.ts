/**
 * Whatever the definition, an execution ends or is stopped by a quota, and nothing throws. A failure prints the seed and
 * path with which fast-check finds it again.
 */
import { createExecution, type Execution, type JsonValue, runSlice, type TaskOutcome } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { hostileMachine } from "./hostile.ts";
import { machine } from "./machines.ts";

/** Steps after which an execution that still runs must be on its way to the quota of events. */
const MANY_STEPS = 1_000;

function tasks({
  invocation,
  attempt,
  arguments: given,
}: {
  invocation: number;
  attempt: number;
  arguments: JsonValue;
}): TaskOutcome {
  if ((invocation + attempt) % 3 === 1) return { error: "Oops", cause: "every third", afterMs: 250 };
  return { result: { got: given }, afterMs: 1_500 };
}

/** Undefined: it cannot be run at all, and says so. */
function begin(
  definition: JsonValue,
  input: JsonValue,
  seed: number,
  type: "STANDARD" | "EXPRESS",
): Execution | undefined {
  try {
    return createExecution(definition, { input, seed, type, tasks });
  } catch (refusal) {
    expect(String(refusal)).toBe("Error: The definition is not an object with States.");
    return undefined;
  }
}

/** Of the execution and of the child executions of its Map runs, which have histories of their own. */
function countEvents(execution: Execution): number {
  const { lastEventId, hiddenEvents } = execution.snapshot().state as unknown as {
    lastEventId: number;
    hiddenEvents: [root: number, count: number][];
  };
  return hiddenEvents.reduce((sum, [, count]) => sum + count, lastEventId);
}

async function endsOrFillsItsHistory(execution: Execution): Promise<void> {
  for (let round = 0; round < 2; round++) {
    const before = countEvents(execution);
    const result = await runSlice(execution, { maxSteps: MANY_STEPS });
    if (result === "ended") return;
    expect(result).toBe("moved");
    // No more than a few steps without an event that counts: the quota comes.
    expect(countEvents(execution) - before).toBeGreaterThan(MANY_STEPS / 20);
  }
}

function nested<T>(levels: number, inner: T, wrap: (inner: T) => T): T {
  let whole = inner;
  for (let level = 0; level < levels; level++) whole = wrap(whole);
  return whole;
}

const parallel = (inner: JsonValue): JsonValue => ({
  StartAt: "P",
  States: { P: { Type: "Parallel", Branches: [inner], End: true } },
});
const leaf: JsonValue = { StartAt: "A", States: { A: { Type: "Pass", End: true } } };

test.each<[title: string, definition: JsonValue, input: JsonValue, expected: string]>([
  ["ninety Parallels inside each other", nested(90, leaf, parallel), 0, "SUCCEEDED"],
  ["more than can be read", nested(20_000, leaf, parallel), 0, "refused"],
  [
    "a result that nests too deeply",
    passing({ Result: nested<JsonValue>(20_000, 0, (a) => [a]) }),
    0,
    "States.DataLimitExceeded",
  ],
  ["an input that nests too deeply", leaf, nested<JsonValue>(20_000, 0, (a) => [a]), "States.DataLimitExceeded"],
  [
    "data that grows in a loop",
    passing({ Parameters: { "a.$": "$", "b.$": "$" }, Next: "A" }),
    "ab",
    "States.DataLimitExceeded",
  ],
  ["depth that grows in a loop", passing({ Parameters: { "a.$": "$" }, Next: "A" }), 0, "States.DataLimitExceeded"],
  ["a loop without data", passing({ Next: "A" }), 0, "States.Runtime"],
  ["retries without a delay", retrying({ IntervalSeconds: 0 }), 0, "States.Runtime"],
  ["delays that pass all numbers", retrying({ BackoffRate: 1e308, IntervalSeconds: 1e308 }), 0, "TIMED_OUT"],
])("%s", async (_title, definition, input, expected) => {
  let execution: Execution;
  try {
    execution = createExecution(definition, { input });
  } catch (refusal) {
    expect([expected, String(refusal)]).toEqual(["refused", "Error: The definition nests too deeply to be run."]);
    return;
  }
  expect(await runSlice(execution)).toBe("ended");
  expect(execution.error ?? execution.status).toBe(expected);
});

function passing(fields: Record<string, JsonValue>): JsonValue {
  return { StartAt: "A", States: { A: { Type: "Pass", ...fields, ...("Next" in fields ? {} : { End: true }) } } };
}

/** A task that is never scheduled, for as long as it is let. */
function retrying(retrier: Record<string, JsonValue>): JsonValue {
  const retry = { ErrorEquals: ["States.ALL"], MaxAttempts: 1e9, BackoffRate: 1, ...retrier };
  const task = {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage",
    Arguments: "{% $error('no') %}",
    Retry: [retry],
    End: true,
  };
  return { QueryLanguage: "JSONata", StartAt: "A", States: { A: task } };
}

test("a machine that runs, ends", async () => {
  await fc.assert(
    fc.asyncProperty(machine, async ({ definition, input, seed }) => {
      const execution = createExecution(definition, { input, seed, tasks });
      expect(await runSlice(execution)).toBe("ended");
    }),
    { numRuns: 3_000 },
  );
});

test("a damaged machine ends, is stopped by a quota or is refused", async () => {
  await fc.assert(
    fc.asyncProperty(
      hostileMachine,
      fc.constantFrom("STANDARD", "EXPRESS"),
      async ({ definition, input, seed }, type) => {
        const execution = begin(definition, input, seed, type);
        if (execution !== undefined) await endsOrFillsItsHistory(execution);
      },
    ),
    { numRuns: 7_000 },
  );
}, 240_000);
