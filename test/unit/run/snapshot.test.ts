/** Same inputs and seed, same bytes; a snapshot taken anywhere goes on to the identical trace. */
import { createExecution, type Execution, type ExecutionOptions, type TaskOutcome } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { machine } from "./machines.ts";

/** Fails each third call, takes a while, and depends on nothing but the call. */
function tasks(): Exclude<ExecutionOptions["tasks"], undefined> {
  return (call): TaskOutcome =>
    (call.invocation + call.attempt) % 3 === 1
      ? { error: "Oops", cause: "every third", afterMs: 250 }
      : { result: { got: call.arguments }, afterMs: 1_000 };
}

async function finish(execution: Execution): Promise<Execution> {
  while ((await execution.step()) === "moved");
  return execution;
}

test("the same seed gives the same trace", async () => {
  await fc.assert(
    fc.asyncProperty(machine, async ({ definition, input, seed }) => {
      const options = { input, seed, tasks: tasks() };
      const first = await finish(createExecution(definition, options));
      const second = await finish(createExecution(definition, options));
      expect(JSON.stringify(second.events)).toBe(JSON.stringify(first.events));
      expect(first.status).not.toBe("RUNNING");
    }),
    { numRuns: 300 },
  );
});

test("a snapshot that went through JSON goes on as the original does", async () => {
  await fc.assert(
    fc.asyncProperty(machine, fc.nat(60), async ({ definition, input, seed }, steps) => {
      const options = { input, seed, tasks: tasks() };
      const original = createExecution(definition, options);
      for (let step = 0; step < steps && original.status === "RUNNING"; step++) await original.step();
      const saved = JSON.parse(JSON.stringify(original.snapshot()));
      const restored = createExecution(definition, options, saved);
      await finish(original);
      await finish(restored);
      expect(restored.events).toEqual(original.events);
      expect(restored.status).toBe(original.status);
      expect(restored.output).toEqual(original.output);
    }),
    { numRuns: 300 },
  );
});

test("one step back and one step on is the identity, wherever it is done", async () => {
  await fc.assert(
    fc.asyncProperty(machine, fc.nat(30), async ({ definition, input, seed }, first) => {
      const options = { input, seed, tasks: tasks() };
      const execution = createExecution(definition, options);
      for (let step = 0; execution.status === "RUNNING" && step < first + 20; step++) {
        const before = step < first ? undefined : JSON.stringify(execution.snapshot());
        await execution.step();
        if (before === undefined) continue;
        const again = createExecution(definition, options, JSON.parse(before));
        expect(JSON.stringify(again.snapshot())).toBe(before);
        await again.step();
        expect(JSON.stringify(again.snapshot())).toBe(JSON.stringify(execution.snapshot()));
      }
    }),
    { numRuns: 300 },
  );
});

test("the state that the next step is about is known before", async () => {
  await fc.assert(
    fc.asyncProperty(machine, async ({ definition, input, seed }) => {
      const execution = createExecution(definition, { input, seed, tasks: tasks() });
      for (;;) {
        const [length, next] = [execution.events.length, execution.nextState];
        const result = await execution.step();
        const [event] = execution.events.slice(length);
        if (event?.details.name !== undefined && !event.type.startsWith("Map")) expect(event.details.name).toBe(next);
        if (result !== "moved") break;
      }
      expect(execution.nextState).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test("without history the result is the same", async () => {
  await fc.assert(
    fc.asyncProperty(machine, async ({ definition, input, seed }) => {
      const kept = await finish(createExecution(definition, { input, seed, tasks: tasks() }));
      const dropped = await finish(createExecution(definition, { input, seed, tasks: tasks(), history: false }));
      expect(dropped.events).toEqual([]);
      expect(dropped.output).toEqual(kept.output);
      expect(dropped.error).toEqual(kept.error);
      expect(dropped.timeMs).toBe(kept.timeMs);
    }),
    { numRuns: 100 },
  );
});

test("answers from outside give the trace that a handler gives", async () => {
  await fc.assert(
    fc.asyncProperty(machine, async ({ definition, input, seed }) => {
      const handled = await finish(createExecution(definition, { input, seed, tasks: tasks() }));
      const asked = createExecution(definition, { input, seed });
      const answer = tasks();
      for (;;) {
        const result = await asked.step();
        if (result === "ended") break;
        if (result === "blocked") {
          for (const { id, call } of [...asked.pending]) asked.answer(id, (await answer(call)) as TaskOutcome);
        }
      }
      expect(asked.status).toBe(handled.status);
      expect(asked.output).toEqual(handled.output);
      expect(asked.timeMs).toBe(handled.timeMs);
    }),
    { numRuns: 100 },
  );
});
