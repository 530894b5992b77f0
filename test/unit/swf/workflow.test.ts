/** What becomes of executions when workers fail, are late, or die. */
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import type { PlannedFault } from "../../../engine/src/sim/faults.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import { producer, records } from "../kafka/systems.ts";
import { ran, system, total } from "../mq/systems.ts";

async function flow(properties: JsonObject, faults: readonly PlannedFault[] = []): Promise<Simulation> {
  const workflow = { id: "Flow", type: "Sluice::SwfWorkflow", arn: "flow", properties };
  const names = faults.map(({ node }) => node);
  return await ran(system([workflow, producer("Shop", "Flow", records(10, 5))], names, { faults }));
}

const figures = (simulation: Simulation): readonly number[] =>
  ["completed", "executionsFailed", "timedOut", "tasks", "timeouts"].map((name) => total(simulation, "Flow", name));

describe("an execution", () => {
  it("gets a decision for each report, and each activity once", async () => {
    const simulation = await flow({ Steps: ["A", ["B", "C"]], Activities: { A: { DurationMs: 10 } } });
    // Ten times: the first decision, A, B and C, and a decision for what each of them reported.
    const [completed, , , tasks = 0] = figures(simulation);
    expect(completed).toBe(10);
    expect(tasks).toBeGreaterThanOrEqual(60);
    expect(tasks).toBeLessThanOrEqual(70);
  });

  it("fails when an activity has failed as often as it is tried", async () => {
    const simulation = await flow({ Steps: ["A"], Activities: { A: { FailureRate: 1, Retries: 2 } } });
    expect(figures(simulation)).toEqual([0, 10, 0, 70, 0]);
  });

  it("does again what took too long; the late answer is refused", async () => {
    const late = { DurationMs: 2_000, StartToCloseTimeout: 1, Retries: 1, Workers: 100 };
    const simulation = await flow({ Steps: ["A"], Activities: { A: late } });
    expect(figures(simulation).slice(0, 3)).toEqual([0, 10, 0]);
    expect(total(simulation, "Flow", "timeouts")).toBe(20);
    expect(simulation.records().filter(({ why }) => why?.code === "swf.unknown-task")).toHaveLength(20);
  });

  it("hears of a dead worker by its heartbeat", async () => {
    const faults = [{ node: "Flow/A", outage: true, fromMs: 500, untilMs: 3_000 }];
    const heard = { Workers: 10, DurationMs: 1_000, HeartbeatTimeout: 4, Retries: 3 };
    const simulation = await flow({ Steps: ["A"], Activities: { A: heard } }, faults);
    expect(total(simulation, "Flow", "completed")).toBe(10);
    expect(total(simulation, "Flow", "timeouts")).toBeGreaterThan(0);
  });

  it("ends at its own timeout, with its tasks", async () => {
    const slow = { Workers: 1, DurationMs: 5_000 };
    const simulation = await flow({ Steps: ["A"], Activities: { A: slow }, ExecutionStartToCloseTimeout: 8 });
    expect(total(simulation, "Flow", "timedOut")).toBe(9);
    expect(total(simulation, "Flow", "completed")).toBe(1);
  });
});
