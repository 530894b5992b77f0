/** Judges schedule expressions: whether AWS takes them, and when they are due. */
import {
  isRejection,
  type JsonObject,
  nextTimesMs,
  nodeFactoryOf,
  readScheduleExpression,
  refuseRule,
  runSimulation,
  type ScheduleService,
  type SimNode,
  Simulation,
  timeZoneOf,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import { RecordingTarget, same } from "./recording-target.ts";

interface ScheduleCase {
  readonly service: ScheduleService;
  readonly expression: string;
  readonly timezone?: string;
  readonly after?: string;
  readonly bus?: string;
  readonly target?: JsonObject;
  readonly expect: {
    readonly error?: { readonly code: string; readonly message: string };
    readonly next?: readonly string[];
    readonly intervalSeconds?: number;
    readonly body?: JsonObject;
    readonly event?: JsonObject;
    readonly eventKeys?: readonly string[];
  };
}

export async function judgeSchedule(row: Case): Promise<Verdict> {
  const given = row as unknown as ScheduleCase;
  const { error } = given.expect;
  const actual = refusalOf(given);
  if (error !== undefined || actual !== undefined) {
    const pass = actual?.code === error?.code;
    const message = pass && actual?.message === error?.message;
    return verdict({ pass, message }, `expected ${JSON.stringify(error)}, got ${JSON.stringify(actual)}`);
  }
  const why = differenceOfTimes(given) ?? (await differenceOfEvent(given));
  return verdict({ pass: why === undefined }, why);
}

function refusalOf({ service, expression, bus }: ScheduleCase) {
  if (service === "events") return refuseRule({ ScheduleExpression: expression, ...(bus && { EventBusName: bus }) });
  const read = readScheduleExpression(expression, service);
  return isRejection(read) ? read : undefined;
}

function differenceOfTimes({ service, expression, timezone, after, expect }: ScheduleCase): string | undefined {
  const read = readScheduleExpression(expression, service);
  const zone = timezone === undefined ? undefined : timeZoneOf(timezone);
  if (isRejection(read) || (timezone !== undefined && zone === undefined)) return "it is refused";
  const times = (count: number) => nextTimesMs(read, Date.parse(after ?? "2024-01-01T00:00:00Z"), count, zone);
  if (expect.intervalSeconds !== undefined) {
    const [first = 0, second = 0] = times(2);
    return (second - first) / 1_000 === expect.intervalSeconds ? undefined : `every ${(second - first) / 1_000} s`;
  }
  if (expect.next === undefined) return undefined;
  const got = times(Math.max(1, expect.next.length)).map((ms) => new Date(ms).toISOString().replace(".000Z", "Z"));
  return same(got, expect.next) ? undefined : `due ${got.join(", ")}`;
}

/** What a target gets when the schedule of a rule is due. */
async function differenceOfEvent({ expression, target, expect }: ScheduleCase): Promise<string | undefined> {
  const { body, event, eventKeys } = expect;
  if (body === undefined && event === undefined) return undefined;
  const recorder = new RecordingTarget();
  const rule = {
    id: "rule",
    type: "AWS::Events::Rule",
    arn: "arn:aws:events:us-east-1:123456789012:rule/<rule>",
    properties: { ScheduleExpression: expression, Targets: [{ Id: "1", Arn: "recorder", ...target }] },
  };
  const recording = { id: "recorder", type: "recorder", arn: "recorder", properties: {} };
  const simulation = new Simulation([rule, recording], (spec): (() => SimNode) | ReturnType<typeof nodeFactoryOf> =>
    spec.type === "recorder" ? () => recorder : nodeFactoryOf(spec),
  );
  await runSimulation(simulation, { untilMs: 3_600_000 });
  const got = JSON.parse(recorder.bodies[0] ?? "{}") as JsonObject;
  if (body !== undefined) return same(got, body) ? undefined : `body ${JSON.stringify(got)}`;
  const wrong = Object.entries(event ?? {}).find(([name, value]) => !same(got[name], value));
  if (wrong !== undefined) return `${wrong[0]} ${JSON.stringify(got[wrong[0]])}`;
  return eventKeys === undefined || same(Object.keys(got), eventKeys) ? undefined : `keys ${Object.keys(got)}`;
}
