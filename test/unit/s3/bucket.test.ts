import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { refuseNotifications } from "../../../engine/src/services/s3/notification-checks.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { bodiesIn, bus, portsOf, queue, rule, simulationOf } from "../events/systems.ts";
import { arnOf, total } from "../sqs/systems.ts";

function bucket(id: string, NotificationConfiguration: JsonObject, behavior: JsonObject = {}): NodeSpec {
  return {
    id,
    type: "AWS::S3::Bucket",
    arn: `arn:aws:s3:::${id.toLowerCase()}`,
    properties: { NotificationConfiguration },
    behavior,
  };
}

const toQueue = (Queue: string, Event: string, ...Rules: readonly JsonObject[]): JsonObject => {
  return { Queue: arnOf(Queue), Event, ...(Rules.length > 0 && { Filter: { S3Key: { Rules } } }) };
};

async function stored(simulation: Simulation, ...keys: readonly string[]): Promise<void> {
  for (const key of keys)
    portsOf(simulation, "Uploads").bucket.putObject({ key, body: "abc", causes: [], from: "test" });
  await runSimulation(simulation, { untilQuiet: true });
}

const records = (bodies: readonly string[]): readonly JsonObject[] =>
  bodies.flatMap((body) => (JSON.parse(body) as { readonly Records: readonly JsonObject[] }).Records);

describe("a bucket", () => {
  it("notifies of what its filters let through, in AWS's words", async () => {
    const simulation = simulationOf([
      bucket("Uploads", {
        QueueConfigurations: [
          toQueue("Images", "s3:ObjectCreated:*", { Name: "prefix", Value: "in/" }, { Name: "suffix", Value: ".jpg" }),
          toQueue("Removed", "s3:ObjectRemoved:*"),
        ],
      }),
      queue("Images"),
      queue("Removed"),
    ]);
    await stored(simulation, "in/a b.jpg", "in/c.png", "out/d.jpg");
    const [record, ...more] = records(bodiesIn(simulation, "Images"));
    expect(more).toEqual([]);
    expect(record).toMatchObject({
      eventSource: "aws:s3",
      eventName: "ObjectCreated:Put",
      s3: {
        bucket: { name: "uploads", arn: "arn:aws:s3:::uploads" },
        object: { key: "in/a+b.jpg", size: 3, eTag: "900150983cd24fb0d6963f7d28e17f72" },
      },
    });
    expect(bodiesIn(simulation, "Removed")).toEqual([]);
    portsOf(simulation, "Uploads").bucket.deleteObject({ key: "in/a b.jpg", from: "test" });
    await runSimulation(simulation, { untilQuiet: true });
    expect(records(bodiesIn(simulation, "Removed"))).toMatchObject([{ eventName: "ObjectRemoved:Delete" }]);
  });

  it("tells EventBridge of everything", async () => {
    const simulation = simulationOf([
      bucket("Uploads", { EventBridgeConfiguration: {} }),
      bus("default"),
      rule("All", "default", [arnOf("Events")], { EventPattern: { source: ["aws.s3"] } }),
      queue("Events"),
    ]);
    await stored(simulation, "a b");
    expect(bodiesIn(simulation, "Events").map((body) => JSON.parse(body) as JsonObject)).toMatchObject([
      {
        source: "aws.s3",
        "detail-type": "Object Created",
        resources: ["arn:aws:s3:::uploads"],
        detail: { bucket: { name: "uploads" }, object: { key: "a b", size: 3 }, reason: "PutObject" },
      },
    ]);
  });

  it("ends the way of each record that an object is made of", async () => {
    const simulation = simulationOf([bucket("Uploads", {}), queue("Orders")]);
    const { queue: orders, target } = portsOf(simulation, "Orders");
    const { bucket: port } = portsOf(simulation, "Uploads");
    for (const body of ["1", "2", "3"]) target.deliver(undefined, { body, from: "test" });
    const received = orders.receive(10);
    if ("code" in received) throw new Error(received.code);
    const causes = received.map(({ message }) => message);
    port.putObject({ key: "all", body: "123", causes, from: "Stream" });
    const ends = simulation.records().filter(({ node, what }) => node === "Uploads" && what === "stored");
    expect(ends.map(({ why }) => why?.code)).toEqual(["bucket.stored", "bucket.part", "bucket.part"]);
    expect(total(simulation, "Uploads", "stored")).toBe(1);
  });

  it("tries again while its target is away, and then counts the notification as lost", async () => {
    const NotificationConfiguration = { QueueConfigurations: [toQueue("Gone", "s3:ObjectCreated:Put")] };
    const simulation = simulationOf([bucket("Uploads", NotificationConfiguration)]);
    await stored(simulation, "a");
    expect(total(simulation, "Uploads", "lost")).toBe(1);
    const faults = [{ node: "Images", outage: true, fromMs: 0, untilMs: 10_000 }];
    const away = simulationOf(
      [bucket("Uploads", { QueueConfigurations: [toQueue("Images", "s3:ObjectCreated:Put")] }), queue("Images")],
      { faults },
    );
    await stored(away, "a");
    expect(total(away, "Uploads", "retried")).toBeGreaterThan(2);
    expect(total(away, "Uploads", "delivered")).toBe(1);
  });

  it("takes what it is sent, and refuses keys that are too long, outages and throttling", async () => {
    const simulation = simulationOf([bucket("Uploads", {}), bucket("Away", {})], {
      faults: [{ node: "Away", throttleRate: 1, fromMs: 0 }],
    });
    const { target, bucket: port } = portsOf(simulation, "Uploads");
    expect(target.deliver(undefined, { body: "a", partitionKey: "k", from: "test" })).toBeUndefined();
    expect(port.putObject({ key: "é".repeat(513), body: "", causes: [], from: "test" })).toMatchObject({
      code: "KeyTooLongError",
    });
    await runSimulation(simulation, { untilMs: 1 });
    const put = { key: "k", body: "", causes: [], from: "test" };
    expect(portsOf(simulation, "Away").bucket.putObject(put)).toMatchObject({ code: "SlowDown", retryable: true });
    expect(simulation.view("Uploads")).toMatchObject({ objects: 1, lastKeys: ["k"] });
  });
});

describe("notifications that S3 refuses", () => {
  const rows: readonly (readonly [string, JsonObject, string | undefined])[] = [
    ["apart by prefix", { QueueConfigurations: [prefixed("a/"), prefixed("b/")] }, undefined],
    [
      "overlapping",
      { QueueConfigurations: [prefixed("a/"), prefixed("a/b/")] },
      "Configuration is ambiguously defined.",
    ],
    [
      "a FIFO queue",
      { QueueConfigurations: [toQueue("Q.fifo", "s3:ObjectCreated:*")] },
      "Unable to validate the following destination configurations",
    ],
    [
      "another filter",
      { QueueConfigurations: [toQueue("Q", "s3:ObjectCreated:*", { Name: "infix", Value: "x" })] },
      "filter rule name must be either prefix or suffix",
    ],
    ["an unknown event", { QueueConfigurations: [toQueue("Q", "s3:ObjectMoved")] }, "The event is not supported"],
  ];

  it.each(rows)("%s", (_, configuration, message) => {
    expect(refuseNotifications(configuration)?.message.slice(0, message?.length)).toBe(message);
  });
});

function prefixed(prefix: string): JsonObject {
  return toQueue("Q", "s3:ObjectCreated:*", { Name: "prefix", Value: prefix });
}
