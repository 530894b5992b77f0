/**
 * Brokers made from seeds: every message ends once, acknowledged, given up or still there; none is delivered more often than its
 * queue allows; what is saved on the way comes to the same bytes.
 */
import type { JsonObject } from "../../../../engine/src/json.ts";
import { runSimulation } from "../../../../engine/src/sim/drive.ts";
import type { Simulation, SimulationState } from "../../../../engine/src/sim/simulation.ts";
import { producer } from "../../kafka/systems.ts";
import { Dice } from "../../sim/properties/dice.ts";
import { differsWhenSaved } from "../../sim/properties/same-bytes.ts";
import { testSeeds } from "../../sim/properties/seeds.ts";
import { broker, readers, system, total } from "../systems.ts";

const QUEUE = "Broker/orders";
const UNTIL_MS = 60_000;
/** Each so many seeds the system is also saved on the way. */
const SAVED_EVERY = 5;

function systemOf(seed: number, state?: SimulationState): Simulation {
  const dice = new Dice(seed);
  const behavior: JsonObject = {
    arrivals: dice.of<JsonObject>({ poisson: { perSecond: 1 } }, { bursts: { size: 8, everyMs: 15_000 } }),
    untilMs: 40_000,
    messages: [{ body: "${sequence}" }],
  };
  const faults = Array.from({ length: dice.below(3) }, () => {
    const fromMs = dice.below(50_000);
    return {
      node: dice.of("Broker", "Shipping", QUEUE),
      outage: true,
      fromMs,
      untilMs: fromMs + 1 + dice.below(9_000),
    };
  });
  const engine = dice.of("ACTIVEMQ", "RABBITMQ");
  const nodes = [
    broker({ EngineType: engine, EngineVersion: dice.of("3.13", "4.0") }),
    readers(
      "Shipping",
      QUEUE,
      { DesiredCount: 1 + dice.below(4), MaxNumberOfMessages: dice.of(1, 3, 100), StopTimeout: dice.of(0, 30) },
      {
        durationMs: dice.of<JsonObject | number>(0, 200, { exponential: { mean: 900 } }),
        failureRate: dice.of(0, 0.1, 0.7),
      },
    ),
    producer("Shop", QUEUE, behavior),
  ];
  const queue = {
    redeliveries: dice.of(0, 2, 6),
    redeliveryDelayMs: dice.of(0, 100, 5_000),
    ...(dice.oneIn(3) && { expiresMs: dice.of(500, 20_000) }),
  };
  return system(nodes, [QUEUE], { seed, faults }, { [QUEUE]: queue }, state);
}

/** Nothing may come between, but for deliveries whose connection was lost. */
function tooOften(simulation: Simulation): string | undefined {
  const rejected = new Map<number, number>();
  for (const { what, node, message = 0 } of simulation.records()) {
    if (node === QUEUE && what === "retried") rejected.set(message, (rejected.get(message) ?? 0) + 1);
  }
  const most = Math.max(0, ...rejected.values());
  return most > 6 ? `a message was rejected ${most} times and delivered again` : undefined;
}

async function wrongWith(seed: number): Promise<string | undefined> {
  const whole = systemOf(seed);
  await runSimulation(whole, { untilMs: UNTIL_MS });
  const [violation] = whole.audit();
  if (violation !== undefined) return `${violation.node} at ${violation.timeMs} ms: ${violation.text}`;
  const ended = ["acknowledged", "deadLettered", "dropped"].reduce((sum, name) => sum + total(whole, QUEUE, name), 0);
  const view = whole.view(QUEUE) as Record<"ready" | "unacknowledged" | "delayed", number>;
  const there = view.ready + view.unacknowledged + view.delayed;
  const sent = total(whole, QUEUE, "sent");
  if (sent !== ended + there) return `${sent} messages came, ${ended} ended, ${there} are there`;
  const wrong = tooOften(whole);
  if (wrong !== undefined || seed % SAVED_EVERY !== 0) return wrong;
  const saveAfterEvents = 1 + (seed % 97);
  const saved = { make: (state?: SimulationState) => systemOf(seed, state), untilMs: UNTIL_MS, saveAfterEvents };
  return differsWhenSaved(saved, whole, whole.records());
}

testSeeds("test/unit/mq/properties/properties.test.ts", 2_000, wrongWith);
