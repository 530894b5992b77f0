/**
 * A run as a case of a scenario: what went in, what its tasks answered, what it came to. A later run with the same
 * definition has to go the same way.
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { endOfTrace } from "../history-file.ts";
import type { TaskOutcome, TraceEvent } from "../types.ts";
import { answersOf } from "./answers.ts";
import type { TraceFold } from "./types.ts";

/** As `cases` of a scenario file holds it. `fold` is that of the whole trace. */
export function caseOf(name: string, events: readonly TraceEvent[], fold: TraceFold): JsonObject {
  const answers = answersOf(fold);
  const { status, output, error } = endOfTrace(events);
  const mocks = Object.fromEntries([...answers].map(([state, outcomes]) => [state, mocksOf(outcomes)]));
  return {
    name,
    input: events[0]?.details.input ?? {},
    ...(answers.size > 0 && { mocks }),
    expect: {
      status,
      ...(error !== undefined && { error }),
      ...(output !== undefined && { output }),
      ...(hasFixedOrder(fold, answers.values()) && { path: fold.visits.map(({ state }) => state) }),
    },
  };
}

/** Mocks by state cannot tell how long a call takes: where branches wait for each other, the order is the times'. */
function hasFixedOrder({ visits }: TraceFold, answers: Iterable<readonly TaskOutcome[]>): boolean {
  const takesTime = [...answers].flat().some(({ afterMs = 0 }) => afterMs > 0);
  return !takesTime || !visits.some(({ lanes }) => lanes.length > 1);
}

/** One answer for all calls is written as one, several as a list. */
function mocksOf(outcomes: readonly TaskOutcome[]): JsonValue {
  const mocks = outcomes.map(mockOf);
  const [first = {}] = mocks;
  return mocks.every((mock) => JSON.stringify(mock) === JSON.stringify(first)) ? first : mocks;
}

/** A result that is a text is written as JSON text: TestState takes all results so. */
function mockOf(outcome: TaskOutcome): JsonObject {
  if ("result" in outcome) {
    const { result } = outcome;
    return { result: typeof result === "string" ? JSON.stringify(result) : result };
  }
  const { error = "", cause } = outcome;
  return { errorOutput: { error, ...(cause !== undefined && { cause }) } };
}
