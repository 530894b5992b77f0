/**
 * TestState: what one state does with an input, a mocked result, variables and a context, with each stage of its data
 * flow. Nothing that a request holds makes it throw: what the API refuses is an answer, too.
 * https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html
 */
import { isObject } from "../../json.ts";
import { createRandom } from "../../random.ts";
import { plainError } from "../errors.ts";
import { DEFAULT_START_MS } from "../identity.ts";
import { TEST_REGION, testExecution } from "./context.ts";
import { type Given, readGiven } from "./given.ts";
import { httpTrace } from "./http.ts";
import { inspect } from "./inspection.ts";
import { type Mock, readMock } from "./mock.ts";
import { Payloads } from "./payloads.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { requestMistake } from "./request.ts";
import { readSubject } from "./subject.ts";
import type { TestedState } from "./tested-state.ts";
import { type Trial, tryState } from "./trial.ts";
import type {
  InspectionData,
  InspectionErrorDetails,
  TestStateOptions,
  TestStateOutcome,
  TestStateRequest,
  TestStateResponse,
} from "./types.ts";

/**
 * Tests one state as AWS's TestState does, in virtual time. A Task without a mock is answered by `options.tasks`; where
 * neither answers, the response is the refusal `TestState.Unanswered`, which says what to add.
 */
export async function testState(request: TestStateRequest, options: TestStateOptions = {}): Promise<TestStateResponse> {
  const wrong = requestMistake(request);
  if (wrong !== undefined) return wrong;
  const payloads = new Payloads();
  const subject = readSubject(request.definition, request.stateName);
  if (isRefusal(subject)) return subject;
  const mock = readMock(request, subject, payloads);
  if (mock !== undefined && isRefusal(mock)) return mock;
  const given = readGiven(request, subject, mock, payloads);
  if (isRefusal(given)) return given;
  return answer(request, subject, mock, given, payloads, options);
}

async function answer(
  request: TestStateRequest,
  subject: TestedState,
  mock: Mock | undefined,
  given: Given,
  payloads: Payloads,
  options: TestStateOptions,
): Promise<TestStateResponse> {
  const { stateConfiguration = {} } = request;
  const random = createRandom(options.seed ?? 1);
  const startTimeMs = options.startTimeMs ?? DEFAULT_START_MS;
  const execution = testExecution(given.input, request.roleArn, startTimeMs, random);
  const trial = await tryState(subject, {
    ...execution,
    region: TEST_REGION,
    input: given.input,
    variables: given.variables,
    context: given.context,
    itemReaderData: stateConfiguration.mapItemReaderData,
    mock,
    tasks: options.tasks,
    retryCount: stateConfiguration.retrierRetryCount ?? 0,
    failedIterations: stateConfiguration.mapIterationFailureCount ?? 0,
    startTimeMs,
    random,
  });
  const { verdict } = trial;
  if (verdict.status === "UNANSWERED") return unanswered(verdict.call.resource, subject.name);
  const { inspectionLevel = "INFO" } = request;
  return {
    ...outcome(verdict, payloads),
    ...(inspectionLevel === "INFO" ? {} : { inspectionData: inspectTrial(request, subject, given, trial, payloads) }),
  };
}

function outcome(
  verdict: Exclude<Trial["verdict"], { readonly status: "UNANSWERED" }>,
  payloads: Payloads,
): TestStateOutcome {
  const { status } = verdict;
  const left = "output" in verdict ? { output: payloads.text(verdict.output) } : {};
  const failed = "failure" in verdict ? plainError(verdict.failure) : {};
  const next = "next" in verdict && verdict.next !== undefined ? { nextState: verdict.next } : {};
  return { status, ...left, ...failed, ...next };
}

function inspectTrial(
  request: TestStateRequest,
  subject: TestedState,
  given: Given,
  { verdict, stages, variables }: Trial,
  payloads: Payloads,
): InspectionData {
  const traced = request.inspectionLevel === "TRACE" && request.mock === undefined && isHttpTask(subject);
  const call = stages.get("afterParameters") ?? stages.get("afterArguments");
  return {
    ...inspect(subject, given.input, stages, payloads),
    ...(Object.keys(variables).length === 0 ? {} : { variables: payloads.text(variables) }),
    ...errorDetails(verdict),
    ...(traced && isObject(call) ? httpTrace(call, stages.get("result")) : {}),
  };
}

function isHttpTask({ definition }: TestedState): boolean {
  return typeof definition.Resource === "string" && definition.Resource.endsWith(":states:::http:invoke");
}

/** Only of an error that a retrier or a catcher is meant for. */
function errorDetails(verdict: Trial["verdict"]): Pick<InspectionData, "errorDetails"> {
  const details: InspectionErrorDetails = {
    ...("catchIndex" in verdict ? { catchIndex: verdict.catchIndex } : {}),
    ...("retryIndex" in verdict && verdict.retryIndex !== undefined ? { retryIndex: verdict.retryIndex } : {}),
    ...("delaySeconds" in verdict ? { retryBackoffIntervalSeconds: Math.trunc(verdict.delaySeconds) } : {}),
  };
  return Object.keys(details).length === 0 ? {} : { errorDetails: details };
}

function unanswered(resource: string, stateName: string): Refusal {
  return refuse(
    "TestState.Unanswered",
    `State '${stateName}' calls ${resource}, and nothing answers it here. Add to the request: "mock": {"result": "{}"}`,
  );
}
