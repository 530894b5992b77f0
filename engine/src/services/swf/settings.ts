/**
 * What a workflow of Amazon SWF is made of. No resource of CloudFormation says so: a scenario writes it as one of its
 * `resources`, in SWF's words.
 * https://docs.aws.amazon.com/amazonswf/latest/developerguide/swf-timeout-types.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { SWF_EXECUTION_SECONDS } from "../../limits.ts";
import { type Distribution, distributionMistake, type Sampler, samplerOf } from "../../sim/distribution.ts";
import { numberOf } from "../settings.ts";

/** The task list of the deciders. */
export const DECISIONS = "Deciders";

/** Who polls a task list, and how long its tasks may take. */
export interface ListSettings {
  readonly workers: number;
  readonly durationMs: Sampler;
  /** Share of tasks that fail, 0 to 1. */
  readonly failureRate: number;
  /** How often the decider schedules a task again that failed or timed out. */
  readonly retries: number;
  /** Infinity: no limit. */
  readonly scheduleToStartMs: number;
  readonly startToCloseMs: number;
  readonly heartbeatMs: number;
}

export interface WorkflowSettings {
  readonly executionMs: number;
  /** What the decider schedules, one step after the other; the activities of one step at the same time. */
  readonly steps: readonly (readonly string[])[];
  /** By the name of the task list: `Deciders`, and each activity. */
  readonly lists: ReadonlyMap<string, ListSettings>;
}

export function workflowSettingsOf(properties: JsonObject): WorkflowSettings {
  const { Steps, Activities, Deciders, ExecutionStartToCloseTimeout } = properties;
  const steps = (Array.isArray(Steps) ? Steps : []).map(namesIn);
  const known = objectOf(Activities);
  const names = new Set([...Object.keys(known), ...steps.flat()]);
  const lists = new Map([...names].map((name) => [name, listOf(known[name])]));
  lists.set(DECISIONS, listOf(Deciders));
  return { executionMs: secondsIn(ExecutionStartToCloseTimeout, SWF_EXECUTION_SECONDS), steps, lists };
}

/** The names of its task lists: workers of each may have an outage of their own. */
export function listNames({ properties }: { readonly properties: JsonObject }): readonly string[] {
  return [...workflowSettingsOf(properties).lists.keys()];
}

function namesIn(step: JsonValue): readonly string[] {
  return (Array.isArray(step) ? step : [step]).map(String);
}

function listOf(value: JsonValue | undefined): ListSettings {
  const given = objectOf(value);
  return {
    workers: Math.max(1, numberOf(given.Workers, 1)),
    durationMs: samplerOf(distributionMistake(given.DurationMs) === undefined ? (given.DurationMs as Distribution) : 0),
    failureRate: numberOf(given.FailureRate, 0),
    retries: numberOf(given.Retries, 0),
    scheduleToStartMs: secondsIn(given.ScheduleToStartTimeout),
    startToCloseMs: secondsIn(given.StartToCloseTimeout),
    heartbeatMs: secondsIn(given.HeartbeatTimeout),
  };
}

/** Seconds, or `NONE`, as SWF has it; to milliseconds. */
function secondsIn(value: JsonValue | undefined, usual = Number.POSITIVE_INFINITY): number {
  return value === "NONE" ? Number.POSITIVE_INFINITY : numberOf(value, usual) * 1_000;
}
