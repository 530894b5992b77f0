import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { bus, entry, portsOf, queue, rule, simulationOf } from "../events/systems.ts";
import { arnOf, total } from "../sqs/systems.ts";

const ARN = "arn:aws:events:us-east-1:123456789012:api-destination/Shop/1";

/** As many events as said through a rule to a destination. */
async function called(count: number, properties: JsonObject, behavior: JsonObject): Promise<Simulation> {
  const destination: NodeSpec = { id: "Shop", type: "AWS::Events::ApiDestination", arn: ARN, properties, behavior };
  const target = {
    Id: "t",
    Arn: ARN,
    RetryPolicy: { MaximumRetryAttempts: 2 },
    DeadLetterConfig: { Arn: arnOf("Dead") },
  };
  const simulation = simulationOf([bus("Bus"), rule("Rule", "Bus", [target]), destination, queue("Dead")]);
  portsOf(simulation, "Bus").eventBus.putEvents(
    Array.from({ length: count }, (_, n) => entry({ n })),
    "test",
  );
  await runSimulation(simulation, { untilQuiet: true });
  expect(simulation.audit()).toEqual([]);
  return simulation;
}

describe("an API destination", () => {
  it("takes no more than its rate, and what is too much comes again", async () => {
    const simulation = await called(8, { InvocationRateLimitPerSecond: 5 }, {});
    expect([total(simulation, "Shop", "succeeded"), total(simulation, "Shop", "throttled")]).toEqual([8, 3]);
  });

  it("fails as its scenario says, and in vain tries end in the dead-letter queue", async () => {
    const simulation = await called(2, {}, { failureRate: 1 });
    expect([total(simulation, "Shop", "failed"), total(simulation, "Dead", "sent")]).toEqual([6, 2]);
  });

  it("waits five seconds at most", async () => {
    const simulation = await called(1, {}, { durationMs: 9_000 });
    expect(total(simulation, "Shop", "timedOut")).toBe(3);
  });
});
