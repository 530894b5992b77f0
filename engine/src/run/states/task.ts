/**
 * Task: asks the world and waits for its answer, not longer than TimeoutSeconds, and not longer than HeartbeatSeconds,
 * since nobody sends heartbeats here.
 * https://states-language.net/spec.html#task-state
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { ERROR, evaluationFailure, runtimeFailure, StateFailure } from "../errors.ts";
import { refusedByExpress } from "../express.ts";
import { compileFlow, compileNumberField } from "../flow.ts";
import type { Frame } from "../frame.ts";
import { after, type MaybePromise } from "../maybe-promise.ts";
import { checkInput, checkResult } from "../quotas.ts";
import { type TaskEvents, type TaskResource, taskEvents, taskResource } from "../resources.ts";
import type { Run } from "../run-port.ts";
import { EvaluationScope } from "../scope.ts";
import type { TaskOutcome } from "../types.ts";
import { compileValue, type Value } from "../values.ts";
import { transition } from "./transition.ts";

/** What a task knows before it is scheduled. */
interface Request {
  readonly input: JsonValue;
  readonly credentials: JsonObject | undefined;
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
}

export function compileTask(definition: JsonObject, compiler: Compiler): Behavior {
  const { Resource: resourceField, Credentials: credentialsField } = definition;
  const resource = typeof resourceField === "string" ? resourceField : "";
  const task = taskResource(resource);
  const events = taskEvents(task);
  const refused = refusedByExpress(task);
  const flow = compileFlow(definition, compiler.language);
  const credentials =
    credentialsField === undefined ? undefined : compileValue(credentialsField, compiler.language, "Credentials");
  const timeout = compileSeconds(definition, "TimeoutSeconds", compiler);
  const heartbeat = compileSeconds(definition, "HeartbeatSeconds", compiler);
  const next = transition(definition);
  return {
    start: (run, frame) => {
      if (refused !== undefined && run.isExpress?.(frame) === true) throw runtimeFailure(refused);
      if (task.submits) frame.taskToken = run.newTaskToken();
      const scope = new EvaluationScope(run, frame, frame.input);
      return after(flow.prepare(run, frame), (input) =>
        after(credentials?.(scope), (role) =>
          after(timeout(scope), (timeoutSeconds) =>
            after(heartbeat(scope), (heartbeatSeconds) => {
              const request = { input, credentials: roleOf(role), timeoutSeconds, heartbeatSeconds };
              return schedule(run, frame, resource, events, request);
            }),
          ),
        ),
      );
    },
    resume: (run, frame) =>
      after(settle(run, frame, task, events), (result) =>
        after(flow.complete(run, frame, result, result), (completed) => {
          delete frame.taskToken;
          return run.exit(frame, completed.output, completed.assigned, next);
        }),
      ),
  };
}

function roleOf(credentials: JsonValue | undefined): JsonObject | undefined {
  return isObject(credentials) ? { roleArn: credentials.RoleArn ?? null } : undefined;
}

/** A limit in whole seconds: constant, `...Path` or expression; undefined where there is none. */
function compileSeconds(
  definition: JsonObject,
  name: "TimeoutSeconds" | "HeartbeatSeconds",
  compiler: Compiler,
): (scope: EvaluationScope) => MaybePromise<number | undefined> {
  const { language } = compiler;
  const missing = (path: string) => `The ${name}Path parameter does not reference an input value: ${path}`;
  const field: Value | undefined = compileNumberField(definition, name, language, missing);
  if (field === undefined) return () => undefined;
  return (scope) =>
    after(field(scope), (value) => {
      if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
      const cause = `The ${name} field must be a positive integer but was: ${JSON.stringify(value)}`;
      throw language === "JSONata" ? evaluationFailure(cause, name) : runtimeFailure(cause);
    });
}

function schedule(run: Run, frame: Frame, resource: string, events: TaskEvents, request: Request): MaybePromise<void> {
  const { input, credentials, timeoutSeconds, heartbeatSeconds } = request;
  checkInput(frame.state, input);
  const limits = {
    ...(timeoutSeconds === undefined ? {} : { timeoutInSeconds: timeoutSeconds }),
    ...(heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: heartbeatSeconds }),
  };
  run.record(frame, `${events.prefix}Scheduled`, events.scheduled({ input, region: run.region, limits, credentials }));
  run.record(frame, `${events.prefix}Started`, events.shared);
  run.wait(frame);
  if (timeoutSeconds !== undefined) {
    run.wakeAt(frame, run.timeMs + timeoutSeconds * 1_000, { kind: "timeout", heartbeat: false });
  }
  if (heartbeatSeconds !== undefined) {
    run.wakeAt(frame, run.timeMs + heartbeatSeconds * 1_000, { kind: "timeout", heartbeat: true });
  }
  return run.callTask(frame, {
    stateName: frame.state,
    resource,
    arguments: input,
    attempt: frame.retryCount ?? 0,
    ...(frame.taskToken === undefined ? {} : { taskToken: frame.taskToken }),
  });
}

/** Records how the task ended; gives its result or throws its error. */
function settle(run: Run, frame: Frame, task: TaskResource, events: TaskEvents): JsonValue {
  const { signal } = frame;
  const outcome: TaskOutcome = signal?.kind === "outcome" ? signal.outcome : { error: ERROR.timeout };
  const missedHeartbeat = signal?.kind === "timeout" && signal.heartbeat;
  const record = (suffix: string, details: TraceDetailsOf) =>
    run.record(frame, `${events.prefix}${suffix}`, { ...events.shared, ...details });
  // What the service said at once; a mock need not say.
  if (task.submits) record("Submitted", { output: outcome.submitted ?? frame.submitted ?? {} });
  delete frame.submitted;
  if ("result" in outcome) {
    const { result } = outcome;
    try {
      checkResult(frame.state, result);
    } catch (limit) {
      throw limit instanceof StateFailure ? fail(record, limit.error, limit.cause) : limit;
    }
    record("Succeeded", { output: result });
    return result;
  }
  if (outcome.error === ERROR.timeout || outcome.error === ERROR.heartbeatTimeout) {
    record("TimedOut", { error: outcome.error });
    throw new StateFailure(outcome.error, outcome.cause, { missedHeartbeat });
  }
  throw fail(record, outcome.error, outcome.cause);
}

type TraceDetailsOf = { readonly output?: JsonValue; readonly error?: string; readonly cause?: string };

function fail(
  record: (suffix: string, details: TraceDetailsOf) => void,
  error: string | undefined,
  cause: string | undefined,
): StateFailure {
  record("Failed", { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
  return new StateFailure(error, cause);
}
