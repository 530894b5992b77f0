import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation, SimulationOptions } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { bodiesIn, bus, queue, rule, simulationOf } from "../events/systems.ts";
import { arnOf, total } from "../sqs/systems.ts";

const HOUR_MS = 3_600_000;

function schedule(id: string, ScheduleExpression: string, own: JsonObject = {}, target: JsonObject = {}): NodeSpec {
  const arn = `arn:aws:scheduler:us-east-1:123456789012:schedule/default/${id}`;
  const Target = { Arn: arnOf("Jobs"), RoleArn: "role", ...target };
  const properties = { ScheduleExpression, FlexibleTimeWindow: { Mode: "OFF" }, ...own, Target };
  return { id, type: "AWS::Scheduler::Schedule", arn, properties };
}

/** When the schedule called its target, as UTC without seconds. */
async function callsOf(
  spec: NodeSpec,
  startsAt: string,
  hours: number,
  options: SimulationOptions = {},
): Promise<readonly string[]> {
  const startTimeMs = Date.parse(startsAt);
  const simulation = simulationOf([spec, queue("Jobs")], { startTimeMs, ...options });
  await runSimulation(simulation, { untilMs: hours * HOUR_MS });
  const calls = simulation.records().filter(({ node, what }) => node === spec.id && what === "triggered");
  return calls.map(({ timeMs }) => new Date(startTimeMs + timeMs).toISOString().slice(0, 16));
}

describe("when a schedule is due", () => {
  const rows: readonly (readonly [string, NodeSpec, string, number, readonly string[]])[] = [
    [
      "a rate begins at once",
      schedule("S", "rate(2 hours)"),
      "2026-03-01T00:30Z",
      5,
      ["2026-03-01T00:30", "2026-03-01T02:30", "2026-03-01T04:30"],
    ],
    [
      "a rate begins at its StartDate",
      schedule("S", "rate(2 hours)", { StartDate: "2026-03-01T01:00:00Z" }),
      "2026-03-01T00:00Z",
      4,
      ["2026-03-01T01:00", "2026-03-01T03:00"],
    ],
    [
      "a rate counts from a StartDate long ago",
      schedule("S", "rate(2 hours)", { StartDate: "2026-02-01T01:00:00Z" }),
      "2026-03-01T00:30Z",
      3,
      ["2026-03-01T01:00", "2026-03-01T03:00"],
    ],
    [
      "it ends at its EndDate",
      schedule("S", "rate(1 hour)", { EndDate: "2026-03-01T01:30:00Z" }),
      "2026-03-01T00:00Z",
      4,
      ["2026-03-01T00:00", "2026-03-01T01:00"],
    ],
    [
      "local times that clocks leave out are skipped",
      schedule("S", "cron(30 2 * * ? *)", { ScheduleExpressionTimezone: "Europe/Berlin" }),
      "2026-03-28T00:00Z",
      72,
      ["2026-03-28T01:30", "2026-03-30T00:30"],
    ],
    [
      "once, whatever its dates",
      schedule("S", "at(2026-03-01T02:00:00)", { EndDate: "2026-03-01T01:00:00Z" }),
      "2026-03-01T00:00Z",
      9,
      ["2026-03-01T02:00"],
    ],
    ["never when it is past", schedule("S", "at(2026-02-01T02:00:00)"), "2026-03-01T00:00Z", 9, []],
    ["never when it is disabled", schedule("S", "rate(1 hour)", { State: "DISABLED" }), "2026-03-01T00:00Z", 9, []],
    ["never when AWS refuses it", schedule("S", "rate(1 fortnight)"), "2026-03-01T00:00Z", 9, []],
  ];

  it.each(rows)("%s", async (_, spec, startsAt, hours, times) => {
    expect(await callsOf(spec, startsAt, hours)).toEqual(times);
  });

  it("somewhere in its window, and the next time all the same", async () => {
    const window = { FlexibleTimeWindow: { Mode: "FLEXIBLE", MaximumWindowInMinutes: 30 } };
    const spec = schedule("S", "cron(0 * * * ? *)", window);
    const calls = await callsOf(spec, "2026-03-01T00:30Z", 10, { seed: 7 });
    expect(calls.map((time) => time.slice(11, 13))).toEqual([
      "01",
      "02",
      "03",
      "04",
      "05",
      "06",
      "07",
      "08",
      "09",
      "10",
    ]);
    const minutes = calls.map((time) => Number(time.slice(14)));
    expect(Math.max(...minutes)).toBeLessThan(30);
    expect(new Set(minutes).size).toBeGreaterThan(3);
  });
});

async function once(specs: readonly NodeSpec[], options: SimulationOptions = {}): Promise<Simulation> {
  const simulation = simulationOf(specs, { startTimeMs: Date.parse("2026-03-01T00:00Z"), ...options });
  await runSimulation(simulation, { untilQuiet: true });
  return simulation;
}

const AT = "at(2026-03-01T00:01:00)";

describe("what a schedule calls with", () => {
  it("an event of its own, or its input with attributes", async () => {
    const simulation = await once([
      schedule("Plain", AT),
      schedule(
        "Filled",
        AT,
        { GroupName: "nightly" },
        { Input: '{"by":"<aws.scheduler.schedule-arn>","n":<aws.scheduler.attempt-number>}' },
      ),
      queue("Jobs"),
    ]);
    const bodies = bodiesIn(simulation, "Jobs").map((body) => JSON.parse(body) as JsonObject);
    expect(bodies.find(({ source }) => source === "aws.scheduler")).toMatchObject({
      "detail-type": "Scheduled Event",
      detail: "{}",
    });
    expect(bodies.find(({ by }) => by !== undefined)).toEqual({
      by: "arn:aws:scheduler:us-east-1:123456789012:schedule/nightly/Filled",
      n: 1,
    });
  });

  it("an event for a bus", async () => {
    const EventBridgeParameters = { DetailType: "Nightly", Source: "shop" };
    const Arn = "arn:aws:events:us-east-1:123456789012:event-bus/Shop";
    const simulation = await once([
      schedule("S", AT, {}, { Arn, EventBridgeParameters, Input: '{"a":1}' }),
      bus("Shop"),
      rule("All", "Shop", [arnOf("Jobs")]),
      queue("Jobs"),
    ]);
    const [event] = bodiesIn(simulation, "Jobs").map((body) => JSON.parse(body) as JsonObject);
    expect(event).toMatchObject({ source: "shop", "detail-type": "Nightly", detail: { a: 1 } });
  });

  it("the API of a universal target", async () => {
    const Input = JSON.stringify({
      QueueUrl: arnOf("Jobs"),
      Entries: ["eu", "us"].map((MessageBody) => ({ Id: MessageBody, MessageBody })),
    });
    const Arn = "arn:aws:scheduler:::aws-sdk:sqs:sendMessageBatch";
    const simulation = await once([schedule("S", AT, {}, { Arn, Input }), queue("Jobs")]);
    expect([...bodiesIn(simulation, "Jobs")].sort()).toEqual(["eu", "us"]);
  });
});

describe("calls that fail", () => {
  const letters = { DeadLetterConfig: { Arn: arnOf("Dead") } };

  it("are made again, and go to the dead-letter queue with AWS's attributes", async () => {
    const target = { ...letters, RetryPolicy: { MaximumRetryAttempts: 2 } };
    const faults = [{ node: "Jobs", outage: true, fromMs: 0 }];
    const simulation = await once([schedule("S", AT, {}, target), queue("Jobs"), queue("Dead")], { faults });
    expect(total(simulation, "S", "retried")).toBe(2);
    const received = (
      simulation.ports("Dead") as {
        readonly queue: { receive(max: number): readonly { readonly message: { readonly attributes: JsonObject } }[] };
      }
    ).queue.receive(1);
    expect(received[0]?.message.attributes).toMatchObject({
      EXHAUSTED_RETRY_CONDITION: { StringValue: "MaximumRetryAttempts" },
      RETRY_ATTEMPTS: { StringValue: "2" },
      SCHEDULE_ARN: { StringValue: "arn:aws:scheduler:us-east-1:123456789012:schedule/default/S" },
      TARGET_ARN: { StringValue: arnOf("Jobs") },
    });
  });

  it("are given up at once where nothing is there to be called", async () => {
    const Arn = "arn:aws:scheduler:::aws-sdk:sqs:sendMessage";
    const simulation = await once([
      schedule("Gone", AT),
      schedule("Other", AT, {}, { Arn, ...letters }),
      queue("Dead"),
    ]);
    expect([total(simulation, "Gone", "lost"), total(simulation, "Gone", "retried")]).toEqual([1, 0]);
    expect(total(simulation, "Other", "deadLettered")).toBe(1);
  });
});
