/** Queues and topics of brokers: who gets a message, what is delivered again, and what becomes of what nobody can process. */
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { producer, records } from "../kafka/systems.ts";
import { BROKER_ARN, broker, ran, readers, system, total } from "./systems.ts";

const ACTIVE: JsonObject = { EngineType: "ACTIVEMQ", EngineVersion: "5.18" };
const RABBIT: JsonObject = { EngineType: "RABBITMQ", EngineVersion: "3.13" };
const QUEUE = "Broker/orders";
const shop = producer("Shop", QUEUE, records(40, 20));

describe("a queue of a broker", () => {
  it("gives each message to one consumer, in order where there is one", async () => {
    const nodes = [broker(RABBIT), readers("Shipping", QUEUE, { MaxNumberOfMessages: 5 }, { durationMs: 10 }), shop];
    const simulation = await ran(system(nodes, [QUEUE]));
    const done = simulation.records().filter(({ what, node }) => what === "processed" && node === "Shipping");
    expect(done.map(({ message }) => message)).toEqual(
      done.map(({ message }) => message).sort((a = 0, b = 0) => a - b),
    );
    expect(total(simulation, QUEUE, "acknowledged")).toBe(40);
  });

  it("lets one worker with a large prefetch count keep the others idle", async () => {
    // The workers come when everything is there.
    const faults = [{ node: "Shipping", outage: true, fromMs: 0, untilMs: 10_000 }];
    const busyOf = async (prefetch: number): Promise<number> => {
      const workers = readers(
        "Shipping",
        QUEUE,
        { MaxNumberOfMessages: prefetch, DesiredCount: 4 },
        { durationMs: 100 },
      );
      const simulation = await ran(system([broker(RABBIT), workers, shop], [QUEUE], { faults }));
      const busy = simulation.metrics().Shipping?.busy;
      return busy?.kind === "gauge" ? busy.max : Number.NaN;
    };
    expect([await busyOf(1_000), await busyOf(5)]).toEqual([1, 4]);
  });

  it("of ActiveMQ delivers a rejected message six times more, then gives it to ActiveMQ.DLQ", async () => {
    const nodes = [
      broker(ACTIVE),
      readers("Shipping", QUEUE, {}, { failureRate: 1 }),
      producer("Shop", QUEUE, records(1, 1)),
    ];
    const simulation = await ran(system(nodes, [QUEUE]));
    expect(total(simulation, QUEUE, "delivered")).toBe(7);
    expect(total(simulation, "Broker/ActiveMQ.DLQ", "sent")).toBe(1);
  });

  it("of RabbitMQ 3 delivers it as often as it is rejected; 4 has a limit", async () => {
    const nodes = (version: string) => [
      broker({ ...RABBIT, EngineVersion: version }),
      readers("Shipping", QUEUE, {}, { durationMs: 100, failureRate: 1 }),
      producer("Shop", QUEUE, records(1, 1)),
    ];
    const three = await ran(system(nodes("3.13"), [QUEUE]), { untilMs: 60_000 });
    const four = await ran(system(nodes("4.2"), [QUEUE]), { untilMs: 60_000 });
    expect(total(three, QUEUE, "delivered")).toBeGreaterThan(400);
    expect([total(four, QUEUE, "delivered"), total(four, QUEUE, "dropped")]).toEqual([21, 1]);
  });

  it("drops what lived too long before somebody had it", async () => {
    const behaviors = { [QUEUE]: { expiresMs: 1_000 } };
    const simulation = await ran(system([broker(RABBIT), shop], [QUEUE], {}, behaviors));
    expect(total(simulation, QUEUE, "expired")).toBe(40);
  });

  it("keeps its messages when the broker is away, and delivers again what was not acknowledged", async () => {
    const faults = [{ node: "Broker", outage: true, fromMs: 4_000, untilMs: 9_000 }];
    const nodes = [broker(RABBIT), readers("Shipping", QUEUE, {}, { durationMs: 300 }), shop];
    const simulation = await ran(system(nodes, [QUEUE], { faults }));
    expect(total(simulation, QUEUE, "acknowledged")).toBe(40);
    expect(total(simulation, QUEUE, "redelivered")).toBeGreaterThan(0);
  });
});

it("a topic gives every message to each queue behind it; virtual topics are bound by their names", async () => {
  const names = ["Broker/Consumer.A.VirtualTopic.T", "Broker/Consumer.B.VirtualTopic.T", "Broker/VirtualTopic.T"];
  const virtual = await ran(system([broker(ACTIVE), producer("Shop", "Broker/VirtualTopic.T", records(9, 9))], names));
  expect(names.slice(0, 2).map((name) => total(virtual, name, "sent"))).toEqual([9, 9]);
  const bound = broker(RABBIT, { topics: { all: ["a", "b"] } });
  const fanout = await ran(system([bound, producer("Shop", "Broker/all", records(9, 9))], ["Broker/all"]));
  expect(["Broker/a", "Broker/b"].map((name) => total(fanout, name, "sent"))).toEqual([9, 9]);
});

it("a mapping hands a failed batch over again until the function has processed it", async () => {
  const arn = "arn:aws:lambda:us-east-1:123456789012:function:Worker";
  const properties = { FunctionName: arn, EventSourceArn: BROKER_ARN, Queues: ["orders"], BatchSize: 5 };
  const nodes = [
    broker(RABBIT),
    { id: "Worker", type: "AWS::Lambda::Function", arn, properties: { Timeout: 3 }, behavior: { failureRate: 0.3 } },
    { id: "Map", type: "AWS::Lambda::EventSourceMapping", arn: "map", properties },
    shop,
  ];
  const simulation = await ran(system(nodes, []));
  expect(total(simulation, QUEUE, "acknowledged")).toBe(40);
  expect([total(simulation, QUEUE, "delivered"), total(simulation, "Worker", "errors") > 0]).toEqual([40, true]);
});
