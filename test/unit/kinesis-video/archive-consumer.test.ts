/** Programs that look at what a video stream has retained: by time, page by page, and what may come between. */
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import { producer } from "../kafka/systems.ts";
import { ran, total } from "../mq/systems.ts";
import { stream, system, viewer } from "./systems.ts";

const HOUR_MS = 3_600_000;
const RETAINED = { DataRetentionInHours: 1 };

/** One fragment of a second each second. */
function camera(count: number, own: JsonObject = {}) {
  const message = { body: JSON.stringify({ FragmentLengthInMilliseconds: 1_000, FragmentSizeInBytes: 1_000, ...own }) };
  return producer("Cam", "Camera", { arrivals: { constant: { perSecond: 1 } }, count, messages: [message] });
}

function processedAt(simulation: Simulation, node = "Program"): readonly number[] {
  const records = simulation.records().filter((record) => record.node === node && record.what === "processed");
  return records.map(({ timeMs }) => timeMs);
}

async function program(count: number, properties: JsonObject, behavior: JsonObject = {}): Promise<Simulation> {
  const whole = { BeginMs: 60_000, FragmentSelector: {}, ...properties };
  return ran(system([stream(RETAINED), camera(count), viewer("Program", whole, behavior)]), { untilMs: HOUR_MS / 2 });
}

describe("a program that reads the archive", () => {
  it("gets all that is there, in the order of the numbers, and ends", async () => {
    const simulation = await program(20, {});
    expect(total(simulation, "Program", "listed")).toBe(20);
    expect(total(simulation, "Program", "processed")).toBe(20);
    expect(total(simulation, "Camera", "outgoingFragments")).toBe(20);
    expect(simulation.view("Program")).toMatchObject({ state: "ended", left: 0 });
  });

  it("takes those that begin in a time of the service's clock, both ends included", async () => {
    const all = await program(20, {});
    const begun = all.records().filter(({ what, node }) => what === "arrived" && node === "Camera");
    const [from, until] = [begun[4]?.timeMs ?? 0, begun[8]?.timeMs ?? 0];
    const selector = { StartTimestampMs: from, EndTimestampMs: until };
    const some = await program(20, { FragmentSelector: selector });
    expect(total(some, "Program", "listed")).toBe(5);
  });

  it("goes by the producer's clock where it is told to", async () => {
    const recorded = { ProducerTimestamp: "2020-05-01T12:00:00Z" };
    const specs = (type: string) => [
      stream(RETAINED),
      camera(1, recorded),
      viewer("Program", {
        BeginMs: 60_000,
        FragmentSelector: { FragmentSelectorType: type, StartTimestampMs: 0, EndTimestampMs: 60_000 },
      }),
    ];
    const byServer = await ran(system(specs("SERVER_TIMESTAMP")), { untilMs: 120_000 });
    const byProducer = await ran(system(specs("PRODUCER_TIMESTAMP")), { untilMs: 120_000 });
    expect([total(byServer, "Program", "processed"), total(byProducer, "Program", "processed")]).toEqual([1, 0]);
  });

  it("keeps to the quota of fragments got by their numbers: 500 a second", async () => {
    const simulation = await program(1_200, { BeginMs: 1_300_000 });
    const times = processedAt(simulation);
    expect(times).toHaveLength(1_200);
    expect(times.filter((timeMs) => timeMs < 1_301_000)).toHaveLength(500);
    expect(total(simulation, "Program", "refused")).toBe(2);
  });

  it("goes on behind what expires between being listed and being got", async () => {
    const specs = [
      stream(RETAINED),
      camera(120),
      viewer("Program", { BeginMs: HOUR_MS - 10_000, FragmentSelector: {} }, { durationMs: 1_150 }),
    ];
    const simulation = await ran(system(specs), { untilMs: 2 * HOUR_MS });
    const [listed, processed, lost] = ["listed", "processed", "lost"].map((name) => total(simulation, "Program", name));
    expect(listed).toBe(120);
    // The first hundred are got at once; of the others, those that are no longer there are passed over.
    expect(processed).toBeGreaterThanOrEqual(100);
    expect(lost).toBeGreaterThan(0);
    expect((processed ?? 0) + (lost ?? 0)).toBe(120);
  });

  it("tries a fragment again, or lets it go", async () => {
    const failing = { failWhen: { receiveCountAtMost: 2 } };
    const skips = await program(3, {}, failing);
    const tries = await program(3, { OnError: "Retry" }, failing);
    const counts = (simulation: Simulation) =>
      ["processed", "failed", "lost"].map((name) => total(simulation, "Program", name));
    expect(counts(skips)).toEqual([0, 3, 3]);
    expect(counts(tries)).toEqual([3, 6, 0]);
  });

  it("gets what it had in hand again when it comes back", async () => {
    const specs = [
      stream(RETAINED),
      camera(5),
      viewer("Program", { BeginMs: 60_000, FragmentSelector: {} }, { durationMs: 2_000 }),
    ];
    const faults = [{ node: "Program", outage: true, fromMs: 65_000, untilMs: 90_000 }];
    const simulation = await ran(system(specs, { faults }), { untilMs: 200_000 });
    expect(total(simulation, "Program", "abandoned")).toBe(1);
    expect(total(simulation, "Program", "processed")).toBe(5);
    expect(processedAt(simulation)[2]).toBeGreaterThan(90_000);
  });

  it("asks again after an outage of the stream", async () => {
    const faults = [{ node: "Camera", outage: true, fromMs: 50_000, untilMs: 70_000 }];
    const specs = [stream(RETAINED), camera(5), viewer("Program", { BeginMs: 60_000, FragmentSelector: {} })];
    const simulation = await ran(system(specs, { faults }), { untilMs: 200_000 });
    expect(total(simulation, "Program", "processed")).toBe(5);
    expect(total(simulation, "Program", "refused")).toBe(10);
  });

  it("finds nothing in a stream that retains nothing", async () => {
    const specs = [stream(), camera(5), viewer("Program", { BeginMs: 30_000, FragmentSelector: {} })];
    const simulation = await ran(system(specs), { untilMs: 60_000 });
    expect(total(simulation, "Program", "listed")).toBe(0);
    expect(simulation.view("Program")).toMatchObject({ state: "ended" });
  });
});
