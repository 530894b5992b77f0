/**
 * Who answers the tasks of the tour: an input and a mock configuration for each stop. The engine makes them up from what
 * the states read; where that takes a short way round, some answers are written by hand, as a person would.
 */
import { createExecution, type JsonObject, type JsonValue, plausibleAnswers, type TaskOutcome } from "@sluice/engine";
import type { Stop } from "./tour-stops.ts";

export interface Answers {
  readonly input: JsonValue;
  /** A mock configuration of Step Functions Local with one test case. */
  readonly mocks: JsonObject;
}

type Outcomes = Readonly<Record<string, readonly TaskOutcome[]>>;

const transcribed = {
  uuid: "u-1",
  progress: 10,
  input: {},
  data: {
    transcribe: { languageCode: "en", output: "a.json", vtt: "a.vtt" },
    comprehend: { customentity: { prefix: "p/" } },
  },
};

const USAGE = { input_tokens: 500, output_tokens: 40 };

const functionCalls = (calls: readonly object[]): TaskOutcome => ({
  result: {
    Payload: {
      body: {
        messages: [{ role: "assistant", content: [{ type: "text", text: "Seven runs." }] }],
        metadata: { stop_reason: calls.length > 0 ? "tool_use" : "end_turn", usage: USAGE, model: "m" },
        function_calls: calls as JsonObject[],
      },
    },
  },
});

/** By file and state: what the calls get, in order; the last answer is given to all that follow. */
const BY_HAND: Readonly<Record<string, Outcomes>> = {
  "dbe3ed10b393.json": {
    "Collect transcribe results": [{ result: transcribed }],
    "Index transcribe results": [{ result: transcribed }],
    "Check custom entity criteria": [{ result: transcribed }],
    "Start and wait custom entity": [{ result: transcribed }],
    "Check custom entity status": [
      { result: { ...transcribed, status: "IN_PROGRESS" } },
      { result: { ...transcribed, status: "COMPLETED" } },
    ],
  },
  "ae89cb9a11b6.json": {
    "Call LLM": [
      functionCalls([
        { name: "get_db_schema", id: "1", input: {} },
        { name: "execute_sql_query", id: "2", input: {} },
      ]),
      functionCalls([]),
    ],
    "Approve execute_sql_query": [{ result: { approved: true, name: "execute_sql_query", id: "2", input: {} } }],
  },
  "a7c5b70a1538.json": {
    "Call LLM": [functionCalls([{ name: "search", id: "1", input: {} }]), functionCalls([])],
  },
  "cf395adea44a.asl.json": {
    "Get location Summary": [
      { result: { ResponseBody: { states: { failed: 2, rejected: 0 } } } },
      { result: { ResponseBody: { states: { failed: 0, rejected: 0 } } } },
    ],
  },
  "0ef1ee5aa37d.asl.yaml": {
    ReserveInventory: [{ error: "ErrReserveInventory", cause: "Nothing of it is left." }],
  },
  "c0f693608e7a.asl.json": {
    ConfirmCarRental: [{ error: "NoCar", cause: "No car is left." }],
  },
};

/** Runs the definition once, and writes down what answered its tasks. */
export async function answersFor({ file, definition }: Stop): Promise<Answers> {
  const { input, tasks } = plausibleAnswers(definition);
  const given = new Map<string, TaskOutcome[]>();
  const execution = createExecution(definition, {
    input,
    tasks: async (call) => {
      const byHand = BY_HAND[file]?.[call.stateName];
      const outcome = byHand?.[Math.min(call.invocation, byHand.length - 1)] ?? (await tasks(call)) ?? { result: {} };
      given.set(call.stateName, [...(given.get(call.stateName) ?? []), outcome]);
      return outcome;
    },
  });
  while ((await execution.step()) === "moved");
  return { input, mocks: mockConfig(given) };
}

function mockConfig(given: ReadonlyMap<string, readonly TaskOutcome[]>): JsonObject {
  const states = Object.fromEntries([...given.keys()].map((state) => [state, state]));
  const responses = Object.fromEntries(
    [...given].map(([state, outcomes]) => [state, Object.fromEntries(outcomes.map((one, at) => [at, mocked(one)]))]),
  );
  return { StateMachines: { Tour: { TestCases: { MadeUp: states } } }, MockedResponses: responses };
}

function mocked(outcome: TaskOutcome): JsonObject {
  if ("result" in outcome) return { Return: outcome.result };
  return { Throw: { Error: outcome.error ?? "Error", Cause: outcome.cause ?? "" } };
}
