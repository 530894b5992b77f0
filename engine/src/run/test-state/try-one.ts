/**
 * One state by itself, as TestState runs it, for those who have the definition as a value: whatever its mistakes
 * elsewhere, and with any result, also one that the service would never give.
 * https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { createRandom } from "../../random.ts";
import { DEFAULT_START_MS } from "../identity.ts";
import type { DataStage, TaskOutcome } from "../types.ts";
import { TEST_REGION, testExecution } from "./context.ts";
import { testedState } from "./tested-state.ts";
import { tryState } from "./trial.ts";
import type { Verdict } from "./verdict.ts";

export interface TrialRequest {
  readonly state: string;
  readonly input: JsonValue;
  /** By name. */
  readonly variables: JsonObject;
  /** What the work of a Task, Map or Parallel gives. Left out: nobody answers. */
  readonly outcome?: TaskOutcome;
  /** Retries that came before. */
  readonly retryCount: number;
}

export interface TriedState {
  readonly verdict: Verdict;
  /** In the order in which they came about, the last of each. */
  readonly stages: readonly { readonly stage: DataStage; readonly value: JsonValue }[];
  /** After the state. */
  readonly variables: JsonObject;
}

/** A message for people where there is no such state. */
export async function tryOne(definition: JsonValue, request: TrialRequest): Promise<TriedState | string> {
  const subject = testedState(definition, request.state);
  if (subject === undefined) return `There is no state “${request.state}” that could run.`;
  const random = createRandom(1);
  const { outcome } = request;
  const mock = outcome && ("result" in outcome ? outcome : { error: outcome.error, cause: outcome.cause });
  const { verdict, stages, variables } = await tryState(subject, {
    ...testExecution(request.input, undefined, DEFAULT_START_MS, random),
    region: TEST_REGION,
    input: request.input,
    variables: request.variables,
    context: undefined,
    itemReaderData: undefined,
    mock,
    tasks: undefined,
    retryCount: request.retryCount,
    failedIterations: 0,
    startTimeMs: DEFAULT_START_MS,
    random,
  });
  // AWS's InspectionData has two names more, which are no stages of an execution.
  const told = [...stages].flatMap(([stage, value]) => (stage === "afterItemsPointer" ? [] : [{ stage, value }]));
  return { verdict, stages: told, variables };
}
