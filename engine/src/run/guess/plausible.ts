/**
 * Made-up answers for tasks that nobody answers: the service's response, filled in with what later states read of it.
 * Deterministic: the same definition gives the same answers.
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { taskResource } from "../resources.ts";
import { withSdkMetadata } from "../tasks/sdk-metadata.ts";
import { serviceResponse } from "../tasks/service-responses.ts";
import type { TaskCall, TaskHandler } from "../types.ts";
import { fill } from "./fill.ts";
import type { Reads } from "./reads.ts";
import { errorsThatLeadOn } from "./routes.ts";
import { sdkSample } from "./sdk-sample.ts";
import { findReads } from "./walk.ts";

/** One answer that was made up. */
export interface MadeUpAnswer {
  readonly call: TaskCall;
  /** Undefined: the task fails, since only a catcher leads on. */
  readonly result: JsonValue | undefined;
  readonly error?: string;
}

export interface PlausibleAnswers {
  /** An input with what the states read of it. */
  readonly input: JsonValue;
  /** Answers every task. */
  readonly tasks: TaskHandler;
}

const MADE_UP = "Made up: only a catcher leads on from here.";

/** `onAnswer` is told of each answer, so that the host can say what was made up. */
export function plausibleAnswers(definition: JsonValue, onAnswer?: (answer: MadeUpAnswer) => void): PlausibleAnswers {
  const machine = objectOf(definition);
  const { input, results } = findReads(machine);
  const errors = errorsThatLeadOn(machine);
  return {
    input: fill(input, "", {}, 0) ?? {},
    tasks: (call) => {
      const error = errors.get(call.stateName);
      const submitted = submissionOf(call);
      const more = submitted === undefined ? {} : { submitted };
      if (error !== undefined) {
        onAnswer?.({ call, result: undefined, error });
        return { error, cause: MADE_UP, ...more };
      }
      const result = plausibleResult(call, results.get(call.stateName));
      onAnswer?.({ call, result });
      return { result, ...more };
    },
  };
}

function plausibleResult(call: TaskCall, reads: Reads | undefined): JsonValue {
  const sample = sampleOf(call);
  if (reads === undefined) return sample ?? {};
  // What comes with every response only fills a mock up, unless somebody reads it.
  const isRead = reads.fields.has("SdkHttpMetadata") || reads.fields.has("SdkResponseMetadata");
  return (
    fill(reads, call.stateName, isRead && isObject(sample) ? withSdkMetadata(call, sample) : sample, call.invocation) ??
    {}
  );
}

/** What the service says at once to a call that waits for a job or a token. */
function submissionOf({ resource, arguments: given }: TaskCall): JsonObject | undefined {
  const task = taskResource(resource);
  if (!task.submits) return undefined;
  return serviceResponse(task.resourceType, task.resource.replace(/\.(?:sync(?::2)?|waitForTaskToken)$/, ""), given);
}

/** What the service would answer if nobody read anything of it. */
function sampleOf({ resource, arguments: given }: TaskCall): JsonValue | undefined {
  const task = taskResource(resource);
  if (task.kind !== "service" || task.resource.endsWith(".waitForTaskToken")) return {};
  if (/^s3:(getObject|listObjectsV2)$/.test(`${task.resourceType}:${task.resource}`)) return undefined;
  return serviceResponse(task.resourceType, task.resource, given) ?? sdkSample(task.resourceType, task.resource) ?? {};
}

/** The mock configuration file that gives the same answers again; `answers` by the name of the state machine. */
export function mockConfigOf(answers: ReadonlyMap<string, readonly MadeUpAnswer[]>, testCase: string): JsonObject {
  const machines: Record<string, JsonValue> = {};
  const responses: Record<string, JsonValue> = {};
  for (const [machine, all] of answers) {
    const states: Record<string, JsonValue> = {};
    for (const [state, own] of byState(all)) {
      const name = uniqueName(`Mocked${state.replace(/[^\p{L}\p{N}]/gu, "")}`, responses);
      states[state] = name;
      responses[name] = numbered(own);
    }
    machines[machine] = { TestCases: { [testCase]: states } };
  }
  return { StateMachines: machines, MockedResponses: responses };
}

function byState(answers: readonly MadeUpAnswer[]): ReadonlyMap<string, readonly MadeUpAnswer[]> {
  const states = new Map<string, MadeUpAnswer[]>();
  for (const answer of answers) {
    const { stateName } = answer.call;
    const own = states.get(stateName);
    if (own === undefined) states.set(stateName, [answer]);
    else own.push(answer);
  }
  return states;
}

function uniqueName(base: string, taken: Readonly<Record<string, JsonValue>>): string {
  let name = base;
  for (let count = 2; Object.hasOwn(taken, name); count++) name = `${base}${count}`;
  return name;
}

/** Calls that follow each other with the same answer stand under one range. */
function numbered(answers: readonly MadeUpAnswer[]): JsonObject {
  const ranges: { from: number; to: number; readonly response: JsonObject }[] = [];
  for (const [index, { result, error = "" }] of answers.entries()) {
    const response: JsonObject =
      result === undefined ? { Throw: { Error: error, Cause: MADE_UP } } : { Return: result };
    const last = ranges.at(-1);
    if (last !== undefined && JSON.stringify(last.response) === JSON.stringify(response)) last.to = index;
    else ranges.push({ from: index, to: index, response });
  }
  return Object.fromEntries(
    ranges.map(({ from, to, response }) => [from === to ? String(from) : `${from}-${to}`, response]),
  );
}
