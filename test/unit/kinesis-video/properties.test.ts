/**
 * Video streams made from seeds: readers get fragments in the order of their numbers, none is skipped before its retention
 * ends, all that was offered is accounted for, and what is saved on the way comes to the same bytes.
 */
import type { JsonObject } from "../../../engine/src/json.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation, SimulationState } from "../../../engine/src/sim/simulation.ts";
import type { FlowRecord } from "../../../engine/src/sim/types.ts";
import { producer } from "../kafka/systems.ts";
import { total } from "../mq/systems.ts";
import { Dice } from "../sim/properties/dice.ts";
import { differsWhenSaved } from "../sim/properties/same-bytes.ts";
import { testSeeds } from "../sim/properties/seeds.ts";
import { stream, system, viewer } from "./systems.ts";

const UNTIL_MS = 60_000;
/** Each so many seeds the system is also saved on the way. */
const SAVED_EVERY = 5;
const READERS = ["First", "Second", "Archivist"];

function systemOf(seed: number, state?: SimulationState): Simulation {
  const dice = new Dice(seed);
  const body = JSON.stringify({
    FragmentLengthInMilliseconds: dice.of<JsonObject | number | string>(2_000, "${random(900, 3000)}", 25_000),
    FragmentSizeInBytes: dice.of<number | string>(100_000, "${random(1000, 60000000)}"),
  });
  const camera = (id: string): JsonObject => ({
    arrivals: { poisson: { perSecond: dice.of(0.3, 1, 4) } },
    fromMs: id === "Other" ? dice.below(20_000) : 0,
    untilMs: 10_000 + dice.below(30_000),
    messages: [{ body: dice.oneIn(4) ? "x" : body }],
  });
  const reader = (id: string) =>
    viewer(
      id,
      {
        StartSelector: dice.of<JsonObject>({}, { StartSelectorType: "EARLIEST" }, { StartTimestampMs: 5_000 }),
        ...(id === "Archivist" && {
          FragmentSelector: dice.of<JsonObject>({}, { StartTimestampMs: 4_000, EndTimestampMs: 20_000 }),
        }),
        BeginMs: dice.of(0, 15_000),
        OnError: dice.of("Skip", "Retry"),
      },
      {
        durationMs: dice.of<JsonObject | number>(0, 300, { exponential: { mean: 2_000 } }),
        failureRate: dice.of(0, 0.2),
      },
    );
  const cameras = dice.oneIn(3) ? ["Camera1", "Other"] : ["Camera1"];
  const specs = [
    stream({ DataRetentionInHours: dice.of(0, 1) }),
    ...cameras.map((id) => producer(id, "Camera", camera(id))),
    ...READERS.map(reader),
  ];
  const faults = Array.from({ length: dice.below(3) }, () => {
    const fromMs = dice.below(40_000);
    return { node: dice.of("Camera", ...READERS), outage: true, fromMs, untilMs: fromMs + 1 + dice.below(9_000) };
  });
  return system(specs, { seed, faults }, state);
}

async function wrongWith(seed: number): Promise<string | undefined> {
  const whole = systemOf(seed);
  await runSimulation(whole, { untilMs: UNTIL_MS });
  const [violation] = whole.audit();
  if (violation !== undefined) return `${violation.node} at ${violation.timeMs} ms: ${violation.text}`;
  const records = whole.records();
  const wrong = wrongOrder(records) ?? wrongSum(whole, records);
  if (wrong !== undefined || seed % SAVED_EVERY !== 0) return wrong;
  const saveAfterEvents = Math.floor((records.length * (seed % 7)) / 7);
  return differsWhenSaved(
    { make: (state) => systemOf(seed, state), untilMs: UNTIL_MS, saveAfterEvents },
    whole,
    records,
  );
}

function wrongOrder(records: readonly FlowRecord[]): string | undefined {
  const order = new Map<number, number>();
  const last = new Map<string, number>();
  let before = "";
  for (const { what, node, message = 0, why } of records) {
    if (what === "arrived") {
      const number = String(why?.number);
      if (number <= before) return `fragment ${number} comes after ${before}`;
      before = number;
      order.set(message, order.size);
    }
    if (what !== "processed") continue;
    const place = order.get(message) ?? -1;
    const expected = last.get(node);
    if (expected !== undefined && place <= expected) return `${node} processed fragment ${place} after ${expected}`;
    last.set(node, place);
  }
  return undefined;
}

/** From the first that it processed or failed with, a reader misses none: nothing expires in this time but by its bytes. */
function wrongSum(simulation: Simulation, records: readonly FlowRecord[]): string | undefined {
  const arrived = records.filter(({ what }) => what === "arrived").map(({ message }) => message);
  for (const reader of READERS) {
    const own = records.filter(({ node }) => node === reader);
    // What it had in hand when it went away, and what was gone when it came back, it has begun and not done.
    const done = own.filter(({ what, message }) => message !== undefined && (what === "processed" || what === "lost"));
    const begun = own.find(({ what }) => what === "started");
    if (begun === undefined || done.length === 0) continue;
    const [first, end] = [arrived.indexOf(begun.message), arrived.indexOf(done.at(-1)?.message)];
    const missed = end - first + 1 - done.length;
    const told = own.filter(
      ({ sequence, why }) => why?.code === "video.missed" && sequence < (done.at(-1)?.sequence ?? 0),
    );
    const lost = told.reduce((sum, { why }) => sum + Number(why?.count), 0);
    if (missed !== lost) return `${reader} skipped ${missed} fragments and told of ${lost}`;
  }
  const counts = ["incomingFragments", "lost"].map((name) => total(simulation, "Camera", name));
  const made = new Set(
    records.filter(({ node, message }) => node === "Camera" && message !== undefined).map(({ message }) => message),
  );
  return (counts[0] ?? 0) + (counts[1] ?? 0) >= made.size ? undefined : "fragments are not accounted for";
}

testSeeds("test/unit/kinesis-video/properties.test.ts", 2_000, wrongWith);
