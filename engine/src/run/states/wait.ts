/**
 * Wait: until a number of seconds has passed or a time has come; a time in the past does not wait.
 * https://states-language.net/spec.html#wait-state
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Behavior, Compiler } from "../behavior.ts";
import { evaluationFailure, runtimeFailure } from "../errors.ts";
import { compileFlow } from "../flow.ts";
import type { Frame } from "../frame.ts";
import { after, type MaybePromise } from "../maybe-promise.ts";
import type { Run } from "../run-port.ts";
import { EvaluationScope } from "../scope.ts";
import { parseTimestamp } from "../timestamp.ts";
import { compileJsonataValue, compilePathField, type Value } from "../values.ts";
import { leave, transition } from "./transition.ts";

/** Answers the virtual time to wait for. */
type Until = (run: Run, scope: EvaluationScope) => MaybePromise<number>;

export function compileWait(definition: JsonObject, compiler: Compiler): Behavior {
  const flow = compileFlow(definition, compiler.language);
  const next = transition(definition);
  const until = compiler.language === "JSONata" ? jsonataUntil(definition) : jsonPathUntil(definition);
  return {
    start: (run, frame) =>
      after(flow.prepare(run, frame), (prepared) =>
        after(until(run, new EvaluationScope(run, frame, prepared)), (timeMs) => {
          run.wait(frame);
          run.wakeAt(frame, Math.max(timeMs, run.timeMs), { kind: "timer" });
        }),
      ),
    resume: (run: Run, frame: Frame) =>
      after(flow.prepare(run, frame), (prepared) => leave(run, frame, flow.complete(run, frame, prepared), next)),
  };
}

function jsonPathUntil(definition: JsonObject): Until {
  const { Seconds: seconds, SecondsPath: secondsPath, Timestamp: timestamp, TimestampPath: timestampPath } = definition;
  if (typeof secondsPath === "string") {
    const missing = (path: string) => `The SecondsPath parameter does not reference an input value: ${path}`;
    const read = compilePathField(secondsPath, missing);
    return (run, scope) => run.timeMs + 1_000 * secondsOf(read(scope), secondsPath);
  }
  if (typeof timestampPath === "string") {
    const missing = (path: string) => `The TimestampPath parameter does not reference an input value: ${path}`;
    const read = compilePathField(timestampPath, missing);
    return (_run, scope) => timestampOf(read(scope), timestampPath);
  }
  if (typeof timestamp === "string") {
    return () => timestampOf(timestamp, "Timestamp");
  }
  return (run) => run.timeMs + 1_000 * (typeof seconds === "number" ? seconds : 0);
}

function secondsOf(value: JsonValue, path: string): number {
  const seconds = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  if (typeof seconds !== "number" || !Number.isInteger(seconds)) {
    throw runtimeFailure(`The SecondsPath parameter cannot be parsed as a long value: ${path} == ${shown}`);
  }
  if (seconds < 0) throw runtimeFailure(`The SecondsPath parameter references a negative value: ${path} == ${shown}`);
  return seconds;
}

function timestampOf(value: JsonValue, path: string): number {
  const timeMs = typeof value === "string" ? parseTimestamp(value) : undefined;
  if (timeMs !== undefined) return timeMs;
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  throw runtimeFailure(
    `The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format string: ${path} == ${shown}`,
  );
}

function jsonataUntil(definition: JsonObject): Until {
  const { Seconds: seconds, Timestamp: timestamp } = definition;
  if (seconds !== undefined) {
    const read: Value = compileJsonataValue(seconds, "Seconds");
    return (run, scope) => after(read(scope), (value) => run.timeMs + 1_000 * jsonataSeconds(value));
  }
  const read: Value = compileJsonataValue(timestamp ?? "", "Timestamp");
  return (_run, scope) => after(read(scope), jsonataTimestamp);
}

function jsonataSeconds(value: JsonValue): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
  const shown = JSON.stringify(value);
  const what = typeof value === "number" && value < 0 ? "has a negative value" : "cannot be parsed as a long value";
  throw evaluationFailure(`The Seconds field ${what}: ${shown}`, "Seconds");
}

function jsonataTimestamp(value: JsonValue): number {
  const timeMs = typeof value === "string" ? parseTimestamp(value) : undefined;
  if (timeMs !== undefined) return timeMs;
  const shown = typeof value === "string" ? value : JSON.stringify(value);
  throw evaluationFailure(
    `The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${shown}`,
    "Timestamp",
  );
}
