import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { isRefusal } from "../../../engine/src/refusals/refusal.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import { arnOf, fifo, total } from "../sqs/systems.ts";
import { archive, bodiesIn, bus, busArn, entry, portsOf, queue, rule, simulationOf } from "./systems.ts";

const parsed = (bodies: readonly string[]): readonly JsonObject[] =>
  bodies.map((each) => JSON.parse(each) as JsonObject);

describe("a bus", () => {
  it("hands each event to the rules that it matches, and tells of those that match none", () => {
    const simulation = simulationOf([
      bus("Shop"),
      rule("Paid", "Shop", [arnOf("Orders")], { EventPattern: { detail: { state: ["paid"] } } }),
      rule("Large", "Shop", [arnOf("Orders")], { EventPattern: { detail: { amount: [{ numeric: [">", 100] }] } } }),
      rule("Off", "Shop", [arnOf("Orders")], { State: "DISABLED" }),
      queue("Orders"),
    ]);
    const { eventBus } = portsOf(simulation, "Shop");
    eventBus.putEvents([entry({ state: "paid", amount: 200 }), entry({ state: "new", amount: 5 })], "test");
    const events = parsed(bodiesIn(simulation, "Orders"));
    expect(events.map(({ detail }) => detail)).toEqual([
      { state: "paid", amount: 200 },
      { state: "paid", amount: 200 },
    ]);
    expect(Object.keys(events[0] ?? {})).toEqual([
      "version",
      "id",
      "detail-type",
      "source",
      "account",
      "time",
      "region",
      "resources",
      "detail",
    ]);
    expect(total(simulation, "Shop", "unmatched")).toBe(1);
  });

  it("keeps numbers as they are written, and takes blanks away", () => {
    const simulation = simulationOf([bus("Shop"), rule("All", "Shop", [arnOf("Orders")]), queue("Orders")]);
    const Detail = '{ "n" : 12345678901234567890, "t": "a b" , "f": 1.50 }';
    portsOf(simulation, "Shop").eventBus.putEvents([{ Source: "s", DetailType: "d", Detail }], "test");
    expect(bodiesIn(simulation, "Orders")[0]).toContain('"detail":{"n":12345678901234567890,"t":"a b","f":1.50}}');
  });

  it("answers each entry by itself, in order", () => {
    const simulation = simulationOf([bus("Shop"), rule("All", "Shop", [arnOf("Orders")]), queue("Orders")]);
    const { eventBus } = portsOf(simulation, "Shop");
    const { Source, ...noSource } = entry({});
    const answers = eventBus.putEvents(
      [entry({}), noSource, { ...entry({}), Detail: "[]" }, entry({}, "aws.ec2")],
      "test",
    );
    if (isRefusal(answers)) throw new Error(answers.message);
    expect(answers.map((answer) => ("code" in answer ? answer.code : "taken"))).toEqual([
      "taken",
      "InvalidArgument",
      "MalformedDetail",
      "NotAuthorizedForSourceException",
    ]);
    expect(bodiesIn(simulation, "Orders").length).toBe(1);
  });

  it("refuses more calls a second than the quota, and a call that is too large", () => {
    const simulation = simulationOf([bus("Shop")]);
    const { eventBus } = portsOf(simulation, "Shop");
    const text = "x".repeat(600_000);
    expect(eventBus.putEvents([entry({ text }), entry({ text })], "test")).toMatchObject({
      code: "ValidationException",
    });
    for (let call = 0; call < 9_999; call++) eventBus.putEvents([entry({})], "test");
    expect(eventBus.putEvents([entry({})], "test")).toMatchObject({ code: "ThrottlingException", retryable: true });
  });

  it("hands events on to another bus with their ids, and to no third one", () => {
    const simulation = simulationOf([
      bus("First"),
      bus("Second"),
      bus("Third"),
      rule("On", "First", [busArn("Second")]),
      rule("Further", "Second", [busArn("Third"), { Id: "q", Arn: arnOf("Orders") }]),
      rule("Never", "Third", [arnOf("Orders")]),
      queue("Orders"),
    ]);
    const answers = portsOf(simulation, "First").eventBus.putEvents([entry({})], "test");
    const [event] = parsed(bodiesIn(simulation, "Orders"));
    expect(isRefusal(answers) ? undefined : answers[0]).toEqual({ EventId: event?.id });
    expect(total(simulation, "Third", "published")).toBe(0);
    expect(total(simulation, "Further", "lost")).toBe(1);
  });

  it("gives a FIFO queue its group, and a constant in the place of the event", () => {
    const target = { Id: "q", Arn: arnOf("Jobs"), Input: '{"a":1}', SqsParameters: { MessageGroupId: "g" } };
    const simulation = simulationOf([bus("Shop"), rule("All", "Shop", [target]), fifo("Jobs")]);
    portsOf(simulation, "Shop").eventBus.putEvents([entry({})], "test");
    const received = portsOf(simulation, "Jobs").queue.receive(1);
    if ("code" in received) throw new Error(received.message);
    expect(received.map(({ groupId, message: { body } }) => [groupId, body])).toEqual([["g", '{"a":1}']]);
  });

  it("refuses everybody where its policy does", () => {
    const Policy = { Statement: [{ Effect: "Deny", Principal: "*", Action: "events:*", Resource: "*" }] };
    const simulation = simulationOf([bus("Shop", { Policy })]);
    const answer = portsOf(simulation, "Shop").eventBus.putEvents([entry({})], "test");
    expect(answer).toMatchObject({ code: "AccessDeniedException" });
  });
});

describe("a rule", () => {
  const failing = (retry: JsonObject) => [
    bus("Shop"),
    rule("All", "Shop", [
      { Id: "q", Arn: arnOf("Orders"), RetryPolicy: retry, DeadLetterConfig: { Arn: arnOf("Failed") } },
    ]),
    queue("Orders"),
    queue("Failed"),
  ];
  const outage = { faults: [{ node: "Orders", fromMs: 0, outage: true }] };

  it.each([
    ["as often as it may", { MaximumRetryAttempts: 3 }, 3, "MaximumRetryAttempts"],
    ["as long as it may", { MaximumEventAgeInSeconds: 60 }, 5, "MaximumEventAgeInSeconds"],
    ["not at all", { MaximumRetryAttempts: 0 }, 0, "MaximumRetryAttempts"],
    ["185 times in a day", {}, 185, "MaximumRetryAttempts"],
  ] as const)("tries again %s", async (_, retry, retries, condition) => {
    const simulation = simulationOf(failing(retry), outage);
    await runSimulation(simulation, { untilMs: 1 });
    portsOf(simulation, "Shop").eventBus.putEvents([entry({ a: 1 })], "test");
    await runSimulation(simulation, { untilMs: 100_000_000 });
    expect(total(simulation, "All", "retried")).toBe(retries);
    const received = portsOf(simulation, "Failed").queue.receive(1);
    if ("code" in received) throw new Error(received.message);
    const { body, attributes = {} } = received[0]?.message ?? { body: "{}" };
    // The event, not what was made of it.
    expect(JSON.parse(body)).toMatchObject({ detail: { a: 1 } });
    const values = Object.entries(attributes).map(([name, value]) => [
      name,
      "StringValue" in value && value.StringValue,
    ]);
    expect(Object.fromEntries(values)).toMatchObject({
      RULE_ARN: "arn:aws:events:us-east-1:123456789012:rule/Shop/All",
      TARGET_ARN: arnOf("Orders"),
      EXHAUSTED_RETRY_CONDITION: condition,
      RETRY_ATTEMPTS: String(retries),
    });
    expect(simulation.audit()).toEqual([]);
  });

  it("gives up at once what no retry heals", () => {
    const simulation = simulationOf([
      bus("Shop"),
      rule("All", "Shop", [
        { Id: "q", Arn: "arn:aws:sqs:us-east-1:123456789012:gone", DeadLetterConfig: { Arn: arnOf("Failed") } },
      ]),
      queue("Failed"),
    ]);
    portsOf(simulation, "Shop").eventBus.putEvents([entry({})], "test");
    expect(total(simulation, "All", "retried")).toBe(0);
    expect(total(simulation, "All", "deadLettered")).toBe(1);
  });

  it("drops what its transformer makes no JSON of", () => {
    const InputTransformer = { InputPathsMap: { d: "$.detail" }, InputTemplate: '{"d": "<d>"}' };
    const simulation = simulationOf([
      bus("Shop"),
      rule("All", "Shop", [{ Id: "q", Arn: arnOf("Orders"), InputTransformer }]),
      queue("Orders"),
    ]);
    portsOf(simulation, "Shop").eventBus.putEvents([entry({ a: 1 })], "test");
    expect(bodiesIn(simulation, "Orders")).toEqual([]);
    expect(total(simulation, "All", "lost")).toBe(1);
  });

  it("is due by its schedule, in UTC", async () => {
    const properties = {
      EventPattern: undefined,
      ScheduleExpression: "cron(0/20 0-1 * * ? *)",
    } as unknown as JsonObject;
    const simulation = simulationOf([rule("Tick", "default", [arnOf("Orders")], properties), queue("Orders")]);
    await runSimulation(simulation, { untilMs: 86_399_000 });
    const times = parsed(bodiesIn(simulation, "Orders")).map(({ time }) => String(time).slice(11, 16));
    expect(times).toEqual(["00:20", "00:40", "01:00", "01:20", "01:40"]);
  });
});

describe("an archive", () => {
  const specs = [
    bus("Shop"),
    rule("All", "Shop", [arnOf("Orders")]),
    rule("Other", "Shop", [arnOf("Others")]),
    archive("Kept", "Shop", { EventPattern: { detail: { keep: [true] } }, RetentionDays: 1 }),
    queue("Orders"),
    queue("Others"),
  ];

  async function withEvents() {
    const simulation = simulationOf(specs);
    for (let hour = 0; hour < 30; hour++) {
      await runSimulation(simulation, { untilMs: hour * 3_600_000 });
      portsOf(simulation, "Shop").eventBus.putEvents([entry({ hour, keep: hour % 2 === 0 })], "test");
    }
    for (const id of ["Orders", "Others"]) bodiesIn(simulation, id);
    return simulation;
  }

  it("replays what it holds of a time, to the rules that are asked for", async () => {
    const simulation = await withEvents();
    const startMs = simulation.epochMs - simulation.timeMs;
    const { archive: kept } = portsOf(simulation, "Kept");
    const rules = ["arn:aws:events:us-east-1:123456789012:rule/Shop/Other"];
    const [fromMs, toMs] = [startMs, startMs + 12 * 3_600_000];
    expect(kept.startReplay({ name: "again", fromMs, toMs, rules })).toBeUndefined();
    await runSimulation(simulation, { untilMs: simulation.timeMs + 1_000 });
    const events = parsed(bodiesIn(simulation, "Others"));
    // Of a day: what was archived in the first hours has gone.
    expect(events.map(({ detail, "replay-name": name }) => [(detail as JsonObject).hour, name])).toEqual([
      [6, "again"],
      [8, "again"],
      [10, "again"],
    ]);
    expect(bodiesIn(simulation, "Orders")).toEqual([]);
  });

  it("does not keep again what it replays", async () => {
    const simulation = await withEvents();
    const before = total(simulation, "Kept", "archived");
    const startMs = simulation.epochMs - simulation.timeMs;
    portsOf(simulation, "Kept").archive.startReplay({ name: "again", fromMs: startMs, toMs: simulation.epochMs + 1 });
    await runSimulation(simulation, { untilMs: simulation.timeMs + 1_000 });
    expect(total(simulation, "Kept", "replayed")).toBe(12);
    expect(total(simulation, "Kept", "archived")).toBe(before);
  });

  it("refuses a replay that ends before it begins, and one that runs already", () => {
    const simulation = simulationOf(specs);
    const { archive: kept } = portsOf(simulation, "Kept");
    expect(kept.startReplay({ name: "a", fromMs: 2, toMs: 1 })).toMatchObject({ code: "ValidationException" });
    kept.startReplay({ name: "a", fromMs: 0, toMs: 1 });
    expect(kept.startReplay({ name: "a", fromMs: 0, toMs: 1 })).toMatchObject({
      code: "ResourceAlreadyExistsException",
    });
  });
});
