/**
 * TestState: what one state does with an input, a mocked result, variables and a context, with each stage of its data
 * flow. Nothing that a request holds makes it throw: what the API refuses is an answer, too.
 * https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { createRandom } from "../../random.ts";
import { plainError } from "../errors.ts";
import { DEFAULT_START_MS } from "../identity.ts";
import { contextMistake, TEST_REGION, testExecution } from "./context.ts";
import { httpTrace } from "./http.ts";
import { inspect } from "./inspection.ts";
import { readItemData } from "./item-data.ts";
import { type Mock, readMock } from "./mock.ts";
import { Payloads } from "./payloads.ts";
import { isRefusal, type Refusal, refuse } from "./refusal.ts";
import { requestMistake } from "./request.ts";
import { innerScopes, readSubject, type TestedState } from "./subject.ts";
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

/** What the request gives the state besides the mock. */
interface Given {
  readonly input: JsonValue;
  readonly variables: JsonObject;
  readonly context: JsonObject | undefined;
  readonly items: JsonValue | undefined;
  /** What ItemsPointer names in the ItemReader's data. */
  readonly pointed: JsonValue | undefined;
}

function readGiven(
  request: TestStateRequest,
  subject: TestedState,
  mock: Mock | undefined,
  payloads: Payloads,
): Given | Refusal {
  const input = payloads.read(request.input ?? "{}");
  if (input === undefined) {
    return refuse("InvalidExecutionInput", "Invalid State Machine Execution Input: 'The input is not valid JSON'");
  }
  const variables = payloads.read(request.variables ?? "{}")?.value;
  if (!isObject(variables)) return refuse("ValidationException", "Variables must be a JSON object");
  const context = request.context === undefined ? undefined : readContext(request.context, mock);
  if (context !== undefined && isRefusal(context)) return context;
  const { mapItemReaderData: data, errorCausedByState: culprit } = request.stateConfiguration ?? {};
  if (culprit !== undefined && !innerScopes(subject.definition).some((scope) => hasState(scope, culprit))) {
    return refuse("ValidationException", `State '${culprit}' is not a state inside the tested state`);
  }
  const reader = isObject(subject.definition.ItemReader) ? subject.definition.ItemReader : undefined;
  const read = data === undefined || reader === undefined ? undefined : readItemData(data, reader);
  if (data !== undefined && reader !== undefined && read === undefined) {
    return refuse("ValidationException", "mapItemReaderData is not what the ItemReader's ReaderConfig says it is");
  }
  return { input: input.value, variables, context, items: read?.items, pointed: read?.pointed };
}

function readContext(text: string, mock: Mock | undefined): JsonObject | Refusal {
  if (mock === undefined)
    return refuse("ValidationException", "Context can only be specified when a mock is specified");
  const context = new Payloads().read(text)?.value;
  const mistake = context === undefined ? "Context must be valid JSON" : contextMistake(context);
  if (isObject(context) && mistake === undefined) return context;
  return refuse("ValidationException", `Invalid Context object provided: ${mistake}`);
}

function hasState(scope: JsonObject, name: string): boolean {
  const { States: states } = scope;
  if (!isObject(states)) return false;
  if (Object.hasOwn(states, name)) return true;
  return Object.values(states).some(
    (state) => isObject(state) && innerScopes(state).some((inner) => hasState(inner, name)),
  );
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
    items: given.items,
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
  const all =
    given.pointed === undefined ? stages : new Map([...stages, ["afterItemsPointer", given.pointed] as const]);
  const traced = request.inspectionLevel === "TRACE" && request.mock === undefined && isHttpTask(subject);
  const call = stages.get("afterParameters") ?? stages.get("afterArguments");
  return {
    ...inspect(subject, given.input, all, payloads),
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
