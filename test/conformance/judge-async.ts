/** Judges asynchronous invocations: how often and when a function runs, and what it leaves behind. */
import {
  type CodeAnswer,
  type JsonObject,
  type JsonValue,
  type NodeContext,
  type NodeSpec,
  nodeFactoryOf,
  type Ports,
  runSimulation,
  type SimEvent,
  type SimNode,
  Simulation,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";

interface AsyncCase {
  readonly config: JsonObject;
  readonly function: JsonObject & { readonly kind: string };
  readonly payload: JsonValue;
  readonly invocationType?: string;
  readonly expect: JsonObject;
}

interface Kept {
  readonly body: string;
  readonly attributes: JsonObject;
}

/** Takes the place of whatever may be a destination. */
class Destination implements SimNode {
  readonly kept: Kept[] = [];
  readonly ports: Partial<Ports> = {
    target: {
      deliver: (cause, { body = cause?.body ?? "", attributes = {} }) => {
        this.kept.push({ body, attributes: attributes as JsonObject });
        return undefined;
      },
    },
  };

  handle(): void {}

  view(): JsonObject {
    return {};
  }

  save(): object {
    return {};
  }

  restore(): void {}
}

/** Whoever invokes synchronously. */
class Caller implements SimNode {
  readonly ports = {};
  readonly answers: JsonObject[] = [];

  handle({ data }: SimEvent): void {
    this.answers.push(data as JsonObject);
  }

  view(): JsonObject {
    return {};
  }

  save(): object {
    return {};
  }

  restore(): void {}
}

const FUNCTION = "f";
const ARNS: Readonly<Record<string, string>> = {
  sqs: "arn:aws:sqs:us-east-1:123456789012:destination",
  sns: "arn:aws:sns:us-east-1:123456789012:destination",
  lambda: "arn:aws:lambda:us-east-1:123456789012:function:destination",
  eventbridge: "arn:aws:events:us-east-1:123456789012:event-bus/<bus>",
  s3: "arn:aws:s3:::destination",
};
const PATIENCE_MS = 8 * 3_600_000;

export async function judgeAsyncInvoke(row: Case): Promise<Verdict> {
  const why = await differences(row as unknown as AsyncCase);
  return verdict({ pass: why === undefined }, why);
}

async function differences(given: AsyncCase): Promise<string | undefined> {
  const { config, expect, payload, invocationType } = given;
  const starts: number[] = [];
  const requestIds: string[] = [];
  const destinations = new Map<string, Destination>();
  const caller = new Caller();
  const startMs = Date.UTC(2026, 0, 1);
  const main = functionSpec(given, (requestId, epochMs) => {
    starts.push((epochMs - startMs) / 1_000);
    requestIds.push(requestId);
  });
  const others = Object.entries(ARNS).map(([id, arn]) => ({ id, type: "destination", arn, properties: {} }));
  const from: NodeSpec = { id: "caller", type: "caller", arn: "caller", properties: {} };
  const throttledUntilMs = Number(given.function.throttledUntilSecond ?? 0) * 1_000;
  const simulation = new Simulation(
    [main, from, ...others],
    (spec) =>
      spec.type === "caller"
        ? () => caller
        : spec.type === "destination"
          ? destinationOf(spec, destinations)
          : nodeFactoryOf(spec),
    {
      startTimeMs: startMs,
      ...(throttledUntilMs > 0 && {
        faults: [{ node: FUNCTION, throttleRate: 1, fromMs: 0, untilMs: throttledUntilMs }],
      }),
    },
  );
  await runSimulation(simulation, { untilMs: 0 });
  const ports = simulation.ports(FUNCTION) as Ports;
  const delivery = { body: JSON.stringify(payload), from: "caller" };
  if (invocationType === "RequestResponse") ports.calls.call(undefined, delivery, { node: "caller", kind: 0, ref: 0 });
  else ports.target.deliver(undefined, delivery);
  const counts = await countsAt(simulation, starts, (expect.countAt ?? []) as unknown as readonly JsonObject[]);
  await runSimulation(simulation, { untilMs: PATIENCE_MS });
  return (
    counts ??
    compareStarts(starts, requestIds, expect) ??
    compareKept(destinations, config, expect) ??
    compareResponse(caller.answers[0], expect.response as JsonObject | undefined)
  );
}

function destinationOf({ id }: NodeSpec, destinations: Map<string, Destination>) {
  return (_context: NodeContext): SimNode => {
    const made = new Destination();
    destinations.set(id, made);
    return made;
  };
}

function functionSpec(given: AsyncCase, onCall: (requestId: string, epochMs: number) => void): NodeSpec {
  const { config } = given;
  const { DeadLetterConfig: dlq, ReservedConcurrentExecutions: reserved, OnSuccess, OnFailure, ...retries } = config;
  const destination = (name: unknown) => (name === undefined ? {} : { Destination: ARNS[String(name)] ?? "" });
  let calls = 0;
  return {
    id: FUNCTION,
    type: "AWS::Lambda::Function",
    arn: "arn:aws:lambda:us-east-1:123456789012:function:<function>",
    properties: {
      Timeout: (given.function.timeoutSeconds as number | undefined) ?? 30,
      ...(dlq !== undefined && { DeadLetterConfig: { TargetArn: ARNS[String(dlq)] ?? "" } }),
      ...(reserved !== undefined && { ReservedConcurrentExecutions: reserved }),
      EventInvokeConfigs: [
        {
          ...retries,
          DestinationConfig: { OnSuccess: destination(OnSuccess), OnFailure: destination(OnFailure) },
        },
      ],
    },
    code: (_event, { requestId, epochMs }) => {
      calls += 1;
      onCall(requestId, epochMs);
      return answerOf(given.function, calls);
    },
  };
}

function answerOf(given: JsonObject, call: number): CodeAnswer {
  const { kind, value = null, errorMessage = "thrown", errorType = "Error", outcomes } = given;
  if (kind === "hang") return { response: null, durationMs: 900_000 };
  if (kind === "throw") return { error: { errorMessage: String(errorMessage), errorType: String(errorType) } };
  if (kind === "sequence") {
    const list = outcomes as unknown as readonly JsonObject[];
    return answerOf(list[Math.min(call, list.length) - 1] as JsonObject, call);
  }
  return { response: value };
}

async function countsAt(
  simulation: Simulation,
  starts: readonly number[],
  wanted: readonly JsonObject[],
): Promise<string | undefined> {
  for (const { seconds, invocations } of wanted) {
    await runSimulation(simulation, { untilMs: Number(seconds) * 1_000 });
    if (starts.length !== invocations) return `${starts.length} invocations after ${seconds} s`;
  }
  return undefined;
}

function compareStarts(starts: readonly number[], requestIds: readonly string[], expect: JsonObject) {
  const { invocations, startSeconds, startToleranceSeconds = 0, sameRequestId } = expect;
  if (invocations !== undefined && starts.length !== invocations) return `invoked at ${starts.join(", ")} s`;
  if (sameRequestId === true && new Set(requestIds).size > 1) return "retries have other request ids";
  for (const [index, seconds] of ((startSeconds ?? []) as readonly number[]).entries()) {
    if (!(Math.abs((starts[index] ?? Number.NaN) - seconds) <= Number(startToleranceSeconds)))
      return `invoked at ${starts.join(", ")} s`;
  }
  return undefined;
}

function compareKept(
  destinations: ReadonlyMap<string, Destination>,
  config: JsonObject,
  expect: JsonObject,
): string | undefined {
  const { destination, record, recordKeys, event, body, messageAttributes } = expect;
  const all = [...destinations].flatMap(([name, { kept }]) => kept.map((each) => ({ name, ...each })));
  if (destination === undefined) return undefined;
  if (destination === null) return all.length === 0 ? undefined : `${all[0]?.name} got something`;
  const name = String(destination).replace(/^dlq:/, "");
  const kept = all.filter((each) => each.name === name);
  const isBoth = config.DeadLetterConfig !== undefined && config.OnFailure !== undefined;
  if (kept.length !== (isBoth && config.DeadLetterConfig === config.OnFailure ? 2 : 1))
    return `${name} got ${kept.length}`;
  const got = kept[0] as Kept;
  const json = JSON.parse(got.body) as JsonValue;
  if (record !== undefined && !contains(json, record)) return `record ${got.body}`;
  if (event !== undefined && !contains(json, event)) return `event ${got.body}`;
  if (body !== undefined && JSON.stringify(json) !== JSON.stringify(body)) return `body ${got.body}`;
  if (recordKeys !== undefined && !sameNames(Object.keys(json as JsonObject), recordKeys as readonly string[]))
    return `keys of ${got.body}`;
  for (const [key, value] of Object.entries((messageAttributes ?? {}) as JsonObject)) {
    const attribute = got.attributes[key] as JsonObject | undefined;
    const { StringValue: text } = value as JsonObject;
    if (attribute?.DataType !== (value as JsonObject).DataType) return `attribute ${key}`;
    if (!String(text).startsWith("<") && attribute?.StringValue !== text) return `attribute ${key}`;
  }
  return undefined;
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.toSorted().join() === b.toSorted().join();
}

/** Whether everything that is named in `wanted` is so in `got`. */
function contains(got: JsonValue | undefined, wanted: JsonValue): boolean {
  if (typeof wanted !== "object" || wanted === null || Array.isArray(wanted))
    return JSON.stringify(got) === JSON.stringify(wanted);
  if (typeof got !== "object" || got === null || Array.isArray(got)) return false;
  return Object.entries(wanted).every(([name, value]) => contains((got as JsonObject)[name], value as JsonValue));
}

function compareResponse(got: JsonObject | undefined, wanted: JsonObject | undefined): string | undefined {
  if (wanted === undefined) return undefined;
  const { Payload: payload, FunctionError: functionError, ExecutedVersion: version } = wanted;
  if (got === undefined) return "no answer";
  if (version !== undefined && got.version !== version) return `version ${got.version}`;
  if (functionError !== undefined && got.error === null) return "it answered without an error";
  const answer = got.error ?? got.response;
  return payload === undefined || JSON.stringify(sorted(answer)) === JSON.stringify(sorted(payload))
    ? undefined
    : `answer ${JSON.stringify(answer)}`;
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort());
}
