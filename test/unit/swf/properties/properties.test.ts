/**
 * Workflows made from seeds: each task is given to one worker at most, every execution ends once or is still there, and what is
 * saved on the way comes to the same bytes.
 */
import type { JsonObject } from "../../../../engine/src/json.ts";
import { completeParts } from "../../../../engine/src/services/implied.ts";
import { nodeFactoryOf } from "../../../../engine/src/services/nodes.ts";
import { runSimulation } from "../../../../engine/src/sim/drive.ts";
import { Simulation, type SimulationState } from "../../../../engine/src/sim/simulation.ts";
import { producer } from "../../kafka/systems.ts";
import { total } from "../../mq/systems.ts";
import { Dice } from "../../sim/properties/dice.ts";
import { differsWhenSaved } from "../../sim/properties/same-bytes.ts";
import { testSeeds } from "../../sim/properties/seeds.ts";

const UNTIL_MS = 60_000;
/** Each so many seeds the system is also saved on the way. */
const SAVED_EVERY = 5;

function systemOf(seed: number, state?: SimulationState): Simulation {
  const dice = new Dice(seed);
  const list = (): JsonObject => ({
    Workers: 1 + dice.below(3),
    DurationMs: dice.of<JsonObject | number>(0, 100, { exponential: { mean: 1_500 } }),
    FailureRate: dice.of(0, 0.2),
    Retries: dice.below(3),
    StartToCloseTimeout: dice.of<string | number>("NONE", 1, 5),
    ScheduleToStartTimeout: dice.of<string | number>("NONE", 3, 30),
    HeartbeatTimeout: dice.of<string | number>("NONE", 2),
  });
  const properties = {
    Steps: dice.of<readonly (string | readonly string[])[]>(["A"], ["A", ["B", "C"]], [["A", "B"], "A", "C"]),
    Activities: { A: list(), B: list(), C: list() },
    Deciders: {
      Workers: 1 + dice.below(2),
      DurationMs: dice.of(0, 50),
      StartToCloseTimeout: dice.of<string | number>("NONE", 2),
    },
    ExecutionStartToCloseTimeout: dice.of<string | number>("NONE", 10),
  };
  const workflow = { id: "Flow", type: "Sluice::SwfWorkflow", arn: "flow", properties };
  const faults = Array.from({ length: dice.below(3) }, () => {
    const fromMs = dice.below(40_000);
    return {
      node: `Flow/${dice.of("A", "B", "Deciders")}`,
      outage: true,
      fromMs,
      untilMs: fromMs + 1 + dice.below(9_000),
    };
  });
  const traffic: JsonObject = { arrivals: { poisson: { perSecond: 0.6 } }, untilMs: 40_000, messages: [{ body: "x" }] };
  const specs = completeParts(
    [workflow, producer("Shop", "Flow", traffic)],
    faults.map(({ node }) => node),
  );
  return new Simulation(specs, nodeFactoryOf, { seed, faults, trace: { keep: "all", max: 100_000 } }, state);
}

async function wrongWith(seed: number): Promise<string | undefined> {
  const whole = systemOf(seed);
  await runSimulation(whole, { untilMs: UNTIL_MS });
  const [violation] = whole.audit();
  if (violation !== undefined) return `${violation.node} at ${violation.timeMs} ms: ${violation.text}`;
  const assigned = new Set<unknown>();
  for (const { why } of whole.records()) {
    if (why?.code !== "swf.started") continue;
    if (assigned.has(why.task)) return `task ${why.task} was given to two workers`;
    assigned.add(why.task);
  }
  const ended = ["completed", "executionsFailed", "timedOut"].reduce(
    (sum, name) => sum + total(whole, "Flow", name),
    0,
  );
  const there = Number(whole.view("Flow")?.executions);
  const started = total(whole, "Flow", "started");
  if (started !== ended + there) return `${started} executions began, ${ended} ended, ${there} are there`;
  if (seed % SAVED_EVERY !== 0) return undefined;
  const saveAfterEvents = 1 + (seed % 97);
  const saved = { make: (state?: SimulationState) => systemOf(seed, state), untilMs: UNTIL_MS, saveAfterEvents };
  return differsWhenSaved(saved, whole, whole.records());
}

testSeeds("test/unit/swf/properties/properties.test.ts", 2_000, wrongWith);
